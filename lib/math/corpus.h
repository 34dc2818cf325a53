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
};

/* Texts are in language, a name or code that Snowball may know. */
void corpus_init(struct corpus *c, const char *language, bool characters);

/* Add a text: UTF-8, not kept. Texts are numbered 0, 1, ... */
void corpus_add(struct corpus *c, struct slice text);

/* Whether a text has no word at all. */
bool corpus_wordless(const struct corpus *c, size_t n);

/* When all are added: turn counts into TF-IDF weights, rows of length 1. */
void corpus_weigh(struct corpus *c);

void corpus_free(struct corpus *c);

#endif
