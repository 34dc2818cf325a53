/*
 * Texts as what can be compared: the stems of their words, and the runs of 3
 * to 5 characters inside words. Stop words and placeholders do not count,
 * unless a text has nothing else: then its stop words do.
 */
#ifndef DLG_CORPUS_H
#define DLG_CORPUS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/map.h"
#include "base/slice.h"
#include "math/sparse.h"
#include "text/stem.h"

struct corpus {
	struct stem *stems;
	struct sparse words; /* texts by stems: counts, then weights */
	struct sparse grams; /* texts by runs of characters */
	struct map runs;
	struct word_runs *known; /* the runs of each word, by its number */
	size_t nknown, cap;
	bool characters; /* whether grams are wanted */
	/* When weighed: what each stem and run weighs, and one never seen. */
	float *word_weight, *gram_weight;
	float rarest;
	size_t learned; /* words that known had then */
};

/* Texts are in language, a name or code that Snowball may know. */
void corpus_init(struct corpus *c, const char *language, bool characters);

/* Add a text: UTF-8, not kept. Texts are numbered 0, 1, ... */
void corpus_add(struct corpus *c, struct slice text);

/* Whether a text has no word at all. */
bool corpus_wordless(const struct corpus *c, size_t n);

/* When all are added: turn counts into TF-IDF weights, rows of length 1. */
void corpus_weigh(struct corpus *c);

/*
 * A text that is not of the corpus, as the one row of words and grams, which
 * are emptied first: weighed as if it had been, of length 1 with what of it
 * the corpus does not know, and without that. Nothing is kept of it.
 */
void corpus_peek(struct corpus *c, struct slice text, struct sparse *words,
                 struct sparse *grams);

void corpus_free(struct corpus *c);

#endif
