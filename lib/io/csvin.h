/*
 * The rows of a CSV file, by libcsv in its strict mode, with limits and with
 * the line where each row begins.
 *
 * A row that breaks the rules comes with its complaint in row.bad, and the
 * next row begins on the line after. A quote that is never closed is a fault
 * at the line that opens it.
 */
#ifndef DLG_CSVIN_H
#define DLG_CSVIN_H

#include <csv.h>

#include "io/rows.h"
#include "io/source.h"

struct csvin {
	struct rows rows; /* first, so that read can find the rest */
	struct source *src;
	const struct limits *limits;
	struct csv_parser parser;
	struct buf text;     /* the fields read and not yet handed out */
	struct span *fields; /* where in text each of them is */
	size_t nfields, fields_cap;
	struct csv_row *ready; /* rows read and not yet handed out */
	size_t nready, ready_cap, at;
	struct slice *out;
	size_t out_cap;
	size_t row_first; /* the first field of the row being read */
	size_t row_line;  /* where that row begins */
	size_t row_bytes;
	size_t open_line; /* where a field that is not closed yet began */
	struct buf why;   /* complaint about the row being read */
	struct buf said;  /* complaint about the row handed out */
	bool finished;
};

/*
 * Begin to read src; delim stands between fields. Both src and limits are
 * borrowed until csvin_close. Rows come from rows_next(&c->rows, ...).
 */
void csvin_open(struct csvin *c, struct source *src, char delim,
                const struct limits *limits);

void csvin_close(struct csvin *c);

/*
 * What stands between the fields of a table that begins with head: a comma, a
 * semicolon, a tab or a vertical bar; 0 if no table begins so. first is where
 * the table begins behind a line "sep=".
 */
char csvin_sniff(struct slice head, size_t *first);

/* The same of what src begins with, a comma if it shows none; skip "sep=". */
char csvin_delimiter(struct source *src);

#endif
