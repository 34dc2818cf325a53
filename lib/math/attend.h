/*
 * What lies between the matrices of a layer of math/encoder, for each kind of
 * processor the same bits: attention and norms.
 */
#ifndef DLG_ATTEND_H
#define DLG_ATTEND_H

#include <stddef.h>

#include "math/gemm8.h"

enum { ATTEND_HEADS = 4, ATTEND_MOST = 128 /* pieces of a text */ };

/*
 * One text: n pieces, as rows of 3 * width floats, their queries, keys and
 * values; to n rows of width floats. width is a multiple of 64.
 */
void attend(const float *queries, size_t n, size_t width, float *y,
            enum gemm8_kernel kernel);

/* Each of some rows of n floats, a multiple of 16, less its mean, over its
 * deviation, times scale, plus bias. */
void attend_norm(const float *x, size_t rows, size_t n, const float *scale,
                 const float *bias, float *y, enum gemm8_kernel kernel);

#endif
