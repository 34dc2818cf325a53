/*
 * Long verbatim quotes of public texts: a note that repeats ten words in a row
 * of somebody's speech tells who said it, to all who can search for it.
 */
#ifndef DLG_QUOTED_H
#define DLG_QUOTED_H

#include <stdbool.h>

#include "base/hashes.h"
#include "text/words.h"

enum { QUOTED_WORDS = 10 };

struct quoted {
	struct hashes runs; /* of so many words, whatever stands between them */
};

#define QUOTED_INIT \
	{ \
		HASHES_INIT \
	}

/* Take the words of a public text. */
void quoted_add(struct quoted *q, const struct words *w);

/* Whether a text repeats a run of them. */
bool quoted_in(const struct quoted *q, const struct words *w);

void quoted_free(struct quoted *q);

#endif
