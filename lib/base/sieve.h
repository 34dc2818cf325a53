/*
 * A first look at a set of 64-bit hashes: it says yes of each that was added,
 * and of few others. Most of what is asked for is in no set, and is told so
 * without a look at the set itself.
 */
#ifndef DLG_SIEVE_H
#define DLG_SIEVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sieve {
	uint64_t *bits;
	size_t mask; /* bits less 1 */
};

/* bits is a power of two, 64 or more: 16 or so for each hash. */
void sieve_init(struct sieve *s, size_t bits);

void sieve_free(struct sieve *s);

/* What of a hash tells its bit. */
static inline size_t
sieve_bit(const struct sieve *s, uint64_t hash)
{
	return hash >> 20 & s->mask;
}

static inline void
sieve_add(struct sieve *s, uint64_t hash)
{
	size_t bit = sieve_bit(s, hash);

	s->bits[bit / 64] |= (uint64_t)1 << bit % 64;
}

/* Say yes of everything from now on. */
void sieve_fill(struct sieve *s);

/* Whether hash may be in the set. A sieve that was not made has nothing. */
static inline bool
sieve_may_have(const struct sieve *s, uint64_t hash)
{
	size_t bit = sieve_bit(s, hash);

	return s->bits != NULL && s->bits[bit / 64] >> bit % 64 & 1;
}

#endif
