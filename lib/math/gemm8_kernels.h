/* For gemm8 alone: the inner loops, one for each kind of processor. */
#ifndef DLG_GEMM8_KERNELS_H
#define DLG_GEMM8_KERNELS_H

#include <stddef.h>
#include <stdint.h>

enum { GEMM8_WIDE = 16 /* outputs of a block */ };

#if defined(__x86_64__)
#define GEMM8_X86
#endif

/*
 * sums[r * 16 + o] = the products of row r of q (in of them) with output o of
 * a block, summed.
 */
typedef void gemm8_block(const int16_t *q, size_t rows, size_t in,
                         const int8_t *block, int32_t *sums);

gemm8_block gemm8_block_scalar, gemm8_block_sse2, gemm8_block_avx2;
gemm8_block gemm8_block_vnni;

#endif
