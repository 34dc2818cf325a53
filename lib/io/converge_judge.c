#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "io/converge_parts.h"
#include "math/breadth.h"
#include "math/elem.h"

enum {
	SIDE_PRO = 1,
	SIDE_CON = 2,
	SIDE_CUED = 4,
	SIDE_AGREED = 8,
	SIDE_HEARD = 16,
	BREADTH_LEAST = 3,       /* notes, for the exact test */
	BREADTH_MOST = 40000000, /* tables squared times notes */
	SKEW_MOST = 4000000,     /* tables times groups */
};
static const double alpha = 0.05;

/* What a note adds to what its place, a table or a group, says. */
static uint8_t
sides_of(int side, unsigned flags)
{
	uint8_t now = SIDE_HEARD;

	now |= side > 0 ? SIDE_PRO : 0;
	now |= side < 0 ? SIDE_CON : 0;
	now |= flags & (ENTRY_DIVERGENCE | ENTRY_MARKED_DIVERGENCE) ?
	           SIDE_CUED :
	           0;
	now |= flags & (ENTRY_CONVERGENCE | ENTRY_MARKED_AGREEMENT) ?
	           SIDE_AGREED :
	           0;
	return now;
}

/* Count what is distinct: tables, or groups where there are none. */
static void
hear_place(struct inquiry *w, struct hearing *h, const struct entry *e,
           uint8_t now)
{
	uint32_t place = h->by_groups ? e->group : e->table;
	uint8_t *sides = h->by_groups ? w->group_sides : w->table_sides;

	if (place == LEDGER_NONE) {
		h->untabled++;
		return;
	}
	if (!h->by_groups)
		w->table_hits[place]++;
	now &= (uint8_t)~sides[place];
	sides[place] |= now;
	h->tables += (now & SIDE_HEARD) != 0;
	h->pro_tables += (now & SIDE_PRO) != 0;
	h->con_tables += (now & SIDE_CON) != 0;
	h->agreed_tables += (now & SIDE_AGREED) != 0;
	h->sign_tables += (now & SIDE_CUED) != 0;
}

static void
hear_note(struct inquiry *w, const struct segment *s, struct hearing *h,
          size_t i)
{
	unsigned flags = segment_flags(w, s, i);
	const struct entry *e = &w->here[i];
	int side = w->side[i];

	h->notes++;
	h->agreement_marks += (flags & ENTRY_MARKED_AGREEMENT) != 0;
	h->divergence_marks += (flags & ENTRY_MARKED_DIVERGENCE) != 0;
	h->cued += (flags & ENTRY_DIVERGENCE) != 0;
	h->signs += (flags & (ENTRY_DIVERGENCE | ENTRY_MARKED_DIVERGENCE)) != 0;
	h->agreeing += (flags & ENTRY_CONVERGENCE) != 0;
	h->agreed +=
	    (flags & (ENTRY_CONVERGENCE | ENTRY_MARKED_AGREEMENT)) != 0;
	h->pro += side > 0;
	h->con += side < 0;
	if (e->group == LEDGER_NONE)
		h->ungrouped++;
	else
		h->groups += w->group_hits[e->group]++ == 0;
	hear_place(w, h, e, sides_of(side, flags));
}

static void
forget(struct inquiry *w, const struct segment *s)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct entry *e = &w->here[i];

		if (e->table != LEDGER_NONE)
			w->table_hits[e->table] = w->table_sides[e->table] = 0;
		if (e->group != LEDGER_NONE)
			w->group_hits[e->group] = w->group_sides[e->group] = 0;
	}
}

static void
hear(struct inquiry *w, struct segment *s)
{
	struct hearing *h = &s->hearing;

	*h = (struct hearing){ 0 };
	if (s->event != LEDGER_NONE) {
		h->of_tables = w->event_tables[s->event];
		h->of_groups = w->event_groups[s->event];
	} else {
		h->of_tables = w->all_tables;
		h->of_groups = w->groups.n;
	}
	if (h->of_tables == 0 && h->of_groups > 1) {
		h->by_groups = true;
		h->of_tables = h->of_groups;
	}
	h->mix = segment_sides(w, s);
	for (size_t i = 0; i < s->n; i++)
		hear_note(w, s, h, i);
	tensions_find(w, s);
	for (size_t i = 0; i < s->ntensions && s->compared == s->n; i++)
		h->answers += s->tensions[i].dispute;
}

/* The tables of a segment's event, in order; return how many. */
static size_t
tables_of(const struct inquiry *w, const struct segment *s,
          const uint32_t **tables)
{
	size_t e;

	*tables = w->tables_in;
	if (s->event == LEDGER_NONE)
		return w->all_tables;
	e = w->events.rank[s->event];
	*tables += w->tables_at[e];
	return w->tables_at[e + 1] - w->tables_at[e];
}

