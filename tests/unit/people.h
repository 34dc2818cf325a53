/* People of a registration list, for the tests that look for them. */
#ifndef DLG_PEOPLE_H
#define DLG_PEOPLE_H

#include "text/roster.h"

/* Add somebody to r; "" for what the list does not tell. */
static inline void
people_add(struct roster *r, const char *first, const char *last,
           const char *org, const char *role)
{
	struct slice v[ROSTER_FIELDS] = { { NULL, 0 } };

	v[ROSTER_FIRST] = slice_of(first);
	v[ROSTER_LAST] = slice_of(last);
	v[ROSTER_ORG] = slice_of(org);
	v[ROSTER_ROLE] = slice_of(role);
	roster_add(r, v);
}

#endif
