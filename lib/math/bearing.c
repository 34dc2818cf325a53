#include "math/bearing.h"

#include <stdlib.h>

#include "base/mem.h"
#include "math/elem.h"
#include "math/vec.h"

void
bearing_init(struct bearing *b, const float *vectors, size_t dims, float kappa,
             size_t k)
{
	*b = (struct bearing){
		.vectors = vectors, .dims = dims, .k = k, .kappa = kappa
	};
	b->sums = mem_zalloc(k * dims + 1, sizeof(*b->sums));
	b->inverse = mem_zalloc(k + 1, sizeof(*b->inverse));
}

void
bearing_shift(struct bearing *b, size_t text, uint32_t z, float by)
{
	const float *v = b->vectors + text * b->dims;
	float *sum = b->sums + z * b->dims, square;
	vec4 factor = vec_all(by);

	for (size_t i = 0; i < b->dims; i += 4)
		vec_store(sum + i,
		          vec_load(sum + i) + factor * vec_load(v + i));
	square = vec_dot(sum, sum, b->dims);
	/* What is left by rounding points nowhere. */
	b->inverse[z] =
	    square > 1e-3f ? (float)(1 / elem_sqrt((double)square)) : 0;
}

void
bearing_weigh(const struct bearing *b, size_t text, float *weight)
{
	const float *v = b->vectors + text * b->dims;
	float step = b->kappa / 16;

	for (size_t k = 0; k < b->k; k++) {
		float c = vec_dot(v, b->sums + k * b->dims, b->dims);
		float f = 1 + step * (c * b->inverse[k]);

		f *= f;
		f *= f;
		f *= f;
		weight[k] *= f * f;
	}
}

void
bearing_free(struct bearing *b)
{
	free(b->sums);
	free(b->inverse);
}
