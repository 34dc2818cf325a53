/*
 * Spherical k-means on sparse rows: clusters whose rows point the same way,
 * found by greedy k-means++ (Arthur and Vassilvitskii, 2007) and Lloyd's
 * rounds. Time goes with entries times k; memory is columns times k floats.
 */
#ifndef DLG_SPHERICAL_H
#define DLG_SPHERICAL_H

#include <stdint.h>

#include "math/sparse.h"

/*
 * Put rows, each of length 1, into k clusters (1 <= k <= rows), from starts
 * that seed gives. What is sought is the greatest sum of the cosines of rows
 * with the mean of their cluster. Return that sum.
 */
double spherical_find(const struct sparse *rows, size_t k, uint64_t seed,
                      uint32_t *cluster);

#endif
