/*
 * Numbers that look random and are the same on every machine: xoshiro256**
 * (Blackman and Vigna, 2018), seeded through splitmix64. No secrets.
 */
#ifndef DLG_RNG_H
#define DLG_RNG_H

#include <stddef.h>
#include <stdint.h>

struct rng {
	uint64_t s[4];
};

/* Begin the sequence that belongs to seed. */
void rng_seed(struct rng *r, uint64_t seed);

/* 64 bits. */
uint64_t rng_next(struct rng *r);

/* A whole number from 0 to n - 1, each as likely; n is at least 1. */
uint64_t rng_below(struct rng *r, uint64_t n);

/* A number in [0, 1), a multiple of 2^-53. */
double rng_real(struct rng *r);

/* Put the n numbers of v into random order. */
void rng_shuffle(struct rng *r, size_t *v, size_t n);

#endif
