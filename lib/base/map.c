#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/mem.h"
#include "base/secret.h"

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

/* Four and eight bytes, low end first: one instruction where that is how it
 * reads. */
static inline uint64_t
load4(const char *s)
{
	const unsigned char *p = (const unsigned char *)s;

	return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 |
	       (uint64_t)p[3] << 24;
}

static inline uint64_t
load8(const char *s)
{
	return load4(s) | load4(s + 4) << 32;
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

/* Sixteen bytes a step, the last ones twice where they do not fill it. */
uint64_t
map_seeded(uint64_t seed, struct slice s)
{
	uint64_t h = seed, a, b;
	__extension__ unsigned __int128 product;
	const char *p = s.len > 0 ? s.p : "", *end = p + s.len;

	for (; end - p > 16; p += 16)
		h = secret_fold(load8(p) ^ seed ^ 0xa0761d6478bd642fu,
		                load8(p + 8) ^ h);
	if (s.len >= 8) {
		a = load8(end - p < 8 ? end - 8 : p);
		b = load8(end - 8);
	} else if (s.len >= 4) {
		a = load4(p);
		b = load4(end - 4);
	} else {
		a = load(p, s.len);
		b = 0;
	}
	/* Twice: half of a product alone may be the same for two texts. */
	product = a ^ seed ^ 0xe7037ed1a0b428dbu;
	product *= b ^ h;
	return secret_fold((uint64_t)product ^ 0x8ebc6af09c88c6e3u ^ s.len,
	                   (uint64_t)(product >> 64) ^ 0x589965cc75374cc3u);
}

uint64_t
map_quick(struct slice s)
{
	return map_seeded(secret(), s);
}

/* What of a hash stands in a slot and says where it is looked for. */
static uint32_t
tag_of(struct slice s)
{
	uint64_t h = map_quick(s);

	return (uint32_t)(h >> 32 ^ h);
}

/* The slot that holds key, or the empty one where it belongs. */
static size_t
slot_of(const struct map *m, struct slice key, uint32_t tag)
{
	size_t mask = m->nslots - 1, at = tag & mask;
	uint64_t slot;

	for (; (slot = m->slots[at]) != 0; at = (at + 1) & mask)
		if (slot >> 32 == tag &&
		    slice_eq(m->keys[(uint32_t)slot - 1], key))
			break;
	return at;
}

static void
widen(struct map *m)
{
	size_t nslots = m->nslots ? 2 * m->nslots : 64;
	uint64_t *slots = mem_zalloc(nslots, sizeof(*slots));

	for (size_t i = 0; i < m->nslots; i++) {
		size_t at = m->slots[i] >> 32 & (nslots - 1);

		if (m->slots[i] == 0)
			continue;
		while (slots[at] != 0) /* all keys differ */
			at = (at + 1) & (nslots - 1);
		slots[at] = m->slots[i];
	}
	free(m->slots);
	m->slots = slots;
	m->nslots = nslots;
}

void
map_await(const struct map *m, struct slice key)
{
	if (m->nslots > 0)
		__builtin_prefetch(&m->slots[tag_of(key) & (m->nslots - 1)]);
}

size_t
map_find(const struct map *m, struct slice key)
{
	size_t at;

	if (m->n == 0)
		return MAP_NONE;
	at = slot_of(m, key, tag_of(key));
	return m->slots[at] ? (uint32_t)m->slots[at] - 1 : MAP_NONE;
}

size_t
map_add(struct map *m, struct slice key)
{
	uint32_t tag = tag_of(key);
	size_t at;

	if (3 * (m->n + 1) > 2 * m->nslots)
		widen(m);
	at = slot_of(m, key, tag);
	if (m->slots[at] != 0)
		return (uint32_t)m->slots[at] - 1;
	m->keys = mem_grow(m->keys, &m->cap, m->n + 1, sizeof(*m->keys));
	m->keys[m->n] = pool_slice(&m->pool, key);
	m->slots[at] = (uint64_t)tag << 32 | (uint32_t)++m->n;
	return m->n - 1;
}

void
map_free(struct map *m)
{
	free(m->keys);
	free(m->slots);
	pool_free(&m->pool);
	*m = (struct map)MAP_INIT;
}
