#include "math/elem.h"

#include <float.h>
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

_Static_assert(FLT_EVAL_METHOD == 0 || FLT_EVAL_METHOD == 16,
               "doubles are computed as doubles");

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static const double ln2_high = 0x1.62e42feep-1; /* its low bits are zero */
static const double ln2_low = 0x1.a39ef35793c76p-33;

static uint64_t
bits(double x)
{
	uint64_t u;

	memcpy(&u, &x, sizeof(u));
	return u;
}

static double
from_bits(uint64_t u)
{
	double x;

	memcpy(&x, &u, sizeof(x));
	return x;
}

/* 2^k for -1022 <= k <= 1023. */
static double
power_of_two(int k)
{
	return from_bits((uint64_t)(k + 1023) << 52);
}

/* x 2^k for any k that a double can need, rounded once. */
static double
scale(double x, int k)
{
	if (k < -1000)
		return x * power_of_two(k + 100) * 0x1p-100;
	if (k > 1000)
		return x * power_of_two(k - 100) * 0x1p100;
	return x * power_of_two(k);
}

/* c[0] + c[1] x + ... + c[n - 1] x^(n - 1). */
static double
polynomial(const double *c, size_t n, double x)
{
	double y = c[--n];

	while (n > 0)
		y = y * x + c[--n];
	return y;
}

/* (e^x - 1 - x) / x^2 for |x| <= 1, by its power series: 1 / (i + 2)! */
static double
exp_tail(double x)
{
	static const double c[] = {
		1.0 / 2,
		1.0 / 6,
		1.0 / 24,
		1.0 / 120,
		1.0 / 720,
		1.0 / 5040,
		1.0 / 40320,
		1.0 / 362880,
		1.0 / 3628800,
		1.0 / 39916800,
		1.0 / 479001600,
		1.0 / 6227020800,
		1.0 / 87178291200,
		1.0 / 1307674368000,
		1.0 / 20922789888000,
		1.0 / 355687428096000,
		1.0 / 6402373705728000,
	};
	/* Fewer terms do below log(2) / 2, where exp works. */
	size_t n = fabs(x) < 0.35 ? 12 : COUNT(c);

	return polynomial(c, n, x);
}

double
elem_exp(double x)
{
	double k, high, low, r;

	if (isnan(x))
		return x;
	if (x > 709.79)
		return INFINITY;
	if (x < -745.14)
		return 0;
	k = (double)(int)(x * 0x1.71547652b82fep0 + (x < 0 ? -0.5 : 0.5));
	high = x - k * ln2_high;
	low = k * ln2_low;
	r = high - low;
	/* The tail and what r lost by rounding are small beside 1 + high. */
	return scale(1 + (high + (r * r * exp_tail(r) - low)), (int)k);
}

/* Write x = m 2^k with sqrt(1/2) <= m < sqrt(2); x is finite, positive. */
static double
split(double x, int *k)
{
	uint64_t u;

	*k = 0;
	if (x < DBL_MIN) {
		x *= 0x1p54;
		*k = -54;
	}
	u = bits(x);
	*k += (int)(u >> 52) - 1023;
	x = from_bits((u & 0xfffffffffffffu) | 0x3ff0000000000000u);
	if (x >= 0x1.6a09e667f3bcdp0) {
		x *= 0.5;
		++*k;
	}
	return x;
}

/*
 * log(1 + f) = f - (h - s (h + t)), with h = f^2 / 2, s = f / (2 + f) and
 * t = 2 s^2 / 3 + 2 s^4 / 5 + ..., the power series of artanh.
 */
static double
log_tail(double f, double *half_square)
{
	static const double c[] = {
		2.0 / 3,  2.0 / 5,  2.0 / 7,  2.0 / 9,  2.0 / 11,
		2.0 / 13, 2.0 / 15, 2.0 / 17, 2.0 / 19, 2.0 / 21,
	};
	double s = f / (2 + f), q = s * s;

	*half_square = 0.5 * f * f;
	return s * (*half_square + q * polynomial(c, COUNT(c), q));
}

