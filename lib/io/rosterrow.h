/*
 * Rows of a registration list, made people of a roster: all whom a row names,
 * and a reason to refuse one that seems to list somebody who cannot be read.
 */
#ifndef DLG_ROSTERROW_H
#define DLG_ROSTERROW_H

#include "io/rostercolumns.h"
#include "text/namecell.h"

struct rosterrow {
	struct namecell cell;
	struct roster *roster;
	const struct roster_columns *columns;
	struct slice *header;  /* copies */
	size_t *filled, *full; /* of each column not read as names: its cells,
	                        * and those that hold a full name */
	struct pool pool;      /* of the header */
	struct pool names;     /* of a row */
	struct buf text, beside;
};

void rosterrow_open(struct rosterrow *r, const struct lexicon *l);

/* Begin a table: all but the header is borrowed until the next. */
void rosterrow_begin(struct rosterrow *r, struct roster *roster,
                     const struct roster_columns *columns,
                     const struct row *header);

/* Add the people of a row; NULL, or why it must be refused. */
const char *rosterrow_take(struct rosterrow *r, const struct row *row);

/* The number, from 1, of a column of full names that is not read, or 0. */
size_t rosterrow_unread(const struct rosterrow *r);

/* Whether some cell holds a full name whose first name is well known. */
bool rosterrow_holds_names(struct rosterrow *r, const struct row *row);

/* The same, or a name in two cells, or an e-mail address. */
bool rosterrow_holds_people(struct rosterrow *r, const struct row *row);

void rosterrow_close(struct rosterrow *r);

#endif
