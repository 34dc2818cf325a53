#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/eigen.h"
#include "math/elem.h"
#include "math/pca.h"
#include "math/rng.h"

enum {
	STEPS_MOST = 300,
	CHECK_EVERY = 4,
};

static double
dot(const double *a, const double *b, size_t n)
{
	double s = 0;

	for (size_t i = 0; i < n; i++)
		s += a[i] * b[i];
	return s;
}

static void
add(double *a, double by, const double *b, size_t n)
{
	for (size_t i = 0; i < n; i++)
		a[i] += by * b[i];
}

/* out = D'D v, D being the centred votes. */
static void
multiply(const struct pca *p, const struct ballot *b, const double *v,
         double *out)
{
	memset(out, 0, p->nstatements * sizeof(*out));
	for (size_t r = 0; r < b->nvoters; r++) {
		size_t end = b->row[r + 1];
		double s = 0;

		for (size_t i = b->row[r]; i < end; i++) {
			uint32_t t = b->statement[i];

			s += (b->value[i] - p->mean[t]) * v[t];
		}
		for (size_t i = b->row[r]; i < end; i++) {
			uint32_t t = b->statement[i];

			out[t] += (b->value[i] - p->mean[t]) * s;
		}
	}
	if (p->nzeroed > 0)
		for (size_t t = 0; t < p->nstatements; t++)
			out[t] = p->zeroed[t] ? 0 : out[t];
}

static void
centre(struct pca *p, const struct ballot *b)
{
	uint32_t *n = mem_zalloc(p->nstatements + 1, sizeof(*n));
	double *squares = mem_zalloc(p->nstatements + 1, sizeof(*squares));

	for (size_t i = b->row[0]; i < b->row[b->nvoters]; i++) {
		n[b->statement[i]]++;
		p->mean[b->statement[i]] += b->value[i];
		squares[b->statement[i]] += b->value[i] * b->value[i];
	}
	for (size_t t = 0; t < p->nstatements; t++) {
		if (p->zeroed[t]) {
			p->mean[t] = 0;
			continue;
		}
		p->mean[t] /= n[t] > 0 ? n[t] : 1;
		p->total += squares[t] - n[t] * p->mean[t] * p->mean[t];
	}
	free(squares);
	free(n);
}

/* The Lanczos basis, grown a vector at a time. */
struct lanczos {
	double *basis; /* row by row, nstatements each */
	double *d, *e; /* the tridiagonal matrix */
	size_t steps, size;
};

/*
 * Add a vector: the image of the last, less what lies along those before.
 * Return false if nothing is left: the space is exhausted.
 */
static bool
lanczos_grow(struct lanczos *l, const struct pca *p, const struct ballot *b)
{
	size_t n = l->size, k = l->steps;
	double *last = l->basis + k * n, *next = l->basis + (k + 1) * n, len;

	multiply(p, b, last, next);
	l->d[k] = dot(last, next, n);
	for (int twice = 0; twice < 2; twice++)
		for (size_t i = 0; i <= k; i++)
			add(next, -dot(next, l->basis + i * n, n),
			    l->basis + i * n, n);
	len = elem_sqrt(dot(next, next, n));
	l->e[k] = len;
	l->steps++;
	if (len <= 1e-12 * l->d[0] || len == 0)
		return false;
	for (size_t i = 0; i < n; i++)
		next[i] /= len;
	return true;
}

/* The two largest eigenvalues, at[0] and at[1], of the small matrix. */
static void
two_largest(const double *d, size_t n, size_t at[2])
{
	at[0] = at[1] = 0;
	for (size_t i = 1; i < n; i++)
		if (d[i] > d[at[0]])
			at[0] = i;
	at[1] = at[0] == 0 && n > 1;
	for (size_t i = 0; i < n; i++)
		if (i != at[0] && d[i] > d[at[1]])
			at[1] = i;
}

/* The axes as they stand; return the larger error of the two. */
static double
ritz(struct lanczos *l, struct pca *p, bool vectors)
{
	size_t k = l->steps, at[2];
	double *d = mem_dup(l->d, k * sizeof(*d));
	double *e = mem_dup(l->e, k * sizeof(*e));
	double *z = mem_alloc(k * k * sizeof(*z)), error = 0;

	eigen_tridiagonal(d, e, k, z);
	two_largest(d, k, at);
	for (size_t a = 0; a < 2; a++) {
		double r = fabs(l->e[k - 1] * z[(k - 1) * k + at[a]]);

		error = r > error ? r : error;
		p->variance[a] = k > a && d[at[a]] > 0 ? d[at[a]] : 0;
		for (size_t i = 0; vectors && k > a && i < k; i++)
			add(p->axis[a], z[i * k + at[a]],
			    l->basis + i * l->size, l->size);
	}
	error /= p->variance[0] > 0 ? p->variance[0] : 1;
	free(z);
	free(e);
	free(d);
	return error;
}