double
elem_log(double x)
{
	double f, h, t;
	int k;

	if (isnan(x) || x == INFINITY)
		return x;
	if (x == 0)
		return -INFINITY;
	if (x < 0)
		return NAN;
	f = split(x, &k) - 1;
	t = log_tail(f, &h);
	return k * ln2_high - ((h - (t + k * ln2_low)) - f);
}

double
elem_log2(double x)
{
	double f, h, t;
	int k;

	if (!(x > 0) || x == INFINITY)
		return elem_log(x);
	f = split(x, &k) - 1;
	t = log_tail(f, &h);
	return (f - (h - t)) * 0x1.71547652b82fep0 + k;
}

double
elem_tanh(double x)
{
	double y = 2 * fabs(x), t;

	if (isnan(x))
		return x;
	if (y > 44)
		t = 1;
	else if (y > 0.6) {
		t = elem_exp(-y);
		t = (1 - t) / (1 + t);
	} else {
		t = y + y * y * exp_tail(y);
		t = t / (t + 2);
	}
	return copysign(t, x);
}

double
elem_sqrt(double x)
{
	return sqrt(x);
}

/* sin r and cos r for |r| <= pi / 4, by their power series. */
static double
sin_near(double r)
{
	static const double c[] = {
		-1.0 / 6,
		1.0 / 120,
		-1.0 / 5040,
		1.0 / 362880,
		-1.0 / 39916800,
		1.0 / 6227020800,
		-1.0 / 1307674368000,
		1.0 / 355687428096000,
	};
	double q = r * r;

	return r + r * q * polynomial(c, COUNT(c), q);
}

static double
cos_near(double r)
{
	static const double c[] = {
		1.0 / 24,
		-1.0 / 720,
		1.0 / 40320,
		-1.0 / 3628800,
		1.0 / 479001600,
		-1.0 / 87178291200,
		1.0 / 20922789888000,
	};
	double q = r * r;

	return 1 - (0.5 * q - q * q * polynomial(c, COUNT(c), q));
}

/* sin(x + quarter pi / 2), by Cody and Waite's three pieces of pi / 2. */
static double
sin_turned(double x, int quarter)
{
	double k, r;

	if (!(fabs(x) <= 0x1p20))
		return NAN;
	k = (double)(int)(x * 0x1.45f306dc9c883p-1 + (x < 0 ? -0.5 : 0.5));
	r = x - k * 0x1.921fb544p0;
	r -= k * 0x1.0b4611a6p-34;
	r -= k * 0x1.3198a2e037073p-69;
	quarter = (int)((unsigned)((int)k + quarter) & 3u);
	switch (quarter) {
	case 0:
		return sin_near(r);
	case 1:
		return cos_near(r);
	case 2:
		return -sin_near(r);
	default:
		return -cos_near(r);
	}
}

double
elem_sin(double x)
{
	return sin_turned(x, 0);
}

double
elem_cos(double x)
{
	return sin_turned(x, 1);
}

double
elem_pow(double x, double y)
{
	if (y == 0)
		return 1;
	if (x == 0)
		return y > 0 ? 0 : INFINITY;
	return elem_exp(y * elem_log(x));
}

double
elem_lgamma(double x)
{
	/* B(2i) / (2i (2i - 1)), Bernoulli's numbers. */
	static const double c[] = {
		1.0 / 12,   -1.0 / 360,      1.0 / 1260, -1.0 / 1680,
		1.0 / 1188, -691.0 / 360360, 1.0 / 156,
	};
	double product = 1;

	if (isnan(x) || x == INFINITY)
		return x;
	if (x <= 0)
		return INFINITY;
	for (; x < 10; x += 1)
		product *= x;
	return (x - 0.5) * elem_log(x) - x + 0.91893853320467274178 +
	       polynomial(c, COUNT(c), 1 / (x * x)) / x - elem_log(product);
}
