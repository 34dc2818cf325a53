/* What is published of a note, in which every field stands as it came in. */
#include <stdlib.h>

#include "base/mem.h"
#include "io/held.h"
#include "io/held_parts.h"

#define NOTHING UINT32_MAX

/* The order of notes hangs on it: it must not change. */
#define ORDER 0x9e3779b97f4a7c15u

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

/* What is masked in a field. */
static enum held_mask
mask_of(enum field f, enum held_rule rule)
{
	bool kept = f == F_ROLE || f == F_ORG || f == F_PLACE;

	return rule == RULE_CHATHAM && kept ? MASK_KEPT : held_mask_of(rule);
}

/* What is published of one thing that a field says: nothing, or a member. */
static void
render(struct held *h, enum field f, struct held_value *v, enum held_rule rule)
{
	struct slice text = v->text;
	struct buf *b = &h->text;

	if (rule == RULE_CHATHAM && f == F_DATE)
		text = held_day(text);
	v->rule = (uint8_t)rule;
	v->put = (struct slice){ "", 0 };
	if (rule == RULE_CHATHAM && !held_well_formed(f, text))
		return;
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
	v->put = pool_slice(&h->pool, buf_view(b));
	v->order = map_seeded(
	    ORDER, (struct slice){ b->data, v->open ? v->bare : b->len });
}

/* What a field says, ready to be put. */
static const struct held_value *
value_of(struct held *h, enum field f, uint32_t number, enum held_rule rule)
{
	struct held_value *v = &h->said[f].v[number];

	if (v->put.p == NULL || v->rule != rule)
		render(h, f, v, rule);
	return v;
}

/*
 * The number of what is published of the field at k, one that is said: in
 * general where it tells of the speaker, as its cell asks; or NOTHING.
 */
static uint32_t
published(struct held *h, const struct held_note *note, size_t k,
          uint32_t number)
{
	size_t c = h->cell_at[k];

	if (h->events[note->event].rule != RULE_CHATHAM)
		return number;
	if (c == h->ncells)
		return k < HELD_ALWAYS ? number : NOTHING;
	if (!(note->cells & 1u << c) ||
	    h->said[held_fields[k]].v[number].text.len == 0)
		return NOTHING;
	return held_cell_put(h, note->event, c, number);
}

/* Whether a field that is kept as JSON is published. */
static bool
passes(const struct held *h, const struct held_note *note, size_t k)
{
	enum held_rule rule = h->events[note->event].rule;

	return rule == RULE_NONE || (held_fields[k] != F_ATTRS &&
	                             (rule != RULE_CHATHAM || k < HELD_ALWAYS));
}

/* Count what a cell field loses. */
static void
count_cell(struct held *h, const struct held_note *note, size_t k,
           uint32_t number, uint32_t put)
{
	struct held_event *e = &h->events[note->event];
	enum field f = held_fields[k];
	const struct held_value *v = h->said[f].v;

	if (h->cell_at[k] == h->ncells || e->rule != RULE_CHATHAM ||
	    v[number].text.len == 0)
		return;
	if (put == NOTHING)
		e->suppressed[f]++;
	else
		e->generalised[f] += v[put].cell != v[number].cell;
}

/* Append a text as published, but for JSON's signs. */
static struct slice
masked_text(struct held *h, struct slice text, const struct held_note *note,
            const uint32_t *numbers)
{
	buf_reset(&h->text);
	spans_write(&h->text, text, h->spans + note->span, note->nspans,
	            numbers);
	return buf_view(&h->text);
}

/* What of the field at k, kept as JSON, decides upon the order. */
static uint64_t
order_of_json(struct held *h, const struct held_note *note, size_t k,
              const struct held_view *view)
{
	enum field f = held_fields[k];
	struct slice s = view->json[k];

	if (f == F_TEXT) {
		s = held_text(h, view);
		if (note->nspans > 0)
			s = masked_text(h, s, note, NULL);
	} else if (f == F_VOTES) {
		buf_reset(&h->text);
		held_put_votes(&h->text, s);
		s = buf_view(&h->text);
	}
	return map_seeded(ORDER + k, s);
}

