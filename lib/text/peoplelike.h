/*
 * Whether cells of a table look like a list of people, whatever their header
 * says: one e-mail address or full name, in one cell or in two, is enough.
 */
#ifndef DLG_PEOPLELIKE_H
#define DLG_PEOPLELIKE_H

#include <stdbool.h>

#include "data/lexicon.h"
#include "text/words.h"

struct people_like {
	struct lexicon lexicon;
	struct words words;
	size_t mails, names;
};

void people_like_open(struct people_like *p);
/* Take a row of n cells. */
void people_like_take(struct people_like *p, const struct slice *cells,
                      size_t n);

/* Whether what was taken looks like people; releases everything. */
bool people_like_close(struct people_like *p);

#endif
