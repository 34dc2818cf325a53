/*
 * Spherical k-means on a matrix of similarities: the clusters whose members
 * point the same way. With S_k the sum of all similarities within cluster k,
 * what is sought is the greatest
 *
 *	sum over k of sqrt(S_k)
 *
 * by moving one item at a time (Hartigan), which never lowers it.
 */
#ifndef DLG_HARTIGAN_H
#define DLG_HARTIGAN_H

#include <stddef.h>
#include <stdint.h>

/* Move items until none gains; no cluster is emptied. Return the objective. */
double hartigan_improve(const float *similarity, size_t n, size_t k,
                        uint64_t seed, uint32_t *cluster);

/*
 * Find k clusters (k <= n): the best of a number of seeded starts (k-means++).
 */
void hartigan_find(const float *similarity, size_t n, size_t k, size_t starts,
                   uint32_t *cluster);

#endif
