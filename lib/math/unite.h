/*
 * Clusters that are one theme, made one.
 */
#ifndef DLG_UNITE_H
#define DLG_UNITE_H

#include <stddef.h>
#include <stdint.h>

#include "math/field.h"

/*
 * Join, the likest first, what no gap parts. How alike two clusters are: their
 * mean similarity to each other, as a share of that within them (its geometric
 * mean), both less the mean of all pairs: 1 is no gap, 0 no more than any two
 * texts have in common. Least is what is joined. So are those whose centroids'
 * cosine is .9. Return how many of the k clusters are left.
 */
size_t unite_alike(const struct field *f, uint32_t *cluster, size_t k,
                   double least);

/* Join the two whose centroids are most alike, until wanted are left. */
void unite_to(const struct field *f, uint32_t *cluster, size_t k,
              size_t wanted);

#endif
