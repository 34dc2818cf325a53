#include <stdlib.h>

#include "base/mem.h"
#include "io/scan.h"
#include "io/scan_parts.h"

/* The keys from the first on as they read without escapes. */
static void
decode_keys(struct scan *s, size_t first)
{
	size_t room = 0;

	for (size_t i = first; i < s->nkeys; i++)
		room += s->keys[i].len;
	buf_reset(&s->scratch);
	buf_reserve(&s->scratch, room); /* so that what is there stays there */
	for (size_t i = first; i < s->nkeys; i++)
		s->keys[i] = scan_text(s->keys[i], &s->scratch);
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

void
scan_learn(struct scan *s, const char *from, struct slice key, const char *val,
           const struct keys *keys)
{
	struct scan_seen *seen = &s->seen[s->nseen];
	size_t len = (size_t)(val - from);
	unsigned char high = 0;

	if (s->nseen + 1 != s->n || s->nseen == SCAN_SEEN || keys->escaped ||
	    len > sizeof(seen->bytes))
		return;
	for (size_t i = 0; i < key.len; i++)
		high |= (unsigned char)key.p[i];
	if (high > 0x7f)
		return;
	*seen = (struct scan_seen){ .key = (uint8_t)(key.p - from),
		                    .key_len = (uint8_t)key.len,
		                    .len = (uint8_t)len };
	memcpy(seen->bytes, from, len);
	memset(seen->mask, 0xff, len);
	s->nseen++;
}
