/*
 * People, organisations and places that no list names: a small trained tagger.
 * A linear model over hashed features of a word and its neighbours, its best
 * sequences of tags found by dynamic programming; whole numbers throughout, so
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

enum {
	TAGGER_FEATURES = 24,
	TAGGER_LEXICAL = 4, /* the first of them: which word it is */
	TAGGER_OWN = 1 << 15,
};

/*
 * What the model says of a word: by how much the best sequence in which it has
 * the tag beats the best in which it has none, in TAGGER_UNIT (of the log of
 * odds). TAGGER_NEVER, of words that may not be tagged, is below any other.
 */
struct tagged {
	int32_t sure;      /* of the best tag */
	int32_t person;    /* of TAG_PERSON */
	unsigned char tag; /* the best one that is not TAG_NONE */
};

enum { TAGGER_NEVER = -1000000 };

/*
 * Whether a word may be tagged at all: it has a capital, or is in no
 * dictionary, or is a rare word and a common name.
 */
static inline bool
tagger_may(const struct word *w)
{
	return w->shape & (SHAPE_CAP | SHAPE_MIXED) ||
	       lex_level(w->what) == 0 || words_is_namesake(w);
}

/*
 * The features of word i: TAGGER_FEATURES at most, the TAGGER_LEXICAL first
 * being those that say which word it is. Return how many. For tagger.c, and
 * for lib/data/model, which trains on the same.
 */
size_t tagger_features(const struct words *w, struct slice text, size_t i,
                       uint32_t *out);

/*
 * The same in two parts: those that say what the word itself is, and those that
 * say what stands near it.
 */
size_t tagger_own_features(const struct words *w, struct slice text, size_t i,
                           uint32_t *out);
size_t tagger_near_features(const struct words *w, struct slice text, size_t i,
                            uint32_t *out);

/*
 * What all of word i's own features follow from, or 0 if they follow from more
 * than its folded letters, the way they are written and whether it begins a
 * sentence.
 */
uint64_t tagger_own_key(const struct words *w, struct slice text, size_t i);

/* What a word's own features add, kept until another takes the place. */
struct tagger_own {
	uint64_t key;
	int16_t score[TAGS];
};

struct tagger {
	struct tagger_own *own; /* TAGGER_OWN places, or NULL */
	struct tagged *v;       /* of each word */
	int32_t (*score)[TAGS], (*ahead)[TAGS];
	size_t cap, score_cap, ahead_cap;
};

#define TAGGER_INIT \
	{ \
		.cap = 0 \
	}

/*
 * Where the words end that may be tagged and follow each other from word i on:
 * they are tagged together. All of them are among w->telling.
 */
size_t tagger_row(const struct words *w, size_t i);

/* Begin a text: no word of it is tagged. Then fill t->v for words of a row. */
void tagger_begin(struct tagger *t, const struct words *w);
void tagger_judge(struct tagger *t, const struct words *w, struct slice text,
                  size_t from, size_t end);

void tagger_free(struct tagger *t);

#endif
