#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/elem.h"
#include "math/kmeans.h"
#include "math/opinion.h"
#include "math/rng.h"

enum {
	POINTS_MOST = 300, /* more voters are gathered in cells first */
	SAMPLE = 600,      /* voters that the tests look at */
	SHUFFLES = 39,
	RESAMPLES = 20,
	VOTERS_LEAST = 15, /* fewer are topped up with those who voted less */
};
static const double rough = 1e-2;

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

/* A voter that is placed. */
struct spot {
	struct point p;
	uint32_t voter;
};

static int
by_x(const void *va, const void *vb)
{
	const struct spot *a = va, *b = vb;
	int d = point_cmp(&a->p, &b->p);

	return d != 0 ? d : (a->voter > b->voter) - (a->voter < b->voter);
}

static int
by_y(const void *va, const void *vb)
{
	const struct spot *a = va, *b = vb;

	if (a->p.y != b->p.y)
		return a->p.y < b->p.y ? -1 : 1;
	return by_x(va, vb);
}

static int
by_votes(const void *va, const void *vb)
{
	const uint32_t *a = va, *b = vb; /* votes, voter */

	if (a[0] != b[0])
		return a[0] > b[0] ? -1 : 1;
	return (a[1] > b[1]) - (a[1] < b[1]);
}

/* Those with votes enough; if they are few, the most active besides. */
static size_t
choose(const struct ballot *b, uint32_t *who)
{
	uint32_t(*v)[2] = mem_alloc((b->nvoters + 1) * sizeof(*v));
	size_t n = 0, need = OPINION_LEAST_VOTES;

	need = b->nstatements < need ? b->nstatements : need;
	for (size_t i = 0; i < b->nvoters; i++) {
		v[i][0] = (uint32_t)ballot_votes(b, i);
		v[i][1] = (uint32_t)i;
	}
	qsort(v, b->nvoters, sizeof(*v), by_votes);
	while (n < b->nvoters && v[n][0] > 0 &&
	       (v[n][0] >= need || n < VOTERS_LEAST)) {
		who[n] = v[n][1];
		n++;
	}
	free(v);
	return n;
}

/* Halve the spots until each part is small; its mean stands for it. */
static size_t
gather(struct spot *s, size_t n, size_t most, struct point *cells,
       uint32_t *cell_of, size_t at, bool high)
{
	if (most <= 1 || n <= 1) {
		struct point *c = &cells[at];

		*c = (struct point){ 0, 0, (double)n };
		for (size_t i = 0; i < n; i++) {
			c->x += s[i].p.x / (double)n;
			c->y += s[i].p.y / (double)n;
			cell_of[s[i].voter] = (uint32_t)at;
		}
		return n > 0 ? at + 1 : at;
	}
	qsort(s, n, sizeof(*s), high ? by_y : by_x);
	at = gather(s, n / 2, most / 2, cells, cell_of, at, !high);
	at = gather(s + n / 2, n - n / 2, most - most / 2, cells, cell_of, at,
	            !high);
	return at;
}

/* Points to be clustered, and which of them each voter is. */
struct cloud {
	struct point *points;
	uint32_t *cell_of; /* of each voter of the ballot */
	uint32_t *who;
	size_t n, nwho;
};

struct indexed {
	struct point p;
	uint32_t was;
};

static int
by_point(const void *a, const void *b)
{
	return point_cmp(&((const struct indexed *)a)->p,
	                 &((const struct indexed *)b)->p);
}

/* Put the points into canonical order, the voters' numbers with them. */
static void
sort_points(struct cloud *c, size_t nvoters)
{
	struct indexed *v = mem_alloc((c->n + 1) * sizeof(*v));
	uint32_t *now = mem_alloc((c->n + 1) * sizeof(*now));

	for (size_t i = 0; i < c->n; i++)
		v[i] = (struct indexed){ c->points[i], (uint32_t)i };
	qsort(v, c->n, sizeof(*v), by_point);
	for (size_t i = 0; i < c->n; i++) {
		c->points[i] = v[i].p;
		now[v[i].was] = (uint32_t)i;
	}
	for (size_t i = 0; i < nvoters; i++)
		if (c->cell_of[i] != UINT32_MAX)
			c->cell_of[i] = now[c->cell_of[i]];
	free(now);
	free(v);
}

