#include "math/hartigan.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/elem.h"
#include "math/rng.h"

enum { MAX_SWEEPS = 60 };

struct clusters {
	const float *s; /* n * n */
	size_t n, k;
	uint32_t *of;   /* the cluster of each item */
	size_t *size;   /* of each cluster */
	double *within; /* S_k */
	double *root;   /* sqrt(S_k) */
	float *to;      /* n * k: similarity of an item to all of a cluster */
};

static double
root(double x)
{
	return x > 0 ? elem_sqrt(x) : 0;
}

static void
begin(struct clusters *c, const float *s, size_t n, size_t k, uint32_t *of)
{
	*c = (struct clusters){ .s = s, .n = n, .k = k, .of = of };
	c->size = mem_zalloc(k, sizeof(*c->size));
	c->within = mem_zalloc(k, sizeof(*c->within));
	c->root = mem_zalloc(k, sizeof(*c->root));
	c->to = mem_zalloc(n * k, sizeof(*c->to));
	for (size_t i = 0; i < n; i++) {
		float *to = c->to + i * k;

		for (size_t j = 0; j < n; j++)
			to[of[j]] += s[i * n + j];
		c->size[of[i]]++;
		c->within[of[i]] += to[of[i]];
	}
	for (size_t j = 0; j < k; j++)
		c->root[j] = root(c->within[j]);
}

static void
end(struct clusters *c)
{
	free(c->size);
	free(c->within);
	free(c->root);
	free(c->to);
}

static double
objective(const struct clusters *c)
{
	double sum = 0;

	for (size_t k = 0; k < c->k; k++)
		sum += c->root[k];
	return sum;
}

/* S_k without item i, which is in k; and with it, which is not. */
static double
without(const struct clusters *c, size_t i, uint32_t k)
{
	double s =
	    c->within[k] - 2.0 * c->to[i * c->k + k] + c->s[i * c->n + i];

	return s > 0 ? s : 0;
}

static double
with(const struct clusters *c, size_t i, uint32_t k)
{
	double s =
	    c->within[k] + 2.0 * c->to[i * c->k + k] + c->s[i * c->n + i];

	return s > 0 ? s : 0;
}

static uint32_t
best_for(const struct clusters *c, size_t i)
{
	uint32_t own = c->of[i], best = own;
	double loss = c->root[own] - root(without(c, i, own)), top = 1e-9;

	for (uint32_t k = 0; k < c->k; k++) {
		double gain;

		if (k == own)
			continue;
		gain = root(with(c, i, k)) - c->root[k] - loss;
		if (gain > top) {
			top = gain;
			best = k;
		}
	}
	return best;
}

static void
move(struct clusters *c, size_t i, uint32_t to)
{
	uint32_t from = c->of[i];
	const float *s = c->s + i * c->n;

	c->within[from] = without(c, i, from);
	c->within[to] = with(c, i, to);
	c->root[from] = root(c->within[from]);
	c->root[to] = root(c->within[to]);
	c->size[from]--;
	c->size[to]++;
	c->of[i] = to;
	for (size_t j = 0; j < c->n; j++) {
		c->to[j * c->k + from] -= s[j];
		c->to[j * c->k + to] += s[j];
	}
}

static void
improve(struct clusters *c, struct rng *r)
{
	size_t *order = mem_alloc(c->n * sizeof(*order));
	size_t moved = 1;

	for (size_t i = 0; i < c->n; i++)
		order[i] = i;
	for (int s = 0; s < MAX_SWEEPS && moved > 0; s++) {
		moved = 0;
		rng_shuffle(r, order, c->n);
		for (size_t q = 0; q < c->n; q++) {
			size_t i = order[q];
			uint32_t to;

			if (c->size[c->of[i]] < 2)
				continue;
			to = best_for(c, i);
			if (to != c->of[i]) {
				move(c, i, to);
				moved++;
			}
		}
	}
	free(order);
}

double
hartigan_improve(const float *similarity, size_t n, size_t k, uint64_t seed,
                 uint32_t *cluster)
{
	struct clusters c;
	struct rng r;
	double sum;

	rng_seed(&r, seed);
	begin(&c, similarity, n, k, cluster);
	improve(&c, &r);
	sum = objective(&c);
	end(&c);
	return sum;
}

/* Draw an item with a chance in proportion to far. */
static size_t
draw(const float *far, size_t n, struct rng *r)
{
	double sum = 0, left;

	for (size_t i = 0; i < n; i++)
		sum += far[i];
	left = rng_real(r) * sum;
	for (size_t i = 0; i < n; i++) {
		left -= far[i];
		if (left < 0)
			return i;
	}
	return rng_below(r, n);
}

/* k-means++: each seed is likelier, the farther it is from those before. */
static void
seed_clusters(const float *s, size_t n, size_t k, struct rng *r, uint32_t *of)
{
	float *far = mem_alloc(n * sizeof(*far));
	float *near = mem_alloc(n * sizeof(*near));
	size_t seed = rng_below(r, n);

	for (size_t i = 0; i < n; i++) {
		far[i] = 2;
		near[i] = -2;
	}
	for (uint32_t c = 0; c < k; c++) {
		if (c > 0)
			seed = draw(far, n, r);
		for (size_t i = 0; i < n; i++) {
			float v = i == seed ? 2 : s[seed * n + i];
			float d = v < 1 ? 1 - v : 0;

			if (d < far[i])
				far[i] = d;
			if (v > near[i]) {
				near[i] = v;
				of[i] = c;
			}
		}
	}
	free(near);
	free(far);
}

void
hartigan_find(const float *similarity, size_t n, size_t k, size_t starts,
              uint32_t *cluster)
{
	uint32_t *trial = mem_alloc((n + 1) * sizeof(*trial));
	double top = -1;

	for (uint64_t seed = 1; seed <= starts && n > 0; seed++) {
		struct rng r;
		double sum;

		rng_seed(&r, seed);
		seed_clusters(similarity, n, k, &r, trial);
		sum = hartigan_improve(similarity, n, k, seed, trial);
		if (sum > top + 1e-9) {
			top = sum;
			memcpy(cluster, trial, n * sizeof(*trial));
		}
	}
	free(trial);
}
