/*
 * Notes as they are typed: Markdown, or plain text.
 *
 * Headings give table, round, question, group and mark to what stands below
 * them. Each list item and each paragraph is a note; in plain text without an
 * empty line each line is. A table is read by its header, if that is known;
 * else each of its cells is a note.
 */
#ifndef DLG_MARKDOWN_H
#define DLG_MARKDOWN_H

#include "io/memrows.h"
#include "io/sink.h"
#include "io/source.h"

struct markdown;

struct markdown *markdown_new(struct sink *sink);

/*
 * What somebody else (io/docx) knows the next line to be: a heading of that
 * level (from 1), or a whole item of a list or paragraph.
 */
void markdown_heading(struct markdown *m, size_t level, struct slice text);
void markdown_item(struct markdown *m, struct slice text, size_t number,
                   bool listed);

/* A table between the notes; header says that its first row names columns. */
int markdown_table(struct markdown *m, struct memrows *t, bool header);

/* The note or line that is open is whole. */
void markdown_close_block(struct markdown *m);

/* The end: write what is still open. */
int markdown_end(struct markdown *m);
void markdown_free(struct markdown *m);

/* Readers for the table of formats. */
int markdown_read(struct source *src, struct sink *sink);
int markdown_read_plain(struct source *src, struct sink *sink);

/* Whether text has a heading, a list or a table in it. */
bool markdown_is(struct slice head);

/* Whether it has a table. */
bool markdown_has_table(struct slice head);

#endif
