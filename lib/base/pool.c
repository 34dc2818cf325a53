#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/pool.h"

enum { BLOCK = 64 * 1024 - 64 };

struct pool_block {
	struct pool_block *older;
	size_t used;
	max_align_t data[];
};

/* size bytes behind a multiple of align. */
static char *
take(struct pool *p, size_t size, size_t align)
{
	struct pool_block *b = p->blocks;
	size_t skip = b == NULL ? 0 : -b->used & (align - 1);
	char *at;

	if (b == NULL || p->left < skip + size) {
		size_t room = size > BLOCK ? size : BLOCK;

		b = mem_alloc(sizeof(*b) + room);
		b->older = p->blocks;
		b->used = 0;
		p->blocks = b;
		p->left = room;
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

		free(p->blocks);
		p->blocks = older;
	}
	p->left = 0;
}
