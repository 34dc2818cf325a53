#include "math/attend.h"

#include <string.h>

#include "math/elem.h"
#include "math/wide.h"

enum {
	SIZE_MOST = 128, /* of a head */
	TOGETHER = 4,    /* pieces whose queries are answered together */
};

/* One head of a text. */
struct head {
	const float *z; /* its part of the first row */
	size_t n, width, size;
	size_t padded; /* n, up to a multiple of 16 */
	float *y;
	float keys[SIZE_MOST * ATTEND_MOST]; /* scaled; a column each */
	float share[TOGETHER][ATTEND_MOST];
};

/* e^x of numbers that are not above 0, to 2 ulp; about 0 from -87 on. */
WIDE void
wide_exp(vec16 *x)
{
	const vec16 none = { 0 }, least = none - 87;
	vec16 k, r, p;
	ivec16 power;

	wide_max(x, &least);
	power = __builtin_convertvector(*x * 1.44269504f - 0.5f, ivec16);
	k = __builtin_convertvector(power, vec16);
	r = *x - k * 0.693359375f + k * 2.12194440e-4f;
	p = r * (1.0f / 5040) + 1.0f / 720;
	p = p * r + 1.0f / 120;
	p = p * r + 1.0f / 24;
	p = p * r + 1.0f / 6;
	p = p * r + 0.5f;
	p = p * r + 1;
	p = p * r + 1;
	*x = p * (vec16)((power + 127) << 23);
}

WIDE float
wide_sum(const vec16 *x)
{
	float s[WIDE_LANES];

	memcpy(s, x, sizeof(s));
	for (size_t half = WIDE_LANES / 2; half > 0; half /= 2)
		for (size_t i = 0; i < half; i++)
			s[i] += s[i + half];
	return s[0];
}

/* Turn n scores into shares that sum to 1; what pads them is far below. */
WIDE void
share_out(float *s, size_t padded)
{
	vec16 v, most, sum = { 0 };
	float top;

	memcpy(&most, s, sizeof(most));
	for (size_t i = WIDE_LANES; i < padded; i += WIDE_LANES) {
		memcpy(&v, s + i, sizeof(v));
		wide_max(&most, &v);
	}
	top = most[0];
	for (int i = 1; i < WIDE_LANES; i++)
		top = most[i] > top ? most[i] : top;
	for (size_t i = 0; i < padded; i += WIDE_LANES) {
		memcpy(&v, s + i, sizeof(v));
		v -= top;
		wide_exp(&v);
		sum += v;
		memcpy(s + i, &v, sizeof(v));
	}
	top = wide_sum(&sum);
	for (size_t i = 0; i < padded; i += WIDE_LANES) {
		memcpy(&v, s + i, sizeof(v));
		v /= top;
		memcpy(s + i, &v, sizeof(v));
	}
}

/* The keys, a column each: so that those of sixteen pieces are side by side. */
WIDE void
turn_keys(struct head *h)
{
	float scale = (float)(1 / elem_sqrt((double)h->size));
	const float *key = h->z + h->width;

	memset(h->keys, 0, h->size * h->padded * sizeof(*h->keys));
	for (size_t u = 0; u < h->n; u++, key += 3 * h->width)
		for (size_t j = 0; j < h->size; j++)
			h->keys[j * h->padded + u] = scale * key[j];
}

/* The scores of a few queries with all keys. */
WIDE void
score(struct head *h, const float *const *query)
{
	for (size_t u = 0; u < h->padded; u += WIDE_LANES) {
		vec16 sum[TOGETHER] = { 0 }, key;

		for (size_t j = 0; j < h->size; j++) {
			memcpy(&key, h->keys + j * h->padded + u, sizeof(key));
#pragma GCC unroll 4
			for (size_t t = 0; t < TOGETHER; t++)
				sum[t] += query[t][j] * key;
		}
#pragma GCC unroll 4
		for (size_t t = 0; t < TOGETHER; t++)
			memcpy(h->share[t] + u, &sum[t], sizeof(sum[t]));
	}
	for (size_t t = 0; t < TOGETHER; t++)
		for (size_t u = h->n; u < h->padded; u++)
			h->share[t][u] = -1e30f;
}

