/*
 * Sorting of many things by a number: each is looked at a few times, whatever
 * their order, where comparing would take twenty looks at each of a million.
 */
#ifndef DLG_KEYED_H
#define DLG_KEYED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct keyed {
	uint64_t key;
	uint32_t n; /* the caller's: which thing */
};

/*
 * Put n of them, fewer than 2^32, into ascending order of their keys; those
 * with the same key stay as they stood.
 */
void keyed_sort(struct keyed *v, size_t n);

#endif
