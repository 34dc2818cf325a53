/* Clear names that are one person's, found by words that they share. */
#include <stdlib.h>

#include "base/hashes.h"
#include "base/mem.h"
#include "text/persons_parts.h"

/* Names in lists, each under a number. */
struct lists {
	struct hashes keys;
	uint32_t *first; /* of each: an entry, counted from 1 */
	size_t first_cap;
	struct entry {
		uint32_t name, next; /* next is 0 at the end */
	} * v;
	size_t n, cap;
};

static uint64_t
key_of(uint64_t a, uint64_t b)
{
	return (a << 32 | b) * 0x9e3779b97f4a7c15u;
}

/* The same for two words in either order. */
static uint64_t
pair_of(uint32_t a, uint32_t b)
{
	return a < b ? key_of(a, b) : key_of(b, a);
}

static void
put(struct lists *l, uint64_t key, uint32_t name)
{
	size_t known = l->keys.n, n = hashes_add(&l->keys, key);

	l->first = mem_grow(l->first, &l->first_cap, n + 1, sizeof(*l->first));
	l->v = mem_grow(l->v, &l->cap, l->n + 1, sizeof(*l->v));
	l->v[l->n] = (struct entry){ name, n == known ? 0 : l->first[n] };
	l->first[n] = (uint32_t)++l->n;
}

/* Join a name with those listed that are the same person's, the later first. */
static void
join_listed(struct persons *p, const struct lists *l, uint64_t key,
            uint32_t name)
{
	size_t n = hashes_find(&l->keys, key);

	if (n == MAP_NONE)
		return;
	for (uint32_t e = l->first[n]; e != 0; e = l->v[e - 1].next) {
		uint32_t other = l->v[e - 1].name;
		uint32_t late = name > other ? name : other;

		if (persons_same(p, &p->v[late], &p->v[name ^ other ^ late]))
			persons_join(p, name, other);
	}
}

static void
free_lists(struct lists *l)
{
	hashes_free(&l->keys);
	free(l->first);
	free(l->v);
}

static bool
is_clear(const struct persons_name *a)
{
	return a->level == PERSONS_CLEAR && !a->numbered;
}

/* Every name under each two of its words, and each word with itself. */
static void
list_pairs(const struct persons *p, struct lists *pairs)
{
	for (uint32_t i = 0; i < p->names.n; i++) {
		const struct persons_name *a = &p->v[i];

		for (size_t v = 0; v < a->n && is_clear(a); v++)
			for (size_t w = v; w < a->n; w++)
				put(pairs, pair_of(a->word[v], a->word[w]), i);
	}
}

/*
 * A name is part of others that have its first word and its last, and one of
 * those with the same at both ends stands for all where first names differ.
 */
void
persons_join_clear(struct persons *p)
{
	struct lists pairs = { .n = 0 }, lasts = { .n = 0 };
	struct hashes ends = HASHES_INIT;

	list_pairs(p, &pairs);
	for (uint32_t i = 0; i < p->names.n; i++) {
		const struct persons_name *a = &p->v[i];
		uint32_t first = a->word[0], last;
		size_t known = ends.n;

		if (!is_clear(a))
			continue;
		last = a->word[a->n - 1];
		join_listed(p, &pairs, pair_of(first, last), i);
		if (hashes_add(&ends, key_of(first, last)) != known)
			continue;
		join_listed(p, &lasts, key_of(last, last), i);
		put(&lasts, key_of(last, last), i);
	}
	free_lists(&pairs);
	free_lists(&lasts);
	hashes_free(&ends);
}
