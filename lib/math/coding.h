/*
 * How well texts fit codes that are known by examples: sentences that have
 * the code, or its name and description. Each code is the sum of its
 * examples; a text is compared with it by words, by runs of characters and,
 * where there are vectors, by meaning.
 */
#ifndef DLG_CODING_H
#define DLG_CODING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

struct coding_input {
	const struct slice *texts; /* the examples, then what is to be coded */
	size_t examples, n;        /* how many examples; how many in all */
	const uint32_t *code;      /* of each example */
	/* Of each example, above 0; of the others, whether they may teach. */
	const float *weight;
	size_t k;             /* codes */
	const float *vectors; /* n * dims, of length 1 or 0; or NULL */
	size_t dims;
	float fit; /* below 0: learnt, see coding_fit */
	const char *language;
};

struct coding;

/*
 * Take from vectors some of what all of them have in common (more of it the
 * more there are), and make them of length 1 again; those of length 0 stay.
 */
void coding_centre(float *vectors, size_t n, size_t dims);

/*
 * Learn the codes. Words are weighed by how rare they are in all the texts,
 * whose order makes no difference. Texts that fit a code well teach what else
 * it is about, as much as its examples at most. Released with coding_free; in
 * is borrowed until then.
 */
struct coding *coding_new(const struct coding_input *in);

/* How well text number i of the input fits each code: k numbers, -1 to 1. */
void coding_score(const struct coding *c, size_t i, float *score);

/*
 * The same for a text that is none of the input's, of which nothing is kept:
 * by words and characters alone.
 */
void coding_ask(struct coding *c, struct slice text, float *score);

/*
 * The least score with which a text fits a code at all: that of the input. Or
 * 0.25 (0.15 without vectors), and more if the examples say so: each coded as
 * if it were none, at least half of those that reach it get their own code.
 */
float coding_fit(const struct coding *c);

void coding_free(struct coding *c);

/*
 * Which codes a text has, from the rules it meets and its scores: those with
 * rules first (more rules, then the better score), then those whose score is
 * at least fit and at least rho of the best. Fill list with at most most of
 * them, the best first, and return how many.
 */
size_t coding_choose(const uint32_t *hits, const float *score, size_t k,
                     float fit, float rho, size_t most, uint32_t *list);

#endif
