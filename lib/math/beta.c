#include <math.h>

#include "math/beta.h"
#include "math/elem.h"

double
choose_log(double n, double k)
{
	return elem_lgamma(n + 1) - elem_lgamma(k + 1) - elem_lgamma(n - k + 1);
}

static double
away_from_zero(double x)
{
	return fabs(x) < 1e-300 ? 1e-300 : x;
}

/* The continued fraction, for x below (a + 1) / (a + b + 2). */
static double
fraction(double x, double a, double b)
{
	double c = 1;
	double d = 1 / away_from_zero(1 - (a + b) * x / (a + 1));
	double f = d;

	for (int m = 1; m < 10000; m++) {
		double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
		double odd = -(a + m) * (a + b + m) * x /
		             ((a + 2 * m) * (a + 2 * m + 1));
		double step;

		d = 1 / away_from_zero(1 + even * d);
		c = away_from_zero(1 + even / c);
		f *= d * c;
		d = 1 / away_from_zero(1 + odd * d);
		c = away_from_zero(1 + odd / c);
		step = d * c;
		f *= step;
		if (fabs(step - 1) < 1e-15)
			break;
	}
	return f;
}

double
beta_below(double x, double a, double b)
{
	double front;

	if (x <= 0)
		return 0;
	if (x >= 1)
		return 1;
	front = elem_exp(elem_lgamma(a + b) - elem_lgamma(a) - elem_lgamma(b) +
	                 a * elem_log(x) + b * elem_log(1 - x));
	if (x < (a + 1) / (a + b + 2))
		return front * fraction(x, a, b) / a;
	return 1 - front * fraction(1 - x, b, a) / b;
}

double
beta_quantile(double p, double a, double b)
{
	double low = 0, high = 1;

	if (p <= 0 || p >= 1)
		return p <= 0 ? 0 : 1;
	for (int i = 0; i < 200; i++) {
		double mid = (low + high) / 2;

		if (mid <= low || mid >= high)
			break;
		if (beta_below(mid, a, b) < p)
			low = mid;
		else
			high = mid;
	}
	return (low + high) / 2;
}

double
share_above(double limit, double yes, double no)
{
	double n = yes + no + 1, mean = (yes + 0.5) / n, far = limit - mean;

	/* Fourteen standard deviations off nothing is left to compute. */
	if (n * mean * (1 - mean) > 9 &&
	    far * far > 14 * 14 * mean * (1 - mean) / n)
		return far > 0 ? 0 : 1;
	return 1 - beta_below(limit, yes + 0.5, no + 0.5);
}

struct interval
wilson(double k, double n, double z)
{
	double p, scale, centre, half;

	if (n <= 0)
		return (struct interval){ 0, 1 };
	p = k / n;
	scale = 1 + z * z / n;
	centre = (p + z * z / 2 / n) / scale;
	half = z * elem_sqrt(p * (1 - p) / n + z * z / 4 / n / n) / scale;
	return (struct interval){ k <= 0 ? 0 : centre - half,
		                  k >= n ? 1 : centre + half };
}

struct interval
jeffreys(double k, double n, double level)
{
	double tail = (1 - level) / 2;
	double a = k + 0.5, b = n - k + 0.5;

	return (struct interval){
		k <= 0 ? 0 : beta_quantile(tail, a, b),
		k >= n ? 1 : beta_quantile(1 - tail, a, b),
	};
}

struct interval
newcombe(double k1, double n1, double k2, double n2, double z)
{
	struct interval w1 = wilson(k1, n1, z), w2 = wilson(k2, n2, z);
	double p1 = n1 > 0 ? k1 / n1 : 0.5, p2 = n2 > 0 ? k2 / n2 : 0.5;
	double below = elem_sqrt((p1 - w1.low) * (p1 - w1.low) +
	                         (w2.high - p2) * (w2.high - p2));
	double above = elem_sqrt((w1.high - p1) * (w1.high - p1) +
	                         (p2 - w2.low) * (p2 - w2.low));

	return (struct interval){ p1 - p2 - below, p1 - p2 + above };
}

/* How much likelier the table with one more in its first cell is. */
static double
odds_of_next(double row, double column, double n, double x)
{
	return (row - x) * (column - x) / (x + 1) / (n - row - column + x + 1);
}

/*
 * Of all tables with these margins, those that weigh no more than most: the
 * sum of their weights, the one at top weighing 1. With most infinite, of all;
 * at says which table's weight is to be told in weight.
 */
static double
weigh_tables(double row, double column, double n, double top, double most,
             double at, double *weight)
{
	double low = row + column > n ? row + column - n : 0;
	double high = row < column ? row : column, sum = 0, w = 1;

	for (double x = top; x <= high; x++) {
		*weight = x == at ? w : *weight;
		sum += w <= most ? w : 0;
		w *= odds_of_next(row, column, n, x);
	}
	w = 1;
	for (double x = top - 1; x >= low; x--) {
		w /= odds_of_next(row, column, n, x);
		*weight = x == at ? w : *weight;
		sum += w <= most ? w : 0;
	}
	return sum;
}

double
fisher_exact(double a, double b, double c, double d)
{
	double row = a + b, column = a + c, n = a + b + c + d;
	double top = floor((row + 1) * (column + 1) / (n + 2)), seen = 0;
	double all = weigh_tables(row, column, n, top, INFINITY, a, &seen);

	return weigh_tables(row, column, n, top, seen * (1 + 1e-7), a, &seen) /
	       all;
}
