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

/* Whether a field is kept by the number of what it says: not a note's text. */
static bool
is_said(enum field f)
{
	return f != F_TEXT && f != F_VOTES && f != F_RATING && f != F_ATTRS;
}

uint32_t
held_say(struct held *h, enum field f, struct slice text)
{
	struct held_values *s = &h->said[f];
	size_t known = s->texts.n, n = map_add(&s->texts, text);

	if (n == known) {
		s->v = mem_grow(s->v, &s->cap, s->texts.n, sizeof(*s->v));
		s->v[n] = (struct held_value){ .text = map_key(&s->texts, n) };
	}
	return (uint32_t)n;
}

/*
 * A note's fields are kept as numbers, in the order of held_fields: of what is
 * said, or how many bytes of JSON there are; these bytes follow in that order.
 */
void
held_note_keep(struct held *h, struct held_note *note, struct record *rec)
{
	uint32_t numbers[HELD_FIELDS];
	struct slice json[HELD_FIELDS];
	size_t n = 0, njson = 0, len = 0;
	char *to;

	note->has = 0;
	for (size_t k = 0; k < HELD_FIELDS; k++) {
		enum field f = held_fields[k];
		struct slice raw = record_raw(rec, f);

		if (raw.len == 0)
			continue;
		note->has |= (uint16_t)(1u << k);
		if (is_said(f)) {
			numbers[n++] = held_say(h, f, record_str(rec, f));
			continue;
		}
		numbers[n++] = (uint32_t)raw.len;
		json[njson++] = raw;
		len += raw.len + 1;
	}
	to = note->fields = pool_bytes(&h->pool, n * sizeof(*numbers) + len);
	memcpy(to, numbers, n * sizeof(*numbers));
	to += n * sizeof(*numbers);
	for (size_t k = 0; k < njson; k++) {
		memcpy(to, json[k].p, json[k].len);
		to += json[k].len;
	}
}

void
held_note_open(const struct held_note *note, struct held_view *view)
{
	size_t n = (size_t)__builtin_popcount(note->has);
	const char *from = note->fields, *json = from + n * sizeof(uint32_t);

	view->has = note->has;
	for (size_t k = 0; k < HELD_FIELDS; k++) {
		uint32_t number;

		view->json[k] = (struct slice){ NULL, 0 };
		if (!(note->has >> k & 1))
			continue;
		memcpy(&number, from, sizeof(number));
		from += sizeof(number);
		view->number[k] = number;
		if (is_said(held_fields[k]))
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
held_text(struct held *h, const struct held_view *view)
{
	struct slice json = { NULL, 0 };

	for (size_t k = 0; k < HELD_FIELDS; k++)
		if (held_fields[k] == F_TEXT)
			json = view->json[k];
	buf_reset(&h->decoded);
	return scan_text((struct slice){ json.p + 1, json.len - 2 },
	                 &h->decoded);
}

struct slice
held_id(const struct held *h, const struct held_note *note)
{
	struct slice key = map_key(&h->note_ids, note->id);

	return (struct slice){ key.p + sizeof(uint32_t),
		               key.len - sizeof(uint32_t) };
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

bool
held_well_formed(enum field f, struct slice text)
{
	if (f == F_MARK)
		return is_mark(text);
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
