#include "io/held_settling.h"

#include <stdlib.h>

#include "base/mem.h"

unsigned
settling_bit(const struct held *h, enum field f)
{
	for (size_t c = 0; c < h->ncells; c++)
		if (h->cell_fields[c] == f)
			return 1u << c;
	return 0;
}

unsigned
settling_programme(const struct held *h)
{
	return settling_bit(h, F_ROUND) | settling_bit(h, F_QUESTION) |
	       settling_bit(h, F_DATE);
}

/* What a note says in the cell fields. */
static void
note_values(struct held *h, const struct held_note *note,
            uint32_t numbers[CELLS_FIELDS], uint32_t values[CELLS_FIELDS])
{
	struct held_view view;

	held_note_open(note, &view);
	memset(values, 0, CELLS_FIELDS * sizeof(*values));
	for (unsigned left = view.has; left != 0; left &= left - 1) {
		size_t k = (size_t)__builtin_ctz(left);
		enum field f = held_fields[k];
		size_t c = h->cell_at[k];

		if (c == h->ncells)
			continue;
		numbers[c] = view.number[k];
		h->said[f].v[view.number[k]].uses++;
		values[c] = h->said[f].v[view.number[k]].cell;
	}
}

void
settling_take(struct settling *s, uint32_t index)
{
	struct held *h = s->h;
	uint32_t numbers[CELLS_FIELDS], values[CELLS_FIELDS];
	size_t known = s->keys.n, n, width = h->ncells * h->levels;

	note_values(h, &h->notes[index], numbers, values);
	n = map_add(&s->keys, (struct slice){ (char *)values, sizeof(values) });
	s->alike = mem_grow(s->alike, &s->alike_cap, n + 1, sizeof(*s->alike));
	s->said = mem_grow(s->said, &s->said_cap, s->n + 1, sizeof(*s->said));
	s->said[s->n++] =
	    (struct keyed){ (uint64_t)h->speakers[index] << 32 | n, index };
	s->spoken += h->speakers[index] != 0;
	if (n < known) {
		s->alike[n].notes++;
		return;
	}
	s->alike[n] = (struct alike_notes){ .notes = 1 };
	s->rows =
	    mem_grow(s->rows, &s->rows_cap, (n + 1) * width, sizeof(*s->rows));
	for (size_t at = 0; at < width; at++) {
		size_t c = at % h->ncells, l = at / h->ncells;
		enum field f = h->cell_fields[c];

		s->rows[n * width + at] =
		    l == 0 || values[c] == 0 ?
			values[c] :
			held_cell_value(
			    h, c,
			    held_general(h, f, h->said[f].v[numbers[c]].text,
		                         l));
	}
}

/* Each pair of a speaker and alike notes once, by speakers. */
static void
find_voices(struct settling *s)
{
	keyed_sort(s->said, s->n);
	s->voices = mem_alloc((s->n + 1) * sizeof(*s->voices));
	for (size_t i = 0; i < s->n; i++)
		if (i == 0 || s->said[i].key != s->said[i - 1].key)
			s->voices[s->nvoices++] =
			    (struct voice){ (uint32_t)(s->said[i].key >> 32),
				            (uint32_t)s->said[i].key };
}

/* The fields that notes of the event have, and those that can rise. */
static void
find_fields(struct settling *s)
{
	struct held *h = s->h;
	size_t width = h->ncells * h->levels;
	unsigned same = ~0u;

	for (size_t i = 0; i < s->keys.n; i++)
		for (size_t at = 0; at < width; at++) {
			const uint32_t *row = s->rows + i * width;
			size_t f = at % h->ncells;

			s->used |= row[f] != 0 ? 1u << f : 0;
			s->rising |= row[at] != row[f] ? 1u << f : 0;
			same &= row[f] != s->rows[f] ? ~(1u << f) : ~0u;
		}
	for (size_t f = 0; f < h->ncells; f++) {
		int field = held_roster_field(h->cell_fields[f]);

		if (field < ROSTER_FIELDS && h->roster->has[field])
			s->listed |= s->used & 1u << f;
	}
	if (h->roster->moving)
		s->listed &= ~settling_bit(h, F_TABLE);
	/* What all notes of an event say, sets none of them apart. */
	s->free = same & settling_programme(h);
}

/* By what people can be counted. */
static void
find_basis(struct settling *s)
{
	unsigned traits = s->used & ~settling_programme(s->h), unlisted;
	unsigned shared = s->used & ~traits & ~s->free;

	for (size_t i = 0; i < s->seats->n && !s->attended; i++)
		s->attended = held_seat_is_of(s->h, &s->seats->v[i], s->event);
	if (!s->attended)
		s->listed = 0;
	/* No roster tells the language. */
	unlisted = traits & ~s->listed & ~settling_bit(s->h, F_LANG);
	s->e->untold = unlisted;
	s->speakers = 2 * s->spoken > s->n;
	s->e->basis = traits == 0 && (shared == 0 || s->spoken == 0) ?
	                  BASIS_NOTHING :
	              unlisted == 0 && s->attended ? BASIS_ROSTER :
	              s->speakers || traits == 0   ? BASIS_SPEAKERS :
	                                             BASIS_NOTES;
}

void
settling_ready(struct settling *s)
{
	find_voices(s);
	find_fields(s);
	find_basis(s);
}

void
settling_free(struct settling *s)
{
	map_free(&s->keys);
	free(s->alike);
	free(s->rows);
	free(s->said);
	free(s->voices);
}
