/*
 * The words of a text that say what it is about, as numbers of words and of
 * stems. Stop words and placeholders do not count, unless a text has nothing
 * else: then its stop words do.
 */
#ifndef DLG_TERMS_H
#define DLG_TERMS_H

#include "text/stem.h"
#include "text/token.h"

struct terms {
	uint32_t *word, *stem; /* numbers, in the order of the text */
	size_t n;
	size_t cap_word, cap_stem;
	struct tokens tokens;
};

#define TERMS_INIT \
	{ \
		NULL, NULL, 0, 0, 0, TOKENS_INIT \
	}

/* Read text; words that stems does not know yet are added to it. */
void terms_read(struct terms *w, struct stem *stems, struct slice text);

/* The same for a stream without end: by stem_find, with its STEM_NONE. */
void terms_find(struct terms *w, struct stem *stems, struct slice text);

void terms_free(struct terms *w);

#endif
