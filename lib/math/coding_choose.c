#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/coding.h"
#include "math/elem.h"

/* How much is taken off what vectors have in common, if there are far more of
 * them than COMMON. */
enum { COMMON = 50 };
static const double common_share = 0.4;

void
coding_centre(float *vectors, size_t n, size_t dims)
{
	double *mean = mem_zalloc(dims + 1, sizeof(*mean));
	double share = common_share / (double)(n + COMMON);

	for (size_t i = 0; i < n; i++)
		for (size_t d = 0; d < dims; d++)
			mean[d] += (double)vectors[i * dims + d];
	for (size_t i = 0; i < n; i++) {
		float *v = vectors + i * dims;
		double square = 0, factor;

		for (size_t d = 0; d < dims; d++)
			square += (double)v[d] * (double)v[d];
		if (square == 0)
			continue;
		square = 0;
		for (size_t d = 0; d < dims; d++) {
			v[d] -= (float)(share * mean[d]);
			square += (double)v[d] * (double)v[d];
		}
		factor = square > 0 ? 1 / elem_sqrt(square) : 0;
		for (size_t d = 0; d < dims; d++)
			v[d] = (float)((double)v[d] * factor);
	}
	free(mean);
}

/* Whether code a comes before b: more rules, or the better score. */
static bool
goes_before(const uint32_t *hits, const float *score, uint32_t a, uint32_t b)
{
	if (hits[a] != hits[b])
		return hits[a] > hits[b];
	return score[a] > score[b];
}

size_t
coding_choose(const uint32_t *hits, const float *score, size_t k, float fit,
              float rho, size_t most, uint32_t *list)
{
	float least = fit;
	size_t n = 0;

	for (size_t i = 0; i < k; i++)
		if (rho * score[i] > least)
			least = rho * score[i];
	for (uint32_t i = 0; i < k; i++) {
		size_t at = n;

		if (hits[i] == 0 && score[i] < least)
			continue;
		while (at > 0 && goes_before(hits, score, i, list[at - 1]))
			at--;
		if (at == most)
			continue;
		n += n < most;
		memmove(list + at + 1, list + at, (n - at - 1) * sizeof(*list));
		list[at] = i;
	}
	return n;
}
