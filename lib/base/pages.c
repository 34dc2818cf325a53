#include "base/pages.h"

#include <stdint.h>
#include <sys/mman.h>

#include "base/diag.h"

static size_t
rounded(size_t size)
{
	return (size + PAGES_LARGE - 1) / PAGES_LARGE * PAGES_LARGE;
}

/* Take more than is asked for, and give back what is not aligned. */
void *
pages_new(size_t size)
{
	size_t len = rounded(size), all = len + PAGES_LARGE, skip;
	char *p = MAP_FAILED;

	if (size <= SIZE_MAX - 2 * (size_t)PAGES_LARGE)
		p = mmap(NULL, all, PROT_READ | PROT_WRITE,
		         MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (p == MAP_FAILED)
		diag_die(STATUS_FAULT, "out of memory");
	skip = -(uintptr_t)p % PAGES_LARGE;
	if (skip > 0)
		munmap(p, skip);
	if (skip < PAGES_LARGE)
		munmap(p + skip + len, PAGES_LARGE - skip);
	(void)madvise(p + skip, len, MADV_HUGEPAGE);
	return p + skip;
}

void
pages_free(void *p, size_t size)
{
	if (p != NULL)
		munmap(p, rounded(size));
}
