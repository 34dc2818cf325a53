/*
 * How far groups are apart on a statement: the widest difference between the
 * shares of two groups that agree, of those who take a side.
 *
 * Sources: Newcombe (1998), method 10, for the interval; Fisher's exact test,
 * times the pairs that were looked at (Bonferroni), for the chance.
 */
#ifndef DLG_GAP_H
#define DLG_GAP_H

#include <stddef.h>

#include "math/beta.h"
#include "math/polis.h"

/* Groups with fewer who take a side are not compared. */
enum { GAP_LEAST = 5 };

struct gap {
	size_t high, low;         /* groups: which agrees most, and least */
	double wide;              /* the difference of their shares */
	struct interval interval; /* of that, 95 % */
	double p;     /* of so much if groups voted alike; 1 if no pair */
	size_t pairs; /* compared; 0: nothing is known */
};

struct gap gap_widest(const struct tally *group, size_t n);

/* How evenly a statement splits: 1 in halves, 0 all one way or nobody. */
double divisiveness(struct tally t);

/*
 * Esteban and Ray's polarisation of the groups by their shares that agree, of
 * those who take a side; from 0 to .25, with an exponent of 1.
 */
double gap_polarisation(const struct tally *group, size_t n);

#endif
