/*
 * turn VECTORS: print the vectors of a file, as lib/data/make/encode gives
 * them, less their mean and turned to their main directions, as floats. Run by
 * make gist.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "data/gist.h"
#include "math/elem.h"
#include "math/encoder.h"
#include "math/rng.h"

enum {
	WIDE = ENCODER_DIMS,
	D = GIST_DIMS,
	TURNS = 60, /* of the search for directions */
	EVERY = 4,  /* of the vectors, they are found by each so many */
};

/* The next vector of the file, or false at its end. */
static bool
next_vector(FILE *f, float *v)
{
	return fread(v, sizeof(*v), WIDE, f) == WIDE;
}

static void
find_mean(double *mean, FILE *f)
{
	float v[WIDE];

	size_t n = 0;

	for (; next_vector(f, v); n++)
		for (size_t i = 0; i < WIDE; i++)
			mean[i] += (double)v[i];
	for (size_t i = 0; i < WIDE; i++)
		mean[i] /= (double)n;
}

static double *
covariance(const double *mean, FILE *f)
{
	double *c = mem_zalloc((size_t)WIDE * WIDE, sizeof(*c)), x[WIDE];
	float v[WIDE];

	rewind(f);
	for (size_t t = 0; next_vector(f, v); t++) {
		if (t % EVERY != 0)
			continue;
		for (size_t i = 0; i < WIDE; i++)
			x[i] = (double)v[i] - mean[i];
		for (size_t i = 0; i < WIDE; i++)
			for (size_t j = 0; j < WIDE; j++)
				c[i * WIDE + j] += x[i] * x[j];
	}
	return c;
}

static double
dot(const double *a, const double *b, size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += a[i] * b[i];
	return sum;
}

/* Make rows of WIDE numbers stand at right angles, each of length 1. */
static void
square(double *axes)
{
	for (size_t i = 0; i < D; i++) {
		double *a = axes + i * WIDE, length;

		for (size_t j = 0; j < i; j++) {
			double s = dot(a, axes + j * WIDE, WIDE);

			for (size_t k = 0; k < WIDE; k++)
				a[k] -= s * axes[j * WIDE + k];
		}
		length = elem_sqrt(dot(a, a, WIDE));
		for (size_t k = 0; k < WIDE; k++)
			a[k] /= length;
	}
}

/* The main directions, by the power method on all of them at once. */
static double *
find_axes(const double *c)
{
	size_t all = (size_t)D * WIDE;
	double *axes = mem_alloc(all * sizeof(*axes));
	double *next = mem_alloc(all * sizeof(*next));
	struct rng r;

	rng_seed(&r, 1);
	for (size_t i = 0; i < all; i++)
		axes[i] = rng_real(&r) - 0.5;
	for (int turn = 0; turn < TURNS; turn++) {
		square(axes);
		for (size_t i = 0; i < D; i++)
			for (size_t j = 0; j < WIDE; j++)
				next[i * WIDE + j] =
				    dot(axes + i * WIDE, c + j * WIDE, WIDE);
		memcpy(axes, next, all * sizeof(*next));
	}
	square(axes);
	free(next);
	return axes;
}

static void
put_turned(const double *mean, const double *axes, FILE *f)
{
	double x[WIDE];
	float v[WIDE], to[D];

	rewind(f);
	while (next_vector(f, v)) {
		for (size_t i = 0; i < WIDE; i++)
			x[i] = (double)v[i] - mean[i];
		for (size_t i = 0; i < D; i++)
			to[i] = (float)dot(x, axes + i * WIDE, WIDE);
		fwrite(to, sizeof(*to), D, stdout);
	}
}

int
main(int argc, char **argv)
{
	FILE *f = argc == 2 ? fopen(argv[1], "r") : NULL;
	double mean[WIDE] = { 0 }, *c, *axes;

	if (f == NULL) {
		fprintf(stderr, "usage: turn VECTORS\n");
		return 2;
	}
	find_mean(mean, f);
	c = covariance(mean, f);
	axes = find_axes(c);
	put_turned(mean, axes, f);
	free(axes);
	free(c);
	fclose(f);
	return fflush(stdout) != 0 || ferror(stdout) ? 2 : 0;
}
