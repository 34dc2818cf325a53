/*
 * A set of 64-bit hashes, in 16 bytes or less for each: for saying of very
 * many things whether one was met before. Of a million things with good
 * hashes, one is taken for another with a chance of 1 in 30 million.
 */
#ifndef DLG_HASHSET_H
#define DLG_HASHSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct hashset {
	uint64_t *slots; /* 0: empty */
	size_t n, cap;
};

#define HASHSET_INIT \
	{ \
		NULL, 0, 0 \
	}

/* Whether hash is new; it is put into the set. */
bool hashset_add(struct hashset *s, uint64_t hash);

bool hashset_has(const struct hashset *s, uint64_t hash);

void hashset_free(struct hashset *s);

#endif