static void
cloud_make(struct cloud *c, const struct ballot *b, const struct pca *p)
{
	struct spot *s = mem_alloc((b->nvoters + 1) * sizeof(*s));

	c->who = mem_alloc((b->nvoters + 1) * sizeof(*c->who));
	c->cell_of = mem_alloc((b->nvoters + 1) * sizeof(*c->cell_of));
	memset(c->cell_of, 0xff, b->nvoters * sizeof(*c->cell_of));
	c->nwho = choose(b, c->who);
	for (size_t i = 0; i < c->nwho; i++) {
		double at[2];

		pca_place(p, b, c->who[i], at);
		s[i] = (struct spot){ { at[0], at[1], 1 }, c->who[i] };
	}
	c->points = mem_alloc((c->nwho + 1) * sizeof(*c->points));
	c->n = gather(s, c->nwho, c->nwho > POINTS_MOST ? POINTS_MOST : c->nwho,
	              c->points, c->cell_of, 0, false);
	sort_points(c, b->nvoters);
	free(s);
}

static void
cloud_free(struct cloud *c)
{
	free(c->points);
	free(c->cell_of);
	free(c->who);
}

/* The smallest group that is one: 2 voters, 5 in 100. */
static bool
large_enough(const struct cloud *c, size_t k, const unsigned char *group)
{
	double weight[OPINION_MOST] = { 0 }, need = (double)c->nwho / 20;

	need = need < 2 ? 2 : need;
	for (size_t i = 0; i < c->n; i++)
		weight[group[i]] += c->points[i].weight;
	for (size_t j = 0; j < k; j++)
		if (weight[j] < need)
			return false;
	return true;
}

/* The number of groups with the best silhouette; 0 if there is none. */
static size_t
best_split(const struct cloud *c, unsigned char *group, double *how)
{
	unsigned char *try = mem_zalloc(c->n + 1, 1);
	size_t most = 2 + c->n / 12, best = 0;

	*how = -1;
	most = most < OPINION_MOST ? most : OPINION_MOST;
	for (size_t k = 2; k <= most && k < c->n; k++) {
		double s;

		kmeans(c->points, c->n, k, try);
		s = silhouette(c->points, c->n, k, try);
		if (s > *how + 1e-9 && large_enough(c, k, try)) {
			*how = s;
			best = k;
			memcpy(group, try, c->n);
		}
	}
	free(try);
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
	for (int i = 0; i < RESAMPLES; i++) {
		for (size_t j = 0; j < n; j++)
			who[j] = c->who[rng_below(&rng, c->nwho)];
		o->stability += resample_agrees(o, b, who, n) / RESAMPLES;
	}
	free(who);
}

void
opinion_find(struct opinion *o, const struct ballot *b, const struct pca *p)
{
	unsigned char *group;
	struct cloud c;

	*o = (struct opinion){ .p = 1 };
	o->group = mem_alloc(b->nvoters + 1);
	memset(o->group, OPINION_NONE, b->nvoters);
	cloud_make(&c, b, p);
	o->placed = c.nwho;
	group = mem_zalloc(c.n + 1, 1);
	o->k = best_split(&c, group, &o->silhouette);
	for (size_t i = 0; i < b->nvoters && o->k > 0; i++)
		if (c.cell_of[i] != UINT32_MAX) {
			o->group[i] = group[c.cell_of[i]];
			o->size[o->group[i]]++;
		}
	if (o->k > 0)
		test_structure(o, b, &c);
	if (o->k > 0 && o->p <= 0.05)
		test_stability(o, b, &c);
	if (o->p > 0.05 || o->stability < 0.5)
		o->k = 0;
	free(group);
	cloud_free(&c);
}

void
opinion_free(struct opinion *o)
{
	free(o->group);
	*o = (struct opinion){ 0 };
}
