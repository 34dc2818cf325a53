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
