/*
 * What a note-taker writes beside what must stay in the room: "off the
 * record", "not for sharing", "don't share this outside", ... Words are
 * compared folded, whatever stands between them.
 */
#ifndef DLG_WITHHELD_H
#define DLG_WITHHELD_H

#include <stdbool.h>

#include "text/words.h"

enum { WITHHELD_PHRASES = 92 };

/* Which words there may be, a bit for each of so many kinds by the hash. */
struct withheld_marks {
	uint64_t all[4]; /* 256 kinds */
	uint64_t secret; /* 64 kinds, of those that are a CUE_SECRET */
};

/* Of each phrase the words it has: most texts lack one, and need no search. */
struct withheld {
	struct withheld_marks phrases[WITHHELD_PHRASES];
};

/* Nothing is allocated; l is loaded. */
void withheld_open(struct withheld *h, const struct lexicon *l);

/*
 * Whether text, whose words w are, asks not to be shared. Words that say so
 * are a CUE_SECRET of data/namecues: without one the answer is no.
 */
bool withheld_is_asked(const struct withheld *h, const struct words *w,
                       struct slice text);

#endif
