/*
 * Other people's words, made safe to stand in what we write. Text is hostile:
 * whatever bytes a note holds, they come out as words on one line, never as a
 * tag, link, image, heading, list, table cell, formula or terminal command.
 *
 * Every function first tidies: white space becomes single spaces, none at the
 * ends; control characters, and those that reorder text, become U+FFFD;
 * invisible characters go (joiners stay between letters that need them); bytes
 * that are not UTF-8 become U+FFFD. max is how many characters are kept (0:
 * all); a longer text is cut between words, if it can be, and ends in an
 * ellipsis.
 */
#ifndef DLG_ESCAPE_H
#define DLG_ESCAPE_H

#include "base/buf.h"

/*
 * Append text to out for Markdown - CommonMark, GitHub's, lowdown's, pandoc's -
 * at any place where inline text may stand: paragraph, line start, list item,
 * heading, table cell, quotation, footnote. Punctuation that a renderer would
 * act on gets a backslash or becomes an entity; U+2060 breaks what is found in
 * plain text (mail addresses, mentions, links without brackets).
 */
void escape_markdown(struct buf *out, struct slice text, size_t max);

/* The same for XML character data or a quoted attribute: SVG. */
void escape_xml(struct buf *out, struct slice text, size_t max);

/* The same between the double quotes of a YAML string. */
void escape_yaml(struct buf *out, struct slice text, size_t max);

/* Letters, digits and spaces only, where no way to escape can be trusted. */
void escape_words(struct buf *out, struct slice text, size_t max);

/* Tidied, and nothing else. */
void escape_tidy(struct buf *out, struct slice text, size_t max);

/* A relative or absolute file path, for a link's destination. */
void escape_path(struct buf *out, struct slice path);

#endif
