/* The moves of the Leiden algorithm. */
#include <stdbool.h>
#include <stdlib.h>

#include "base/mem.h"
#include "math/modularity_parts.h"

enum { MAX_SWEEPS = 50 };

/* Nodes being moved among communities. */
struct moving {
	const struct level *g;
	double resolution;
	uint32_t *community; /* of each node, below k */
	size_t k;
	float *to;   /* n * k: weight from each node to each community */
	double *sum; /* degrees of each community */
};

static void
moving_begin(struct moving *m, const struct level *g, double resolution,
             uint32_t *community, size_t k)
{
	size_t n = g->n;

	*m = (struct moving){ g, resolution, community, k, NULL, NULL };
	m->to = mem_zalloc(n * k + 1, sizeof(*m->to));
	m->sum = mem_zalloc(k + 1, sizeof(*m->sum));
	for (size_t i = 0; i < n; i++) {
		m->sum[community[i]] += g->degree[i];
		for (size_t e = g->start[i]; e < g->start[i + 1]; e++) {
			size_t j = g->neighbour[e];

			m->to[i * k + community[j]] += g->w[i * n + j];
		}
	}
}

static void
moving_end(struct moving *m)
{
	free(m->to);
	free(m->sum);
}

/* The community that node i should be in: its own, unless one is better. */
static uint32_t
best_community(const struct moving *m, size_t i)
{
	const float *to = m->to + i * m->k;
	uint32_t own = m->community[i], best = own;
	double share = m->resolution * m->g->degree[i] / m->g->total;
	double least = 1e-9 * m->g->total;
	double top = to[own] - share * (m->sum[own] - m->g->degree[i]) + least;

	for (uint32_t c = 0; c < m->k; c++) {
		double gain;

		if (!((double)to[c] > top))
			continue;
		gain = to[c] - share * m->sum[c];
		if (gain > top && c != own) {
			top = gain;
			best = c;
		}
	}
	return best;
}

static void
move(struct moving *m, size_t i, uint32_t to)
{
	const float *w = m->g->w + i * m->g->n;
	uint32_t from = m->community[i];

	m->community[i] = to;
	m->sum[from] -= m->g->degree[i];
	m->sum[to] += m->g->degree[i];
	for (size_t e = m->g->start[i]; e < m->g->start[i + 1]; e++) {
		size_t j = m->g->neighbour[e];

		m->to[j * m->k + from] -= w[j];
		m->to[j * m->k + to] += w[j];
	}
}

static size_t
sweep(struct moving *m, struct rng *r, size_t *order)
{
	size_t moved = 0;

	rng_shuffle(r, order, m->g->n);
	for (size_t q = 0; q < m->g->n; q++) {
		uint32_t to = best_community(m, order[q]);

		if (to != m->community[order[q]]) {
			move(m, order[q], to);
			moved++;
		}
	}
	return moved;
}

/* Move nodes one by one until none gains. Return the number of communities. */
static size_t
move_nodes(const struct level *g, double resolution, uint32_t *community,
           size_t k, struct rng *r)
{
	size_t *order = mem_alloc((g->n + 1) * sizeof(*order));
	size_t moved = 1;

	for (size_t i = 0; i < g->n; i++)
		order[i] = i;
	for (int s = 0; s < MAX_SWEEPS && moved > 0; s++) {
		struct moving m;

		/* Few communities are left after a sweep: then keep going. */
		moving_begin(&m, g, resolution, community, k);
		do
			moved = sweep(&m, r, order);
		while (moved > 0 && k < 64 && ++s < MAX_SWEEPS);
		moving_end(&m);
		k = modularity_renumber(community, g->n, k);
	}
	free(order);
	return k;
}

/*
 * The part of its community that node i, alone until now, belongs to best: its
 * own if none gains. sum has the parts' degrees; to is all 0, and is again.
 */
static size_t
best_part(const struct level *g, double resolution, const uint32_t *community,
          const uint32_t *part, const double *sum, double *to, size_t i)
{
	double share = resolution * g->degree[i] / g->total, top = 0;
	const uint32_t *from = g->neighbour + g->start[i];
	const uint32_t *end = g->neighbour + g->start[i + 1];
	size_t best = part[i];

	for (const uint32_t *j = from; j < end; j++)
		if (community[*j] == community[i])
			to[part[*j]] += g->w[i * g->n + *j];
	for (const uint32_t *j = from; j < end; j++) {
		size_t c = part[*j];
		double gain = to[c] - share * sum[c];

		if (c != i && to[c] > 0 &&
		    (gain > top || (gain == top && c < best))) {
			top = gain;
			best = c;
		}
		to[c] = 0;
	}
	return best;
}

/*
 * Within each community, join nodes that are still alone to the part that
 * they belong to best. Parts are what becomes a node of the next level.
 */
static size_t
refine(const struct level *g, double resolution, const uint32_t *community,
       uint32_t *part, struct rng *r)
{
	size_t n = g->n;
	size_t *order = mem_alloc((n + 1) * sizeof(*order));
	double *sum = mem_alloc((n + 1) * sizeof(*sum));
	double *to = mem_zalloc(n + 1, sizeof(*to));
	bool *joined = mem_zalloc(n + 1, sizeof(*joined));

	for (size_t i = 0; i < n; i++) {
		order[i] = i;
		part[i] = (uint32_t)i;
		sum[i] = g->degree[i];
	}
	rng_shuffle(r, order, n);
	for (size_t q = 0; q < n; q++) {
		size_t i = order[q], best;

		if (joined[i])
			continue;
		best = best_part(g, resolution, community, part, sum, to, i);
		if (best == i)
			continue;
		joined[best] = joined[i] = true;
		sum[i] -= g->degree[i];
		sum[best] += g->degree[i];
		part[i] = (uint32_t)best;
	}
	free(joined);
	free(to);
	free(sum);
	free(order);
	return modularity_renumber(part, n, n);
}

/* The graph whose nodes are the parts; its weights are to be freed. */
static float *
contract(const struct level *g, const uint32_t *part, size_t k)
{
	double *sum = mem_zalloc(k * k + 1, sizeof(*sum));
	float *w = mem_alloc((k * k + 1) * sizeof(*w));

	for (size_t i = 0; i < g->n; i++) {
		const float *row = g->w + i * g->n;
		double *to = sum + part[i] * k;

		to[part[i]] += row[i];
		for (size_t e = g->start[i]; e < g->start[i + 1]; e++)
			to[part[g->neighbour[e]]] += row[g->neighbour[e]];
	}
	for (size_t i = 0; i < k * k; i++)
		w[i] = (float)sum[i];
	free(sum);
	return w;
}

size_t
modularity_leiden(const struct level *g, double resolution, uint32_t *community,
                  size_t k, struct rng *r)
{
	uint32_t *part, *above;
	struct level small;
	size_t parts;
	float *w;

	k = move_nodes(g, resolution, community, k, r);
	if (k == g->n)
		return k;
	part = mem_alloc((g->n + 1) * sizeof(*part));
	parts = refine(g, resolution, community, part, r);
	if (parts < g->n) {
		w = contract(g, part, parts);
		above = mem_alloc((parts + 1) * sizeof(*above));
		for (size_t i = 0; i < g->n; i++)
			above[part[i]] = community[i];
		small = modularity_level(w, parts);
		k = modularity_leiden(&small, resolution, above, k, r);
		for (size_t i = 0; i < g->n; i++)
			community[i] = above[part[i]];
		modularity_level_free(&small);
		free(above);
		free(w);
	}
	free(part);
	return k;
}
