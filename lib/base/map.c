#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/mem.h"

/* Finish of MurmurHash3 (public domain, Austin Appleby). */
static uint64_t
mix(uint64_t h)
{
	h ^= h >> 33;
	h *= 0xff51afd7ed558ccdu;
	h ^= h >> 33;
	h *= 0xc4ceb9fe1a85ec53u;
	return h ^ h >> 33;
}

/* Eight bytes, low end first: one instruction where that is how it reads. */
static uint64_t
load8(const char *s)
{
	const unsigned char *p = (const unsigned char *)s;

	return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 |
	       (uint64_t)p[3] << 24 | (uint64_t)p[4] << 32 |
	       (uint64_t)p[5] << 40 | (uint64_t)p[6] << 48 |
	       (uint64_t)p[7] << 56;
}

static uint64_t
load(const char *p, size_t len)
{
	uint64_t v = 0;

	for (size_t i = 0; i < len; i++)
		v |= (uint64_t)(unsigned char)p[i] << 8 * i;
	return v;
}

uint64_t
map_hash(struct slice s)
{
	uint64_t h = mix(s.len + 0x9e3779b97f4a7c15u);

	for (; s.len >= 8; s.p += 8, s.len -= 8)
		h = mix(h ^ load8(s.p)) + 0x9e3779b97f4a7c15u;
	return mix(h ^ load(s.p, s.len));
}

/* The slot that holds key, or the empty one where it belongs. */
static size_t
slot_of(const struct map *m, struct slice key, uint64_t hash)
{
	size_t mask = m->nslots - 1, at = hash & mask;

	for (; m->slots[at] != 0; at = (at + 1) & mask) {
		size_t n = m->slots[at] - 1;

		if (m->hashes[n] == hash && slice_eq(m->keys[n], key))
			break;
	}
	return at;
}

static void
widen(struct map *m)
{
	m->nslots = m->nslots ? 2 * m->nslots : 64;
	free(m->slots);
	m->slots = mem_zalloc(m->nslots, sizeof(*m->slots));
	for (size_t i = 0; i < m->n; i++) {
		size_t mask = m->nslots - 1, at = m->hashes[i] & mask;

		while (m->slots[at] != 0) /* all keys differ */
			at = (at + 1) & mask;
		m->slots[at] = (uint32_t)i + 1;
	}
}

size_t
map_find(const struct map *m, struct slice key)
{
	size_t at;

	if (m->n == 0)
		return MAP_NONE;
	at = slot_of(m, key, map_hash(key));
	return m->slots[at] ? m->slots[at] - 1 : MAP_NONE;
}

size_t
map_add(struct map *m, struct slice key)
{
	uint64_t hash = map_hash(key);
	size_t at, cap = m->cap;

	if (2 * (m->n + 1) > m->nslots)
		widen(m);
	at = slot_of(m, key, hash);
	if (m->slots[at] != 0)
		return m->slots[at] - 1;
	m->keys = mem_grow(m->keys, &cap, m->n + 1, sizeof(*m->keys));
	m->hashes = mem_grow(m->hashes, &m->cap, m->n + 1, sizeof(*m->hashes));
	m->keys[m->n] = pool_slice(&m->pool, key);
	m->hashes[m->n] = hash;
	m->slots[at] = (uint32_t)++m->n;
	return m->n - 1;
}

void
map_free(struct map *m)
{
	free(m->keys);
	free(m->hashes);
	free(m->slots);
	pool_free(&m->pool);
	*m = (struct map)MAP_INIT;
}
