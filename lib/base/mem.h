/*
 * Memory that cannot fail: each function returns what was asked for, or says
 * so and exits with status 2. Everything is released with free.
 */
#ifndef DLG_MEM_H
#define DLG_MEM_H

#include <stddef.h>

/* Bytes, not cleared; size may be 0. */
void *mem_alloc(size_t size);

/* n things of size bytes, all zero. */
void *mem_zalloc(size_t n, size_t size);

/*
 * Bytes, not cleared, for much that is read and written all over: on wide pages
 * if the system gives them, of which a few take the place of thousands.
 */
void *mem_wide(size_t size);

/* p (or NULL) made to hold n things of size bytes; n * size may not overflow.
 */
void *mem_resize(void *p, size_t n, size_t size);

/*
 * Make the array p, which has room for *cap things of size bytes, hold at
 * least need of them, growing by half or more so that appending is linear.
 */
void *mem_grow(void *p, size_t *cap, size_t need, size_t size);

/* A copy of len bytes with a NUL behind it. */
void *mem_dup(const void *p, size_t len);

/* A copy of a string. */
char *mem_strdup(const char *s);

/* As qsort, but n may be 0 with p NULL. */
void mem_sort(void *p, size_t n, size_t size,
              int (*compare)(const void *, const void *));

#endif
