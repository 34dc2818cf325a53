#include "math/gemm8.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/gemm8_kernels.h"
#include "math/vec.h"

enum { TILE = 128 }; /* rows worked on together */

/*
 * The greatest number of a scaled row: 1536 products of it with an int8 still
 * fit an int32.
 */
enum { MOST = 8191 };

/* Rows scaled to -MOST..MOST: x is about q * scale + middle. */
struct scaled {
	int16_t *q;
	float *scale, *middle;
};

static gemm8_block *const kernels[GEMM8_KERNELS] = {
	gemm8_block_scalar,
#ifdef GEMM8_X86
	gemm8_block_sse2,
	gemm8_block_avx2,
	gemm8_block_vnni,
#endif
};

int
gemm8_has(enum gemm8_kernel kernel)
{
#ifdef GEMM8_X86
	if (kernel == GEMM8_VNNI)
		return __builtin_cpu_supports("avx512bw") &&
		       __builtin_cpu_supports("avx512vnni");
	if (kernel == GEMM8_AVX2)
		return __builtin_cpu_supports("avx2") != 0;
	if (kernel == GEMM8_SSE2)
		return __builtin_cpu_supports("sse2") != 0;
#endif
	return kernel == GEMM8_SCALAR;
}

enum gemm8_kernel
gemm8_best(void)
{
	enum gemm8_kernel k = GEMM8_KERNELS - 1;

	while (!gemm8_has(k))
		k--;
	return k;
}

/* The least and the greatest of n numbers; n is a multiple of 4. */
static void
find_range(const float *x, size_t n, float *least, float *greatest)
{
	vec4 low = vec_load(x), high = low;

	for (size_t i = 4; i < n; i += 4) {
		vec4 v = vec_load(x + i);

		low = vec_min(low, v);
		high = vec_max(high, v);
	}
	*least = low[0];
	*greatest = high[0];
	for (int i = 1; i < 4; i++) {
		*least = low[i] < *least ? low[i] : *least;
		*greatest = high[i] > *greatest ? high[i] : *greatest;
	}
}

static void
scale_row(const float *x, size_t n, struct scaled *s, size_t row)
{
	int16_t *q = s->q + row * n;
	float low, high, middle, factor;

	find_range(x, n, &low, &high);
	middle = (low + high) / 2;
	factor = high > middle ? MOST / (high - middle) : 0;
	s->scale[row] = factor > 0 ? 1 / factor : 0;
	s->middle[row] = middle;
	for (size_t i = 0; i < n; i += 4) {
		/* Made positive, so that cutting off rounds. */
		vec4 v = (vec_load(x + i) - vec_all(middle)) * vec_all(factor) +
		         vec_all(MOST + 1.5f);
		ivec4 whole = __builtin_convertvector(v, ivec4) - (MOST + 1);
		hvec4 half = __builtin_convertvector(whole, hvec4);

		memcpy(q + i, &half, sizeof(half));
	}
}

/* Sixteen outputs of each row from the sums of their products. */
static void
finish_block(const struct matrix8 *m, const struct scaled *s, size_t rows,
             size_t from, const int32_t *sums, float *y)
{
	for (size_t i = 0; i < GEMM8_WIDE; i += 4) {
		vec4 scale = vec_load(m->scale + from + i);
		vec4 bias = vec_load(m->bias + from + i), total;
		ivec4 sum;

		memcpy(&sum, m->sum + from + i, sizeof(sum));
		total = __builtin_convertvector(sum, vec4);
		for (size_t r = 0; r < rows; r++) {
			vec4 v;

			memcpy(&sum, sums + r * GEMM8_WIDE + i, sizeof(sum));
			v = __builtin_convertvector(sum, vec4) *
			        vec_all(s->scale[r]) +
			    vec_all(s->middle[r]) * total;
			vec_store(y + r * m->out + from + i, v * scale + bias);
		}
	}
}

static void
tile(const struct matrix8 *m, const float *x, size_t rows, struct scaled *s,
     int32_t *sums, gemm8_block *block, float *y)
{
	for (size_t r = 0; r < rows; r++)
		scale_row(x + r * m->in, m->in, s, r);
	for (size_t from = 0; from < m->out; from += GEMM8_WIDE) {
		block(s->q, rows, m->in, m->blocks + from * m->in, sums);
		finish_block(m, s, rows, from, sums, y);
	}
}

void
gemm8(const struct matrix8 *m, const float *x, size_t rows, float *y,
      enum gemm8_kernel kernel)
{
	struct scaled s = {
		mem_alloc(TILE * m->in * sizeof(int16_t)),
		mem_alloc(TILE * sizeof(float)),
		mem_alloc(TILE * sizeof(float)),
	};
	int32_t *sums = mem_alloc(TILE * GEMM8_WIDE * sizeof(*sums));

	for (size_t r = 0; r < rows; r += TILE)
		tile(m, x + r * m->in, rows - r < TILE ? rows - r : TILE, &s,
		     sums, kernels[kernel], y + r * m->out);
	free(sums);
	free(s.middle);
	free(s.scale);
	free(s.q);
}
