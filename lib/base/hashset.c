#include "base/hashset.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/secret.h"

/* Where hash, not 0, is or belongs. */
static size_t
slot_of(const struct hashset *s, uint64_t hash)
{
	size_t mask = s->cap - 1, at = secret_place(hash) & mask;

	while (s->slots[at] != 0 && s->slots[at] != hash)
		at = (at + 1) & mask;
	return at;
}

static void
widen(struct hashset *s)
{
	struct hashset wide = { NULL, s->n, s->cap ? 2 * s->cap : 1024 };

	wide.slots = mem_zalloc(wide.cap, sizeof(*wide.slots));
	for (size_t i = 0; i < s->cap; i++)
		if (s->slots[i] != 0)
			wide.slots[slot_of(&wide, s->slots[i])] = s->slots[i];
	free(s->slots);
	*s = wide;
}

bool
hashset_add(struct hashset *s, uint64_t hash)
{
	size_t at;

	hash += hash == 0;
	if (4 * (s->n + 1) > 3 * s->cap)
		widen(s);
	at = slot_of(s, hash);
	if (s->slots[at] != 0)
		return false;
	s->slots[at] = hash;
	s->n++;
	return true;
}

bool
hashset_has(const struct hashset *s, uint64_t hash)
{
	hash += hash == 0;
	return s->n > 0 && s->slots[slot_of(s, hash)] != 0;
}

void
hashset_free(struct hashset *s)
{
	free(s->slots);
	*s = (struct hashset)HASHSET_INIT;
}
