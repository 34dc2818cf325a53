#include "math/modularity.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/modularity_parts.h"
#include "math/select.h"

enum { MAX_ROUNDS = 10 };

struct level
modularity_level(const float *w, size_t n)
{
	struct level g = { .n = n, .w = w };
	size_t m = 0;

	g.degree = mem_zalloc(n + 1, sizeof(*g.degree));
	g.start = mem_zalloc(n + 2, sizeof(*g.start));
	g.neighbour = mem_alloc((n * n + 1) * sizeof(*g.neighbour));
	for (size_t i = 0; i < n; i++) {
		for (size_t j = 0; j < n; j++) {
			g.degree[i] += w[i * n + j];
			g.neighbour[m] = (uint32_t)j;
			m += j != i && w[i * n + j] > 0;
		}
		g.start[i + 1] = m;
		g.total += g.degree[i];
	}
	return g;
}

void
modularity_level_free(struct level *g)
{
	free(g->neighbour);
	free(g->start);
	free(g->degree);
}

/* Q of a division of a graph. */
static double
quality(const struct level *g, double resolution, const uint32_t *community)
{
	size_t n = g->n;
	double q = 0;

	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < n; j++)
			if (community[i] == community[j])
				q += g->w[i * n + j] -
				     resolution * g->degree[i] * g->degree[j] /
				         g->total;
	return g->total > 0 ? q / g->total : 0;
}

double
modularity(const float *w, size_t n, double resolution,
           const uint32_t *community)
{
	struct level g = modularity_level(w, n);
	double q = quality(&g, resolution, community);

	modularity_level_free(&g);
	return q;
}

size_t
modularity_renumber(uint32_t *community, size_t n, size_t k)
{
	uint32_t *number = mem_alloc((k + 1) * sizeof(*number));
	uint32_t next = 0;

	memset(number, 0xff, (k + 1) * sizeof(*number));
	for (size_t i = 0; i < n; i++) {
		uint32_t *c = &number[community[i]];

		if (*c == UINT32_MAX)
			*c = next++;
		community[i] = *c;
	}
	free(number);
	return next;
}

static size_t
start(const struct level *g, double resolution, uint64_t seed,
      uint32_t *community)
{
	size_t n = g->n, k = n, before;
	uint32_t *old = mem_alloc((n + 1) * sizeof(*old));
	struct rng r;

	rng_seed(&r, seed);
	for (size_t i = 0; i < n; i++)
		community[i] = (uint32_t)i;
	for (int round = 0; round < MAX_ROUNDS; round++) {
		memcpy(old, community, n * sizeof(*old));
		before = k;
		modularity_leiden(g, resolution, community, k, &r);
		k = modularity_renumber(community, n, n);
		if (k == before &&
		    memcmp(old, community, n * sizeof(*old)) == 0)
			break;
	}
	free(old);
	return k;
}

size_t
modularity_find(const float *w, size_t n, double resolution, size_t starts,
                uint32_t *community)
{
	struct level g = modularity_level(w, n);
	uint32_t *trial = mem_alloc((n + 1) * sizeof(*trial));
	size_t k = n;
	double top = -2;

	for (size_t i = 0; i < n; i++)
		community[i] = (uint32_t)i;
	for (uint64_t s = 1; s <= starts && g.total > 0; s++) {
		size_t found = start(&g, resolution, s, trial);
		double q = quality(&g, resolution, trial);

		if (q > top + 1e-9) {
			top = q;
			k = found;
			memcpy(community, trial, n * sizeof(*trial));
		}
	}
	free(trial);
	modularity_level_free(&g);
	return k;
}

float
modularity_residual(float *similarity, size_t n)
{
	float *all, median;
	size_t m = 0;

	for (size_t i = 0; i < n; i++)
		similarity[i * n + i] = 0;
	if (n < 2)
		return 0;
	all = mem_alloc(n * n * sizeof(*all));
	for (size_t i = 0; i < n; i++)
		for (size_t j = i + 1; j < n; j++)
			all[m++] = similarity[i * n + j];
	median = select_nth(all, m, m / 2);
	for (size_t i = 0; i < n * n; i++)
		similarity[i] =
		    similarity[i] > median ? similarity[i] - median : 0;
	free(all);
	return median;
}
