/*
 * k-means of weighted points in the plane, the same whatever their order.
 */
#ifndef DLG_KMEANS_H
#define DLG_KMEANS_H

#include <stddef.h>

struct point {
	double x, y, weight;
};

/* More groups than that are not made. */
enum { KMEANS_MOST = 16 };

/*
 * Split points (in the order of point_cmp) into k groups, KMEANS_MOST at most,
 * numbered by falling weight: the best of many k-means++ starts from a fixed
 * seed. Return the sum of squared distances.
 */
double kmeans(const struct point *points, size_t n, size_t k,
              unsigned char *group);

/* The weighted mean silhouette of a grouping; a group of one counts 0. */
double silhouette(const struct point *points, size_t n, size_t k,
                  const unsigned char *group);

/* By x, then y, then weight: for qsort. */
int point_cmp(const void *a, const void *b);

#endif
