/*
 * Small cells: which of the table, group and other kept fields of a note may
 * be published, and how generally, so that k people at least share them.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "io/held.h"
#include "io/held_parts.h"
#include "math/cells.h"
#include "text/whois.h"

/* The bit of F_LANG among held_cells_fields: no roster lists it. */
enum { LANGUAGE = 1 << 2 };

enum { MOST_CHOICES = 4096 }; /* of levels, tried for one event */

/* Which field of a registration list says what a field of a note says. */
static int
roster_field(enum field f)
{
	return f == F_TABLE ? ROSTER_TABLE :
	       f == F_GROUP ? ROSTER_GROUP :
	       f == F_ROLE  ? ROSTER_ROLE :
	       f == F_ORG   ? ROSTER_ORG :
	       f == F_PLACE ? ROSTER_PLACE :
	                      ROSTER_FIELDS;
}

/* What a field is worth: of two that cannot go together the heavier stays. */
static double
weight_of(enum field f)
{
	return f == F_TABLE ? 3 : f == F_GROUP ? 2 : 1;
}

/* A row of the roster, and who it is of: a list may have several of one. */
struct seat {
	uint64_t who;
	uint32_t person;
};

/* An event while its cells are settled. */
struct settling {
	struct held *h;
	struct held_event *e;
	uint32_t *notes; /* of the event, not withheld */
	size_t n;
	unsigned listed;          /* fields, as bits, that the roster tells */
	bool speakers;            /* most notes have one */
	const struct seat *seats; /* of the roster's people, by who they are */
	size_t nseats;
	unsigned used;        /* fields, as bits, that notes have */
	unsigned char *masks; /* of each note: what may be published */
	size_t level[CELLS_FIELDS];
};

/* The row of a note at the levels of this try, fields outside mask unknown. */
static void
row_of(const struct settling *s, uint32_t note, unsigned mask, uint32_t *row)
{
	const struct held *h = s->h;
	const uint32_t *from = h->rows + note * h->ncells * h->levels;

	memset(row, 0, CELLS_FIELDS * sizeof(*row));
	for (size_t f = 0; f < h->ncells; f++)
		if (mask & 1u << f)
			row[f] = from[s->level[f] * h->ncells + f];
}

static bool
is_of_event(const struct settling *s, const struct person *p)
{
	struct slice name = p->v[ROSTER_EVENT];

	return name.len == 0 ||
	       slice_eq(name, map_key(&s->h->event_names,
	                              (size_t)(s->e - s->h->events)));
}

static void
count_roster(const struct settling *s, struct cells *c)
{
	struct held *h = s->h;
	size_t person = 0;

	for (size_t i = 0; i < s->nseats; i++) {
		const struct person *p = &h->roster->people[s->seats[i].person];
		uint32_t row[CELLS_FIELDS] = { 0 };

		if (!is_of_event(s, p))
			continue;
		for (size_t f = 0; f < h->ncells; f++) {
			enum field field = h->cell_fields[f];

			if (s->listed & 1u << f &&
			    roster_field(field) < ROSTER_FIELDS)
				row[f] = held_cell_value(
				    h, f, field,
				    held_general(h, field,
				                 p->v[roster_field(field)],
				                 s->level[f]));
		}
		person += i > 0 && s->seats[i].who != s->seats[i - 1].who;
		cells_add(c, person, row);
	}
}

static int
seat_cmp(const void *x, const void *y)
{
	const struct seat *a = x, *b = y;

	if (a->who != b->who)
		return a->who < b->who ? -1 : 1;
	return (a->person > b->person) - (a->person < b->person);
}

