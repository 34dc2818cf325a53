/*
 * Where the texts of each component of a mixture point: what vectors of
 * meaning say of which component a text is of, beside its words.
 *
 * A text with the vector x, of length 1, is exp(kappa cos(x, mean of z)) times
 * as likely in component z (von Mises and Fisher), the power taken as the
 * sixteenth of (1 + kappa cos / 16), which differs little and is quick.
 */
#ifndef DLG_BEARING_H
#define DLG_BEARING_H

#include <stddef.h>
#include <stdint.h>

struct bearing {
	const float *vectors; /* of each text */
	size_t dims, k;
	float kappa;
	float *sums;    /* k * dims */
	float *inverse; /* k: 1 / the length of each sum */
};

/*
 * Begin with components that hold nothing. vectors (dims numbers each, a
 * multiple of 16) are of length 1, or 0 for a text without one, and borrowed.
 */
void bearing_init(struct bearing *b, const float *vectors, size_t dims,
                  float kappa, size_t k);

/* Put a text into a component, or (by -1) take it out. */
void bearing_shift(struct bearing *b, size_t text, uint32_t z, float by);

/* Multiply the weight of each component by what the text's vector says. */
void bearing_weigh(const struct bearing *b, size_t text, float *weight);

void bearing_free(struct bearing *b);

#endif
