#include "math/gemm8_kernels.h"

#include <string.h>

#ifdef GEMM8_X86
#include <immintrin.h>
#endif

void
gemm8_block_scalar(const int8_t *q, size_t rows, size_t in, const int8_t *block,
                   int32_t *sums)
{
	for (size_t r = 0; r < rows; r++) {
		int32_t *s = sums + r * GEMM8_WIDE;

		memset(s, 0, GEMM8_WIDE * sizeof(*s));
		for (size_t i = 0; i < in; i += 4) {
			const int8_t *x = q + r * in + i;
			const int8_t *w = block + i * GEMM8_WIDE;

			for (size_t o = 0; o < GEMM8_WIDE; o++, w += 4)
				s[o] += x[0] * w[0] + x[1] * w[1] +
				        x[2] * w[2] + x[3] * w[3];
		}
	}
}

#ifdef GEMM8_X86

static int32_t
four_bytes(const int8_t *p)
{
	int32_t x;

	memcpy(&x, p, sizeof(x));
	return x;
}

/* Four outputs: add the products of 4 inputs (twice, as 16 bits) in pairs. */
static inline void
add_four(__m128i x, const int8_t *w, __m128i *low, __m128i *high)
{
	__m128i v = _mm_load_si128((const __m128i *)(const void *)w);
	__m128i sign = _mm_cmpgt_epi8(_mm_setzero_si128(), v);

	*low =
	    _mm_add_epi32(*low, _mm_madd_epi16(x, _mm_unpacklo_epi8(v, sign)));
	*high =
	    _mm_add_epi32(*high, _mm_madd_epi16(x, _mm_unpackhi_epi8(v, sign)));
}

/* The sums of neighbours: a0 + a1, a2 + a3, b0 + b1, b2 + b3. */
static inline __m128i
add_pairs(__m128i a, __m128i b)
{
	__m128 x = _mm_castsi128_ps(a), y = _mm_castsi128_ps(b);

	return _mm_add_epi32(
	    _mm_castps_si128(_mm_shuffle_ps(x, y, _MM_SHUFFLE(2, 0, 2, 0))),
	    _mm_castps_si128(_mm_shuffle_ps(x, y, _MM_SHUFFLE(3, 1, 3, 1))));
}

void
gemm8_block_sse2(const int8_t *q, size_t rows, size_t in, const int8_t *block,
                 int32_t *sums)
{
	for (size_t r = 0; r < rows; r++) {
		__m128i a[8];
		__m128i *to = (__m128i *)(void *)(sums + r * GEMM8_WIDE);

		for (size_t o = 0; o < 8; o++)
			a[o] = _mm_setzero_si128();
		for (size_t i = 0; i < in; i += 4) {
			const int8_t *w = block + i * GEMM8_WIDE;
			__m128i four =
			    _mm_set1_epi32(four_bytes(q + r * in + i));
			__m128i x = _mm_unpacklo_epi8(
			    four, _mm_cmpgt_epi8(_mm_setzero_si128(), four));

			for (size_t o = 0; o < 4; o++)
				add_four(x, w + 16 * o, &a[2 * o],
				         &a[2 * o + 1]);
		}
		for (size_t o = 0; o < 4; o++)
			_mm_storeu_si128(to + o,
			                 add_pairs(a[2 * o], a[2 * o + 1]));
	}
}

#define AVX2 __attribute__((target("avx2")))

/*
 * Eight outputs of one row: add the products of 4 inputs. The instruction
 * wants one side without sign: so x takes the sign of w.
 */
AVX2 static inline __m256i
add_eight(__m256i sum, __m256i x, __m256i w)
{
	const __m256i one = _mm256_set1_epi16(1);
	__m256i products =
	    _mm256_maddubs_epi16(_mm256_abs_epi8(w), _mm256_sign_epi8(x, w));

	/* Cannot saturate: 2 * 127 * 127 is below 2^15. */
	return _mm256_add_epi32(sum, _mm256_madd_epi16(products, one));
}

AVX2 static inline void
store_sixteen(int32_t *to, __m256i low, __m256i high)
{
	_mm256_storeu_si256((__m256i *)(void *)to, low);
	_mm256_storeu_si256((__m256i *)(void *)(to + 8), high);
}

/* Four rows at a time, so that weights are loaded once for them. */
AVX2 static void
four_rows(const int8_t *q, size_t in, const int8_t *block, int32_t *sums)
{
	__m256i low[4], high[4];

	for (size_t r = 0; r < 4; r++)
		low[r] = high[r] = _mm256_setzero_si256();
	for (size_t i = 0; i < in; i += 4) {
		const __m256i *w =
		    (const __m256i *)(const void *)(block + i * GEMM8_WIDE);
		__m256i w0 = _mm256_load_si256(w);
		__m256i w1 = _mm256_load_si256(w + 1);

		for (size_t r = 0; r < 4; r++) {
			__m256i x =
			    _mm256_set1_epi32(four_bytes(q + r * in + i));

			low[r] = add_eight(low[r], x, w0);
			high[r] = add_eight(high[r], x, w1);
		}
	}
	for (size_t r = 0; r < 4; r++)
		store_sixteen(sums + r * GEMM8_WIDE, low[r], high[r]);
}

AVX2 void
gemm8_block_avx2(const int8_t *q, size_t rows, size_t in, const int8_t *block,
                 int32_t *sums)
{
	size_t r = 0;

	for (; r + 4 <= rows; r += 4)
		four_rows(q + r * in, in, block, sums + r * GEMM8_WIDE);
	for (; r < rows; r++) {
		__m256i low = _mm256_setzero_si256(), high = low;

		for (size_t i = 0; i < in; i += 4) {
			const __m256i *w =
			    (const __m256i *)(const void *)(block +
			                                    i * GEMM8_WIDE);
			__m256i x =
			    _mm256_set1_epi32(four_bytes(q + r * in + i));

			low = add_eight(low, x, _mm256_load_si256(w));
			high = add_eight(high, x, _mm256_load_si256(w + 1));
		}
		store_sixteen(sums + r * GEMM8_WIDE, low, high);
	}
}

#endif
