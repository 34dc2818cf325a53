/* What the parts of io/rosterrow share; for them alone. */
#ifndef DLG_ROSTERROW_PARTS_H
#define DLG_ROSTERROW_PARTS_H

#include "io/rosterrow.h"

/* Whom a row lists in one seat, and what is said of them. */
struct rosterrow_seat {
	struct rosterrow *r;
	struct slice v[ROSTER_FIELDS]; /* as given */
	const struct roster_seat *seat;
	size_t added;
	bool said; /* something stands where the name should */
};

/* Add all people of a seat; NULL, or why they cannot be read. */
const char *rosterrow_add_seat(struct rosterrow_seat *s);

/* Whether something stands where the name should. */
bool rosterrow_has_name(const struct rosterrow_seat *s);

/* Two texts with a space between, if both are there; kept with the row. */
struct slice rosterrow_both(struct rosterrow *r, struct slice a,
                            struct slice b);

#endif
