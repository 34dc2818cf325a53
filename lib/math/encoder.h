/*
 * Sentences as vectors, so that those of like meaning point the same way:
 * Universal Sentence Encoder Lite (Cer et al., 2018), two layers of a
 * transformer over word pieces, in whole numbers (see math/gemm8) and our own
 * elementary functions. English only.
 */
#ifndef DLG_ENCODER_H
#define DLG_ENCODER_H

#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"
#include "math/gemm8.h"

enum {
	ENCODER_DIMS = 512,
	ENCODER_TOKENS = 128, /* pieces of a text that are looked at */
};

/*
 * Encode n texts, prepared by piece_prepare: n * ENCODER_DIMS floats, vectors
 * of length 1 (0 for a text without pieces).
 */
void encoder_run(const struct slice *texts, size_t n, enum gemm8_kernel kernel,
                 float *vectors);

#endif
