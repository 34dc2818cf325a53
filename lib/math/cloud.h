/*
 * Where voters stand, as points that can be clustered: those who voted enough,
 * placed on the two main axes and, if they are many, gathered in cells.
 *
 * Those who voted little are placed badly: they are drawn towards the centre
 * and weigh less, and those far out are drawn in to twice the median distance,
 * so that a few of them make no group.
 */
#ifndef DLG_CLOUD_H
#define DLG_CLOUD_H

#include "math/ballot.h"
#include "math/kmeans.h"
#include "math/pca.h"

/* Votes that are enough; if fewer voters have them, the most active besides. */
enum { CLOUD_LEAST_VOTES = 7, CLOUD_LEAST_VOTERS = 15 };

struct cloud {
	struct point *points; /* in the order of point_cmp */
	uint32_t *cell_of;    /* the point of each voter, or UINT32_MAX */
	uint32_t *who;        /* the voters placed */
	struct point *at;     /* where each of them stands */
	size_t n, nwho;
};

/* Place the voters of b by p. Released with cloud_free. */
void cloud_make(struct cloud *c, const struct ballot *b, const struct pca *p);

void cloud_free(struct cloud *c);

#endif
