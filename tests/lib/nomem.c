/*
 * Preloaded into a tool: memory runs out at the DLG_NOMEM-th allocation, and
 * from then on, or only then if DLG_NOMEM_ONCE is set. Counts the libraries'
 * allocations like our own. When the tool exits there is memory again:
 * what counts the lines that tests run cannot do without.
 */
#include <errno.h>
#include <stdlib.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *p, size_t size);
void *malloc(size_t size);
void *calloc(size_t n, size_t size);
void *realloc(void *p, size_t size);

static long left;
static int once, ready;

static void
comes_back(void)
{
	left = 0;
}

static int
runs_out(void)
{
	if (!ready) {
		const char *at = getenv("DLG_NOMEM");

		ready = 1;
		left = at != NULL ? atol(at) : 0;
		once = getenv("DLG_NOMEM_ONCE") != NULL;
	}
	if (left <= 0 || (left > 1 && --left > 0))
		return 0;
	if (once)
		left = 0;
	atexit(comes_back); /* each time: what comes before main is too early */
	errno = ENOMEM;
	return 1;
}

void *
malloc(size_t size)
{
	return runs_out() ? NULL : __libc_malloc(size);
}

void *
calloc(size_t n, size_t size)
{
	return runs_out() ? NULL : __libc_calloc(n, size);
}

void *
realloc(void *p, size_t size)
{
	return runs_out() ? NULL : __libc_realloc(p, size);
}