/* The rows of the roster that name somebody, those of one person together. */
static struct seat *
find_seats(struct held *h, size_t *n)
{
	const struct roster *r = h->roster;
	struct seat *seats = mem_alloc((r->n + 1) * sizeof(*seats));
	struct words words = WORDS_INIT;
	struct buf name = BUF_INIT;

	*n = 0;
	for (size_t i = 0; i < r->n; i++) {
		const struct slice *v = r->people[i].v;
		uint64_t who;

		buf_reset(&name);
		buf_slice(&name, v[ROSTER_FIRST]);
		buf_addc(&name, ' ');
		buf_slice(&name, v[ROSTER_LAST]);
		buf_addc(&name, ' ');
		buf_slice(&name, v[ROSTER_NAME]);
		who = whois(&words, buf_view(&name), &r->lexicon).number;
		if (who != 0)
			seats[(*n)++] = (struct seat){ who, (uint32_t)i };
	}
	if (*n > 0)
		mem_sort(seats, *n, sizeof(*seats), seat_cmp);
	words_free(&words);
	buf_free(&name);
	return seats;
}

/* Sort key: rows of one speaker must follow each other. */
static const uint32_t *sort_speakers;

/* Whether they do already, as where nobody is named. */
static bool
is_by_speaker(const uint32_t *speakers, const uint32_t *notes, size_t n)
{
	for (size_t i = 1; i < n; i++)
		if (speakers[notes[i - 1]] > speakers[notes[i]])
			return false;
	return true;
}

static int
by_speaker(const void *x, const void *y)
{
	uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;

	if (sort_speakers[a] != sort_speakers[b])
		return sort_speakers[a] < sort_speakers[b] ? -1 : 1;
	return (a > b) - (a < b);
}

static void
count_notes(const struct settling *s, struct cells *c)
{
	for (size_t i = 0; i < s->n; i++) {
		uint32_t row[CELLS_FIELDS], note = s->notes[i];

		if (s->speakers && s->h->speakers[note] == 0)
			continue; /* adds nobody to those who spoke */
		row_of(s, note, s->masks[i], row);
		cells_add(c, s->speakers ? s->h->speakers[note] : i, row);
	}
}

/* Cut the masks of all notes down to what these cells let through. */
static void
apply(const struct settling *s, struct cells *c, unsigned fields)
{
	double weight[CELLS_FIELDS];

	cells_settle(c);
	for (size_t f = 0; f < s->h->ncells; f++)
		weight[f] = weight_of(s->h->cell_fields[f]);
	for (size_t i = 0; i < s->n; i++) {
		uint32_t row[CELLS_FIELDS];
		unsigned rest = s->masks[i] & ~fields;

		row_of(s, s->notes[i], s->masks[i] & fields, row);
		s->masks[i] =
		    (unsigned char)(rest | cells_choose(c, row, weight));
	}
	cells_free(c);
}

/* Settle at the levels of s; return what it costs. */
static double
settle_once(struct settling *s)
{
	struct held *h = s->h;
	unsigned all = (1u << h->ncells) - 1;
	/* Notes are not people: where only they can be counted, one alone is
	 * hidden, and the curator is told. */
	size_t k = h->options->k, least = s->speakers || k < 2 ? k : 2;
	struct cells c;
	double cost = 0;

	memset(s->masks, (int)all, s->n);
	if (s->listed != 0) {
		cells_init(&c, h->ncells, h->options->k);
		count_roster(s, &c);
		apply(s, &c, s->listed);
	}
	if ((all & ~s->listed) != 0) {
		cells_init(&c, h->ncells, least);
		count_notes(s, &c);
		apply(s, &c, all);
	}
	for (size_t i = 0; i < s->n; i++) {
		uint32_t row[CELLS_FIELDS];

		row_of(s, s->notes[i], all, row);
		for (size_t f = 0; f < h->ncells; f++) {
			double w = weight_of(h->cell_fields[f]);

			if (row[f] == 0)
				continue;
			cost +=
			    s->masks[i] & 1u << f ?
				w * (double)s->level[f] / (double)h->levels :
				w;
		}
	}
	return cost;
}

/* The next choice of levels; false after the last. */
static bool
next_levels(struct settling *s)
{
	for (size_t f = 0; f < s->h->ncells; f++) {
		if (!(s->used & 1u << f))
			continue;
		if (++s->level[f] < s->h->levels)
			return true;
		s->level[f] = 0;
	}
	return false;
}

