/* What of a held harvest is published, and in which order. */
#include <stdlib.h>

#include "base/mem.h"
#include "io/held.h"
#include "io/held_parts.h"

/*
 * Fields of a note, in the order they are written: the first under every rule,
 * the others only if their cell allows it or speakers are named.
 */
static const enum field fields[] = {
	F_DATE,   F_TABLE, F_ROUND, F_QUESTION, F_TEXT, F_MARK, F_VOTES,
	F_RATING, F_LANG,  F_GROUP, F_SPEAKER,  F_ROLE, F_ORG,  F_PLACE,
};

enum { ALWAYS = 10 };

static void
put_key(struct buf *b, enum field f)
{
	struct slice name = slice_of(record_field_name(f));
	char *to = buf_reserve(b, name.len + 4);

	memcpy(to, ",\"", 2);
	memcpy(to + 2, name.p, name.len);
	memcpy(to + 2 + name.len, "\":", 3);
	b->len += name.len + 4;
}

/* Whether text is one of the seven marks. */
static bool
is_mark(struct slice text)
{
	static const char *const marks[] = {
		"agreement", "divergence", "action", "commitment",
		"question",  "principle",  "quote",
	};

	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (slice_is(text, marks[i]))
			return true;
	return false;
}

/* Whether text is made of such characters only, and not of too many. */
static bool
is_made_of(struct slice text, const char *allowed, size_t most)
{
	size_t n = 0;

	while (n < text.len && text.p[n] != '\0' &&
	       strchr(allowed, text.p[n]) != NULL)
		n++;
	return n == text.len && n <= most;
}

/* Whether a field that has a form of its own has it. */
static bool
is_well_formed(enum field f, struct slice text)
{
	if (f == F_MARK)
		return is_mark(text);
	if (f == F_DATE)
		return is_made_of(text, "0123456789-:TZ+.", 32);
	if (f == F_LANG)
		return is_made_of(text,
		                  "abcdefghijklmnopqrstuvwxyz"
		                  "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-",
		                  12);
	return true;
}

static void
put_str(struct held *h, struct buf *b, enum field f, struct slice text,
        const struct held_event *e)
{
	if (text.p == NULL ||
	    (e->rule == RULE_CHATHAM && !is_well_formed(f, text)))
		return;
	put_key(b, f);
	scan_quote(b, e->rule == RULE_NONE ?
	                  text :
	                  held_redact(h, text, e->rule == RULE_CHATHAM));
}

/* Copy spans, for other texts are redacted before they are written. */
static void
keep_spans(struct held *h, const struct spans *spans)
{
	h->again.n = 0;
	for (size_t i = 0; i < spans->n; i++)
		spans_add(&h->again, spans->v[i]);
}

/* Redact the text of a note as its event's rule asks. */
static int
find_spans(struct held *h, struct held_note *note, struct slice text,
           const struct span **v, size_t *n)
{
	const struct held_event *e = &h->events[note->event];
	struct redact *r = h->redact;
	int got = 0;

	*v = h->spans + note->span;
	*n = note->nspans;
	if (e->rule == RULE_NONE) {
		*n = 0;
	} else if (e->rule == RULE_ATTRIBUTED || note->again) {
		r->people = e->rule == RULE_CHATHAM;
		got = redact_again(r, text, &e->also);
		r->people = true;
		keep_spans(h, &r->spans);
		*v = h->again.v;
		*n = h->again.n;
	}
	return got;
}

/* The numbers that pseudonyms show; NULL if there are none to be shown. */
static uint32_t *
numbers_of(struct held *h, struct held_event *e, const struct span *v, size_t n)
{
	uint32_t *numbers;

	if (!h->options->pseudonyms || n == 0)
		return NULL;
	numbers = mem_zalloc(n, sizeof(*numbers));
	for (size_t i = 0; i < n; i++)
		if (v[i].kind == SPAN_NAME)
			numbers[i] =
			    (uint32_t)map_add(
				&e->pseudonyms,
				(struct slice){ (const char *)&v[i].who,
			                        sizeof(v[i].who) }) +
			    1;
	return numbers;
}

static void
put_text(struct held *h, struct buf *b, struct slice text, const struct span *v,
         size_t n, const uint32_t *numbers)
{
	put_key(b, F_TEXT);
	if (n == 0) {
		scan_quote(b, text);
		return;
	}
	buf_reset(&h->text);
	spans_write(&h->text, text, v, n, numbers);
	scan_quote(b, buf_view(&h->text));
}

static void
put_field(struct held *h, struct buf *b, struct record *rec, enum field f,
          const struct held_event *e)
{
	struct slice raw = record_raw(rec, f);

	if (raw.len == 0)
		return;
	if (raw.p[0] == '"') {
		put_str(h, b, f, record_str(rec, f), e);
		return;
	}
	if (f == F_VOTES) {
		held_put_votes(b, rec);
		return;
	}
	put_key(b, f);
	buf_slice(b, raw);
}

/* A field that tells of the speaker: as generally as its cell asks. */
static void
put_cell(struct held *h, struct buf *b, struct record *rec, size_t c,
         const struct held_note *note, struct held_event *e, bool first)
{
	enum field f = h->cell_fields[c];
	struct slice value = record_str(rec, f);
	struct slice general = held_general(h, f, value, e->level[c]);

	if (value.len == 0)
		return;
	if (!(note->cells & 1u << c)) {
		e->suppressed[f] += first;
		return;
	}
	e->generalised[f] += first && !slice_eq(value, general);
	put_str(h, b, f, general, e);
}

