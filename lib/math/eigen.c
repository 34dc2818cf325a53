#include <math.h>
#include <string.h>

#include "math/eigen.h"
#include "math/elem.h"

static double
length(double a, double b)
{
	return elem_sqrt(a * a + b * b);
}

/* Where the block that begins at l ends: the next negligible e. */
static size_t
block_end(const double *d, const double *e, size_t n, size_t l)
{
	size_t m = l;

	while (m + 1 < n && fabs(e[m]) > 1e-16 * (fabs(d[m]) + fabs(d[m + 1])))
		m++;
	return m;
}

static void
rotate_columns(double *z, size_t n, size_t i, double s, double c)
{
	for (size_t k = 0; k < n; k++) {
		double f = z[k * n + i + 1];

		z[k * n + i + 1] = s * z[k * n + i] + c * f;
		z[k * n + i] = c * z[k * n + i] - s * f;
	}
}

/* One implicit QL step on the block l..m. */
static void
ql_step(double *d, double *e, size_t n, double *z, size_t l, size_t m)
{
	double g = (d[l + 1] - d[l]) / (2 * e[l]);
	double r = length(g, 1), s = 1, c = 1, p = 0;

	g = d[m] - d[l] + e[l] / (g + (g < 0 ? -r : r));
	for (size_t i = m; i-- > l;) {
		double f = s * e[i], b = c * e[i];

		r = length(f, g);
		e[i + 1] = r;
		if (r == 0) {
			d[i + 1] -= p;
			e[m] = 0;
			return;
		}
		s = f / r;
		c = g / r;
		g = d[i + 1] - p;
		r = (d[i] - g) * s + 2 * c * b;
		p = s * r;
		d[i + 1] = g + p;
		g = c * r - b;
		rotate_columns(z, n, i, s, c);
	}
	d[l] -= p;
	e[l] = g;
	e[m] = 0;
}

void
eigen_tridiagonal(double *d, double *e, size_t n, double *z)
{
	memset(z, 0, n * n * sizeof(*z));
	for (size_t i = 0; i < n; i++)
		z[i * n + i] = 1;
	if (n == 0)
		return;
	e[n - 1] = 0;
	for (size_t l = 0; l < n; l++)
		for (int turn = 0; turn < 100; turn++) {
			size_t m = block_end(d, e, n, l);

			if (m == l)
				break;
			ql_step(d, e, n, z, l, m);
		}
}