static void
keep_masks(const struct settling *s)
{
	for (size_t i = 0; i < s->n; i++)
		s->h->notes[s->notes[i]].cells = s->masks[i];
	for (size_t f = 0; f < s->h->ncells; f++)
		s->e->level[f] = s->level[f];
}

/* Try all levels and keep the cheapest. */
static void
settle(struct settling *s)
{
	double best = -1;
	size_t tries = 0;

	do {
		double cost = settle_once(s);

		if (best < 0 || cost < best) {
			best = cost;
			keep_masks(s);
		}
	} while (++tries < MOST_CHOICES && next_levels(s));
	s->e->cost = best;
}

/* The fields that notes of the event have, and who can be counted by. */
static void
find_basis(struct settling *s)
{
	struct held *h = s->h;
	unsigned used = 0;
	size_t spoken = 0;

	for (size_t i = 0; i < s->n; i++) {
		uint32_t row[CELLS_FIELDS];

		row_of(s, s->notes[i], ~0u, row);
		spoken += h->speakers[s->notes[i]] != 0;
		for (size_t f = 0; f < h->ncells; f++)
			used |= row[f] != 0 ? 1u << f : 0;
	}
	for (size_t f = 0; f < h->ncells; f++) {
		int field = roster_field(h->cell_fields[f]);

		if (h->roster->n > 0 && field < ROSTER_FIELDS &&
		    h->roster->has[field])
			s->listed |= 1u << f;
	}
	s->used = used;
	s->speakers = 2 * spoken > s->n;
	s->e->basis = used == 0                             ? BASIS_NOTHING :
	              (used & ~(s->listed | LANGUAGE)) == 0 ? BASIS_ROSTER :
	              s->speakers                           ? BASIS_SPEAKERS :
	                                                      BASIS_NOTES;
	if (s->e->basis == BASIS_NOTHING || s->e->basis == BASIS_ROSTER)
		s->listed |= ~used & ((1u << h->ncells) - 1);
}

/* Whether an earlier run has done it: all its notes and no others are here. */
static bool
is_done(const struct held *h, const struct held_event *e, struct record *rec)
{
	json_t *audit = NULL;
	const char *rule;
	long long left;
	bool done;

	if (e->audit.p == NULL || record_parse(rec, e->audit) != 0)
		return false;
	audit = record_load(rec);
	left = json_integer_value(json_object_get(audit, "notes")) -
	       json_integer_value(json_object_get(audit, "withheld"));
	rule = json_string_value(json_object_get(audit, "rule"));
	done = rule != NULL && strcmp(rule, "chatham-house") == 0 &&
	       left == (long long)e->notes &&
	       json_integer_value(json_object_get(audit, "k")) >=
	           (long long)h->options->k;
	json_decref(audit);
	return done;
}

void
held_cells(struct held *h, struct record *rec)
{
	uint32_t *notes = mem_alloc((h->nnotes + 1) * sizeof(*notes));
	unsigned char *masks = mem_alloc(h->nnotes + 1);
	struct seat *seats;
	size_t nseats;
	bool warned = false;

	held_merge_speakers(h);
	seats = find_seats(h, &nseats);
	for (size_t i = 0; i < h->event_names.n; i++) {
		struct held_event *e = &h->events[i];
		struct settling s = {
			.h = h,
			.e = e,
			.notes = notes,
			.masks = masks,
			.seats = seats,
			.nseats = nseats,
		};

		if (e->rule != RULE_CHATHAM || is_done(h, e, rec))
			continue;
		for (size_t n = 0; n < h->nnotes; n++)
			if (h->notes[n].event == i && !h->notes[n].withheld)
				notes[s.n++] = (uint32_t)n;
		find_basis(&s);
		sort_speakers = h->speakers;
		if (!is_by_speaker(h->speakers, notes, s.n))
			mem_sort(notes, s.n, sizeof(*notes), by_speaker);
		settle(&s);
		if (e->basis == BASIS_NOTES && h->options->k > 1 && !warned) {
			diag_note("no roster or speaker says who sat where: "
			          "cells are checked by notes, not people");
			warned = true;
		}
	}
	free(seats);
	free(notes);
	free(masks);
}
