/* What a line of Markdown is, for io/markdown. */
#ifndef DLG_MARKDOWN_PARTS_H
#define DLG_MARKDOWN_PARTS_H

#include "io/markdown.h"

/* The text behind a list marker at the beginning of line, or p NULL. */
struct slice markdown_item_text(struct slice line);

/* The level of a heading "## text", whose text is made *line; 0 if none. */
size_t markdown_level(struct slice *line);

/* Whether line is three or more of one of chars, with spaces. */
bool markdown_is_rule(struct slice line, const char *chars);

/* Whether text is an image alone, a comment, a rule of a table: no note. */
bool markdown_is_aside(struct slice text);

/* Whether is says so of any line of head, trimmed. */
bool markdown_any_line(struct slice head, bool (*is)(struct slice line));

#endif
