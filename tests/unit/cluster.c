/* lib/math: select, sparse, modularity, hartigan. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/hartigan.h"
#include "math/modularity.h"
#include "math/rng.h"
#include "math/select.h"
#include "math/sparse.h"
#include "tap.h"

static int
by_value(const void *a, const void *b)
{
	const float *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static void
selection_agrees_with_sorting(void)
{
	struct rng r;
	bool good = true;

	rng_seed(&r, 3);
	for (int t = 0; t < 2000; t++) {
		float v[40], sorted[40];
		size_t n = 1 + rng_below(&r, 40), k = rng_below(&r, n);

		for (size_t i = 0; i < n; i++)
			v[i] = sorted[i] = (float)rng_below(&r, 9);
		qsort(sorted, n, sizeof(*sorted), by_value);
		good &= select_nth(v, n, k) == sorted[k];
	}
	ok(good, "the n-th smallest is the one that sorting finds");
}

static void
weights_are_tfidf(void)
{
	struct sparse m = SPARSE_INIT;
	uint32_t a[] = { 1, 0, 1 }, b[] = { 1 };
	float g[4] = { 0 };
	double x = (1 + log(2)) * 1, y = 1 + log(1.5), len;

	sparse_count(&m, a, 3);
	sparse_count(&m, b, 1);
	sparse_weigh(&m);
	len = sqrt(x * x + y * y);
	near(m.value[0], y / len, 1e-6, "a rare word weighs more");
	near(m.value[1], x / len, 1e-6, "a repeated word less than twice");
	sparse_products(&m, 2, g);
	near(g[1], 2 * x / len, 1e-6, "products are those of the rows");
	ok(g[1] == g[2] && fabsf(g[0] - 2) < 1e-6f, "both ways, and of each");
	sparse_count(&m, NULL, 0);
	ok(m.rows == 3 && sparse_len(&m, 2) == 0, "a row may be empty");
	sparse_free(&m);
}

/* Two triangles and an edge between them: 0-1-2, 3-4-5, 2-3. */
static void
two_triangles(float *w)
{
	static const int edges[][2] = { { 0, 1 }, { 0, 2 }, { 1, 2 }, { 3, 4 },
		                        { 3, 5 }, { 4, 5 }, { 2, 3 } };

	memset(w, 0, 36 * sizeof(*w));
	for (size_t i = 0; i < 7; i++)
		w[edges[i][0] * 6 + edges[i][1]] =
		    w[edges[i][1] * 6 + edges[i][0]] = 1;
}

static void
modularity_is_known(void)
{
	static const uint32_t apart[] = { 0, 0, 0, 1, 1, 1 };
	static const uint32_t together[] = { 0, 0, 0, 0, 0, 0 };
	uint32_t found[6];
	float w[36];

	two_triangles(w);
	near(modularity(w, 6, 1, apart), 5.0 / 14, 1e-12,
	     "modularity of two triangles is 5/14");
	near(modularity(w, 6, 1, together), 0, 1e-12, "of all in one, 0");
	ok(modularity_find(w, 6, 1, 5, found) == 2 &&
	       memcmp(found, apart, sizeof(apart)) == 0,
	   "the triangles are found");
	ok(modularity_find(w, 6, 0.1, 5, found) == 1,
	   "a low resolution finds one community");
	ok(modularity_find(w, 6, 5, 5, found) == 6,
	   "a high one finds each node");
}

static void
graphs_may_be_odd(void)
{
	float w[9] = { 0, 0.5f, 0.1f, 0.5f, 0, 0.2f, 0.1f, 0.2f, 0 };
	float none[9] = { 0 };
	uint32_t found[3] = { 7, 7, 7 };

	ok(modularity_find(w, 0, 1, 5, found) == 0, "no node, no community");
	ok(modularity_find(w, 1, 1, 5, found) == 1 && found[0] == 0,
	   "one node is a community");
	ok(modularity_find(none, 3, 1, 5, found) == 3 && found[2] == 2,
	   "without edges each node is one");
	modularity_residual(w, 3);
	ok(w[1] > 0.29f && w[1] < 0.31f && w[2] == 0 && w[5] == 0 && w[0] == 0,
	   "what is not above the median similarity is 0");
}

/* n items in k groups, alike within and less so between. */
static float *
planted(size_t n, size_t k, struct rng *r)
{
	float *s = mem_zalloc(n * n, sizeof(*s));

	for (size_t i = 0; i < n; i++) {
		s[i * n + i] = 1;
		for (size_t j = 0; j < i; j++) {
			double v = i % k == j % k ? 0.4 : 0.2;

			v += 0.1 * rng_real(r);
			s[i * n + j] = s[j * n + i] = (float)v;
		}
	}
	return s;
}

static void
planted_groups_are_found(void)
{
	struct rng r;
	float *s;
	uint32_t of[60], com[60];
	bool good = true;

	rng_seed(&r, 5);
	s = planted(60, 4, &r);
	hartigan_find(s, 60, 4, 10, of);
	for (size_t i = 4; i < 60; i++)
		good &= of[i] == of[i % 4];
	ok(good, "spherical k-means finds the groups");
	modularity_residual(s, 60);
	ok(modularity_find(s, 60, 1.2, 5, com) == 4, "so does modularity");
	free(s);
}

/* The sum over clusters of the root of the similarities within. */
static double
objective(const float *s, size_t n, size_t k, const uint32_t *of)
{
	double sum = 0;

	for (size_t c = 0; c < k; c++) {
		double within = 0;

		for (size_t i = 0; i < n * n; i++)
			if (of[i / n] == c && of[i % n] == c)
				within += s[i];
		sum += sqrt(fmax(within, 0));
	}
	return sum;
}

static void
moves_never_lower(void)
{
	struct rng r;
	bool good = true, kept = true;

	rng_seed(&r, 6);
	for (uint64_t t = 0; t < 50; t++) {
		size_t n = 5 + rng_below(&r, 30), k = 2 + rng_below(&r, 3);
		float *s = planted(n, k, &r);
		uint32_t of[40];
		size_t size[8] = { 0 };
		double before, after;

		for (size_t i = 0; i < n; i++)
			of[i] = (uint32_t)(i < k ? i : rng_below(&r, k));
		before = objective(s, n, k, of);
		after = hartigan_improve(s, n, k, t, of);
		good &= after >= before - 1e-6 &&
		        fabs(after - objective(s, n, k, of)) < 1e-3;
		for (size_t i = 0; i < n; i++)
			size[of[i]]++;
		for (size_t i = 0; i < k; i++)
			kept &= size[i] > 0;
		free(s);
	}
	ok(good, "moves never lower the objective, and it is what they say");
	ok(kept, "and no cluster is emptied");
}

int
main(void)
{
	selection_agrees_with_sorting();
	weights_are_tfidf();
	modularity_is_known();
	graphs_may_be_odd();
	planted_groups_are_found();
	moves_never_lower();
	return tap_done();
}
