/*
 * Eigenvalues of small symmetric matrices.
 */
#ifndef DLG_EIGEN_H
#define DLG_EIGEN_H

#include <stddef.h>

/*
 * Of the tridiagonal matrix with diagonal d[0..n) and e[i] between i and
 * i + 1 (e has room for n). On return d holds the eigenvalues, in no order,
 * and column j of z (n by n, row by row) the vector of d[j]; e is lost.
 * Implicit QL, Bowdler, Martin, Reinsch and Wilkinson (1968).
 */
void eigen_tridiagonal(double *d, double *e, size_t n, double *z);

#endif
