/*
 * Four floats side by side, for arithmetic on all clusters at once. Each lane
 * is worked out alone, so the bits are those of plain loops on any machine.
 */
#ifndef DLG_LANES_H
#define DLG_LANES_H

#include <stddef.h>

enum { LANES = 4 };

typedef float lanes __attribute__((vector_size(16), may_alias));

/* How many lanes hold n floats. */
static inline size_t
lanes_for(size_t n)
{
	return (n + LANES - 1) / LANES;
}

static inline lanes
lanes_of(float x)
{
	return (lanes){ x, x, x, x };
}

static inline float *
lanes_floats(lanes *v)
{
	return (float *)(void *)v;
}

#endif
