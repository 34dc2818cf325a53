#include <stdlib.h>

#include "base/mem.h"
#include "text/span.h"

static const char *const kind_words[SPAN_KINDS] = {
	"name", "organisation", "role", "place", "e-mail", "phone",
	"link", "number",       "date", "term",  "clause",
};

const char *
span_word(enum span_kind kind)
{
	return kind_words[kind];
}

void
spans_add(struct spans *s, struct span span)
{
	if (s->n == s->cap)
		s->v = mem_grow(s->v, &s->cap, s->n + 1, sizeof(*s->v));
	s->v[s->n++] = span;
}

static int
span_cmp(const void *x, const void *y)
{
	const struct span *a = x, *b = y;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	if (a->end != b->end)
		return a->end > b->end ? -1 : 1;
	return (a->kind > b->kind) - (a->kind < b->kind);
}

void
spans_settle(struct spans *s)
{
	size_t n = 0;

	if (s->n < 2)
		return;
	mem_sort(s->v, s->n, sizeof(*s->v), span_cmp);
	for (size_t i = 0; i < s->n; i++) {
		struct span *last = n > 0 ? &s->v[n - 1] : NULL;

		if (last == NULL || s->v[i].start >= last->end)
			s->v[n++] = s->v[i];
		else if (s->v[i].end > last->end)
			last->end = s->v[i].end;
	}
	s->n = n;
}

/* What follows a placeholder's word: "]", " 12]", ": health professional]". */
static size_t
tail_length(struct slice rest)
{
	size_t i = 0;

	if (rest.len > 0 && rest.p[0] == ']')
		return 1;
	if (rest.len < 2)
		return 0;
	if (rest.p[0] == ' ') {
		for (i = 1;
		     i < rest.len && rest.p[i] >= '0' && rest.p[i] <= '9';)
			i++;
		return i > 1 && i < rest.len && rest.p[i] == ']' ? i + 1 : 0;
	}
	if (rest.p[0] != ':' || rest.p[1] != ' ')
		return 0;
	for (i = 2; i < rest.len && i < 60; i++)
		if (rest.p[i] == ']')
			return i + 1;
	return 0;
}

size_t
span_placeholder(struct slice text, size_t at)
{
	if (text.p[at] != '[')
		return 0;
	for (int k = 0; k < SPAN_CLAUSE; k++) {
		struct slice word = slice_of(kind_words[k]);
		struct slice rest = { text.p + at + 1, text.len - at - 1 };
		size_t tail;

		if (!slice_starts(rest, word))
			continue;
		rest.p += word.len, rest.len -= word.len;
		/* Only a role may say more: it is one that we made general. */
		if (rest.len > 0 && rest.p[0] == ':' && k != SPAN_ROLE)
			continue;
		if ((tail = tail_length(rest)) > 0)
			return at + 1 + word.len + tail;
	}
	return 0;
}

static void
write_span(struct buf *out, const struct span *s, uint32_t number)
{
	if (s->kind == SPAN_CLAUSE)
		return;
	if (s->instead != NULL) {
		buf_adds(out, s->instead);
		return;
	}
	buf_addc(out, '[');
	buf_adds(out, kind_words[s->kind]);
	if (number > 0)
		buf_addf(out, " %u", number);
	buf_addc(out, ']');
}

void
spans_write(struct buf *out, struct slice text, const struct span *v, size_t n,
            const uint32_t *numbers)
{
	size_t at = 0;

	for (size_t i = 0; i < n; i++) {
		buf_add(out, text.p + at, v[i].start - at);
		write_span(out, &v[i], numbers == NULL ? 0 : numbers[i]);
		at = v[i].end;
	}
	buf_add(out, text.p + at, text.len - at);
}

void
spans_free(struct spans *s)
{
	free(s->v);
	*s = (struct spans){ NULL, 0, 0 };
}
