/*
 * Products of matrices in small whole numbers: weights are int8, what they
 * are multiplied with is scaled to bytes row by row. Sums are exact, so that
 * every processor gives the same bits, by whichever kernel.
 */
#ifndef DLG_GEMM8_H
#define DLG_GEMM8_H

#include <stddef.h>
#include <stdint.h>

/* A matrix of in * out weights; in is a multiple of 64 and at
 * most 1536, out of 16. */
struct matrix8 {
	size_t in, out;
	const int8_t *blocks; /* see lib/data/encoder.pl; 64-byte aligned */
	const float *scale;   /* of each output */
	const int32_t *sum;   /* of the weights of each output */
	const float *bias;
};

enum gemm8_kernel {
	GEMM8_SCALAR,
	GEMM8_SSE2,
	GEMM8_AVX2,
	GEMM8_VNNI, /* AVX-512 with VNNI */
	GEMM8_AMX,
	GEMM8_KERNELS,
};

/* The fastest kernel that this processor has; whether it has one. */
enum gemm8_kernel gemm8_best(void);
int gemm8_has(enum gemm8_kernel kernel);

/* y = x times m, plus the bias: rows * in floats to rows * out. */
void gemm8(const struct matrix8 *m, const float *x, size_t rows, float *y,
           enum gemm8_kernel kernel);

/* The same, in two steps: what the scaling of x leaves is multiplied, too. */
void gemm8_fine(const struct matrix8 *m, const float *x, size_t rows, float *y,
                enum gemm8_kernel kernel);

#endif
