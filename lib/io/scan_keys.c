#include <stdlib.h>

#include "base/mem.h"
#include "io/scan.h"
#include "io/scan_parts.h"

/* The keys from the first on as they read without escapes. */
static void
decode_keys(struct scan *s, size_t first)
{
	size_t at = 0;

	buf_reset(&s->scratch);
	for (size_t i = first; i < s->nkeys; i++)
		buf_reserve(&s->scratch, s->keys[i].len + s->scratch.len);
	for (size_t i = first; i < s->nkeys; i++) {
		struct slice text = s->keys[i];
		struct buf one = BUF_INIT;

		text = scan_text(text, &one);
		buf_slice(&s->scratch, text);
		s->keys[i].len = text.len;
		buf_free(&one);
	}
	for (size_t i = first; i < s->nkeys; at += s->keys[i++].len)
		s->keys[i].p = s->scratch.data + at;
}

static int
by_bytes(const void *a, const void *b)
{
	return slice_cmp(*(const struct slice *)a, *(const struct slice *)b);
}

static bool
has_duplicate(struct scan *s, size_t first)
{
	mem_sort(s->keys + first, s->nkeys - first, sizeof(*s->keys), by_bytes);
	for (size_t i = first + 1; i < s->nkeys; i++)
		if (slice_eq(s->keys[i - 1], s->keys[i]))
			return true;
	return false;
}

void
scan_add_key(struct scan *s, struct keys *k, struct slice key, bool escaped)
{
	uint32_t h = (uint32_t)key.len;
	uint64_t bit;

	if (key.len > 0)
		h |= (uint32_t)(unsigned char)key.p[0] << 24 |
		     (uint32_t)(unsigned char)key.p[key.len / 2] << 16 |
		     (uint32_t)(unsigned char)key.p[key.len - 1] << 8;
	bit = (uint64_t)1 << (h * 0x9e3779b1u >> 26);
	k->suspect |= (k->bits & bit) != 0;
	k->bits |= bit;
	k->escaped |= escaped;
	s->keys =
	    mem_grow(s->keys, &s->keys_cap, s->nkeys + 1, sizeof(*s->keys));
	s->keys[s->nkeys++] = key;
}

bool
scan_keys_differ(struct scan *s, const struct keys *k)
{
	bool twice = false;

	if (k->escaped)
		decode_keys(s, k->first);
	if (k->escaped || k->suspect)
		twice = has_duplicate(s, k->first);
	s->nkeys = k->first;
	return !twice;
}
