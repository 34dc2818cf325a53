/*
 * How many tables a theme is heard at, against chance: if its notes were a
 * random draw from all notes of the event, at how many tables would they lie?
 */
#ifndef DLG_BREADTH_H
#define DLG_BREADTH_H

#include <stddef.h>

/*
 * The exact distribution: p[t], for t from 0 to ntables, is the probability
 * that n notes drawn from the tables' size[] notes in all (n of them at most)
 * lie at t tables:
 *
 *	[y^t x^n] PROD_j (1 + y ((1 + x)^size_j - 1)) / C(SUM size_j, n)
 *
 * computed table by table, so that nothing overflows; what is less likely
 * than 1e-20 is left out. The cost grows with ntables^2 and n.
 */
void breadth_null(const size_t *size, size_t ntables, size_t n, double *p);

/* P(T <= t) of that distribution. */
double breadth_low(const size_t *size, size_t ntables, size_t n, size_t t);

/*
 * Benjamini and Hochberg (1995): q[i] is the smallest false discovery rate at
 * which the i-th of n p-values is accepted.
 */
void adjust_fdr(const double *p, size_t n, double *q);

/*
 * Holm (1979): q[i] is the smallest chance of any false discovery at which
 * the i-th of n p-values is accepted.
 */
void adjust_holm(const double *p, size_t n, double *q);

#endif
