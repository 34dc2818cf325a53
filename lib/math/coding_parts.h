/*
 * What the parts of math/coding share: not for anybody else.
 */
#ifndef DLG_CODING_PARTS_H
#define DLG_CODING_PARTS_H

#include "math/coding.h"
#include "math/corpus.h"

/* An entry of the sum of a code's texts. */
struct entry {
	uint32_t column, code;
	float value;
};

/* The sums by column, those of a column by ascending code. */
struct index {
	struct entry *v;
	size_t n, cap;
	size_t *start;  /* columns + 1 */
	double *square; /* of the length of each code's sum */
};

struct coding {
	const struct coding_input *in;
	struct corpus corpus;
	struct sparse asked_words, asked_grams; /* of coding_ask */
	float share, share_vectors; /* of words and of characters each */
	struct index words, grams;
	double *sums;        /* k * dims */
	double *sums_square; /* of their lengths */
	uint32_t *label;     /* the code that each text speaks for */
	float *weight;       /* and how much: 0 for not at all */
	uint32_t *order;     /* the texts that do, by code */
	size_t norder;
	float fit; /* see coding_fit */
};

/* Begin with k codes that nothing speaks for; release what it holds. */
void index_init(struct index *x, size_t k);
void index_free(struct index *x);

/* Sum the rows of m by code, as c's labels, weights and order say. */
void index_learn(struct index *x, const struct coding *c,
                 const struct sparse *m);

/* Add the cosines of a row with each code, times share, to score. */
void index_score(const struct index *x, const struct sparse *m, size_t row,
                 float share, size_t k, float *score);

/* The cosine of row with the rest of its code, which it has the weight w in. */
float index_left_out(const struct index *x, const struct sparse *m, size_t row,
                     uint32_t code, double w);

/* The cosine of a unit row and a sum: their product, the sum's square. */
float coding_cosine(double dot, double square);

/* The product of a text's vector and a code's sum. */
double coding_dot(const struct coding *c, size_t text, size_t code);

/* Learn from the examples, each left out in turn, how well a text must fit. */
void coding_find_fit(struct coding *c);

#endif
