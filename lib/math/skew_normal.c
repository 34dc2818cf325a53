#include <stdlib.h>

#include "base/mem.h"
#include "math/elem.h"
#include "math/rng.h"
#include "math/skew_parts.h"

/*
 * The mean and the covariance of the groups' theme notes when each table's are
 * drawn from its notes; the covariance becomes its Cholesky factor.
 */
static void
moments(const struct skew_trial *t, double *mean, double *root)
{
	size_t groups = t->in->ngroups;

	for (size_t j = 0; j < t->in->ntables; j++) {
		const uint32_t *row = t->in->notes + j * groups;
		double n = t->n[j], k = t->k[j];
		double spread = n > 1 ? k * (n - k) / (n - 1) : 0;

		for (size_t g = 0; g < groups && n > 0; g++) {
			mean[g] += k * row[g] / n;
			root[g * groups + g] += spread * row[g] / n;
			for (size_t h = 0; h <= g; h++)
				root[g * groups + h] -=
				    spread * row[g] / n * row[h] / n;
		}
	}
	for (size_t g = 0; g < groups; g++)
		for (size_t h = 0; h <= g; h++) {
			double *x = &root[g * groups + h];
			double d = root[h * groups + h];

			for (size_t i = 0; i < h; i++)
				*x -=
				    root[g * groups + i] * root[h * groups + i];
			if (g == h)
				*x = *x > 1e-9 ? elem_sqrt(*x) : 0;
			else
				*x = d > 0 ? *x / d : 0;
		}
}

/* Two normal deviates (Marsaglia and Bray 1964). */
static void
normal(struct rng *rng, double out[2])
{
	double u, v, s;

	do {
		u = 2 * rng_real(rng) - 1;
		v = 2 * rng_real(rng) - 1;
		s = u * u + v * v;
	} while (s >= 1 || s == 0);
	s = elem_sqrt(-2 * elem_log(s) / s);
	out[0] = u * s;
	out[1] = v * s;
}

void
skew_try_normal(const struct skew_trial *t, struct skew_result *r)
{
	size_t groups = t->in->ngroups, far = 0;
	double *mean = mem_zalloc(groups + 1, sizeof(*mean));
	double *root = mem_zalloc(groups * groups + 1, sizeof(*root));
	double *z = mem_zalloc(groups + 2, sizeof(*z));
	struct rng rng;

	moments(t, mean, root);
	rng_seed(&rng, t->in->seed);
	while (r->tried < SKEW_DRAWS && far < HOPELESS) {
		double x = 0;

		for (size_t g = 0; g < groups; g += 2)
			normal(&rng, z + g);
		for (size_t g = 0; g < groups; g++) {
			double e = (double)t->sum_n[g] * t->all_k / t->all_n;
			double d = mean[g] - e;

			for (size_t h = 0; h <= g; h++)
				d += root[g * groups + h] * z[h];
			x += e > 0 ? d * d / e : 0;
		}
		far += skew_as_far(t, x);
		r->tried++;
	}
	skew_conclude(r, far);
	free(z);
	free(root);
	free(mean);
}
