/* What of a held harvest is published, and in which order. */
#include <stdlib.h>

#include "base/mem.h"
#include "io/held.h"
#include "io/held_parts.h"

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

/* The time of day would tell who spoke when. */
struct slice
held_day(struct slice date)
{
	for (size_t i = 0; i < date.len; i++)
		if (date.p[i] == 'T' || date.p[i] == ' ')
			date.len = i;
	return date;
}

/* What is masked in a field. */
static enum held_mask
mask_of(enum field f, enum held_rule rule)
{
	bool kept = f == F_ROLE || f == F_ORG || f == F_PLACE;

	return rule == RULE_CHATHAM && kept ? MASK_KEPT : held_mask_of(rule);
}

/* What is published of one thing that a field says: nothing, or a member. */
static struct slice
render(struct held *h, enum field f, struct held_value *v, enum held_rule rule)
{
	struct slice text = v->text;
	struct buf *b = &h->text;

	if (rule == RULE_CHATHAM && f == F_DATE)
		text = held_day(text);
	if (rule == RULE_CHATHAM && !held_well_formed(f, text))
		return (struct slice){ "", 0 };
	if (rule != RULE_NONE)
		text = held_redact(h, text, mask_of(f, rule));
	v->open = rule != RULE_NONE && held_alike_field(f) && text.len > 0 &&
	          memchr(text.p, '[', text.len) != NULL;
	h->alike.any |= v->open;
	buf_reset(b);
	put_key(b, f);
	scan_quote(b, text);
	if (v->open)
		v->bare = (uint32_t)held_alike_bare(
		    (struct slice){ b->data, b->len - 1 });
	return pool_slice(&h->pool, buf_view(b));
}

/*
 * Put a field; what many notes say alike is made once. Numbers of those that
 * are masked alike have no part in the order of notes, on which they depend.
 */
