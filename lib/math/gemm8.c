#include "math/gemm8.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/gemm8_kernels.h"

enum { TILE = 128 }; /* rows worked on together */

/* Rows scaled to -127..127: x is about q * scale + middle. */
struct scaled {
	int8_t *q;
	float *scale, *middle;
};

static gemm8_block *const kernels[GEMM8_KERNELS] = {
	gemm8_block_scalar,
#ifdef GEMM8_X86
	gemm8_block_sse2,
	gemm8_block_avx2,
#endif
};

int
gemm8_has(enum gemm8_kernel kernel)
{
#ifdef GEMM8_X86
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
	if (gemm8_has(GEMM8_AVX2))
		return GEMM8_AVX2;
	return gemm8_has(GEMM8_SSE2) ? GEMM8_SSE2 : GEMM8_SCALAR;
}

/* The nearest whole number, halves away from 0. */
static int8_t
nearest(float x)
{
	int v = (int)(x < 0 ? x - 0.5f : x + 0.5f);

	return (int8_t)(v < -127 ? -127 : v > 127 ? 127 : v);
}

static void
scale_row(const float *x, size_t n, struct scaled *s, size_t row)
{
	int8_t *q = s->q + row * n;
	float low = x[0], high = x[0], middle, factor;

	for (size_t i = 1; i < n; i++) {
		low = x[i] < low ? x[i] : low;
		high = x[i] > high ? x[i] : high;
	}
	middle = (low + high) / 2;
	factor = high > middle ? 127 / (high - middle) : 0;
	s->scale[row] = factor > 0 ? 1 / factor : 0;
	s->middle[row] = middle;
	for (size_t i = 0; i < n; i++)
		q[i] = nearest((x[i] - middle) * factor);
}

/* Sixteen outputs of each row from the sums of their products. */
static void
finish_block(const struct matrix8 *m, const struct scaled *s, size_t rows,
             size_t from, const int32_t *sums, float *y)
{
	for (size_t r = 0; r < rows; r++) {
		float *to = y + r * m->out + from;

		for (size_t i = 0; i < GEMM8_WIDE; i++) {
			float scale = m->scale[from + i];
			float shift = s->middle[r] * (float)m->sum[from + i];

			to[i] = ((float)sums[r * GEMM8_WIDE + i] * s->scale[r] +
			         shift) *
			            scale +
			        m->bias[from + i];
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
		mem_alloc(TILE * m->in),
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
