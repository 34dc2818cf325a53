/*
 * Many small pieces released together. A piece stays where it is until
 * pool_free, whatever is added later.
 */
#ifndef DLG_POOL_H
#define DLG_POOL_H

#include "base/slice.h"

struct pool {
	struct pool_block *blocks;
	size_t left; /* bytes free in the newest block */
};

#define POOL_INIT \
	{ \
		NULL, 0 \
	}

/* size bytes, aligned for anything, not cleared. */
void *pool_alloc(struct pool *p, size_t size);

/* The same, for bytes alone: aligned for nothing. */
void *pool_bytes(struct pool *p, size_t size);

/* A copy of s, with a NUL behind it that len does not count. */
struct slice pool_slice(struct pool *p, struct slice s);

void pool_free(struct pool *p);

#endif
