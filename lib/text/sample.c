#include "text/sample.h"

#include <stdlib.h>

#include "base/map.h"
#include "base/mem.h"

/* Letters and digits of ASCII made small, and all that is not ASCII; runs of
 * anything else become one blank. A text of nothing else stays as it is. */
static void
fold(struct slice text, struct buf *out)
{
	char *to;
	size_t n = 0;
	bool blank = false;

	buf_reset(out);
	to = buf_reserve(out, text.len);
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.p[i];

		if (c >= 'A' && c <= 'Z')
			c |= 32;
		if (c >= 0x80 || (c >= 'a' && c <= 'z') ||
		    (c >= '0' && c <= '9')) {
			if (blank && n > 0)
				to[n++] = ' ';
			blank = false;
			to[n++] = (char)c;
		} else
			blank = true;
	}
	out->len = n;
	if (n == 0)
		buf_slice(out, text);
}

uint64_t
sample_hash(struct slice text, struct buf *scratch)
{
	fold(text, scratch);
	return map_hash(buf_view(scratch));
}

void
sample_init(struct sample *s, size_t most)
{
	*s = (struct sample){ .most = most,
		              .limit = UINT64_MAX,
		              .scratch = BUF_INIT };
	s->texts = mem_alloc(2 * most * sizeof(*s->texts));
	for (s->nslots = 64; s->nslots < 4 * most;)
		s->nslots *= 2;
	s->slots = mem_zalloc(s->nslots, sizeof(*s->slots));
}

/* Where hash is in slots, or the empty slot where it belongs. */
static size_t
slot_of(const struct sample *s, uint64_t hash)
{
	size_t mask = s->nslots - 1, at = hash & mask;

	while (s->slots[at] != 0 && s->texts[s->slots[at] - 1].hash != hash)
		at = (at + 1) & mask;
	return at;
}

/* The beginning of a text, no character of it cut. */
static struct slice
beginning(struct slice text)
{
	if (text.len <= SAMPLE_TEXT)
		return text;
	text.len = SAMPLE_TEXT;
	while (text.len > 0 && ((unsigned char)text.p[text.len] & 0xc0) == 0x80)
		text.len--;
	return text;
}

static void
hold(struct sample_text *t, struct slice text, struct slice id)
{
	char *copy = mem_zalloc(text.len + id.len + 2, 1);

	memcpy(copy, text.p, text.len);
	copy[text.len] = '\0';
	memcpy(copy + text.len + 1, id.p, id.len);
	copy[text.len + 1 + id.len] = '\0';
	t->text = (struct slice){ copy, text.len };
	t->id = (struct slice){ copy + text.len + 1, id.len };
}

static void
release(struct sample_text *t)
{
	free((char *)(uintptr_t)t->text.p);
}

/* One more note of a text that is known; it may come first. */
static void
meet(struct sample_text *t, struct slice text, struct slice id)
{
	int d = slice_cmp(text, t->text);

	t->count++;
	if (d > 0 || (d == 0 && slice_cmp(id, t->id) >= 0))
		return;
	release(t);
	hold(t, text, id);
}

void
sample_add(struct sample *s, struct slice text, struct slice id)
{
	uint64_t hash = sample_hash(text, &s->scratch);
	size_t at;

	if (hash > s->limit)
		return;
	text = beginning(text);
	at = slot_of(s, hash);
	if (s->slots[at] != 0) {
		meet(&s->texts[s->slots[at] - 1], text, id);
		return;
	}
	s->texts[s->n].hash = hash;
	s->texts[s->n].count = 1;
	hold(&s->texts[s->n++], text, id);
	s->slots[at] = (uint32_t)s->n;
	if (s->n == 2 * s->most)
		sample_cut(s);
}

static int
by_hash(const void *a, const void *b)
{
	const struct sample_text *x = a, *y = b;

	return (x->hash > y->hash) - (x->hash < y->hash);
}

void
sample_cut(struct sample *s)
{
	mem_sort(s->texts, s->n, sizeof(*s->texts), by_hash);
	if (s->n >= s->most)
		s->limit = s->texts[s->most - 1].hash;
	while (s->n > s->most)
		release(&s->texts[--s->n]);
	memset(s->slots, 0, s->nslots * sizeof(*s->slots));
	for (size_t i = 0; i < s->n; i++)
		s->slots[slot_of(s, s->texts[i].hash)] = (uint32_t)i + 1;
}

void
sample_free(struct sample *s)
{
	for (size_t i = 0; i < s->n; i++)
		release(&s->texts[i]);
	free(s->texts);
	free(s->slots);
	buf_free(&s->scratch);
	*s = (struct sample){ 0 };
}
