/*
 * Sums over vectors of floats in an order that is fixed here and yet suits
 * vector registers: sixteen sums side by side, then their sum, pair by pair.
 */
#ifndef DLG_VEC_H
#define DLG_VEC_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef float vec4 __attribute__((vector_size(16)));
typedef int32_t ivec4 __attribute__((vector_size(16)));

static inline vec4
vec_load(const float *p)
{
	vec4 v;

	/* NOLINTNEXTLINE: no table of numbers is NULL */
	memcpy(&v, p, sizeof(v));
	return v;
}

static inline void
vec_store(float *p, vec4 v)
{
	memcpy(p, &v, sizeof(v));
}

static inline vec4
vec_all(float x)
{
	return (vec4){ x, x, x, x };
}

/* The greater of each two numbers. */
static inline vec4
vec_max(vec4 a, vec4 b)
{
	ivec4 more = a > b;

	return (vec4)((more & (ivec4)a) | (~more & (ivec4)b));
}

static inline float
vec_fold(vec4 a, vec4 b, vec4 c, vec4 d)
{
	vec4 s = (a + b) + (c + d);

	return (s[0] + s[1]) + (s[2] + s[3]);
}

/* The inner product of a and b, n numbers; n is a multiple of 16. */
static inline float
vec_dot(const float *a, const float *b, size_t n)
{
	vec4 s = { 0 }, t = { 0 }, u = { 0 }, v = { 0 };

	for (size_t i = 0; i < n; i += 16) {
		s += vec_load(a + i) * vec_load(b + i);
		t += vec_load(a + i + 4) * vec_load(b + i + 4);
		u += vec_load(a + i + 8) * vec_load(b + i + 8);
		v += vec_load(a + i + 12) * vec_load(b + i + 12);
	}
	return vec_fold(s, t, u, v);
}

#endif