static void
lanczos_start(struct lanczos *l, const struct pca *p, size_t most)
{
	struct rng rng;
	double len;

	l->size = p->nstatements;
	l->basis = mem_zalloc((most + 1) * l->size, sizeof(*l->basis));
	l->d = mem_zalloc(most + 1, sizeof(*l->d));
	l->e = mem_zalloc(most + 1, sizeof(*l->e));
	rng_seed(&rng, 1);
	for (size_t t = 0; t < l->size; t++) {
		double v = rng_real(&rng) - 0.5;

		l->basis[t] = p->zeroed[t] ? 0 : v;
	}
	len = elem_sqrt(dot(l->basis, l->basis, l->size));
	for (size_t t = 0; t < l->size && len > 0; t++)
		l->basis[t] /= len;
}

/* Length 1, and the entry that is largest, the first if several, positive. */
static void
orient(double *v, size_t n)
{
	double len = elem_sqrt(dot(v, v, n));
	size_t top = 0;

	for (size_t i = 1; i < n; i++)
		if (fabs(v[i]) > fabs(v[top]) * (1 + 1e-9))
			top = i;
	if (len > 0 && v[top] < 0)
		len = -len;
	for (size_t i = 0; i < n && len != 0; i++)
		v[i] /= len;
}

static void
find_axes(struct pca *p, const struct ballot *b, double tolerance)
{
	size_t free_ones = p->nstatements - p->nzeroed;
	size_t most = free_ones < STEPS_MOST ? free_ones : STEPS_MOST;
	struct lanczos l = { 0 };

	lanczos_start(&l, p, most);
	while (l.steps < most && lanczos_grow(&l, p, b))
		if (l.steps % CHECK_EVERY == 0 &&
		    ritz(&l, p, false) < tolerance)
			break;
	if (l.steps > 0)
		ritz(&l, p, true);
	free(l.e);
	free(l.d);
	free(l.basis);
}

void
pca_fit(struct pca *p, const struct ballot *b, const bool *zeroed,
        double tolerance)
{
	size_t n = b->nstatements;

	*p = (struct pca){ .nstatements = n };
	p->mean = mem_zalloc(n + 1, sizeof(*p->mean));
	p->axis[0] = mem_zalloc(n + 1, sizeof(double));
	p->axis[1] = mem_zalloc(n + 1, sizeof(double));
	p->zeroed = mem_zalloc(n + 1, sizeof(*p->zeroed));
	for (size_t t = 0; t < n && zeroed != NULL; t++) {
		p->zeroed[t] = zeroed[t];
		p->nzeroed += zeroed[t];
	}
	centre(p, b);
	if (p->total > 0)
		find_axes(p, b, tolerance);
	for (size_t a = 0; a < 2; a++) {
		if (p->variance[a] <= 1e-12 * p->total)
			memset(p->axis[a], 0, n * sizeof(double));
		orient(p->axis[a], n);
	}
}

void
pca_free(struct pca *p)
{
	free(p->zeroed);
	free(p->axis[1]);
	free(p->axis[0]);
	free(p->mean);
	*p = (struct pca){ 0 };
}

void
pca_place(const struct pca *p, const struct ballot *b, size_t voter,
          double at[2])
{
	size_t votes = p->nzeroed;
	double scale;

	at[0] = at[1] = 0;
	for (size_t i = b->row[voter]; i < b->row[voter + 1]; i++) {
		uint32_t t = b->statement[i];
		double v = b->value[i] - p->mean[t];

		if (p->zeroed[t])
			continue;
		votes++;
		at[0] += v * p->axis[0][t];
		at[1] += v * p->axis[1][t];
	}
	scale =
	    elem_sqrt((double)p->nstatements / (double)(votes > 0 ? votes : 1));
	at[0] *= scale;
	at[1] *= scale;
}

double
pca_extremity(const struct pca *p, size_t t)
{
	double v = 1 - p->mean[t];
	double x = v * p->axis[0][t], y = v * p->axis[1][t];

	return elem_sqrt((double)p->nstatements) * elem_sqrt(x * x + y * y);
}
