/* What the parts of math/skew share. */
#ifndef DLG_SKEW_PARTS_H
#define DLG_SKEW_PARTS_H

#include "math/skew.h"

enum {
	HOPELESS = 100,   /* draws as far as what was seen: give up */
	MANY_NOTES = 150, /* from here on a normal approximation will do */
};

/* What a test holds: tables reduced to their sums, and their labels. */
struct skew_trial {
	const struct skew *in;
	uint32_t *n, *k;       /* notes and theme notes of each table */
	uint32_t *label;       /* group of each table, permuted */
	size_t *sum_n, *sum_k; /* by group */
	uint32_t *pool;        /* groups of one table's notes */
	double all_n, all_k;
	double seen; /* the statistic of the real arrangement */
};

/* Whether a draw's statistic is as far as the real one's. */
static inline bool
skew_as_far(const struct skew_trial *t, double x)
{
	return x >= t->seen - 1e-9;
}

/* The p-value that draws give; those stopped early are Besag and Clifford's. */
static inline void
skew_conclude(struct skew_result *r, size_t far)
{
	r->p = r->tried < SKEW_DRAWS ?
	           (double)far / (double)r->tried :
	           (double)(far + 1) / (double)(r->tried + 1);
}

/* With many notes, draws from the normal distribution of their moments. */
void skew_try_normal(const struct skew_trial *t, struct skew_result *r);

#endif
