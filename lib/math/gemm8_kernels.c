#include "math/gemm8_kernels.h"

#include <string.h>

#include "math/gemm8_tile.h"
#ifdef WIDE_X86
#include <immintrin.h>
#endif

static void
block_scalar(const void *scaled, size_t rows, size_t in, const int8_t *block,
             int32_t *sums)
{
	const int16_t *q = scaled;

	for (size_t r = 0; r < rows; r++) {
		int32_t *s = sums + r * GEMM8_WIDE;

		memset(s, 0, GEMM8_WIDE * sizeof(*s));
		for (size_t i = 0; i < in; i += 2) {
			const int16_t *x = q + r * in + i;
			const int8_t *w = block + i * GEMM8_WIDE;

			for (size_t o = 0; o < GEMM8_WIDE; o++, w += 2)
				s[o] += x[0] * w[0] + x[1] * w[1];
		}
	}
}

void
gemm8_tile_scalar(const struct matrix8 *m, const float *x, size_t rows,
                  struct scaled *s, float *y)
{
	tile(m, x, rows, s, block_scalar, false, y);
}

#ifdef WIDE_X86

/* Two numbers of a row, to be held against those of each output. */
static int32_t
two_of(const int16_t *p)
{
	int32_t x;

	memcpy(&x, p, sizeof(x));
	return x;
}

static void
block_sse2(const void *scaled, size_t rows, size_t in, const int8_t *block,
           int32_t *sums)
{
	const int16_t *q = scaled;
	const __m128i zero = _mm_setzero_si128();

	for (size_t r = 0; r < rows; r++) {
		__m128i *to = (__m128i *)(void *)(sums + r * GEMM8_WIDE);
		__m128i a = zero, b = zero, c = zero, d = zero;

		for (size_t i = 0; i < in; i += 2) {
			const __m128i *w =
			    (const __m128i *)(const void *)(block +
			                                    i * GEMM8_WIDE);
			__m128i x = _mm_set1_epi32(two_of(q + r * in + i));
			__m128i u = _mm_load_si128(w);
			__m128i v = _mm_load_si128(w + 1);
			__m128i su = _mm_cmpgt_epi8(zero, u);
			__m128i sv = _mm_cmpgt_epi8(zero, v);
			__m128i u0 = _mm_unpacklo_epi8(u, su);
			__m128i u1 = _mm_unpackhi_epi8(u, su);
			__m128i v0 = _mm_unpacklo_epi8(v, sv);
			__m128i v1 = _mm_unpackhi_epi8(v, sv);

			a = _mm_add_epi32(a, _mm_madd_epi16(x, u0));
			b = _mm_add_epi32(b, _mm_madd_epi16(x, u1));
			c = _mm_add_epi32(c, _mm_madd_epi16(x, v0));
			d = _mm_add_epi32(d, _mm_madd_epi16(x, v1));
		}
		_mm_storeu_si128(to, a);
		_mm_storeu_si128(to + 1, b);
		_mm_storeu_si128(to + 2, c);
		_mm_storeu_si128(to + 3, d);
	}
}

void
gemm8_tile_sse2(const struct matrix8 *m, const float *x, size_t rows,
                struct scaled *s, float *y)
{
	tile(m, x, rows, s, block_sse2, false, y);
}

/* n rows at a time, so that weights are loaded once for them; n is constant. */
AVX2 WIDE void
rows_avx2(const int16_t *q, size_t n, size_t in, const int8_t *block,
          int32_t *sums)
{
	__m256i low[6], high[6];

#pragma GCC unroll 6
	for (size_t r = 0; r < n; r++)
		low[r] = high[r] = _mm256_setzero_si256();
	for (size_t i = 0; i < in; i += 2) {
		const __m128i *w =
		    (const __m128i *)(const void *)(block + i * GEMM8_WIDE);
		__m256i w0 = _mm256_cvtepi8_epi16(_mm_load_si128(w));
		__m256i w1 = _mm256_cvtepi8_epi16(_mm_load_si128(w + 1));

#pragma GCC unroll 6
		for (size_t r = 0; r < n; r++) {
			__m256i x = _mm256_set1_epi32(two_of(q + r * in + i));

			low[r] =
			    _mm256_add_epi32(low[r], _mm256_madd_epi16(x, w0));
			high[r] =
			    _mm256_add_epi32(high[r], _mm256_madd_epi16(x, w1));
		}
	}
#pragma GCC unroll 6
	for (size_t r = 0; r < n; r++) {
		__m256i *to = (__m256i *)(void *)(sums + r * GEMM8_WIDE);

		_mm256_storeu_si256(to, low[r]);
		_mm256_storeu_si256(to + 1, high[r]);
	}
}

AVX2 static void
block_avx2(const void *scaled, size_t rows, size_t in, const int8_t *block,
           int32_t *sums)
{
	const int16_t *q = scaled;
	size_t r = 0;

	for (; r + 6 <= rows; r += 6)
		rows_avx2(q + r * in, 6, in, block, sums + r * GEMM8_WIDE);
	for (; r < rows; r++)
		rows_avx2(q + r * in, 1, in, block, sums + r * GEMM8_WIDE);
}

AVX2 void
gemm8_tile_avx2(const struct matrix8 *m, const float *x, size_t rows,
                struct scaled *s, float *y)
{
	tile(m, x, rows, s, block_avx2, false, y);
}

#endif
