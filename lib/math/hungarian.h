/*
 * The assignment problem: which of n things goes to which of m places so that
 * the sum of what each pair is worth is greatest (Kuhn, 1955; by shortest
 * augmenting paths with potentials, O(n^2 m)).
 */
#ifndef DLG_HUNGARIAN_H
#define DLG_HUNGARIAN_H

#include <stddef.h>

#define HUNGARIAN_NONE ((size_t)-1)

/*
 * worth is n * m, row by row. place gets the place of each of the n things, or
 * HUNGARIAN_NONE where m < n leaves none. Return the sum. Of several best
 * answers one is chosen by the numbers alone.
 */
double hungarian_match(const double *worth, size_t n, size_t m, size_t *place);

#endif
