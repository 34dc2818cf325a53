#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/mem.h"
#include "math/elem.h"
#include "math/rating.h"

static double
sum(const double *v, size_t n)
{
	double s = 0;

	for (size_t i = 0; i < n; i++)
		s += v[i];
	return s;
}

/*
 * Agreement of a pattern of filled and empty places: from how many triples
 * go up and down once (the middle lower than both ends: two humps).
 */
static double
layer(const double *left, size_t n, size_t filled)
{
	double one = 0, two = 0, u;

	if (filled == n)
		return 0;
	for (size_t i = 0; i < n; i++)
		for (size_t j = i + 1; j < n; j++)
			for (size_t k = j + 1; k < n; k++) {
				bool a = left[i] > 0, b = left[j] > 0,
				     c = left[k] > 0;

				one += b && a != c;
				two += a && !b && c;
			}
	u = one + two > 0 ? (((double)n - 2) * one - ((double)n - 1) * two) /
	                        (((double)n - 2) * (one + two)) :
	                    1;
	return u * (1 - ((double)filled - 1) / ((double)n - 1));
}

double
rating_agreement(const double *count, size_t n)
{
	double left[RATING_MAX], all = sum(count, n), a = 0;

	for (size_t i = 0; i < n; i++)
		left[i] = count[i];
	for (size_t round = 0; all > 0 && round < n; round++) {
		double least = INFINITY;
		size_t filled = 0;

		for (size_t i = 0; i < n; i++)
			if (left[i] > 0) {
				least = left[i] < least ? left[i] : least;
				filled++;
			}
		if (filled == 0)
			break;
		a += least * (double)filled / all * layer(left, n, filled);
		for (size_t i = 0; i < n; i++)
			left[i] -= left[i] > 0 ? least : 0;
	}
	return a;
}

double
rating_consensus(const double *count, size_t n)
{
	double all = sum(count, n), mean = 0, c = 1;

	if (all <= 0)
		return 0;
	for (size_t i = 0; i < n; i++)
		mean += (double)(i + 1) * count[i] / all;
	for (size_t i = 0; i < n; i++)
		if (count[i] > 0)
			c += count[i] / all *
			     elem_log2(1 - fabs((double)(i + 1) - mean) /
			                       ((double)n - 1));
	return c;
}

/* The rating of the i-th (from 0) in order. */
static double
nth(const double *count, size_t n, double i)
{
	double seen = 0;

	for (size_t v = 0; v < n; v++) {
		seen += count[v];
		if (i < seen)
			return (double)(v + 1);
	}
	return (double)n;
}

double
rating_quantile(const double *count, size_t n, double q)
{
	double all = sum(count, n), at = q * (all - 1), low = floor(at);
	double a, b;

	if (all <= 0)
		return 0;
	a = nth(count, n, low);
	b = nth(count, n, low + 1 < all ? low + 1 : low);
	return a + (b - a) * (at - low);
}

static double
difference(const double *total, size_t c, size_t e, enum rating_scale scale)
{
	double d = 0;

	if (scale == SCALE_NOMINAL)
		return c != e;
	if (scale == SCALE_INTERVAL)
		return ((double)c - (double)e) * ((double)c - (double)e);
	for (size_t g = c < e ? c : e; g <= (c < e ? e : c); g++)
		d += total[g];
	d -= (total[c] + total[e]) / 2;
	return d * d;
}

double
rating_alpha(const double *counts, size_t units, size_t n,
             enum rating_scale scale)
{
	double *total = mem_zalloc(n + 1, sizeof(*total));
	double observed = 0, expected = 0, all = 0;

	for (size_t u = 0; u < units; u++)
		for (size_t v = 0; v < n; v++)
			if (sum(counts + u * n, n) >= 2)
				total[v] += counts[u * n + v];
	all = sum(total, n);
	for (size_t c = 0; c < n; c++)
		for (size_t e = 0; e < n; e++) {
			double d = c == e ? 0 : difference(total, c, e, scale);
			double pairs = 0;

			for (size_t u = 0; u < units && d > 0; u++) {
				double m = sum(counts + u * n, n);

				if (m >= 2)
					pairs += counts[u * n + c] *
					         counts[u * n + e] / (m - 1);
			}
			observed += pairs * d;
			expected += total[c] * total[e] * d;
		}
	free(total);
	return expected > 0 ? 1 - observed * (all - 1) / expected : 1;
}

double
rating_polarisation(const double *share, const double *at, size_t n,
                    double alpha)
{
	double p = 0;

	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < n; j++)
			if (share[i] > 0)
				p += share[i] * elem_pow(share[i], alpha) *
				     share[j] * fabs(at[i] - at[j]);
	return p;
}