static void
put_said(struct held *h, enum field f, uint32_t number, uint32_t event,
         bool first)
{
	struct held_value *v = &h->said[f].v[number];
	enum held_rule rule = h->events[event].rule;
	struct buf *b = &h->body;

	if (v->put.p == NULL || v->rule != rule) {
		v->put = render(h, f, v, rule);
		v->rule = (uint8_t)rule;
	}
	if (!v->open) {
		buf_slice(b, v->put);
	} else if (first) {
		buf_slice(b, (struct slice){ v->put.p, v->bare });
		buf_addc(b, '"');
	} else {
		put_key(b, f);
		scan_quote(b, held_alike_put(h, event, f, v->text));
	}
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

/* Redact the text of a note as its event's rule asks, once. */
static int
settle_spans(struct held *h, struct held_note *note, struct slice text)
{
	const struct held_event *e = &h->events[note->event];
	struct redact *r = h->redact;
	int got;

	note->settled = true;
	if (e->rule == RULE_NONE)
		note->nspans = 0;
	if (e->rule == RULE_NONE ||
	    (e->rule == RULE_CHATHAM && !meets(h, note)))
		return 0;
	r->people = e->rule == RULE_CHATHAM;
	got = redact_again(r, text, &e->also);
	r->people = true;
	held_keep_spans(h, note);
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
put_text(struct held *h, struct buf *b, const struct held_view *view,
         struct slice text, const struct held_note *note,
         const uint32_t *numbers)
{
	put_key(b, F_TEXT);
	if (note->nspans == 0 && view->plain) {
		buf_slice(b, held_json(view, F_TEXT));
		return;
	}
	buf_reset(&h->text);
	spans_write(&h->text, text, h->spans + note->span, note->nspans,
	            numbers);
	scan_quote(b, buf_view(&h->text));
}

/* A field that tells of the speaker: as generally as its cell asks. */
static void
put_cell(struct held *h, size_t c, uint32_t number,
         const struct held_note *note, bool first)
{
	struct held_event *e = &h->events[note->event];
	enum field f = h->cell_fields[c];
	uint32_t put;

	if (h->said[f].v[number].text.len == 0)
		return;
	if (!(note->cells & 1u << c)) {
		e->suppressed[f] += first;
		return;
	}
	put = held_cell_put(h, note->event, c, number);
	e->generalised[f] +=
	    first && h->said[f].v[put].cell != h->said[f].v[number].cell;
	put_said(h, f, put, note->event, first);
}

/* A field kept as JSON. */
static void
put_json(struct buf *b, enum field f, struct slice json)
{
	if (f == F_VOTES) {
		held_put_votes(b, json);
		return;
	}
	put_key(b, f);
	buf_slice(b, json);
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

/* Put one field of a note, if its event's rule lets it pass. */
static void
put_field(struct held *h, const struct held_note *note, size_t k,
          const struct held_view *view, bool first)
{
	enum held_rule rule = h->events[note->event].rule;
	enum field f = held_fields[k];
	size_t c = cell_of(h, f);

	if (c < h->ncells && rule == RULE_CHATHAM)
		put_cell(h, c, view->number[k], note, first);
	else if (rule == RULE_CHATHAM && k >= HELD_ALWAYS)
		return;
	else if (f == F_ATTRS && rule != RULE_NONE)
		return;
	else if (!held_is_said(f))
		put_json(&h->body, f, view->json[k]);
	else
		put_said(h, f, view->number[k], note->event, first);
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

/* How a note's record begins. */
static void
put_head(struct buf *b, uint32_t number)
{
	buf_slice(b, SLICE("{\"type\":\"note\",\"id\":\"n"));
	put_number(b, number);
	buf_addc(b, '"');
}

/* How a note says which event it is of. */
static struct slice
event_member(struct held *h, struct held_event *e)
{
	if (e->put.p == NULL) {
		buf_reset(&h->text);
		if (e->name.len > 0) {
			put_key(&h->text, F_EVENT);
			scan_quote(&h->text, e->name);
		}
		e->put = pool_slice(&h->pool, buf_view(&h->text));
	}
	return e->put;
}

/*
 * Build what is published of a note: h->body; first without its beginning, to
 * count and to know its order, then to be written, but for the end.
 */
static int
build(struct held *h, struct held_note *note, bool first)
{
	struct held_event *e = &h->events[note->event];
	struct held_view view;
	struct slice text;
	const struct span *v;
	uint32_t *numbers;

	held_note_open(note, &view);
	text = held_text(h, &view);
	if (!note->settled && settle_spans(h, note, text) != 0)
		return diag(STATUS_PRIVACY, "a pattern gave up on a text: "
		                            "nothing is passed on");
	v = h->spans + note->span;
	numbers = first ? NULL : numbers_of(h, e, v, note->nspans);
	for (size_t s = 0; first && s < note->nspans; s++)
		e->replaced[v[s].kind]++;
	buf_reset(&h->body);
	if (!first)
		put_head(&h->body, note->number);
	buf_slice(&h->body, event_member(h, e));
	for (unsigned left = view.has; left != 0; left &= left - 1) {
		size_t k = (size_t)__builtin_ctz(left);

		if (held_fields[k] == F_TEXT)
			put_text(h, &h->body, &view, text, note, numbers);
		else
			put_field(h, note, k, &view, first);
	}
	if (h->log != NULL && !first)
		held_log(h, note, v, note->nspans, numbers);
	free(numbers);
	return 0;
}

/* Build all notes once, to know their order. */
static int
build_all(struct held *h)
{
	for (size_t i = 0; i < h->nnotes; i++) {
		struct held_note *note = &h->notes[i];

		if (note->withheld)
			continue;
		if (build(h, note, true) != 0)
			return -1;
		note->order = map_hash(buf_view(&h->body));
	}
	return 0;
}

static int
write_note(struct held *h, struct held_note *note, struct out *o)
{
	if (build(h, note, false) != 0)
		return -1;
	buf_addc(&h->body, '}');
	record_put_raw(o, buf_view(&h->body));
	return 0;
}

/*
 * Have notes at hand that are to be written soon: they lie all over the memory.
 * Without this, a tenth of the time goes in waiting for them.
 */
static void
await_note(const struct held *h, const uint32_t *order, size_t at)
{
	const struct held_note *note;

	if (at + 16 >= h->nnotes)
		return;
	__builtin_prefetch(&h->notes[order[at + 16]]);
	note = &h->notes[order[at + 8]];
	if (note->fields == NULL)
		return;
	for (size_t i = 0; i < 4; i++)
		__builtin_prefetch(note->fields + 64 * i);
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
		got = build_all(h);
	}
	order = held_order(h);
	if (got == 0)
		held_review(h);
	held_number_voters(h);
	if (got == 0)
		held_alike_take(h, order, &rec);
	for (size_t e = 0; got == 0 && e < h->event_names.n; e++) {
		uint32_t event = held_event_at(h, e);

		held_put_event(h, event, &rec, o);
		held_put_audit(h, event, &rec, o);
		for (; got == 0 && at < h->nnotes &&
		       h->notes[order[at]].event == event;
		     at++) {
			await_note(h, order, at);
			if (h->notes[order[at]].number > 0)
				got = write_note(h, &h->notes[order[at]], o);
		}
		nvotes = held_put_event_votes(h, event, nvotes, o);
	}
	if (got == 0)
		held_explain(h);
	free(order);
	record_free(&rec);
	return got;
}
