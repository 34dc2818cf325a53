/*
 * The themes of one event: a few hundred texts, compared each with each.
 *
 * Similar texts are those that share words, runs of characters and, where
 * there are sentence vectors, meaning. What is above the median similarity is
 * a graph; its communities are the themes, so that their number is found. Or
 * the number is given, and clusters are sought instead.
 */
#ifndef DLG_THEMING_H
#define DLG_THEMING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

#define THEME_NONE UINT32_MAX

struct theming_options {
	size_t themes;          /* how many; 0: found */
	double granularity;     /* more makes more themes; the usual is 1 */
	const float *vectors;   /* n * dims, of length 1 or (if a text has none)
	                         * 0; NULL if no text has any */
	size_t dims;            /* a multiple of 16 */
	float share;            /* how much of the similarity is by vectors */
	const uint32_t *tables; /* of each text, as math/voices has them; or
	                         * NULL */
	const uint32_t
	    *voices; /* how many tables say each text; or NULL: one */
	const char *language;
};

struct theming {
	size_t n, k;      /* texts, themes */
	uint32_t *theme;  /* of each text; THEME_NONE: no word, or like none */
	float *score;     /* n * k: cosine of a text with the rest of a theme */
	uint32_t *medoid; /* of each theme: the text most like the others */
};

/*
 * Find the themes of n texts, no two alike, in an order that is theirs (see
 * text/canon). Themes are numbered in the order of their first text.
 * Released with theming_free.
 */
void theming_find(struct theming *t, const struct slice *texts, size_t n,
                  const struct theming_options *options);

/*
 * The medoids of k themes that n such texts have, whoever gave them (theme, of
 * each text; THEME_NONE: it has none), into medoid; THEME_NONE for a theme
 * that no text with words has.
 */
void theming_medoids(const struct slice *texts, size_t n,
                     const struct theming_options *options,
                     const uint32_t *theme, size_t k, uint32_t *medoid);

void theming_free(struct theming *t);

#endif
