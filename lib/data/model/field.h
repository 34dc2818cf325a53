/*
 * A conditional random field over the tags of sentences (Lafferty, McCallum
 * and Pereira 2001), trained by AdaGrad (Duchi, Hazan and Singer 2011), with
 * all additions in one order, so that the same input gives the same weights.
 */
#ifndef DLG_MODEL_FIELD_H
#define DLG_MODEL_FIELD_H

#include "corpus.h"

/* The features of all sentences, as numbers; those seen too seldom are not. */
struct sheet {
	uint32_t *keys; /* of each number, the feature's hash */
	uint32_t *seen; /* and how often it occurs */
	size_t nkeys, cap;
	uint32_t *table; /* numbers + 1, by hash */
	size_t mask;
	uint32_t *cells; /* the features of all words in a row */
	size_t ncells, cells_cap;
	uint32_t *from; /* of each word, and one past the last: its cells */
	unsigned char *lexical; /* of each word, how many come first */
	size_t nwords, words_cap, lexical_cap;
	size_t *first; /* of each sentence, its first word */
	size_t first_cap;
};

void sheet_fill(struct sheet *s, const struct corpus *c);

struct field {
	double (*w)[TAGS], (*g)[TAGS]; /* weights; sums of squared gradients */
	double move[TAGS][TAGS], move_g[TAGS][TAGS];
	unsigned char *on; /* of each feature: whether it may have weights */
};

void field_open(struct field *f, const struct sheet *s);

/* Learn the weights of what is on, from nothing. */
void field_train(struct field *f, const struct sheet *s, const struct corpus *c,
                 int rounds);

void field_close(struct field *f);

#endif
