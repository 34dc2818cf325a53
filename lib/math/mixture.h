/*
 * A mixture of word distributions over many short texts, each text of one
 * component: the collapsed Gibbs sampler for the Dirichlet multinomial mixture
 * (Yin and Wang, 2014), with a background that all texts share:
 *
 *	p(w | z) = 0.7 (n_zw + b) / (n_z + V b) + 0.3 p(w)
 *
 * n_zw is how many texts of z hold w, n_z their sum over w, p(w) the share of
 * w in all; b is 0.1 of the mean n_zw, within 0.005 and 0.3. As n_zw are whole
 * numbers, the counts of parts of an archive add up to those of all of it.
 */
#ifndef DLG_MIXTURE_H
#define DLG_MIXTURE_H

#include <stdint.h>

#include "math/bearing.h"
#include "math/sparse.h"

struct mixture {
	size_t k, columns;
	uint32_t *texts; /* k: how many each component has */
	uint32_t *held;  /* columns * k: how many of them hold a column */
};

#define MIXTURE_NONE UINT32_MAX

/* Count rows by their component, MIXTURE_NONE for none. */
void mixture_count(struct mixture *m, const struct sparse *rows, size_t k,
                   const uint32_t *component);

/*
 * Make components likelier: sweeps of sampling, the last quarter of which
 * only take the likeliest. rows count by their columns alone. bearing, which
 * holds nothing yet, says where they point; or it is NULL.
 */
void mixture_improve(const struct sparse *rows, size_t k,
                     struct bearing *bearing, size_t sweeps, uint64_t seed,
                     uint32_t *component);

void mixture_free(struct mixture *m);

#endif
