/*
 * Does a theme lean to some groups? Notes of one table are not independent,
 * so what is permuted is the groups of whole tables (or, where people of
 * several groups sit at one table, which notes of that table are the theme's).
 *
 * With 150 notes of the theme or more at mixed tables, draws come from the
 * normal distribution with the permutations' exact mean and covariance.
 *
 * The statistic is SUM_g (K_g - E_g)^2 / E_g with E_g = n_g K / n.
 */
#ifndef DLG_SKEW_H
#define DLG_SKEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Arrangements up to which all are tried, and draws if there are more. */
enum { SKEW_EXACT = 50000, SKEW_DRAWS = 9999 };

/*
 * Tables by groups: notes[t * ngroups + g] of all, theme[t * ngroups + g] of
 * them of the theme; whole tables are permuted only within a stratum (an
 * event). Tables stand in a canonical order.
 */
struct skew {
	const uint32_t *notes, *theme;
	const uint32_t *stratum; /* of each table, ascending; NULL: one */
	size_t ntables, ngroups;
	uint64_t seed;
};

struct skew_result {
	double p;
	double least; /* the smallest p that these tables could give */
	bool tested;  /* false: one group, no notes, or least above alpha */
	bool exact;   /* all arrangements were tried */
	bool inside;  /* tables are mixed: permuted inside tables */
	size_t tried; /* arrangements or draws */
};

/* Test at alpha: too few tables to reach alpha is "not tested". */
struct skew_result skew_test(const struct skew *s, double alpha);

#endif
