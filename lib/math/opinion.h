/*
 * Opinion groups: do the votes themselves fall into groups of voters?
 *
 * Voters are placed on the two main axes of the votes and clustered by k-means
 * from many fixed starts. Groups are believed only if the first axis explains
 * more than it does when each statement's votes are dealt out anew among its
 * voters (p at most .05), and if groups found on resampled voters are the same
 * (adjusted Rand index .5 or more on average): pure noise has groups too.
 */
#ifndef DLG_OPINION_H
#define DLG_OPINION_H

#include <stdbool.h>
#include <stddef.h>

#include "math/ballot.h"
#include "math/pca.h"

enum {
	OPINION_MOST = 5,   /* groups */
	OPINION_NONE = 255, /* a voter with too few votes to be placed */
};

struct opinion {
	size_t k;             /* groups; 0: no stable structure */
	unsigned char *group; /* of each voter; the largest is 0 */
	size_t size[OPINION_MOST];
	size_t placed;     /* voters with votes enough */
	double silhouette; /* of the groups, -1 to 1 */
	double stability;  /* mean adjusted Rand index of resamples */
	double share;      /* of the variance, on the first axis */
	double p;          /* of as much by chance */
};

/* Find the groups of b's voters, placed by p. Released with opinion_free. */
void opinion_find(struct opinion *o, const struct ballot *b,
                  const struct pca *p);

void opinion_free(struct opinion *o);

/* How alike two groupings of n things are: 1 the same, 0 as by chance. */
double rand_index(const unsigned char *a, const unsigned char *b, size_t n);

#endif