/*
 * Numbers of values that are masked alike have no part in it: they hang on the
 * order themselves.
 */
uint64_t
held_note_order(struct held *h, const struct held_note *note)
{
	enum held_rule rule = h->events[note->event].rule;
	struct held_view view;
	uint64_t order = ORDER;

	held_note_open(note, &view);
	for (unsigned left = view.has; left != 0; left &= left - 1) {
		size_t k = (size_t)__builtin_ctz(left);
		enum field f = held_fields[k];
		uint64_t part = 0;

		if (held_is_said(f)) {
			uint32_t put = published(h, note, k, view.number[k]);

			count_cell(h, note, k, view.number[k], put);
			if (put != NOTHING)
				part = value_of(h, f, put, rule)->order;
		} else if (passes(h, note, k)) {
			part = order_of_json(h, note, k, &view);
		}
		if (part != 0)
			order = map_join(order, part);
	}
	return order;
}

/* The numbers that pseudonyms show; NULL if there are none to be shown. */
static uint32_t *
numbers_of(struct held *h, const struct held_note *note)
{
	const struct span *v = h->spans + note->span;
	size_t n = note->nspans;
	uint32_t *numbers;

	if (!h->options->pseudonyms || n == 0)
		return NULL;
	numbers = mem_zalloc(n, sizeof(*numbers));
	for (size_t i = 0; i < n; i++)
		if (v[i].kind == SPAN_NAME)
			numbers[i] =
			    (uint32_t)map_add(
				&h->events[note->event].pseudonyms,
				(struct slice){ (const char *)&v[i].who,
			                        sizeof(v[i].who) }) +
			    1;
	return numbers;
}

/* Put what a field says; those that are masked alike get their numbers. */
static void
put_said(struct held *h, enum field f, uint32_t number, uint32_t event)
{
	const struct held_value *v =
	    value_of(h, f, number, h->events[event].rule);

	if (!v->open) {
		buf_slice(&h->body, v->put);
		return;
	}
	put_key(&h->body, f);
	scan_quote(&h->body, held_alike_put(h, event, f, v->text));
}

static void
put_text(struct held *h, const struct held_note *note,
         const struct held_view *view)
{
	struct slice text;
	uint32_t *numbers;

	put_key(&h->body, F_TEXT);
	if (note->nspans == 0 && view->plain) {
		buf_slice(&h->body, held_json(view, F_TEXT));
		return;
	}
	text = held_text(h, view);
	numbers = numbers_of(h, note);
	scan_quote(&h->body, masked_text(h, text, note, numbers));
	if (h->log != NULL)
		held_log(h, note, h->spans + note->span, note->nspans, numbers);
	free(numbers);
}

/* A field kept as JSON. */
static void
put_json(struct held *h, size_t k, const struct held_note *note,
         const struct held_view *view)
{
	if (held_fields[k] == F_TEXT) {
		put_text(h, note, view);
	} else if (held_fields[k] == F_VOTES) {
		held_put_votes(&h->body, view->json[k]);
	} else {
		put_key(&h->body, held_fields[k]);
		buf_slice(&h->body, view->json[k]);
	}
}

/* How a note's record begins. */
static void
put_head(struct buf *b, uint32_t number)
{
	buf_slice(b, SLICE("{\"type\":\"note\",\"id\":\"n"));
	buf_number(b, number);
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

struct slice
held_note_put(struct held *h, const struct held_note *note)
{
	struct held_view view;

	held_note_open(note, &view);
	buf_reset(&h->body);
	put_head(&h->body, note->number);
	buf_slice(&h->body, event_member(h, &h->events[note->event]));
	for (unsigned left = view.has; left != 0; left &= left - 1) {
		size_t k = (size_t)__builtin_ctz(left);
		enum field f = held_fields[k];
		uint32_t put;

		if (!held_is_said(f)) {
			if (passes(h, note, k))
				put_json(h, k, note, &view);
			continue;
		}
		put = published(h, note, k, view.number[k]);
		if (put != NOTHING)
			put_said(h, f, put, note->event);
	}
	buf_addc(&h->body, '}');
	return buf_view(&h->body);
}
