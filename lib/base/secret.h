/*
 * A number that nobody outside can know, the same for as long as the process
 * lives. Tables of hashes place things by it, so that nobody can choose keys
 * that all meet in one place; what is put out never depends on it.
 */
#ifndef DLG_SECRET_H
#define DLG_SECRET_H

#include <stdint.h>

extern uint64_t secret_drawn; /* 0 until it is asked for */

/* The same, when it has not been drawn yet. */
uint64_t secret_draw(void);

static inline uint64_t
secret(void)
{
	return secret_drawn != 0 ? secret_drawn : secret_draw();
}

/* Both halves of a product, one on the other. */
static inline uint64_t
secret_fold(uint64_t a, uint64_t b)
{
	__extension__ unsigned __int128 product = a;

	product *= b;
	return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/* Where a table looks for a hash that others may have chosen: any bits of it.
 */
static inline uint64_t
secret_place(uint64_t hash)
{
	return secret_fold(hash ^ secret(), 0x9e3779b97f4a7c15u);
}

#endif
