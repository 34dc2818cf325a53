#include "base/hashes.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/secret.h"

/* The slot that holds hash, or the empty one where it belongs. */
static size_t
slot_of(const struct hashes *h, uint64_t hash)
{
	size_t mask = h->nslots - 1, at = secret_place(hash) & mask;
	uint64_t slot;

	for (; (slot = h->slots[at]) != 0; at = (at + 1) & mask)
		if (slot >> 32 == hash >> 32 &&
		    h->v[(uint32_t)slot - 1] == hash)
			break;
	return at;
}

static void
put(struct hashes *h, size_t at, size_t number)
{
	h->slots[at] = h->v[number] >> 32 << 32 | (uint32_t)(number + 1);
}

static void
widen(struct hashes *h)
{
	h->nslots = h->nslots ? 2 * h->nslots : 64;
	free(h->slots);
	h->slots = mem_zalloc(h->nslots, sizeof(*h->slots));
	for (size_t i = 0; i < h->n; i++) {
		size_t mask = h->nslots - 1;
		size_t at = secret_place(h->v[i]) & mask;

		while (h->slots[at] != 0) /* all differ */
			at = (at + 1) & mask;
		put(h, at, i);
	}
}

size_t
hashes_add(struct hashes *h, uint64_t hash)
{
	size_t at;

	if (3 * (h->n + 1) > 2 * h->nslots)
		widen(h);
	at = slot_of(h, hash);
	if (h->slots[at] != 0)
		return (uint32_t)h->slots[at] - 1;
	h->v = mem_grow(h->v, &h->cap, h->n + 1, sizeof(*h->v));
	h->v[h->n] = hash;
	put(h, at, h->n);
	return h->n++;
}

size_t
hashes_find(const struct hashes *h, uint64_t hash)
{
	size_t at;

	if (h->n == 0)
		return MAP_NONE;
	at = slot_of(h, hash);
	return h->slots[at] ? (uint32_t)h->slots[at] - 1 : MAP_NONE;
}

void
hashes_free(struct hashes *h)
{
	free(h->v);
	free(h->slots);
	*h = (struct hashes)HASHES_INIT;
}
