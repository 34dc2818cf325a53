/*
 * Communities of a weighted graph, by modularity with a resolution g
 * (Reichardt and Bornholdt, 2006):
 *
 *	Q = sum over pairs in one community of (w_ij - g k_i k_j / 2m) / 2m
 *
 * with k the nodes' degrees and 2m their sum; found with the moves of the
 * Leiden algorithm (Traag, Waltman and van Eck, 2019).
 *
 * Graphs are dense: n * n weights, symmetric, none negative.
 */
#ifndef DLG_MODULARITY_H
#define DLG_MODULARITY_H

#include <stddef.h>
#include <stdint.h>

/* Q of a division into communities. */
double modularity(const float *w, size_t n, double resolution,
                  const uint32_t *community);

/*
 * Find a division with a high Q: the best of a number of seeded starts.
 * Communities are numbered 0, 1, ... in the order of their first node.
 * Return how many there are.
 */
size_t modularity_find(const float *w, size_t n, double resolution,
                       size_t starts, uint32_t *community);

/*
 * Make a graph of similarities: what is above the median of all pairs counts,
 * the rest is 0; so is the diagonal. Return the median.
 */
float modularity_residual(float *similarity, size_t n);

#endif
