/*
 * How well a text fits a theme, and the few best of many such scores.
 */
#ifndef DLG_SCORE_H
#define DLG_SCORE_H

#include <stddef.h>
#include <stdint.h>

struct score {
	uint32_t theme; /* its number */
	float score;    /* 0 to 1 */
};

/*
 * Add a theme behind the first of list, whose *n scores (at most most) stay
 * ordered from the second on, best first; the least falls out.
 */
void score_add(struct score *list, size_t *n, size_t most, uint32_t theme,
               float score);

#endif
