#include "io/held_alike.h"

#include <stdlib.h>

#include "base/mem.h"
#include "io/held.h"
#include "io/held_parts.h"
#include "text/fold.h"

bool
held_alike_field(enum field f)
{
	return f == F_TABLE || f == F_GROUP || f == F_ROUND || f == F_QUESTION;
}

size_t
held_alike_bare(struct slice masked)
{
	size_t len = masked.len;

	if (memchr(masked.p, '[', masked.len) == NULL)
		return len;
	for (;;) {
		size_t n = len;

		while (n > 0 && masked.p[n - 1] >= '0' &&
		       masked.p[n - 1] <= '9')
			n--;
		if (n == len || n < 2 || masked.p[n - 1] != ' ')
			return len;
		len = n - 1;
	}
}

/* What is left of a text where its event's rule asks for masks. */
static struct slice
masked(struct held *h, uint32_t event, struct slice text)
{
	enum held_rule rule = h->events[event].rule;

	return rule == RULE_NONE ? text :
	                           held_redact(h, text, held_mask_of(rule));
}

/* Whether a form may be that of several values. */
static bool
has_mask(const struct held *h, uint32_t event, struct slice form)
{
	return h->events[event].rule != RULE_NONE && form.len > 0 &&
	       memchr(form.p, '[', form.len) != NULL;
}

/* The key of a form; behind it what value is to follow. */
static struct slice
form_key(struct held_alike *a, uint32_t event, enum field f, struct slice form)
{
	unsigned char field = (unsigned char)f;

	buf_reset(&a->key);
	buf_add(&a->key, &event, sizeof(event));
	buf_add(&a->key, &field, 1);
	buf_slice(&a->key, form);
	return buf_view(&a->key);
}

static struct slice
value_key(struct held_alike *a, uint32_t event, enum field f, struct slice form,
          struct slice text)
{
	form_key(a, event, f, form);
	buf_addc(&a->key, '\0');
	fold_text(&a->key, slice_trim(text));
	return buf_view(&a->key);
}

/* Take a value; a new one is counted and logged as of this note, or none. */
static void
take(struct held *h, uint32_t event, enum field f, struct slice text,
     const struct held_note *note)
{
	struct held_alike *a = &h->alike;
	struct slice form = masked(h, event, text);
	size_t known = a->values.n, n;

	if (!has_mask(h, event, form))
		return;
	n = map_add(&a->values, value_key(a, event, f, form, text));
	if (n < known)
		return;
	a->v = mem_grow(a->v, &a->cap, n + 1, sizeof(*a->v));
	a->v[n] = (struct alike){
		(uint32_t)map_add(&a->forms, form_key(a, event, f, form)), form
	};
	held_count_field(h, event, f, text, note);
}

/* What a note says in the fields that are published. */
static void
take_note(struct held *h, const struct held_note *note)
{
	struct held_view view;
	bool strict = h->events[note->event].rule == RULE_CHATHAM;

	held_note_open(note, &view);
	for (size_t k = 0; k < HELD_FIELDS; k++) {
		enum field f = held_fields[k];
		uint32_t number;
		size_t c = h->cell_at[k];

		if (!held_alike_field(f) || !(view.has >> k & 1))
			continue;
		number = view.number[k];
		if (strict && c < h->ncells) {
			if (!(note->cells & 1u << c))
				continue;
			number = held_cell_put(h, note->event, c, number);
		}
		take(h, note->event, f, h->said[f].v[number].text, note);
	}
}

static void
take_group(struct held *h, uint32_t event, struct slice name)
{
	take(h, event, F_GROUP, name, NULL);
}

/* Number those that are not alone; a form that another has is passed over. */
static void
number_all(struct held *h)
{
	struct held_alike *a = &h->alike;
	size_t *count = mem_zalloc(a->forms.n + 1, sizeof(*count));
	size_t *last = mem_zalloc(a->forms.n + 1, sizeof(*last));
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < a->values.n; i++)
		count[a->v[i].form]++;
	for (size_t i = 0; i < a->values.n; i++) {
		uint32_t form = a->v[i].form;
		size_t head = sizeof(uint32_t) + 1;

		if (count[form] < 2)
			continue;
		do {
			buf_reset(&b);
			buf_slice(&b, map_key(&a->forms, form));
			buf_addf(&b, " %zu", ++last[form]);
		} while (map_find(&a->forms, buf_view(&b)) != MAP_NONE);
		a->v[i].put = pool_slice(
		    &h->pool, (struct slice){ b.data + head, b.len - head });
	}
	buf_free(&b);
	free(count);
	free(last);
}

void
held_alike_take(struct held *h, const uint32_t *order, struct record *rec)
{
	for (size_t i = 0; h->alike.any && i < h->nnotes; i++)
		if (h->notes[order[i]].number > 0)
			take_note(h, &h->notes[order[i]]);
	for (size_t i = 0; i < h->nvotes; i++) {
		const struct held_vote *v = &h->votes[i];

		if (v->group > 0)
			take_group(h, held_event_at(h, v->event),
			           h->vote_sides[v->group - 1].name);
	}
	for (size_t i = 0; i < h->event_names.n; i++)
		held_each_group(h, (uint32_t)i, rec, take_group);
	number_all(h);
	for (size_t i = 0; i < h->nsides; i++) {
		struct held_side *s = &h->vote_sides[i];

		s->name = held_alike_put(h, s->event, F_GROUP, s->name);
	}
}

struct slice
held_alike_put(struct held *h, uint32_t event, enum field f, struct slice text)
{
	struct held_alike *a = &h->alike;
	struct slice form = masked(h, event, text);
	size_t n;

	if (!has_mask(h, event, form))
		return form;
	n = map_find(&a->values, value_key(a, event, f, form, text));
	return n == MAP_NONE ? form : a->v[n].put;
}

void
held_alike_free(struct held_alike *a)
{
	map_free(&a->values);
	map_free(&a->forms);
	free(a->v);
	buf_free(&a->key);
}
