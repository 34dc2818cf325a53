/*
 * People, organisations and places that no list names: a small trained tagger.
 * A linear model over hashed features of a word and its neighbours, its best
 * sequence of tags found by Viterbi's algorithm; whole numbers throughout, so
 * that every machine gives the same tags. lib/data/model trains the weights.
 */
#ifndef DLG_TAGGER_H
#define DLG_TAGGER_H

#include "data/tagger_weights.h"
#include "text/words.h"

enum tag {
	TAG_NONE,
	TAG_PERSON,
	TAG_ORG,
	TAG_PLACE,
	TAG_OTHER, /* a product, a work */
	TAGS,
};

enum { TAGGER_FEATURES = 40 };

/* Whether a word may be tagged at all: it has a capital, or is in no
 * dictionary. */
static inline bool
tagger_may(const struct word *w)
{
	return w->shape & (SHAPE_CAP | SHAPE_MIXED) || lex_level(w->what) == 0;
}

/*
 * The features of word i: rows of the weights, TAGGER_FEATURES at most. Return
 * how many.
 */
size_t tagger_features(const struct words *w, struct slice text, size_t i,
                       uint16_t *out);

struct tagger {
	int32_t (*score)[TAGS]; /* of each word */
	unsigned char (*from)[TAGS];
	size_t cap, from_cap;
};

#define TAGGER_INIT \
	{ \
		.cap = 0 \
	}

/*
 * Tag the words of text: tags has room for each. favour is taken from the
 * score of no name at all: the higher, the more is tagged.
 */
void tagger_run(struct tagger *t, const struct words *w, struct slice text,
                int favour, unsigned char *tags);

void tagger_free(struct tagger *t);

#endif
