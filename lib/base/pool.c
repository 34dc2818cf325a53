#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/pages.h"
#include "base/pool.h"

/* Of a pool that has grown to MANY blocks, the next are large. */
enum { BLOCK = 64 * 1024 - 64, MANY = 32 };

struct pool_block {
	struct pool_block *older;
	size_t used;
	size_t n;     /* blocks, this one and the older */
	size_t pages; /* bytes it has of base/pages; 0: it is of base/mem */
	max_align_t data[];
};

/* A block with room for size bytes; how many it has room for. */
static struct pool_block *
new_block(const struct pool *p, size_t size, size_t *room)
{
	size_t n = p->blocks == NULL ? 1 : p->blocks->n + 1, pages = 0;
	struct pool_block *b;

	*room = size > BLOCK ? size : BLOCK;
	if (n > MANY && size <= BLOCK) {
		pages = PAGES_LARGE;
		*room = pages - sizeof(*b);
		b = pages_new(pages);
	} else {
		b = mem_alloc(sizeof(*b) + *room);
	}
	b->older = p->blocks;
	b->used = 0;
	b->n = n;
	b->pages = pages;
	return b;
}

/* size bytes behind a multiple of align. */
static char *
take(struct pool *p, size_t size, size_t align)
{
	struct pool_block *b = p->blocks;
	size_t skip = b == NULL ? 0 : -b->used & (align - 1);
	char *at;

	if (b == NULL || p->left < skip + size) {
		p->blocks = b = new_block(p, size, &p->left);
		skip = 0;
	}
	at = (char *)b->data + b->used + skip;
	b->used += skip + size;
	p->left -= skip + size;
	return at;
}

void *
pool_alloc(struct pool *p, size_t size)
{
	return take(p, size, _Alignof(max_align_t));
}

void *
pool_bytes(struct pool *p, size_t size)
{
	return take(p, size, 1);
}

struct slice
pool_slice(struct pool *p, struct slice s)
{
	char *copy = take(p, s.len + 1, 1);

	if (s.len > 0)
		memcpy(copy, s.p, s.len);
	copy[s.len] = '\0';
	return (struct slice){ copy, s.len };
}

void
pool_free(struct pool *p)
{
	while (p->blocks != NULL) {
		struct pool_block *older = p->blocks->older;

		if (p->blocks->pages > 0)
			pages_free(p->blocks, p->blocks->pages);
		else
			free(p->blocks);
		p->blocks = older;
	}
	p->left = 0;
}
