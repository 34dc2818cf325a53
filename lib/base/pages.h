/*
 * Much memory at once, in the largest pages that the system has: what is
 * looked at here and there in it is reached without a walk through the tables
 * of small ones, which costs more than the look itself.
 */
#ifndef DLG_PAGES_H
#define DLG_PAGES_H

#include <stddef.h>

/* Sizes are rounded up to a multiple of this. */
enum { PAGES_LARGE = 2 * 1024 * 1024 };

/* size bytes, all zero; without memory left, exit as base/mem does. */
void *pages_new(size_t size);

/* Release what pages_new gave for that size; p may be NULL. */
void pages_free(void *p, size_t size);

#endif
