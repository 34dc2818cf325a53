/*
 * Small cells: which of the table, group and other kept fields of a note may
 * be published, and how generally, so that k people at least share them.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "io/held.h"
#include "io/held_parts.h"
#include "io/held_settling.h"
#include "math/cells.h"

enum { MOST_CHOICES = 4096 }; /* of levels, tried for one event */

/* What a field is worth: of two that cannot go together the heavier stays. */
static double
weight_of(enum field f)
{
	return f == F_TABLE ? 3 : f == F_GROUP ? 2 : 1;
}

/* The row at the levels of this try, fields outside mask unknown. */
static void
pick_row(const struct settling *s, const uint32_t *levels, unsigned mask,
         uint32_t *row)
{
	size_t n = s->h->ncells;

	memset(row, 0, CELLS_FIELDS * sizeof(*row));
	for (size_t f = 0; f < n; f++)
		if (mask & 1u << f)
			row[f] = levels[s->level[f] * n + f];
}

static void
row_of(const struct settling *s, size_t alike, unsigned mask, uint32_t *row)
{
	pick_row(s, s->rows + alike * s->h->ncells * s->h->levels, mask, row);
}

static void
count_roster(const struct settling *s, struct cells *c)
{
	const struct held *h = s->h;

	for (size_t i = 0; i < s->seats->n; i++) {
		const struct held_seat *seat = &s->seats->v[i];
		uint32_t row[CELLS_FIELDS];

		if (!held_seat_is_of(h, seat, s->event))
			continue;
		pick_row(s, s->seats->rows + i * h->ncells * h->levels,
		         s->listed, row);
		cells_add(c, seat->who, 1, row);
	}
}

/* Count those who spoke; a note of nobody known is of any n people. */
static void
count_voices(const struct settling *s, struct cells *c, unsigned fields,
             size_t n)
{
	for (size_t i = 0; i < s->nvoices; i++) {
		const struct voice *v = &s->voices[i];
		uint32_t row[CELLS_FIELDS];

		row_of(s, v->notes, s->alike[v->notes].mask & fields, row);
		if (v->speaker == PERSONS_VAGUE)
			continue; /* one of those that are counted */
		if (v->speaker != 0)
			cells_add(c, v->speaker, 1, row);
		else if (n > 0)
			cells_add(c, SIZE_MAX / 2 + i, n, row);
	}
}

static void
count_notes(const struct settling *s, struct cells *c, unsigned fields)
{
	for (size_t i = 0; i < s->keys.n; i++) {
		uint32_t row[CELLS_FIELDS];

		row_of(s, i, s->alike[i].mask & fields, row);
		cells_add(c, i, s->alike[i].notes, row);
	}
}

/* Cut masks down to what cells let through; whether any was cut. */
static bool
apply(const struct settling *s, struct cells *c, unsigned fields)
{
	double weight[CELLS_FIELDS];
	bool cut = false;

	cells_settle(c);
	for (size_t f = 0; f < s->h->ncells; f++)
		weight[f] = weight_of(s->h->cell_fields[f]);
	for (size_t i = 0; i < s->keys.n; i++) {
		struct alike_notes *a = &s->alike[i];
		uint32_t row[CELLS_FIELDS];
		unsigned mask = a->mask;

		row_of(s, i, mask & fields, row);
		a->mask = (mask & ~fields) | cells_choose(c, row, weight);
		cut |= a->mask != mask;
	}
	cells_free(c);
	return cut;
}

/*
 * By those who spoke, or by notes: what is left out here leaves fewer there,
 * so it is done until nothing changes.
 */
static void
settle_said(const struct settling *s, unsigned fields, unsigned given, size_t k,
            size_t unnamed, bool notes)
{
	struct cells c;

	do {
		cells_init(&c, s->h->ncells, k, given);
		if (notes)
			count_notes(s, &c, fields);
		else
			count_voices(s, &c, fields, unnamed);
	} while (apply(s, &c, fields));
}

/*
 * Notes are not people: where only they can be counted, one alone is hidden,
 * and the curator is told. A language, which few may share, needs k notes.
 */
static void
settle_notes(const struct settling *s, unsigned traits)
{
	unsigned tongue = traits & settling_bit(s->h, F_LANG);
	size_t k = s->h->options->k;

	if (tongue != 0)
		settle_said(s, tongue, 0, k, 0, true);
	settle_said(s, traits, s->listed, k < 2 ? k : 2, 0, true);
}

