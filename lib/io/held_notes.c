/* The notes of a held harvest: what is kept of each, and how. */
#include <stdlib.h>

#include "base/mem.h"
#include "io/held.h"
#include "io/held_parts.h"

const enum field held_fields[HELD_FIELDS] = {
	F_DATE,    F_TABLE, F_ROUND,  F_QUESTION, F_TEXT,
	F_MARK,    F_VOTES, F_RATING, F_LANG,     F_GROUP,
	F_SPEAKER, F_ROLE,  F_ORG,    F_PLACE,    F_ATTRS,
};

/* Where a text is looked for first: by its length and a few of its bytes. */
static size_t
place_of(struct slice s)
{
	if (s.len == 0)
		return 0;
	return (s.len + 3u * (unsigned char)s.p[s.len - 1] +
	        11u * (unsigned char)s.p[s.len / 2]) %
	       HELD_QUICK;
}

uint32_t
held_say(struct held *h, enum field f, struct slice text)
{
	struct held_values *s = &h->said[f];
	uint32_t *quick = &s->quick[place_of(text)];
	size_t known = s->texts.n, n;

	if (*quick != 0 && slice_eq(s->v[*quick - 1].text, text))
		return *quick - 1;
	n = map_add(&s->texts, text);
	*quick = (uint32_t)n + 1;
	if (n == known) {
		s->v = mem_grow(s->v, &s->cap, s->texts.n, sizeof(*s->v));
		s->v[n] = (struct held_value){ .text = map_key(&s->texts, n) };
	}
	return (uint32_t)n;
}

void
held_note_read(struct held *h, struct record *rec, struct held_view *view)
{
	view->has = 0;
	for (size_t k = 0; k < HELD_FIELDS; k++) {
		enum field f = held_fields[k];

		if (!record_has(rec, f))
			continue;
		view->has |= (uint16_t)(1u << k);
		if (held_is_said(f)) {
			view->number[k] = held_say(h, f, record_str(rec, f));
			continue;
		}
		view->json[k] = record_raw(rec, f);
		view->number[k] = (uint32_t)view->json[k].len;
	}
	view->plain =
	    record_str(rec, F_TEXT).p == record_raw(rec, F_TEXT).p + 1;
}

/*
 * A note's fields are kept as numbers, in the order of held_fields: of what is
 * said, or how many bytes of JSON there are; these bytes follow in that order.
 */
void
held_note_keep(struct held *h, struct held_note *note,
               const struct held_view *view)
{
	uint32_t numbers[HELD_FIELDS];
	size_t n = 0, len = 0;
	char *to;

	note->has = view->has;
	note->plain = view->plain;
	for (unsigned left = view->has; left != 0; left &= left - 1) {
		size_t k = (size_t)__builtin_ctz(left);

		numbers[n++] = view->number[k];
		len += held_is_said(held_fields[k]) ? 0 : view->json[k].len;
	}
	to = note->fields = pool_bytes(&h->pool, n * sizeof(*numbers) + len);
	memcpy(to, numbers, n * sizeof(*numbers));
	to += n * sizeof(*numbers);
	for (unsigned left = view->has; left != 0; left &= left - 1) {
		size_t k = (size_t)__builtin_ctz(left);

		if (held_is_said(held_fields[k]))
			continue;
		memcpy(to, view->json[k].p, view->json[k].len);
		to += view->json[k].len;
	}
}

void
held_note_open(const struct held_note *note, struct held_view *view)
{
	size_t n = (size_t)__builtin_popcount(note->has);
	const char *from = note->fields, *json = from + n * sizeof(uint32_t);

	view->has = note->has;
	view->plain = note->plain;
	for (unsigned left = note->has; left != 0; left &= left - 1) {
		int k = __builtin_ctz(left);
		uint32_t number;

		memcpy(&number, from, sizeof(number));
		from += sizeof(number);
		view->number[k] = number;
		if (held_is_said(held_fields[k]))
			continue;
		view->json[k] = (struct slice){ json, number };
		json += number;
	}
}

struct slice
held_said(const struct held *h, const struct held_view *view, enum field f)
{
	size_t k = 0;

	while (held_fields[k] != f)
		k++;
	if (!(view->has >> k & 1))
		return (struct slice){ NULL, 0 };
	return h->said[f].v[view->number[k]].text;
}

struct slice
held_json(const struct held_view *view, enum field f)
{
	size_t k = 0;

	while (held_fields[k] != f)
		k++;
	return view->json[k];
}

struct slice
held_text(struct held *h, const struct held_view *view)
{
	struct slice json = held_json(view, F_TEXT);
	struct slice inside = { json.p + 1, json.len - 2 };

	if (view->plain)
		return inside;
	buf_reset(&h->decoded);
	return scan_text(inside, &h->decoded);
}

struct slice
held_id(const struct held *h, const struct held_note *note)
{
	struct slice key = map_key(&h->note_ids, note->id);

	return (struct slice){ key.p + sizeof(uint32_t),
		               key.len - sizeof(uint32_t) };
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

bool
held_well_formed(enum field f, struct slice text)
{
	if (f == F_MARK)
		return record_word(text, record_marks) >= 0;
	if (f == F_DATE)
		return is_made_of(text, "0123456789-", 10) &&
		       (text.len < 9 || memchr(text.p, '-', text.len) != NULL);
	if (f == F_LANG)
		return is_made_of(text,
		                  "abcdefghijklmnopqrstuvwxyz"
		                  "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-",
		                  12);
	return true;
}

void
held_notes_free(struct held *h)
{
	for (enum field f = 0; f < F_KNOWN; f++) {
		map_free(&h->said[f].texts);
		free(h->said[f].v);
	}
	free(h->notes);
}
