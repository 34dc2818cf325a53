#include <stdlib.h>
#include <string.h>

#include "base/keyed.h"
#include "base/mem.h"
#include "text/concord.h"

/* The key of the i-th word: itself, and how often it stood before. */
static uint64_t
key_of(const uint32_t *v, size_t i)
{
	size_t before = 0;

	while (before < i && v[i - before - 1] == v[i])
		before++;
	return (uint64_t)v[i] << 32 | before;
}

void
concord_add(struct concord *c, const uint32_t *v, size_t n)
{
	c->words =
	    mem_grow(c->words, &c->cap, c->nwords + n + 1, sizeof(*c->words));
	for (size_t i = 0; i < n; i++)
		c->words[c->nwords++] =
		    (struct keyed){ key_of(v, i), (uint32_t)c->ntexts };
	c->ntexts++;
}

void
concord_close(struct concord *c)
{
	if (c->nwords > 0)
		keyed_sort(c->words, c->nwords);
	c->shared = mem_zalloc(c->ntexts + 1, sizeof(*c->shared));
}

/* The first place of a key, or of a higher one. */
static size_t
seek(const struct concord *c, uint64_t key)
{
	size_t low = 0, high = c->nwords;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (c->words[mid].key < key)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* Count until a text shares that many. Return whether one did. */
static bool
count(struct concord *c, const uint32_t *v, size_t n, size_t enough)
{
	memset(c->shared, 0, c->ntexts * sizeof(*c->shared));
	for (size_t i = 0; i < n; i++) {
		uint64_t key = key_of(v, i);

		for (size_t at = seek(c, key);
		     at < c->nwords && c->words[at].key == key; at++)
			if (++c->shared[c->words[at].n] >= enough)
				return true;
	}
	return false;
}

const uint16_t *
concord_shared(struct concord *c, const uint32_t *v, size_t n)
{
	count(c, v, n, SIZE_MAX);
	return c->shared;
}

bool
concord_near(struct concord *c, const uint32_t *v, size_t n, size_t least)
{
	return count(c, v, n, least);
}

void
concord_free(struct concord *c)
{
	free(c->words);
	free(c->shared);
	*c = (struct concord){ NULL, 0, 0, 0, NULL };
}
