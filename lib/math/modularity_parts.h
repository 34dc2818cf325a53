/* What the files that make up math/modularity share. */
#ifndef DLG_MODULARITY_PARTS_H
#define DLG_MODULARITY_PARTS_H

#include <stddef.h>
#include <stdint.h>

#include "math/rng.h"

/* A graph, or one whose nodes stand for groups of nodes of another. */
struct level {
	size_t n;
	const float *w; /* the diagonal holds what is inside a node */
	double *degree;
	double total;        /* 2m */
	uint32_t *neighbour; /* of each node, others to which it has a weight */
	size_t *start;       /* n + 1: where those of each begin */
};

/* The level of a graph of weights, n * n, which are borrowed; and its end. */
struct level modularity_level(const float *w, size_t n);
void modularity_level_free(struct level *g);

/*
 * Number communities, below k, in the order of their first node. Return how
 * many there are.
 */
size_t modularity_renumber(uint32_t *community, size_t n, size_t k);

/*
 * One round of Leiden on communities below k: move nodes, refine, and the same
 * on the smaller graph. Return how many there are.
 */
size_t modularity_leiden(const struct level *g, double resolution,
                         uint32_t *community, size_t k, struct rng *r);

#endif
