/* What the fit of a mixture shares with the assignment to one. */
#ifndef DLG_MIXTURE_PARTS_H
#define DLG_MIXTURE_PARTS_H

#include "math/lanes.h"
#include "math/mixture.h"

/* The share of a component's own words, and texts each has beforehand. */
#define MIXTURE_OWN 0.7
#define MIXTURE_ALPHA 0.1f

struct mixture_prior {
	double each; /* b */
	double all;  /* V b */
};

/* total is the sum of all n_z. */
void mixture_prior_init(struct mixture_prior *p, double total, size_t k,
                        size_t columns);

/* Make the greatest weight 1, and none so small that it is slow to compute. */
void mixture_level(lanes *weight, size_t width);

#endif
