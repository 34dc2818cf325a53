/*
 * Byte strings numbered in the order they were first seen: 0, 1, 2, ... What
 * belongs to a key lives in the caller's own array under its number, so no
 * result ever depends on the order of a hash table.
 */
#ifndef DLG_MAP_H
#define DLG_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/pool.h"
#include "base/slice.h"

#define MAP_NONE SIZE_MAX

struct map {
	struct slice *keys;
	size_t n; /* keys held */
	size_t cap;
	uint64_t *slots; /* number + 1, a hash above it; or 0 */
	size_t nslots;   /* a power of two */
	struct pool pool;
};

#define MAP_INIT \
	{ \
		NULL, 0, 0, NULL, 0, POOL_INIT \
	}

/* The number of key, given now if it is new; the key is copied. */
size_t map_add(struct map *m, struct slice key);

/* key will be asked for: have its place in the memory at hand. */
void map_await(const struct map *m, struct slice key);

/* The number of key, or MAP_NONE. */
size_t map_find(const struct map *m, struct slice key);

/* The n-th key, borrowed until map_free; a NUL stands behind it. */
static inline struct slice
map_key(const struct map *m, size_t n)
{
	return m->keys[n];
}

void map_free(struct map *m);

/*
 * A 64-bit hash of bytes: the same on every machine, and no secret. What is
 * published may depend on it, and it must not change.
 */
uint64_t map_hash(struct slice s);

/*
 * Another, at a fifth of the cost, which is another in each process: nobody can
 * choose texts that have the same.
 */
uint64_t map_quick(struct slice s);

/*
 * The same with a seed of the caller's: the same on every machine if that is,
 * so that what is published may depend on it; it must not change.
 */
uint64_t map_seeded(uint64_t seed, struct slice s);

/* Two such hashes as one; which comes first makes a difference. */
static inline uint64_t
map_join(uint64_t a, uint64_t b)
{
	a = (a ^ b) * 0xff51afd7ed558ccdu;
	return a ^ a >> 32;
}

#endif
