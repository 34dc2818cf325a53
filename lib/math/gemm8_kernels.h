/* For gemm8 alone: the inner loops, one for each kind of processor. */
#ifndef DLG_GEMM8_KERNELS_H
#define DLG_GEMM8_KERNELS_H

#include "math/gemm8.h"
#include "math/wide.h"

enum {
	GEMM8_WIDE = 16,  /* outputs of a block */
	GEMM8_TILE = 256, /* rows worked on together, at most */
};

/* Rows scaled to 0..255: x is about q * scale + least. */
struct scaled {
	void *q; /* uint8_t or int16_t, as a kernel likes */
	float *scale, *least;
	int32_t *sums; /* products of the rows with the outputs of a block */
	float *rest;   /* x - (q * scale + least), where it is wanted */
};

/* Up to GEMM8_TILE rows of x times m, plus the bias. */
typedef void gemm8_tile(const struct matrix8 *m, const float *x, size_t rows,
                        struct scaled *s, float *y);

gemm8_tile gemm8_tile_scalar, gemm8_tile_sse2, gemm8_tile_avx2;
gemm8_tile gemm8_tile_vnni, gemm8_tile_amx;

#endif