/* Against chance: at how many tables would the notes lie? */
static void
judge_breadth(struct inquiry *w, struct segment *s, const uint32_t *tables,
              size_t n)
{
	size_t *size = mem_alloc((n + 1) * sizeof(*size)), all = 0, here = 0;

	for (size_t i = 0; i < n; i++) {
		size[i] = w->table_notes[tables[i]];
		here += w->table_hits[tables[i]];
		all += size[i];
	}
	for (size_t i = 0; i < n && here >= BREADTH_LEAST; i++)
		s->expects +=
		    here > all - size[i] ?
			1 :
			1 - elem_exp(choose_log((double)(all - size[i]),
		                                (double)here) -
		                     choose_log((double)all, (double)here));
	s->p_low = 1;
	if ((double)s->hearing.tables < s->expects &&
	    (double)n * (double)n * (double)here <= BREADTH_MOST)
		s->p_low = breadth_low(size, n, here, s->hearing.tables);
	free(size);
}

/* The groups of some tables, numbered by their names' order in *column. */
static size_t
groups_of(const struct inquiry *w, const uint32_t *tables, size_t n,
          uint32_t *column)
{
	size_t ngroups = 0;

	memset(column, 0, w->groups.n * sizeof(*column));
	for (size_t i = 0; i < n; i++)
		for (size_t s = w->seat_of[tables[i]];
		     s < w->seat_of[tables[i] + 1]; s++)
			column[w->seats[s].group] = 1;
	for (size_t g = 0; g < w->groups.n; g++)
		if (column[w->groups.nth[g]] > 0)
			column[w->groups.nth[g]] = (uint32_t)ngroups++;
	return ngroups;
}

/* The test of a lean to some groups, on the notes that have both. */
static void
judge_skew(struct inquiry *w, struct segment *s, const uint32_t *tables,
           size_t n)
{
	uint32_t *column = mem_alloc((w->groups.n + 1) * sizeof(*column));
	size_t groups = groups_of(w, tables, n, column);
	uint32_t *place, *stratum, *notes, *theme;
	struct skew skew;

	s->too_many = (double)n * (double)groups > SKEW_MOST;
	if (groups < 2 || s->too_many) {
		free(column);
		return;
	}
	notes = mem_zalloc(n * groups + 1, sizeof(*notes));
	theme = mem_zalloc(n * groups + 1, sizeof(*theme));
	stratum = mem_alloc((n + 1) * sizeof(*stratum));
	place = mem_alloc((w->tables.n + 1) * sizeof(*place));
	skew = (struct skew){ notes, theme, stratum, n, groups, 1 };
	for (size_t i = 0; i < n; i++) {
		place[tables[i]] = (uint32_t)i;
		stratum[i] = w->table_event[tables[i]];
		for (size_t k = w->seat_of[tables[i]];
		     k < w->seat_of[tables[i] + 1]; k++)
			notes[i * groups + column[w->seats[k].group]] =
			    w->seats[k].notes;
	}
	for (size_t i = 0; i < s->n; i++) {
		const struct entry *e = &w->here[i];

		if (e->table != LEDGER_NONE && e->group != LEDGER_NONE)
			theme[place[e->table] * groups + column[e->group]]++;
	}
	s->skew = skew_test(&skew, alpha);
	free(place);
	free(stratum);
	free(theme);
	free(notes);
	free(column);
}

/* What the votes on its statements say of a theme: false if too little. */
static bool
judge_by_votes(struct inquiry *w, struct segment *s)
{
	size_t enough = 0, together = 0, apart = 0, claims = 0;

	if (w->voted == NULL)
		return false;
	for (size_t i = 0; i < s->n; i++) {
		const struct voted *v = &w->voted[s->notes[i]];

		claims += !entry_of_voters(&w->here[i]);
		enough += v->enough;
		together += v->enough && v->ruling.verdict == RULING_CONVERGENT;
		apart += v->enough && (v->ruling.verdict == RULING_CONTESTED ||
		                       v->ruling.verdict == RULING_DIVIDED);
	}
	if (enough == 0 || 2 * enough < claims)
		return false;
	s->basis = BASIS_VOTES;
	s->ruling = (struct ruling){
		.verdict = apart > 0 && 5 * apart >= enough ? RULING_CONTESTED :
		           2 * together >= enough ? RULING_CONVERGENT :
		                                    RULING_MIXED,
	};
	return true;
}

void
segment_judge(struct inquiry *w, struct segment *s)
{
	const uint32_t *tables;
	size_t n;

	segment_enter(w, s);
	hear(w, s);
	n = tables_of(w, s, &tables);
	judge_breadth(w, s, tables, n);
	if (w->groups.n > 1 && s->n >= BREADTH_LEAST)
		judge_skew(w, s, tables, n);
	forget(w, s);
	if (!judge_by_votes(w, s))
		s->ruling = rule_hearing(&s->hearing, &s->basis);
}
