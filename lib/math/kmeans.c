#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/elem.h"
#include "math/kmeans.h"
#include "math/rng.h"

enum {
	STARTS = 20,
	ROUNDS = 50,
};

struct centres {
	struct point c[KMEANS_MOST];
	size_t k;
};

int
point_cmp(const void *va, const void *vb)
{
	const struct point *a = va, *b = vb;

	if (a->x != b->x)
		return a->x < b->x ? -1 : 1;
	if (a->y != b->y)
		return a->y < b->y ? -1 : 1;
	return (a->weight > b->weight) - (a->weight < b->weight);
}

static double
squared(const struct point *a, const struct point *b)
{
	double x = a->x - b->x, y = a->y - b->y;

	return x * x + y * y;
}

static size_t
nearest(const struct centres *m, const struct point *p, double *far)
{
	size_t best = 0;

	*far = squared(p, &m->c[0]);
	for (size_t j = 1; j < m->k; j++) {
		double d = squared(p, &m->c[j]);

		if (d < *far) {
			*far = d;
			best = j;
		}
	}
	return best;
}

/* k-means++ (Arthur and Vassilvitskii 2007). */
static void
begin(struct centres *m, const struct point *p, size_t n, size_t k,
      struct rng *rng, double *far)
{
	m->k = 0;
	for (size_t j = 0; j < k; j++) {
		double sum = 0, at;
		size_t pick = 0;

		for (size_t i = 0; i < n; i++) {
			double d = p[i].weight;

			if (m->k > 0) {
				double s;

				nearest(m, &p[i], &s);
				d *= s;
			}
			far[i] = sum += d;
		}
		at = rng_real(rng) * sum;
		while (pick + 1 < n && far[pick] <= at)
			pick++;
		m->c[m->k++] = p[pick];
	}
}

static double
improve(struct centres *m, const struct point *p, size_t n,
        unsigned char *group)
{
	double sum = 0, before = INFINITY;

	for (int round = 0; round < ROUNDS; round++) {
		struct centres next = { .k = m->k };

		sum = 0;
		for (size_t i = 0; i < n; i++) {
			double far;
			size_t j = nearest(m, &p[i], &far);

			group[i] = (unsigned char)j;
			sum += far * p[i].weight;
			next.c[j].x += p[i].x * p[i].weight;
			next.c[j].y += p[i].y * p[i].weight;
			next.c[j].weight += p[i].weight;
		}
		if (sum >= before * (1 - 1e-12))
			break;
		before = sum;
		for (size_t j = 0; j < m->k; j++)
			if (next.c[j].weight > 0) {
				m->c[j].x = next.c[j].x / next.c[j].weight;
				m->c[j].y = next.c[j].y / next.c[j].weight;
			}
	}
	return sum;
}

/* Number groups by falling weight, then by their first point. */
static void
renumber(const struct point *p, size_t n, size_t k, unsigned char *group)
{
	double weight[KMEANS_MOST] = { 0 };
	size_t first[KMEANS_MOST] = { 0 }, rank[KMEANS_MOST] = { 0 };

	for (size_t i = n; i-- > 0;) {
		weight[group[i]] += p[i].weight;
		first[group[i]] = i;
	}
	for (size_t a = 0; a < k; a++)
		for (size_t b = 0; b < k; b++)
			if (b != a && (weight[b] > weight[a] ||
			               (weight[b] == weight[a] &&
			                weight[b] > 0 && first[b] < first[a])))
				rank[a]++;
	for (size_t i = 0; i < n; i++)
		group[i] = (unsigned char)rank[group[i]];
}

double
kmeans(const struct point *p, size_t n, size_t k, unsigned char *group)
{
	unsigned char *try = mem_zalloc(n + 1, 1);
	double *far = mem_alloc((n + 1) * sizeof(*far)), best = INFINITY;
	struct centres m = { .k = 0 };
	struct rng rng;

	rng_seed(&rng, k);
	memset(group, 0, n);
	for (int start = 0; start < STARTS && n > 0; start++) {
		double sum;

		begin(&m, p, n, k, &rng, far);
		sum = improve(&m, p, n, try);
		if (sum < best * (1 - 1e-9)) {
			best = sum;
			memcpy(group, try, n);
		}
	}
	renumber(p, n, k, group);
	free(far);
	free(try);
	return best;
}

double
silhouette(const struct point *p, size_t n, size_t k,
           const unsigned char *group)
{
	double all = 0, total = 0, weight[KMEANS_MOST] = { 0 };

	for (size_t i = 0; i < n; i++)
		weight[group[i]] += p[i].weight;
	for (size_t i = 0; i < n; i++) {
		double sum[KMEANS_MOST] = { 0 }, own, other = INFINITY;
		size_t g = group[i];

		for (size_t j = 0; j < n; j++)
			sum[group[j]] +=
			    elem_sqrt(squared(&p[i], &p[j])) * p[j].weight;
		total += p[i].weight;
		if (weight[g] <= p[i].weight)
			continue;
		own = sum[g] / (weight[g] - p[i].weight);
		for (size_t j = 0; j < k; j++)
			if (j != g && weight[j] > 0 &&
			    sum[j] / weight[j] < other)
				other = sum[j] / weight[j];
		if (other < INFINITY && (own > 0 || other > 0))
			all += p[i].weight * (other - own) /
			       (own > other ? own : other);
	}
	return total > 0 ? all / total : 0;
}
