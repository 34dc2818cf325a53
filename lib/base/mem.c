#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/diag.h"
#include "base/mem.h"

enum { WIDE = 1 << 21 }; /* bytes of a wide page */

static _Noreturn void
exhausted(void)
{
	diag_die(STATUS_FAULT, "out of memory");
}

void *
mem_alloc(size_t size)
{
	void *p = malloc(size ? size : 1);

	if (p == NULL)
		exhausted();
	return p;
}

void *
mem_zalloc(size_t n, size_t size)
{
	void *p = calloc(n ? n : 1, size ? size : 1);

	if (p == NULL)
		exhausted();
	return p;
}

void *
mem_wide(size_t size)
{
	size_t room = (size + WIDE - 1) & ~(size_t)(WIDE - 1);
	void *p = room < size ? NULL : aligned_alloc(WIDE, room);

	if (p == NULL)
		exhausted();
	/* It is but a wish: nothing depends on it. */
	(void)madvise(p, room, MADV_HUGEPAGE);
	return p;
}

void *
mem_resize(void *p, size_t n, size_t size)
{
	if (size != 0 && n > SIZE_MAX / size)
		exhausted();
	p = realloc(p, n != 0 && size != 0 ? n * size : 1);
	if (p == NULL)
		exhausted();
	return p;
}

void *
mem_grow(void *p, size_t *cap, size_t need, size_t size)
{
	size_t n = *cap + *cap / 2;

	if (need <= *cap && p != NULL)
		return p;
	if (n < need)
		n = need;
	if (n < 16)
		n = 16;
	*cap = n;
	return mem_resize(p, n, size);
}

void *
mem_dup(const void *p, size_t len)
{
	char *copy = mem_alloc(len + 1);

	if (len > 0)
		memcpy(copy, p, len);
	copy[len] = '\0';
	return copy;
}

char *
mem_strdup(const char *s)
{
	return mem_dup(s, strlen(s));
}

void
mem_sort(void *p, size_t n, size_t size,
         int (*compare)(const void *, const void *))
{
	const char *v = p;
	size_t i = 1;

	/* Much comes in order already: that takes one look at each. */
	while (i < n && compare(v + (i - 1) * size, v + i * size) <= 0)
		i++;
	if (i < n)
		qsort(p, n, size, compare);
}
