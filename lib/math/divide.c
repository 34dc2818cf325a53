#include "math/divide.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/elem.h"
#include "math/hartigan.h"
#include "math/modularity.h"
#include "math/settle.h"
#include "math/unite.h"

enum {
	STARTS = 10,
	MORE_STARTS = 30,  /* where vectors cost more than they do */
	ROUNDS = 3,        /* of moving misfits: hardly any moves in more */
	SIZES_MOST = 2000, /* texts, for which mind_sizes is quick */
};

/*
 * The resolution of modularity with vectors, and without: so high that what is
 * one theme may come in parts, for parts can be joined again, and large themes
 * do not swallow small ones.
 */
static const double usual_vectors = 1.6, usual_words = 1.2;

/* The median similarity of texts that say the same, twice that of others. */
static const float alike_vectors = 0.4f, alike_words = 0.2f;

/* Communities are taken if their modularity is so many times greater. */
static const double uneven = 1.15, uneven_resolution = 1.4;

/* Communities that are that alike are one theme (see unite_alike). */
static const double one_theme = 0.52;

/* What does not belong to its theme; measured on labelled notes. */
static const struct settle_options belonging = {
	.group_far = 0.35,
	.pair_far = 0.3,
	.group_near = 0.25,
	.pair_near = 0.3,
	.alone = 0.15,
	.alone_in_two = 0.2,
};

/* An item moves if its cosine with another theme is so many times greater. */
static const double misfit = 1.1;

/*
 * The communities of texts. Where most pairs are much alike, nothing tells
 * texts apart, and all are one.
 */
static size_t
by_modularity(const struct field *f, const struct theming_options *o,
              uint32_t *cluster)
{
	double usual = o->vectors ? usual_vectors : usual_words;
	float *w = mem_dup(f->similarity, f->n * f->n * sizeof(*w));
	float median = modularity_residual(w, f->n);
	size_t k = 1;

	if (median >= (o->vectors ? alike_vectors : alike_words))
		memset(cluster, 0, f->n * sizeof(*cluster));
	else
		k = modularity_find(w, f->n, usual * o->granularity,
		                    o->vectors ? MORE_STARTS : STARTS, cluster);
	free(w);
	return k;
}

/* The cluster that an item fits clearly better than its own, or its own. */
static uint32_t
better_fit(const struct field *f, const double *to, const double *within,
           size_t i, uint32_t own, size_t k)
{
	double self = (double)f->similarity[i * f->n + i];
	double rest = within[own] - 2 * to[own] + self;
	double top;
	uint32_t best = own;

	if (rest <= 1e-9)
		return own; /* a theme of its own */
	top = misfit * (to[own] - self) / elem_sqrt(rest);
	for (uint32_t c = 0; c < k; c++) {
		double fit = c != own && within[c] > 0 ?
		                 to[c] / elem_sqrt(within[c]) :
		                 0;

		if (fit > top) {
			top = fit;
			best = c;
		}
	}
	return best;
}

/*
 * Move, all at once, items that fit another cluster clearly better. Return
 * whether there are some.
 */
static bool
move_misfits(const struct field *f, uint32_t *cluster, size_t k)
{
	double *to = mem_zalloc(f->n * k + 1, sizeof(*to));
	double *within = mem_zalloc(k + 1, sizeof(*within));
	uint32_t *next = mem_alloc((f->n + 1) * sizeof(*next));
	bool moved;

	for (size_t i = 0; i < f->n; i++) {
		for (size_t j = 0; j < f->n; j++)
			to[i * k + cluster[j]] +=
			    (double)f->similarity[i * f->n + j];
		within[cluster[i]] += to[i * k + cluster[i]];
	}
	for (size_t i = 0; i < f->n; i++)
		next[i] = better_fit(f, to + i * k, within, i, cluster[i], k);
	moved = memcmp(cluster, next, f->n * sizeof(*next)) != 0;
	memcpy(cluster, next, f->n * sizeof(*next));
	free(next);
	free(within);
	free(to);
	return moved;
}

/* Join themes that are one, part what does not belong to its theme. */
static size_t
tidy(const struct field *f, uint32_t *cluster, size_t k, double granularity)
{
	struct settle_options o = belonging;

	o.group_far *= granularity;
	o.pair_far *= granularity;
	k = unite_alike(f, cluster, k, one_theme * granularity);
	for (int i = 0; i < ROUNDS && move_misfits(f, cluster, k); i++)
		;
	return settle(f->similarity, f->n, cluster, k, &o);
}

/*
 * Communities at the resolution that gives k or the fewest more; these are
 * joined. w is the residual graph. Return whether there are k.
 */
static bool
by_number(const struct field *f, const float *w, size_t k, uint32_t *cluster)
{
	size_t bytes = (f->n + 1) * sizeof(*cluster), best = SIZE_MAX;
	uint32_t *trial = mem_alloc(bytes);
	double low = 0, high = 6;

	for (int i = 0; i < 10 && best != k; i++) {
		double middle = (low + high) / 2;
		size_t found = modularity_find(w, f->n, middle, 3, trial);

		if (found >= k && found < best) {
			best = found;
			memcpy(cluster, trial, f->n * sizeof(*trial));
		}
		if (found >= k)
			high = middle;
		else
			low = middle;
	}
	free(trial);
	if (best == SIZE_MAX)
		return false;
	unite_to(f, cluster, best, k);
	return true;
}

/*
 * Clusters are about as large as each other; where themes are not, communities
 * have a far higher modularity, and are taken instead.
 */
static void
mind_sizes(const struct field *f, size_t k, uint32_t *cluster)
{
	float *w = mem_dup(f->similarity, f->n * f->n * sizeof(*w));
	uint32_t *other = mem_alloc((f->n + 1) * sizeof(*other));

	modularity_residual(w, f->n);
	if (by_number(f, w, k, other) &&
	    modularity(w, f->n, uneven_resolution, other) >
	        uneven * modularity(w, f->n, uneven_resolution, cluster))
		memcpy(cluster, other, f->n * sizeof(*other));
	free(other);
	free(w);
}

size_t
divide(const struct field *f, const struct theming_options *o,
       uint32_t *cluster)
{
	size_t k = o->themes < f->n ? o->themes : f->n;

	if (o->themes == 0) {
		k = by_modularity(f, o, cluster);
		return tidy(f, cluster, k, o->granularity);
	}
	hartigan_find(f->similarity, f->n, k, STARTS, cluster);
	if (k > 1 && f->n <= SIZES_MOST)
		mind_sizes(f, k, cluster);
	return k;
}
