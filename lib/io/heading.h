/*
 * What note-takers say about their notes in headings and in front of a note:
 * "Table 3", "Round 2", "Agreement:", "JS:".
 */
#ifndef DLG_HEADING_H
#define DLG_HEADING_H

#include "io/sink.h"

/*
 * What a heading, or a line "Table: 3", says: return the field, and its value
 * in *value; F_KNOWN if it is none of table, round, question, group, mark,
 * date, title. A mark's value is its canonical word.
 */
enum field heading_field(struct slice text, struct slice *value);

/* What else a heading says behind value, a part of it: "Table 3: Buses". */
struct slice heading_rest(struct slice text, struct slice value);

/* The same for a line of text, where there must be a colon. */
enum field heading_line(struct slice text, struct slice *value);

/*
 * Take what stands before a note off its text: a mark into n->f[F_MARK], a
 * speaker into n->f[F_SPEAKER].
 */
void heading_prefix(struct note *n, struct slice *text);

/* The table that a file is of by its name ("table-03.csv"), or empty. */
struct slice heading_table_of_file(struct slice name);

#endif
