#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/cloud.h"
#include "math/elem.h"
#include "math/opinion.h"
#include "math/rng.h"

enum {
	SAMPLE = 600, /* voters that the tests look at */
	SHUFFLES = 39,
	RESAMPLES = 20,
};
static const double rough = 1e-2;
static const double steady = 0.5;

double
rand_index(const unsigned char *a, const unsigned char *b, size_t n)
{
	double cell[16][16] = { { 0 } }, row[16] = { 0 }, column[16] = { 0 };
	double same = 0, rows = 0, columns = 0, all, chance, most;

	for (size_t i = 0; i < n; i++) {
		cell[a[i] & 15][b[i] & 15]++;
		row[a[i] & 15]++;
		column[b[i] & 15]++;
	}
	for (size_t i = 0; i < 16; i++) {
		rows += row[i] * (row[i] - 1) / 2;
		columns += column[i] * (column[i] - 1) / 2;
		for (size_t j = 0; j < 16; j++)
			same += cell[i][j] * (cell[i][j] - 1) / 2;
	}
	all = (double)n * ((double)n - 1) / 2;
	chance = all > 0 ? rows * columns / all : 0;
	most = (rows + columns) / 2;
	return most > chance ? (same - chance) / (most - chance) : 1;
}

/* The smallest group that is one: 2 voters, 5 in 100. */
static bool
large_enough(const struct cloud *c, size_t k, const unsigned char *group,
             size_t nvoters)
{
	size_t size[OPINION_MOST] = { 0 };

	for (size_t i = 0; i < nvoters; i++)
		if (c->cell_of[i] != UINT32_MAX)
			size[group[c->cell_of[i]]]++;
	for (size_t j = 0; j < k; j++)
		if (size[j] < 2 || size[j] * 20 < c->nwho)
			return false;
	return true;
}

/* Split the cloud into 2, 3, ... groups; a size that is no good scores -2. */
static void
split_all(const struct cloud *c, size_t nvoters, unsigned char *group[],
          double *how)
{
	size_t most = 2 + c->n / 12;

	most = most < OPINION_MOST ? most : OPINION_MOST;
	for (size_t k = 2; k <= OPINION_MOST; k++) {
		how[k] = -2;
		if (k > most || k >= c->n)
			continue;
		group[k] = mem_zalloc(c->n + 1, 1);
		kmeans(c->points, c->n, k, group[k]);
		if (large_enough(c, k, group[k], nvoters))
			how[k] = silhouette(c->points, c->n, k, group[k]);
	}
}

/* The size with the best silhouette of those not tried; 0 if none is left. */
static size_t
next_best(double *how)
{
	size_t best = 0;

	for (size_t k = 2; k <= OPINION_MOST; k++)
		if (how[k] > -2 && (best == 0 || how[k] > how[best] + 1e-9))
			best = k;
	return best;
}

/* Which voters the tests look at: a fixed draw if there are many. */
static size_t
draw(const struct cloud *c, uint32_t *who)
{
	size_t n = c->nwho < SAMPLE ? c->nwho : SAMPLE;
	struct rng rng;

	memcpy(who, c->who, c->nwho * sizeof(*who));
	rng_seed(&rng, 7);
	for (size_t i = 0; i < n && n < c->nwho; i++) {
		size_t j = i + (size_t)rng_below(&rng, c->nwho - i);
		uint32_t swap = who[i];

		who[i] = who[j];
		who[j] = swap;
	}
	return n;
}

static double
first_share(const struct ballot *b)
{
	struct pca p;
	double share;

	pca_fit(&p, b, NULL, rough);
	share = p.total > 0 ? p.variance[0] / p.total : 0;
	pca_free(&p);
	return share;
}

/* Deal the votes of each statement out anew among those who voted on it. */
static void
deal(struct ballot *b, const uint32_t *by_statement, const uint32_t *start,
     struct rng *rng)
{
	for (size_t t = 0; t < b->nstatements; t++) {
		const uint32_t *at = by_statement + start[t];

		for (size_t n = start[t + 1] - start[t]; n > 1; n--) {
			size_t j = (size_t)rng_below(rng, n);
			int8_t swap = b->value[at[n - 1]];

			b->value[at[n - 1]] = b->value[at[j]];
			b->value[at[j]] = swap;
		}
	}
}

/* Votes of a ballot by statement: where each statement's begin. */
static uint32_t *
by_statement(const struct ballot *b, uint32_t *start)
{
	size_t n = b->row[b->nvoters];
	uint32_t *order = mem_alloc((n + 1) * sizeof(*order));

	memset(start, 0, (b->nstatements + 2) * sizeof(*start));
	for (size_t i = 0; i < n; i++)
		start[b->statement[i] + 2]++;
	for (size_t t = 0; t < b->nstatements; t++)
		start[t + 2] += start[t + 1];
	for (size_t i = 0; i < n; i++)
		order[start[b->statement[i] + 1]++] = (uint32_t)i;
	return order;
}

