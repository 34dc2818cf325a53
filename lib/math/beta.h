/*
 * The beta distribution and what follows from it: posterior shares and the
 * intervals of counts.
 *
 * Sources: continued fraction of the incomplete beta function, Abramowitz and
 * Stegun 26.5.8, evaluated by the modified Lentz method (Thompson and Barnett
 * 1986); Wilson (1927); Newcombe (1998), method 10; Jeffreys
 * interval as in Brown, Cai and DasGupta (2001).
 */
#ifndef DLG_BETA_H
#define DLG_BETA_H

/* The normal quantiles of a two-sided 95 %, a one-sided 90 % and 95 %. */
#define Z_TWO_95 1.959963984540054
#define Z_ONE_90 1.2816
#define Z_ONE_95 1.6449

/* A range of shares, 0 to 1. */
struct interval {
	double low, high;
};

/* log of n over k; k from 0 to n. */
double choose_log(double n, double k);

/* P(X <= x) for X of Beta(a, b): I_x(a, b); a, b > 0. Error about 1e-14,
 * growing as (a + b) 1e-15. */
double beta_below(double x, double a, double b);

/* The x below which lies p of Beta(a, b). */
double beta_quantile(double p, double a, double b);

/*
 * The posterior probability that a share is above limit after yes of yes + no,
 * with the Jeffreys prior.
 */
double share_above(double limit, double yes, double no);

/* Of k among n, with the two-sided normal quantile z; [0, 1] if n is 0. */
struct interval wilson(double k, double n, double z);

/* Of k among n, holding level (0.95); 0 if k is 0 and 1 if k is n. */
struct interval jeffreys(double k, double n, double level);

/* Of k1/n1 - k2/n2, from two Wilson intervals. */
struct interval newcombe(double k1, double n1, double k2, double n2, double z);

/*
 * Fisher's exact test of the table {{a, b}, {c, d}}, two-sided: the sum of
 * the tables no more likely than this one.
 */
double fisher_exact(double a, double b, double c, double d);

#endif