/*
 * Traits are counted by the roster, else by speakers, else by notes. Rounds,
 * questions and dates are counted by speakers as traits are, where there is no
 * roster; where there is one, or most notes name nobody, they are taken to be
 * the whole room's unless those that spoke then are all known, and too few.
 * Where tables change with the rounds, both are counted together.
 */
static void
settle_once(const struct settling *s)
{
	unsigned shared = settling_programme(s->h) & s->used & ~s->free;
	unsigned traits = s->used & ~settling_programme(s->h);
	size_t k = s->h->options->k, two = k < 2 ? k : 2;
	struct cells c;

	for (size_t i = 0; i < s->keys.n; i++)
		s->alike[i].mask = s->used;
	if (s->listed != 0) {
		cells_init(&c, s->h->ncells, k, 0);
		count_roster(s, &c);
		apply(s, &c, s->listed);
	}
	if ((!s->attended || s->h->roster->moving) && s->speakers) {
		settle_said(s, traits | shared, s->listed, k, 0, false);
		return;
	}
	traits |= s->h->roster->moving ? shared : 0;
	if ((traits & ~s->listed) != 0 && s->speakers)
		settle_said(s, traits, s->listed, k, 0, false);
	else if ((traits & ~s->listed) != 0)
		settle_notes(s, traits);
	if (shared != 0 && s->spoken > 0)
		settle_said(s, shared, 0, s->attended ? two : k, k, false);
}

/* What is lost at the levels of this try. */
static double
cost_of(const struct settling *s)
{
	const struct held *h = s->h;
	double cost = 0;

	for (size_t i = 0; i < s->keys.n; i++) {
		uint32_t row[CELLS_FIELDS];

		row_of(s, i, ~0u, row);
		for (size_t f = 0; f < h->ncells; f++) {
			double w = weight_of(h->cell_fields[f]) *
			           (double)s->alike[i].notes;

			if (row[f] == 0)
				continue;
			cost +=
			    s->alike[i].mask & 1u << f ?
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
		if (!(s->rising & 1u << f))
			continue;
		if (++s->level[f] < s->h->levels)
			return true;
		s->level[f] = 0;
	}
	return false;
}

/* Try all levels and keep the cheapest. */
static void
settle(struct settling *s)
{
	double best = -1;
	size_t tries = 0;

	do {
		double cost;

		settle_once(s);
		cost = cost_of(s);
		if (best >= 0 && cost >= best)
			continue;
		best = cost;
		for (size_t i = 0; i < s->keys.n; i++)
			s->alike[i].best = s->alike[i].mask;
		memcpy(s->e->level, s->level, sizeof(s->level));
	} while (++tries < MOST_CHOICES && next_levels(s));
	s->e->cost = best;
	for (size_t i = 0; i < s->n; i++)
		s->h->notes[s->said[i].n].cells =
		    (uint16_t)s->alike[(uint32_t)s->said[i].key].best;
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

static void
settle_event(struct held *h, uint32_t event, const struct held_seats *seats)
{
	struct settling s = { .h = h,
		              .e = &h->events[event],
		              .event = event,
		              .seats = seats,
		              .keys = MAP_INIT };

	for (uint32_t i = 0; i < h->nnotes; i++)
		if (h->notes[i].event == event && !h->notes[i].withheld)
			settling_take(&s, i);
	settling_ready(&s);
	settle(&s);
	s.e->settled = true;
	settling_free(&s);
}

void
held_cells(struct held *h, struct record *rec)
{
	struct held_seats seats;
	bool warned = false;

	held_people_settle(h);
	held_values_number(h);
	held_seats_find(h, &seats);
	for (uint32_t i = 0; i < h->event_names.n; i++) {
		struct held_event *e = &h->events[i];

		if (e->rule != RULE_CHATHAM || is_done(h, e, rec))
			continue;
		settle_event(h, i, &seats);
		if (e->basis == BASIS_NOTES && h->options->k > 1 && !warned) {
			held_seats_untold(h, e);
			warned = true;
		}
	}
	held_seats_warn(h);
	held_seats_free(&seats);
	held_values_spell(h);
}
