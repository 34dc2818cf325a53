/*
 * What a note-taker writes beside what must stay in the room: "off the
 * record", "not for sharing", "don't share this outside", ... Words are
 * compared folded, whatever stands between them.
 */
#ifndef DLG_WITHHELD_H
#define DLG_WITHHELD_H

#include <stdbool.h>

#include "text/words.h"

enum { WITHHELD_PHRASES = 146, WITHHELD_WORDS = 8 };

/* A phrase as its words' hashes; which of them is the first CUE_SECRET. */
struct withheld_phrase {
	uint64_t words[WITHHELD_WORDS];
	size_t n, secret;
	bool begins, ends; /* the text must with it */
};

/*
 * Phrases found by their secret word: most texts that have one have none of the
 * words around it, and need no search.
 */
struct withheld {
	struct withheld_phrase phrases[WITHHELD_PHRASES];
	uint8_t first[64]; /* by kind of the secret word: a phrase + 1, or 0 */
	uint8_t next[WITHHELD_PHRASES]; /* the next of that kind */
	uint64_t alone[2]; /* words that ask it where they stand alone */
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
