#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/beta.h"
#include "math/elem.h"
#include "math/rng.h"
#include "math/skew.h"
#include "math/skew_parts.h"

static double
statistic(const struct skew_trial *t)
{
	double x = 0;

	for (size_t g = 0; g < t->in->ngroups; g++) {
		double e = (double)t->sum_n[g] * t->all_k / t->all_n;
		double d = (double)t->sum_k[g] - e;

		if (e > 0)
			x += d * d / e;
	}
	return x;
}

static double
by_label(struct skew_trial *t)
{
	memset(t->sum_n, 0, t->in->ngroups * sizeof(*t->sum_n));
	memset(t->sum_k, 0, t->in->ngroups * sizeof(*t->sum_k));
	for (size_t j = 0; j < t->in->ntables; j++) {
		t->sum_n[t->label[j]] += t->n[j];
		t->sum_k[t->label[j]] += t->k[j];
	}
	return statistic(t);
}

/* The end of the stratum that begins at table i. */
static size_t
stratum_end(const struct skew *s, size_t i)
{
	size_t j = i + 1;

	if (s->stratum == NULL)
		return s->ntables;
	while (j < s->ntables && s->stratum[j] == s->stratum[i])
		j++;
	return j;
}

static int
ascending(const void *va, const void *vb)
{
	uint32_t a = *(const uint32_t *)va, b = *(const uint32_t *)vb;

	return (a > b) - (a < b);
}

/* log of how many ways the labels of each stratum can be arranged. */
static double
arrangements_log(const struct skew_trial *t)
{
	double ways = 0;
	uint32_t *count = mem_alloc(t->in->ngroups * sizeof(*count));

	for (size_t i = 0; i < t->in->ntables;) {
		size_t end = stratum_end(t->in, i);

		memset(count, 0, t->in->ngroups * sizeof(*count));
		ways += elem_lgamma((double)(end - i) + 1);
		for (; i < end; i++)
			count[t->label[i]]++;
		for (size_t g = 0; g < t->in->ngroups; g++)
			ways -= elem_lgamma(count[g] + 1.0);
	}
	free(count);
	return ways;
}

/* The next arrangement in order; false, and sorted again, after the last. */
static bool
next_order(uint32_t *v, size_t n)
{
	size_t i = n, j = n;

	while (i > 1 && v[i - 2] >= v[i - 1])
		i--;
	if (i > 1) {
		while (v[j - 1] <= v[i - 2])
			j--;
		uint32_t swap = v[i - 2];

		v[i - 2] = v[j - 1];
		v[j - 1] = swap;
	}
	for (size_t a = i < 1 ? 0 : i - 1, b = n; a + 1 < b; a++) {
		uint32_t swap = v[--b];

		v[b] = v[a];
		v[a] = swap;
	}
	return i > 1;
}

static bool
next_arrangement(struct skew_trial *t)
{
	for (size_t i = 0; i < t->in->ntables;) {
		size_t end = stratum_end(t->in, i);

		if (next_order(t->label + i, end - i))
			return true;
		i = end;
	}
	return false;
}

static void
try_all(struct skew_trial *t, struct skew_result *r)
{
	size_t far = 0;

	for (size_t i = 0; i < t->in->ntables;) {
		size_t end = stratum_end(t->in, i);

		mem_sort(t->label + i, end - i, sizeof(*t->label), ascending);
		i = end;
	}
	do {
		far += skew_as_far(t, by_label(t));
		r->tried++;
	} while (next_arrangement(t));
	r->exact = true;
	r->p = (double)far / (double)r->tried;
}

static void
shuffle_labels(struct skew_trial *t, struct rng *rng)
{
	for (size_t i = 0; i < t->in->ntables;) {
		size_t end = stratum_end(t->in, i);

		for (size_t n = end - i; n > 1; n--) {
			size_t a = i + n - 1;
			size_t b = i + (size_t)rng_below(rng, n);
			uint32_t swap = t->label[a];

			t->label[a] = t->label[b];
			t->label[b] = swap;
		}
		i = end;
	}
}

