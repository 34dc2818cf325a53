#include "text/sample.h"

#include <stdlib.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/map.h"
#include "base/mem.h"

/* A byte as it counts: small, or a blank for what is no letter or digit. */
static unsigned char
counts_as(unsigned char c)
{
	unsigned char low = c | 32;

	if (c >= 0x80 || (c >= '0' && c <= '9'))
		return c;
	return low >= 'a' && low <= 'z' ? low : ' ';
}

/* Add bytes, but no blank behind a blank; return where they end. */
static char *
fold_bytes(const char *p, const char *end, char *to)
{
	for (; p < end; p++) {
		*to = (char)counts_as((unsigned char)*p);
		to += *to != ' ' || to[-1] != ' ';
	}
	return to;
}

#ifdef __SSE2__
/*
 * The same for sixteen bytes; unless two blanks follow each other, all at
 * once: a quarter of the time.
 */
static char *
fold_block(const char *p, char *to)
{
	__m128i x = _mm_loadu_si128((const void *)p);
	__m128i low = _mm_or_si128(x, _mm_set1_epi8(32));
	__m128i from_a = _mm_sub_epi8(low, _mm_set1_epi8('a'));
	__m128i from_0 = _mm_sub_epi8(x, _mm_set1_epi8('0'));
	__m128i letter =
	    _mm_cmpeq_epi8(_mm_min_epu8(from_a, _mm_set1_epi8(25)), from_a);
	__m128i other = _mm_or_si128(
	    _mm_cmpeq_epi8(_mm_min_epu8(from_0, _mm_set1_epi8(9)), from_0),
	    _mm_cmplt_epi8(x, _mm_setzero_si128()));
	__m128i kept =
	    _mm_or_si128(_mm_and_si128(letter, low), _mm_and_si128(other, x));
	unsigned blank =
	    ~(unsigned)_mm_movemask_epi8(_mm_or_si128(letter, other)) & 0xffff;

	kept = _mm_or_si128(kept, _mm_andnot_si128(_mm_or_si128(letter, other),
	                                           _mm_set1_epi8(' ')));
	if ((blank & (blank << 1 | (to[-1] == ' '))) != 0)
		return fold_bytes(p, p + 16, to);
	_mm_storeu_si128((void *)to, kept);
	return to + 16;
}
#endif

/* Letters and digits of ASCII made small, and all that is not ASCII; runs of
 * anything else become one blank. A text of nothing else stays as it is. */
static void
fold(struct slice text, struct buf *out)
{
	const char *p = text.p, *end = p + text.len;
	char *from, *to;

	buf_reset(out);
	from = buf_reserve(out, text.len + 1);
	*from = ' ';
	to = from + 1;
#ifdef __SSE2__
	for (; end - p >= 16; p += 16)
		to = fold_block(p, to);
#endif
	to = fold_bytes(p, end, to);
	if (to > from + 1 && to[-1] == ' ')
		to--;
	out->len = (size_t)(to - from);
	if (to == from + 1)
		buf_slice(out, text);
}

uint64_t
sample_hash(struct slice text, struct buf *scratch)
{
	struct slice folded;

	fold(text, scratch);
	folded = buf_view(scratch);
	folded.p++, folded.len--; /* the blank it begins with */
	return map_hash(folded);
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
