/* The people of a registration list, to be counted in cells. */
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "io/held_parts.h"

static int
seat_cmp(const void *x, const void *y)
{
	const struct held_seat *a = x, *b = y;

	if (a->who != b->who)
		return a->who < b->who ? -1 : 1;
	return (a->person > b->person) - (a->person < b->person);
}

/* What the roster says of each seat, at each level. */
static uint32_t *
seat_rows(struct held *h, const struct held_seats *s)
{
	size_t width = h->ncells * h->levels;
	uint32_t *rows = mem_zalloc(s->n * width + 1, sizeof(*rows));

	for (size_t i = 0; i < s->n; i++)
		for (size_t at = 0; at < width; at++) {
			size_t c = at % h->ncells;
			enum field f = h->cell_fields[c];
			int field = held_roster_field(f);
			const struct slice *v =
			    h->roster->people[s->v[i].person].v;

			if (field < ROSTER_FIELDS)
				rows[i * width + at] = held_cell_value(
				    h, c,
				    held_general(h, f, v[field],
				                 at / h->ncells));
		}
	return rows;
}

void
held_seats_find(struct held *h, struct held_seats *s)
{
	const struct roster *r = h->roster;

	*s = (struct held_seats){ .v = mem_alloc((r->n + 1) * sizeof(*s->v)) };
	for (size_t i = 0; i < r->n; i++) {
		if (h->listed[i] != 0 && h->listed[i] != PERSONS_VAGUE)
			s->v[s->n++] =
			    (struct held_seat){ h->listed[i], (uint32_t)i };
	}
	mem_sort(s->v, s->n, sizeof(*s->v), seat_cmp);
	s->rows = seat_rows(h, s);
}

/* In any case. */
static bool
is_same(struct slice a, struct slice b)
{
	size_t i = 0;

	while (a.len == b.len && i < a.len &&
	       (a.p[i] == b.p[i] ||
	        ((a.p[i] ^ b.p[i]) == 32 && (a.p[i] | 32) >= 'a' &&
	         (a.p[i] | 32) <= 'z')))
		i++;
	return a.len == b.len && i == a.len;
}

bool
held_seat_is_of(const struct held *h, const struct held_seat *seat,
                uint32_t event)
{
	struct slice name = h->roster->people[seat->person].v[ROSTER_EVENT];

	return name.len == 0 || is_same(name, map_key(&h->event_names, event));
}

void
held_seats_warn(const struct held *h)
{
	size_t counted = 0;

	for (size_t i = 0; i < h->event_names.n; i++)
		counted +=
		    h->events[i].settled && h->events[i].basis == BASIS_ROSTER;
	if (counted > 1 && !h->roster->has[ROSTER_EVENT])
		diag_note("the list counts for %zu events, as if all were at "
		          "each: say in a column \"event\" who was where",
		          counted);
}

void
held_seats_untold(const struct held *h, const struct held_event *e)
{
	size_t c = 0;

	while (c + 1 < h->ncells && !(e->untold >> c & 1))
		c++;
	if (h->roster->n == 0)
		diag_note("no roster or speaker says who sat where: cells are "
		          "checked by notes, not people");
	else
		diag_note("the list does not tell the %s, and most notes do "
		          "not tell the speaker: cells are checked by notes, "
		          "not people",
		          record_field_name(h->cell_fields[c]));
}

void
held_seats_free(struct held_seats *s)
{
	free(s->v);
	free(s->rows);
}
