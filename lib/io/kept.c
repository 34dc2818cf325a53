#include "io/kept.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/mem.h"

enum { BLOCK = 1024 * 1024 };

/* A block with room for so many bytes more. */
static struct buf *
room(struct kept *h, size_t len)
{
	struct buf *b = h->n > 0 ? &h->blocks[h->n - 1] : NULL;

	if (b != NULL && b->cap - b->len >= len)
		return b;
	h->blocks = mem_grow(h->blocks, &h->cap, h->n + 1, sizeof(*h->blocks));
	b = &h->blocks[h->n++];
	*b = (struct buf)BUF_INIT;
	buf_reserve(b, len > BLOCK ? len : BLOCK);
	return b;
}

void
kept_add(struct kept *h, struct slice line)
{
	struct buf *b = room(h, sizeof(line.len) + line.len);

	buf_add(b, &line.len, sizeof(line.len));
	buf_slice(b, line);
}

void
kept_rewind(struct kept *h)
{
	h->block = h->at = 0;
}

bool
kept_next(struct kept *h, struct slice *line)
{
	const struct buf *b;

	if (h->block < h->n && h->at == h->blocks[h->block].len) {
		h->block++;
		h->at = 0;
	}
	if (h->block == h->n)
		return false;
	b = &h->blocks[h->block];
	memcpy(&line->len, b->data + h->at, sizeof(line->len));
	line->p = b->data + h->at + sizeof(line->len);
	h->at += sizeof(line->len) + line->len;
	return true;
}

void
kept_free(struct kept *h)
{
	for (size_t i = 0; i < h->n; i++)
		buf_free(&h->blocks[i]);
	free(h->blocks);
	*h = (struct kept)KEPT_INIT;
}