/* Draw which notes of each table are the theme's. */
static double
draw_inside(struct skew_trial *t, struct rng *rng)
{
	size_t groups = t->in->ngroups;

	memset(t->sum_k, 0, groups * sizeof(*t->sum_k));
	for (size_t j = 0; j < t->in->ntables; j++) {
		size_t n = 0;

		if (t->k[j] == 0)
			continue;
		for (size_t g = 0; g < groups; g++)
			for (uint32_t i = 0; i < t->in->notes[j * groups + g];
			     i++)
				t->pool[n++] = (uint32_t)g;
		for (uint32_t i = 0; i < t->k[j]; i++) {
			size_t at = (size_t)rng_below(rng, n);

			t->sum_k[t->pool[at]]++;
			t->pool[at] = t->pool[--n];
		}
	}
	return statistic(t);
}

/*
 * Draws from a seed; a hopeless case stops early, when so many were as far,
 * as Besag and Clifford (1991) have it.
 */
static void
try_some(struct skew_trial *t, struct skew_result *r)
{
	struct rng rng;
	size_t far = 0;

	rng_seed(&rng, t->in->seed);
	while (r->tried < SKEW_DRAWS && far < HOPELESS) {
		double x;

		if (r->inside) {
			x = draw_inside(t, &rng);
		} else {
			shuffle_labels(t, &rng);
			x = by_label(t);
		}
		far += skew_as_far(t, x);
		r->tried++;
	}
	skew_conclude(r, far);
}

/* Sum the tables; whether some are mixed; the real statistic. */
static bool
reduce(struct skew_trial *t)
{
	const struct skew *s = t->in;
	bool mixed = false;

	for (size_t j = 0; j < s->ntables; j++) {
		size_t kinds = 0;

		for (size_t g = 0; g < s->ngroups; g++) {
			uint32_t n = s->notes[j * s->ngroups + g];
			uint32_t k = s->theme[j * s->ngroups + g];

			if (n > 0) {
				t->label[j] = (uint32_t)g;
				kinds++;
			}
			t->n[j] += n;
			t->k[j] += k;
			t->sum_n[g] += n;
			t->sum_k[g] += k;
		}
		mixed |= kinds > 1;
		t->all_n += t->n[j];
		t->all_k += t->k[j];
	}
	if (t->all_n > 0)
		t->seen = statistic(t);
	return mixed;
}

/* log of how many ways a mixed table's theme notes can fall to its groups. */
static double
inside_log(const struct skew_trial *t)
{
	double ways = 0;

	for (size_t j = 0; j < t->in->ntables; j++)
		ways += choose_log(t->n[j], t->k[j]);
	return ways;
}

struct skew_result
skew_test(const struct skew *s, double alpha)
{
	struct skew_trial t = { .in = s };
	struct skew_result r = { .p = 1, .least = 1 };
	size_t longest = 0, kinds = 0;

	t.n = mem_zalloc(s->ntables + 1, sizeof(*t.n));
	t.k = mem_zalloc(s->ntables + 1, sizeof(*t.k));
	t.label = mem_zalloc(s->ntables + 1, sizeof(*t.label));
	t.sum_n = mem_zalloc(s->ngroups + 1, sizeof(*t.sum_n));
	t.sum_k = mem_zalloc(s->ngroups + 1, sizeof(*t.sum_k));
	r.inside = reduce(&t);
	for (size_t j = 0; j < s->ntables; j++)
		longest = t.n[j] > longest ? t.n[j] : longest;
	for (size_t g = 0; g < s->ngroups; g++)
		kinds += t.sum_n[g] > 0;
	if (kinds > 1 && t.all_k > 0) {
		double ways = r.inside ? inside_log(&t) : arrangements_log(&t);

		t.pool = mem_alloc((longest + 1) * sizeof(*t.pool));
		r.least = elem_exp(-ways);
		r.tested = r.least <= alpha + 1e-9;
		if (r.tested && !r.inside && ways <= elem_log(SKEW_EXACT + 0.5))
			try_all(&t, &r);
		else if (r.tested && r.inside && t.all_k >= MANY_NOTES)
			skew_try_normal(&t, &r);
		else if (r.tested)
			try_some(&t, &r);
		free(t.pool);
	}
	free(t.sum_k);
	free(t.sum_n);
	free(t.label);
	free(t.k);
	free(t.n);
	return r;
}
