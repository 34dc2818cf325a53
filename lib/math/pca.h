/*
 * The two main directions in which voters differ, without ever building the
 * matrix of voters by statements.
 *
 * A missing vote stands for the statement's mean, so after centring it is
 * exactly 0, and a step costs one pass over the votes. The eigenvectors come
 * from Lanczos' method (1950) with full reorthogonalisation, from a fixed
 * start. As Polis has it, what a voter did not vote on is made up for by
 * sqrt(statements / votes) when placing the voter.
 */
#ifndef DLG_PCA_H
#define DLG_PCA_H

#include <stdbool.h>
#include <stddef.h>

#include "math/ballot.h"

struct pca {
	size_t nstatements, nzeroed;
	double *mean;       /* of each statement's votes; 0 if zeroed */
	double *axis[2];    /* of length 1, largest entry positive; or 0 */
	double variance[2]; /* eigenvalues: sums of squares along the axes */
	double total;       /* sum of squares in all directions */
	bool *zeroed;
};

/*
 * Fit to b. zeroed says which statements (moderated out) count as passed by
 * everybody; NULL: none. tolerance is the error of the eigenvectors (1e-10),
 * about. Release with pca_free.
 */
void pca_fit(struct pca *p, const struct ballot *b, const bool *zeroed,
             double tolerance);

void pca_free(struct pca *p);

/* Where the voter of a ballot lies, on the two axes. */
void pca_place(const struct pca *p, const struct ballot *b, size_t voter,
               double at[2]);

/*
 * How far out a statement lies: where a voter would be who only agreed to it,
 * as if all statements had been voted on.
 */
double pca_extremity(const struct pca *p, size_t statement);

#endif