/* The values, summed by the shares of a few queries. */
WIDE void
mix(const struct head *h, float *const *y)
{
	for (size_t i = 0; i < h->size; i += WIDE_LANES) {
		const float *value = h->z + 2 * h->width + i;
		vec16 sum[TOGETHER] = { 0 }, v;

		for (size_t u = 0; u < h->n; u++, value += 3 * h->width) {
			memcpy(&v, value, sizeof(v));
#pragma GCC unroll 4
			for (size_t t = 0; t < TOGETHER; t++)
				sum[t] += h->share[t][u] * v;
		}
#pragma GCC unroll 4
		for (size_t t = 0; t < TOGETHER; t++)
			memcpy(y[t] + i, &sum[t], sizeof(sum[t]));
	}
}

WIDE void
attend_head(struct head *h)
{
	turn_keys(h);
	for (size_t from = 0; from < h->n; from += TOGETHER) {
		const float *query[TOGETHER];
		float *y[TOGETHER];

		/* The last is done again where there are no more. */
		for (size_t t = 0; t < TOGETHER; t++) {
			size_t at = from + t < h->n ? from + t : h->n - 1;

			query[t] = h->z + at * 3 * h->width;
			y[t] = h->y + at * h->width;
		}
		score(h, query);
		for (size_t t = 0; t < TOGETHER; t++)
			share_out(h->share[t], h->padded);
		mix(h, y);
	}
}

WIDE void
attend_text(const float *z, size_t n, size_t width, float *y)
{
	struct head h;

	h.n = n;
	h.width = width;
	h.size = width / ATTEND_HEADS;
	h.padded = (n + WIDE_LANES - 1) / WIDE_LANES * WIDE_LANES;
	for (size_t i = 0; i < ATTEND_HEADS; i++) {
		h.z = z + i * h.size;
		h.y = y + i * h.size;
		attend_head(&h);
	}
}

WIDE void
norm_rows(const float *x, size_t rows, size_t n, const float *scale,
          const float *bias, float *y)
{
	for (size_t r = 0; r < rows; r++, x += n, y += n) {
		vec16 sum = { 0 }, squares = { 0 }, v, s, b;
		float mean, inverse;

		for (size_t i = 0; i < n; i += WIDE_LANES) {
			memcpy(&v, x + i, sizeof(v));
			sum += v;
		}
		mean = wide_sum(&sum) / (float)n;
		for (size_t i = 0; i < n; i += WIDE_LANES) {
			memcpy(&v, x + i, sizeof(v));
			v -= mean;
			squares += v * v;
		}
		inverse = (float)(1 / elem_sqrt((double)wide_sum(&squares) /
		                                    (double)n +
		                                1e-6));
		for (size_t i = 0; i < n; i += WIDE_LANES) {
			memcpy(&v, x + i, sizeof(v));
			memcpy(&s, scale + i, sizeof(s));
			memcpy(&b, bias + i, sizeof(b));
			v = s * (inverse * (v - mean)) + b;
			memcpy(y + i, &v, sizeof(v));
		}
	}
}

static void
attend_plain(const float *z, size_t n, size_t width, float *y)
{
	attend_text(z, n, width, y);
}

static void
norm_plain(const float *x, size_t rows, size_t n, const float *scale,
           const float *bias, float *y)
{
	norm_rows(x, rows, n, scale, bias, y);
}

#ifdef WIDE_X86

AVX2 static void
attend_avx2(const float *z, size_t n, size_t width, float *y)
{
	attend_text(z, n, width, y);
}

AVX2 static void
norm_avx2(const float *x, size_t rows, size_t n, const float *scale,
          const float *bias, float *y)
{
	norm_rows(x, rows, n, scale, bias, y);
}

AVX512 static void
attend_avx512(const float *z, size_t n, size_t width, float *y)
{
	attend_text(z, n, width, y);
}

AVX512 static void
norm_avx512(const float *x, size_t rows, size_t n, const float *scale,
            const float *bias, float *y)
{
	norm_rows(x, rows, n, scale, bias, y);
}

#endif

void
attend(const float *queries, size_t n, size_t width, float *y,
       enum gemm8_kernel kernel)
{
#ifdef WIDE_X86
	if (kernel >= GEMM8_VNNI)
		attend_avx512(queries, n, width, y);
	else if (kernel == GEMM8_AVX2)
		attend_avx2(queries, n, width, y);
	else
#endif
		attend_plain(queries, n, width, y);
}

void
attend_norm(const float *x, size_t rows, size_t n, const float *scale,
            const float *bias, float *y, enum gemm8_kernel kernel)
{
#ifdef WIDE_X86
	if (kernel >= GEMM8_VNNI)
		norm_avx512(x, rows, n, scale, bias, y);
	else if (kernel == GEMM8_AVX2)
		norm_avx2(x, rows, n, scale, bias, y);
	else
#endif
		norm_plain(x, rows, n, scale, bias, y);
}
