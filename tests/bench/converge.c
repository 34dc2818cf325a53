/*
 * Figures of the statistics, by simulation from fixed seeds. Each line:
 * figure, measured, goal, between tabs.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/mem.h"
#include "math/breadth.h"
#include "math/opinion.h"
#include "math/rng.h"
#include "math/skew.h"

/* Votes that follow each statement's own rate and nothing else. */
static void
noise(struct ballot *b, struct rng *rng, size_t voters, size_t statements,
      double density)
{
	struct cast *c = mem_alloc(voters * statements * sizeof(*c));
	double *rate = mem_alloc(statements * sizeof(*rate));
	size_t n = 0;

	for (size_t s = 0; s < statements; s++)
		rate[s] = 0.3 + 0.65 * rng_real(rng);
	for (size_t v = 0; v < voters; v++)
		for (size_t s = 0; s < statements; s++) {
			double r = rng_real(rng);
			int value = rng_real(rng) < 0.15 ? 0 :
			            r < rate[s]          ? 1 :
			                                   -1;

			if (rng_real(rng) < density)
				c[n++] =
				    (struct cast){ (uint32_t)v,
					           BALLOT_CAST(s, value), 0 };
		}
	ballot_make(b, c, n, voters, statements);
	free(rate);
	free(c);
}

static void
groups_in_noise(void)
{
	static const struct {
		size_t voters, statements;
		double density;
	} kinds[] = {
		{ 60, 40, .6 },
		{ 150, 60, .4 },
		{ 300, 100, .3 },
		{ 1000, 200, .25 },
	};
	size_t found = 0, all = 0;
	struct rng rng;

	rng_seed(&rng, 3);
	for (size_t k = 0; k < 4; k++)
		for (int i = 0; i < 50; i++) {
			struct ballot b;
			struct opinion o;
			struct pca p;

			noise(&b, &rng, kinds[k].voters, kinds[k].statements,
			      kinds[k].density);
			pca_fit(&p, &b, NULL, 1e-9);
			opinion_find(&o, &b, &p);
			found += o.k > 0;
			all++;
			opinion_free(&o);
			pca_free(&p);
			ballot_free(&b);
		}
	printf("noise conversations with \"stable groups\"\t%zu of %zu\t"
	       "at most 5 %%\n",
	       found, all);
}

/* A normal deviate (Marsaglia's polar method). */
static double
normal(struct rng *rng)
{
	double u, v, s;

	do {
		u = 2 * rng_real(rng) - 1;
		v = 2 * rng_real(rng) - 1;
		s = u * u + v * v;
	} while (s >= 1 || s == 0);
	return u * sqrt(-2 * log(s) / s);
}

/* Gamma, shape a (Marsaglia and Tsang 2000). */
static double
gamma_draw(struct rng *rng, double a)
{
	double d = (a < 1 ? a + 1 : a) - 1 / 3., c = 1 / sqrt(9 * d), x, v;

	do {
		do {
			x = normal(rng);
			v = 1 + c * x;
		} while (v <= 0);
		v = v * v * v;
	} while (log(rng_real(rng) + 1e-300) >
	         x * x / 2 + d - d * v + d * log(v));
	return a < 1 ? d * v * pow(rng_real(rng), 1 / a) : d * v;
}

/* Theme notes at each table; tables correlate by rho, group 0 leans by shift */
static void
draw_tables(struct rng *rng, size_t tables, size_t groups, double rate,
            double rho, double shift, size_t leaning, uint32_t *notes,
            uint32_t *theme)
{
	memset(notes, 0, tables * groups * sizeof(*notes));
	memset(theme, 0, tables * groups * sizeof(*theme));
	for (size_t t = 0; t < tables; t++) {
		size_t g = t * groups / tables, n = 15 + rng_below(rng, 21);
		double p = rate + (g == leaning ? shift : 0), k = 0;

		if (rho > 0) {
			double a = gamma_draw(rng, p * (1 - rho) / rho);
			double b = gamma_draw(rng, (1 - p) * (1 - rho) / rho);

			p = a / (a + b);
		}
		for (size_t i = 0; i < n; i++)
			k += rng_real(rng) < p;
		notes[t * groups + g] = (uint32_t)n;
		theme[t * groups + g] = (uint32_t)k;
	}
}

static void
errors_of_skew(void)
{
	static const double rho[] = { 0, .05, .1, .2 };
	uint32_t notes[36], theme[36];
	struct rng rng;

	rng_seed(&rng, 5);
	for (size_t r = 0; r < 4; r++) {
		size_t rejected = 0, tested = 0;

		for (int i = 0; i < 2000; i++) {
			struct skew s = { notes, theme, NULL, 12, 3, 1 };
			struct skew_result got;

			draw_tables(&rng, 12, 3, .08, rho[r], 0, 9, notes,
			            theme);
			got = skew_test(&s, 0.05);
			tested += got.tested;
			rejected += got.tested && got.p <= 0.05;
		}
		printf("skew: type I error at correlation %.2f\t%.1f %%\t"
		       "at most 6 %%\n",
		       rho[r], 100. * (double)rejected / (double)tested);
	}
}

static void
false_discoveries(void)
{
	uint32_t notes[54], theme[54];
	double share = 0, power = 0;
	struct rng rng;

	rng_seed(&rng, 7);
	for (int round = 0; round < 200; round++) {
		double p[30], q[30];
		size_t wrong = 0, right = 0;

		for (size_t i = 0; i < 30; i++) {
			struct skew s = { notes, theme, NULL, 18, 3, i + 1 };

			draw_tables(&rng, 18, 3, .05, .05, i < 6 ? .18 : 0,
			            i % 3, notes, theme);
			p[i] = skew_test(&s, 0.05).p;
		}
		adjust_fdr(p, 30, q);
		for (size_t i = 0; i < 30; i++)
			*(i < 6 ? &right : &wrong) += q[i] <= 0.1;
		if (wrong + right > 0)
			share += (double)wrong / (double)(wrong + right) / 200;
		power += (double)right / 6 / 200;
	}
	printf("skew: false discoveries, 6 of 30 themes lean\t%.3f\t"
	       "at most .10\n",
	       share);
	printf("skew: leaning themes found\t%.2f\t(.83 in a prototype)\n",
	       power);
}

static void
time_of_breadth(void)
{
	size_t size[200];
	clock_t start;
	double p = 0;
	struct rng rng;

	rng_seed(&rng, 9);
	for (size_t i = 0; i < 200; i++)
		size[i] = 5 + (size_t)rng_below(&rng, 56);
	start = clock();
	for (int i = 0; i < 10; i++)
		p += breadth_low(size, 200, 400, 150);
	printf("exact breadth, 200 tables, 400 notes\t%.1f ms\t50 ms\n",
	       1000. * (double)(clock() - start) / CLOCKS_PER_SEC / 10 + 0 * p);
}

int
main(void)
{
	groups_in_noise();
	errors_of_skew();
	false_discoveries();
	time_of_breadth();
	return 0;
}
