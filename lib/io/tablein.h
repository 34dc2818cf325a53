/*
 * Notes from the rows of a table that has a header.
 */
#ifndef DLG_TABLEIN_H
#define DLG_TABLEIN_H

#include "io/sink.h"
#include "text/dateread.h"

/*
 * Read rows, the header first, each row one note. aliases (or NULL) are the
 * names that the table's format gives its columns.
 * Return 0, or -1 after reporting a fault.
 */
int tablein_read(struct rows *rows, struct sink *sink,
                 const struct alias *aliases);

/*
 * For others that make notes of rows: check that a row can be used and has as
 * many cells as the table has columns. Return 1 if so; 0 if it was empty or
 * refused, and is counted; -1 if that is the end.
 */
int tablein_check(const struct row *row, size_t columns, struct sink *sink);

/* Append a member of attrs. */
void tablein_attr(struct buf *attrs, struct slice name, struct slice text);

/* What the JSON of a note stands in until it is written. */
struct tablein_scratch {
	struct buf attrs, votes, date;
	bool looked; /* whether the columns have counts of votes, looked up */
	bool counts;
	enum date_order order; /* of day and month; DATE_ORDERS: not known */
};

#define TABLEIN_SCRATCH \
	{ \
		.attrs = BUF_INIT, .votes = BUF_INIT, .date = BUF_INIT, \
		.order = DATE_ORDERS \
	}

/*
 * Write the notes of a row: one, or one for each of its free-text answers if
 * some columns are COL_ANSWER.
 */
void tablein_put(struct sink *sink, const struct columns *c,
                 const struct row *row, struct tablein_scratch *scratch);

/*
 * Match the columns of a header with what the user chose, aliases and common
 * names. Return 0, or -1 after reporting a fault.
 */
int tablein_match(struct columns *c, struct sink *sink,
                  const struct alias *aliases);

/*
 * All rows that are left, by tablein_check and tablein_put; tidy, if it is not
 * NULL, may change their cells first.
 */
int tablein_rest(struct rows *rows, struct sink *sink, const struct columns *c,
                 void (*tidy)(const struct columns *c, struct row *row));

/* Say that no column holds the text, and what there is. Return -1. */
int tablein_no_text(const struct columns *c, const struct sink *sink);

/* Print how the columns are used. */
void tablein_explain(const struct columns *c, struct sink *sink);

#endif
