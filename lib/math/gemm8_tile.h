/*
 * For the kernels of gemm8: what they all do around their inner loops, made
 * for each kind of processor.
 */
#ifndef DLG_GEMM8_TILE_H
#define DLG_GEMM8_TILE_H

#include <stdbool.h>
#include <string.h>

#include "math/gemm8_kernels.h"

/*
 * sums[r * 16 + o] = the products of row r of q (in of them, each from 0 to
 * 255) with output o of a block, summed. At most 1536 of them fit an int32.
 * q is of int16_t, for block_vnni of uint8_t.
 */
typedef void products(const void *q, size_t rows, size_t in,
                      const int8_t *weights, int32_t *sums);

/* The least and the greatest of n numbers. */
WIDE void
find_range(const float *x, size_t n, float *least, float *greatest)
{
	vec16 low, high;

	memcpy(&low, x, sizeof(low));
	high = low;
	for (size_t i = WIDE_LANES; i < n; i += WIDE_LANES) {
		vec16 v;

		memcpy(&v, x + i, sizeof(v));
		wide_min(&low, &v);
		wide_max(&high, &v);
	}
	*least = low[0];
	*greatest = high[0];
	for (int i = 1; i < WIDE_LANES; i++) {
		*least = low[i] < *least ? low[i] : *least;
		*greatest = high[i] > *greatest ? high[i] : *greatest;
	}
}

/* Scale a row to bytes, or the same numbers in two bytes each. */
WIDE void
scale_row(const float *x, size_t n, bool bytes, struct scaled *s, size_t row)
{
	uint8_t *narrow = (uint8_t *)s->q + row * n;
	int16_t *wide = (int16_t *)s->q + row * n;
	float low, high, factor;

	find_range(x, n, &low, &high);
	factor = high > low ? 255 / (high - low) : 0;
	s->scale[row] = factor > 0 ? 1 / factor : 0;
	s->least[row] = low;
	for (size_t i = 0; i < n; i += WIDE_LANES) {
		vec16 v, rest;
		ivec16 whole;

		memcpy(&v, x + i, sizeof(v));
		/* Cutting off what is not negative, more by half, rounds. */
		whole =
		    __builtin_convertvector((v - low) * factor + 0.5f, ivec16);
		if (bytes) {
			bvec16 b = __builtin_convertvector(whole, bvec16);

			memcpy(narrow + i, &b, sizeof(b));
		} else {
			hvec16 h = __builtin_convertvector(whole, hvec16);

			memcpy(wide + i, &h, sizeof(h));
		}
		if (s->rest == NULL)
			continue;
		rest =
		    v - (__builtin_convertvector(whole, vec16) * s->scale[row] +
		         low);
		memcpy(s->rest + row * n + i, &rest, sizeof(rest));
	}
}

/* The outputs of a block for each row, from the sums of its products. */
WIDE void
finish_block(const struct matrix8 *m, const struct scaled *s, size_t rows,
             size_t from, float *y)
{
	vec16 scale, bias, total;
	ivec16 sum;

	memcpy(&scale, m->scale + from, sizeof(scale));
	memcpy(&bias, m->bias + from, sizeof(bias));
	memcpy(&sum, m->sum + from, sizeof(sum));
	total = __builtin_convertvector(sum, vec16);
	for (size_t r = 0; r < rows; r++) {
		vec16 v;

		memcpy(&sum, s->sums + r * GEMM8_WIDE, sizeof(sum));
		v = __builtin_convertvector(sum, vec16) * s->scale[r] +
		    s->least[r] * total;
		v = v * scale + bias;
		memcpy(y + r * m->out + from, &v, sizeof(v));
	}
}

WIDE void
tile(const struct matrix8 *m, const float *x, size_t rows, struct scaled *s,
     products *multiply, bool bytes, float *y)
{
	for (size_t r = 0; r < rows; r++)
		scale_row(x + r * m->in, m->in, bytes, s, r);
	for (size_t from = 0; from < m->out; from += GEMM8_WIDE) {
		multiply(s->q, rows, m->in, m->blocks + from * m->in, s->sums);
		finish_block(m, s, rows, from, y);
	}
}

#endif
