/*
 * How far ratings agree: measures over the counts of an ordered scale.
 *
 * Sources: van der Eijk (2001), Quality and Quantity 35; Tastle and Wierman
 * (2007), Int. J. Approximate Reasoning 45; Krippendorff (2004), chapter 11;
 * Esteban and Ray (1994), Econometrica 62; Fitch et al. (2001), The RAND/UCLA
 * Appropriateness Method User's Manual.
 */
#ifndef DLG_RATING_H
#define DLG_RATING_H

#include <stddef.h>

/* The longest scale there is a count for. */
enum { RATING_MAX = 100 };

/*
 * Van der Eijk's agreement A of n counts: 1 all in one place, 0 evenly
 * spread, -1 half at each end. 0 if nothing was counted. n is at least 2.
 */
double rating_agreement(const double *count, size_t n);

/*
 * Tastle and Wierman's consensus of n counts at 1, 2, ..., n: 1 all in one
 * place, 0 half at each end. 0 if nothing was counted. n is at least 2.
 */
double rating_consensus(const double *count, size_t n);

/* The rating below which lies share q of the counts, at 1 to n, interpolated.
 */
double rating_quantile(const double *count, size_t n, double q);

/*
 * How many ratings at either end take a side: a third of a scale of 8 or more,
 * else all but the middle.
 */
static inline size_t
rating_outer(size_t n)
{
	return n >= 8 ? n / 3 : n / 2;
}

/* The side that a rating of 1 to n takes: 1 agrees, -1 disagrees, 0 neither.
 */
static inline int
rating_side(size_t rating, size_t n)
{
	return (rating > n - rating_outer(n)) - (rating <= rating_outer(n));
}

enum rating_scale {
	SCALE_NOMINAL,
	SCALE_ORDINAL,
	SCALE_INTERVAL,
};

/*
 * Krippendorff's alpha. counts[u * n + v] says how many gave unit u the v-th
 * of n values, which lie one apart; units with fewer than two are left out.
 * 1 if there is no disagreement to expect.
 */
double rating_alpha(const double *counts, size_t units, size_t n,
                    enum rating_scale scale);

/*
 * Esteban and Ray's polarisation, K = 1, of n groups with shares share at the
 * places at; alpha in (0, 1.6].
 */
double rating_polarisation(const double *share, const double *at, size_t n,
                           double alpha);

#endif
