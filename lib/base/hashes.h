/*
 * 64-bit hashes numbered in the order they were first seen: 0, 1, 2, ... What
 * belongs to one lives in the caller's own array under its number, as with
 * base/map, which would keep the hash as any bytes: twice the memory, three
 * times the time.
 */
#ifndef DLG_HASHES_H
#define DLG_HASHES_H

#include <stddef.h>
#include <stdint.h>

#include "base/map.h"

struct hashes {
	uint64_t *v; /* each, under its number */
	size_t n, cap;
	uint64_t *slots; /* number + 1, half of the hash above it; or 0 */
	size_t nslots;   /* a power of two */
};

#define HASHES_INIT \
	{ \
		NULL, 0, 0, NULL, 0 \
	}

/* The number of hash, given now if it is new. */
size_t hashes_add(struct hashes *h, uint64_t hash);

/* The number of hash, or MAP_NONE. */
size_t hashes_find(const struct hashes *h, uint64_t hash);

void hashes_free(struct hashes *h);

#endif