/* The number of a field among those that tell of a speaker, or ncells. */
static size_t
cell_of(const struct held *h, enum field f)
{
	size_t c = 0;

	while (c < h->ncells && h->cell_fields[c] != f)
		c++;
	return c;
}

/*
 * Build what is published of a note behind its id: h->body. first says that
 * this is the time to count and not to number.
 */
static int
build(struct held *h, size_t i, struct record *rec, bool first)
{
	struct held_note *note = &h->notes[i];
	struct held_event *e = &h->events[note->event];
	struct slice text = record_str(rec, F_TEXT);
	const struct span *v;
	uint32_t *numbers;
	size_t n;

	if (find_spans(h, note, text, &v, &n) != 0)
		return diag(STATUS_PRIVACY, "a pattern gave up on a text: "
		                            "nothing is passed on");
	numbers = first ? NULL : numbers_of(h, e, v, n);
	for (size_t s = 0; first && s < n; s++)
		e->replaced[v[s].kind]++;
	buf_reset(&h->body);
	if (e->name.len > 0) {
		put_key(&h->body, F_EVENT);
		scan_quote(&h->body, e->name);
	}
	for (size_t f = 0; f < sizeof(fields) / sizeof(*fields); f++) {
		size_t c = cell_of(h, fields[f]);

		if (fields[f] == F_TEXT)
			put_text(h, &h->body, text, v, n, numbers);
		else if (c < h->ncells && e->rule == RULE_CHATHAM)
			put_cell(h, &h->body, rec, c, note, e, first);
		else if (f < ALWAYS || e->rule != RULE_CHATHAM)
			put_field(h, &h->body, rec, fields[f], e);
	}
	if (e->rule == RULE_NONE && record_has(rec, F_ATTRS))
		put_field(h, &h->body, rec, F_ATTRS, e);
	if (h->log != NULL && !first)
		held_log(h, rec, v, n, numbers);
	free(numbers);
	return 0;
}

/* Whether a note must be searched again for what others revealed. */
static bool
meets(const struct held *h, const struct held_note *note)
{
	const struct map *also = &h->events[note->event].also;

	for (uint32_t i = 0; also->n > 0 && i < note->nopen; i++)
		if (map_find(also,
		             (struct slice){ (char *)&h->open[note->open + i],
		                             sizeof(uint64_t) }) != MAP_NONE)
			return true;
	return false;
}

void
held_unpack(struct record *rec, const struct held_note *note)
{
	record_unpack(rec, (struct slice){ note->line, note->len });
}

/* Whether what is built first is what is written. */
static bool
is_final(const struct held *h)
{
	return !h->options->pseudonyms && h->log == NULL &&
	       h->options->explain == NULL;
}

/* Build all notes once, to know their order; keep what was built if it is
 * final. */
static int
build_all(struct held *h, struct record *rec)
{
	bool final = is_final(h);

	for (size_t i = 0; i < h->nnotes; i++) {
		struct held_note *note = &h->notes[i];

		if (note->withheld)
			continue;
		note->again = meets(h, note);
		held_unpack(rec, note);
		if (build(h, i, rec, true) != 0)
			return -1;
		note->order = map_hash(buf_view(&h->body));
		if (!final)
			continue;
		if (h->body.len > note->len)
			note->line = pool_alloc(&h->pool, h->body.len);
		memcpy(note->line, h->body.data, h->body.len);
		note->len = (uint32_t)h->body.len;
	}
	return 0;
}

/* Append n in decimal digits. */
static void
put_number(struct buf *b, uint32_t n)
{
	char digits[10];
	size_t at = sizeof(digits);

	do
		digits[--at] = (char)('0' + n % 10);
	while ((n /= 10) > 0);
	buf_add(b, digits + at, sizeof(digits) - at);
}

static void
put_note(struct held *h, const struct held_note *note, struct slice body,
         struct out *o)
{
	struct buf *b = &h->text;

	buf_reset(b);
	buf_slice(b, SLICE("{\"type\":\"note\",\"id\":\"n"));
	put_number(b, note->number);
	buf_addc(b, '"');
	buf_slice(b, body);
	buf_addc(b, '}');
	record_put_raw(o, buf_view(b));
}

static int
write_note(struct held *h, uint32_t i, struct record *rec, struct out *o)
{
	struct held_note *note = &h->notes[i];

	if (is_final(h)) {
		put_note(h, note, (struct slice){ note->line, note->len }, o);
		return 0;
	}
	held_unpack(rec, note);
	if (build(h, i, rec, false) != 0)
		return -1;
	put_note(h, note, buf_view(&h->body), o);
	return 0;
}

int
held_write(struct held *h, struct out *o)
{
	struct record rec;
	uint32_t *order;
	size_t at = 0, nvotes = 0;
	int got;

	record_init(&rec, 2048);
	got = held_events(h, &rec);
	if (got == 0) {
		held_cells(h, &rec);
		got = build_all(h, &rec);
	}
	order = held_order(h);
	held_number_voters(h);
	for (size_t e = 0; got == 0 && e < h->event_names.n; e++) {
		uint32_t event = held_event_at(h, e);

		held_put_event(h, event, &rec, o);
		for (; got == 0 && at < h->nnotes &&
		       h->notes[order[at]].event == event;
		     at++)
			if (h->notes[order[at]].number > 0)
				got = write_note(h, order[at], &rec, o);
		nvotes = held_put_event_votes(h, event, nvotes, o);
		held_put_audit(h, event, &rec, o);
	}
	if (got == 0)
		held_explain(h, &rec);
	free(order);
	record_free(&rec);
	return got;
}