/* The structure test; fills share and p. */
static void
test_structure(struct opinion *o, const struct ballot *b, const struct cloud *c)
{
	uint32_t *who = mem_alloc((c->nwho + 1) * sizeof(*who));
	uint32_t *start = mem_alloc((b->nstatements + 3) * sizeof(*start));
	uint32_t *order;
	size_t above = 0;
	struct ballot some;
	struct rng rng;

	ballot_take(&some, b, who, draw(c, who));
	o->share = first_share(&some);
	order = by_statement(&some, start);
	rng_seed(&rng, 11);
	for (int i = 0; i < SHUFFLES; i++) {
		deal(&some, order, start, &rng);
		above += first_share(&some) >= o->share * (1 - 1e-9);
	}
	o->p = (double)(above + 1) / (SHUFFLES + 1);
	ballot_free(&some);
	free(order);
	free(start);
	free(who);
}

/* The grouping of a resample, against that of the same voters in o. */
static double
resample_agrees(const struct opinion *o, const struct ballot *b,
                const uint32_t *who, size_t n)
{
	struct ballot some;
	struct cloud c;
	struct pca p;
	unsigned char *group, *here, *there;
	size_t m = 0;
	double r;

	ballot_take(&some, b, who, n);
	pca_fit(&p, &some, NULL, rough);
	cloud_make(&c, &some, &p);
	group = mem_zalloc(c.n + 1, 1);
	here = mem_alloc(n + 1);
	there = mem_alloc(n + 1);
	kmeans(c.points, c.n, o->k, group);
	for (size_t i = 0; i < n; i++)
		if (c.cell_of[i] != UINT32_MAX &&
		    o->group[who[i]] != OPINION_NONE) {
			here[m] = group[c.cell_of[i]];
			there[m++] = o->group[who[i]];
		}
	r = rand_index(here, there, m);
	free(there);
	free(here);
	free(group);
	cloud_free(&c);
	pca_free(&p);
	ballot_free(&some);
	return r;
}

static void
test_stability(struct opinion *o, const struct ballot *b, const struct cloud *c)
{
	uint32_t *who = mem_alloc((c->nwho + 1) * sizeof(*who));
	size_t n = c->nwho < SAMPLE ? c->nwho : SAMPLE;
	struct rng rng;

	rng_seed(&rng, 13);
	o->stability = 0;
	for (int i = 0; i < RESAMPLES; i++) {
		for (size_t j = 0; j < n; j++)
			who[j] = c->who[rng_below(&rng, c->nwho)];
		o->stability += resample_agrees(o, b, who, n) / RESAMPLES;
	}
	free(who);
}

/* Give each voter the group of its point. */
static void
assign(struct opinion *o, const struct ballot *b, const struct cloud *c,
       const unsigned char *group)
{
	memset(o->size, 0, sizeof(o->size));
	for (size_t i = 0; i < b->nvoters; i++)
		if (c->cell_of[i] != UINT32_MAX) {
			o->group[i] = group[c->cell_of[i]];
			o->size[o->group[i]]++;
		}
}

/* Take the best split that is stable; if none is, the last one tried. */
static void
settle(struct opinion *o, const struct ballot *b, const struct cloud *c,
       unsigned char *group[], double *how)
{
	double first = -2;
	size_t k;

	while ((k = next_best(how)) != 0) {
		o->k = k;
		o->silhouette = how[k];
		first = first > -2 ? first : how[k];
		how[k] = -2;
		assign(o, b, c, group[k]);
		test_stability(o, b, c);
		if (o->stability >= steady)
			return;
	}
	o->k = 0;
	o->silhouette = first;
}

void
opinion_find(struct opinion *o, const struct ballot *b, const struct pca *p)
{
	unsigned char *group[OPINION_MOST + 1] = { NULL };
	double how[OPINION_MOST + 1];
	struct cloud c;

	*o = (struct opinion){ .p = 1 };
	o->group = mem_alloc(b->nvoters + 1);
	memset(o->group, OPINION_NONE, b->nvoters);
	cloud_make(&c, b, p);
	o->placed = c.nwho;
	split_all(&c, b->nvoters, group, how);
	if (next_best(how) != 0)
		test_structure(o, b, &c);
	if (o->p <= 0.05)
		settle(o, b, &c, group, how);
	if (o->k == 0)
		memset(o->group, OPINION_NONE, b->nvoters);
	for (size_t k = 0; k <= OPINION_MOST; k++)
		free(group[k]);
	cloud_free(&c);
}

void
opinion_free(struct opinion *o)
{
	free(o->group);
	*o = (struct opinion){ 0 };
}
