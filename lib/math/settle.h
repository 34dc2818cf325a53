/*
 * What does not belong to the cluster that it was put into: small groups that
 * are close to each other and far from the rest, and items that are far from
 * all. Communities have a least size below which modularity cannot see them;
 * this finds those again.
 */
#ifndef DLG_SETTLE_H
#define DLG_SETTLE_H

#include <stddef.h>
#include <stdint.h>

#define SETTLE_NONE UINT32_MAX

struct settle_options {
	double group_far;    /* part a group whose cosine with the rest of its
	                      * cluster is less */
	double pair_far;     /* the same, of two items */
	double pair_near;    /* and whose similarity is at least that */
	double group_near;   /* and whose mean similarity is at least that; it
	                      * has a third of the cluster's items at most */
	double alone;        /* put out an item whose cosine with the rest of
	                      * its cluster is less */
	double alone_in_two; /* the same where the rest is one item */
};

/*
 * Settle n items in k clusters: groups become clusters k, k + 1, ...; what is
 * put out gets SETTLE_NONE. Similarities are n * n, those of an item with
 * itself on the diagonal. Return the number of clusters.
 */
size_t settle(const float *similarity, size_t n, uint32_t *cluster, size_t k,
              const struct settle_options *options);

#endif
