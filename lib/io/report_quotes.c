#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "io/harvest_parts.h"
#include "io/report_parts.h"
#include "text/escape.h"
#include "text/labelled.h"
#include "text/wording.h"

enum { SHORT = 20, LONG = 300, PREFERRED = 200, TENSIONS = 3, NAMING = 2 };

/* How well a note would serve as the next quotation: more is better. */
struct choice {
	struct note *note;
	double merit;
};

/* The notes of some ids, as far as they were kept. */
struct notes {
	struct note *v[PREFERRED];
	size_t n;
};

static void
find_notes(const struct report *r, const struct finding *f,
           const struct ids *ids, struct notes *to)
{
	to->n = 0;
	for (size_t i = 0; i < ids->n && to->n < PREFERRED; i++) {
		struct note *n = harvest_note(r->h, f->event, ids->v[i]);

		if (n != NULL && report_covers(r, n->day))
			to->v[to->n++] = n;
	}
}

static bool
is_among(const struct notes *notes, const struct note *n)
{
	for (size_t i = 0; i < notes->n; i++)
		if (notes->v[i] == n)
			return true;
	return false;
}

/* Notes of these marks stand in sections of their own. */
static bool
stands_elsewhere(const struct note *n)
{
	return n->mark == MARK_ACTION || n->mark == MARK_COMMITMENT ||
	       n->mark == MARK_QUESTION || n->mark == MARK_PRINCIPLE;
}

/* What a note is worth beside those already chosen. */
static double
merit(const struct note *n, const struct notes *chosen)
{
	double m = 4 * n->score;

	m -= n->text.len < SHORT ? 4 : 0;
	m -= n->text.len > LONG ? 2 : 0;
	m -= stands_elsewhere(n) ? 16 : 0;
	for (size_t i = 0; i < chosen->n; i++) {
		const struct note *c = chosen->v[i];

		m -= slice_eq(c->table, n->table) ? 2 : 0;
		m -= slice_eq(c->group, n->group) ? 1 : 0;
	}
	return m;
}

static bool
repeats(const struct note *n, const struct notes *chosen)
{
	for (size_t i = 0; i < chosen->n; i++)
		if (chosen->v[i] == n || slice_eq(chosen->v[i]->text, n->text))
			return true;
	return false;
}

/* Whether a serves better than b, of the same merit. */
static bool
fits_better(const struct note *a, const struct note *b)
{
	if (a->score != b->score)
		return a->score > b->score;
	return harvest_id_cmp(a->id, b->id) < 0;
}

/* The best of some notes that was not shown before, or NULL; one that names
 * what label does is better. */
static struct note *
choose(void *const *notes, size_t n, const struct notes *preferred,
       const struct notes *chosen, struct slice label)
{
	struct choice best = { NULL, 0 };

	for (size_t i = 0; i < n; i++) {
		struct note *c = notes[i];
		double m;

		if (c->shown || repeats(c, chosen))
			continue;
		m = merit(c, chosen) + (is_among(preferred, c) ? 8 : 0);
		if (best.note != NULL && m + NAMING < best.merit)
			continue;
		m += labelled_by(c->text, label) ? NAMING : 0;
		if (best.note == NULL || m > best.merit ||
		    (m == best.merit && fits_better(c, best.note)))
			best = (struct choice){ c, m };
	}
	return best.note;
}

/* Choose as many notes as the user wants quoted, of those given. */
static size_t
choose_some(const struct report *r, const struct notes *from,
            struct notes *chosen, struct note **to)
{
	static const struct notes none = { .n = 0 };
	size_t n = 0;

	while (n < r->options.quotes && chosen->n < PREFERRED) {
		struct note *best = choose((void *const *)from->v, from->n,
		                           &none, chosen, SLICE(""));

		if (best == NULL)
			break;
		best->shown = true;
		chosen->v[chosen->n++] = to[n++] = best;
	}
	return n;
}

/* Leave out notes that tell of both sides: they are of neither. */
static void
leave_out(struct notes *notes, const struct notes *out)
{
	size_t n = 0;

	for (size_t i = 0; i < notes->n; i++)
		if (!is_among(out, notes->v[i]))
			notes->v[n++] = notes->v[i];
	notes->n = n;
}

static void
add_pairs(struct report *r, struct story *s, const struct notes *both,
          struct notes *chosen)
{
	const struct finding *f = s->finding;
	struct notes a, b;
	struct note **left, **right;
	size_t na, nb;

	if (f->npositions < 2 || r->options.quotes == 0)
		return;
	find_notes(r, f, &f->positions[0].notes, &a);
	find_notes(r, f, &f->positions[1].notes, &b);
	leave_out(&a, both);
	leave_out(&b, both);
	if (a.n == 0 || b.n == 0)
		return;
	left = mem_zalloc(2 * r->options.quotes, sizeof(struct note *));
	right = left + r->options.quotes;
	na = choose_some(r, &a, chosen, left);
	nb = choose_some(r, &b, chosen, right);
	for (size_t i = 0; i < na || i < nb; i++) {
		struct pair *p = report_push(r, &s->pairs, sizeof(*p));

		if (i < na)
			p->a = report_line(r, left[i]);
		if (i < nb)
			p->b = report_line(r, right[i]);
	}
	free(left);
	report_say_sides(r, s);
}

static void
add_tensions(struct report *r, struct story *s, struct notes *chosen)
{
	const struct finding *f = s->finding;

	for (size_t i = 0; i < f->ntensions && i < TENSIONS; i++) {
		const struct tension *t = &f->tensions[i];
		struct note *a = harvest_note(r->h, f->event, t->a);
		struct note *b = harvest_note(r->h, f->event, t->b);
		struct pair *p;

		if (a == NULL || b == NULL || a->shown || b->shown ||
		    repeats(a, chosen) || repeats(b, chosen) ||
		    chosen->n + 2 > PREFERRED)
			continue;
		p = report_push(r, &s->tensions, sizeof(*p));
		p->a = report_line(r, a);
		p->b = report_line(r, b);
		p->reason = t->reason;
		a->shown = b->shown = true;
		chosen->v[chosen->n++] = a;
		chosen->v[chosen->n++] = b;
	}
}

/* Notes that tell of both sides, besides the positions. */
static void
add_preferred(struct report *r, struct story *s, const struct notes *preferred,
              struct notes *chosen)
{
	struct note **best =
	    mem_zalloc(r->options.quotes, sizeof(struct note *));
	size_t n = choose_some(r, preferred, chosen, best);

	for (size_t i = 0; i < n; i++) {
		struct line *l = report_push(r, &s->quotes, sizeof(*l));

		*l = report_line(r, best[i]);
	}
	free(best);
}

/* With no positions: which groups the notes that tell of a difference are of.
 */
static void
say_who_differs(struct report *r, struct story *s, const struct notes *differ)
{
	struct tallies groups = { NULL, 0, 0 };
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < differ->n; i++)
		if (differ->v[i]->group.len > 0)
			harvest_tally(&groups, differ->v[i]->group, 1);
	harvest_sort_tallies(&groups);
	for (size_t i = 0; i < groups.n; i++) {
		buf_adds(&b, i == 0 ?
		                 "The notes that tell of a difference are of " :
		             i + 1 == groups.n ? " and " :
		                                 ", ");
		escape_markdown(&b, groups.v[i].label, 80);
		buf_addf(&b, " (%zu)", groups.v[i].n);
	}
	if (groups.n > 0)
		buf_addc(&b, '.');
	free(groups.v);
	if (differ->n < 2)
		buf_reset(&b);
	s->sides = report_words(r, &b);
}

/* Quotations of the theme: those that its finding rests on first. */
static void
add_quotes(struct report *r, struct story *s, const struct notes *preferred,
           struct notes *chosen, size_t want)
{
	for (size_t i = 0; i < want && chosen->n < PREFERRED; i++) {
		struct note *n = choose(s->members.items, s->members.n,
		                        preferred, chosen, s->label);
		struct line *l;

		if (n == NULL ||
		    (stands_elsewhere(n) && i > 0 && !is_among(preferred, n)))
			break;
		l = report_push(r, &s->quotes, sizeof(*l));
		*l = report_line(r, n);
		n->shown = true;
		chosen->v[chosen->n++] = n;
	}
}

/*
 * What a contested theme shows first is what it is contested by: notes in
 * tension, then those that tell of a difference, then the positions.
 */
static void
show_difference(struct report *r, struct story *s, const struct notes *differ,
                struct notes *chosen)
{
	add_tensions(r, s, chosen);
	add_preferred(r, s, differ, chosen);
	add_pairs(r, s, differ, chosen);
	if (s->pairs.n == 0)
		say_who_differs(r, s, differ);
	if (s->tensions.n + s->quotes.n + s->pairs.n == 0)
		add_quotes(r, s, differ, chosen, r->options.quotes);
}

/*
 * Quotations that the finding rests on come before others, and different
 * tables and groups before the same again. No note is shown twice.
 */
void
report_quotes(struct report *r, struct story *s)
{
	struct notes chosen = { .n = 0 }, preferred = { .n = 0 };
	const struct finding *f = s->finding;

	if (f == NULL) {
		add_quotes(r, s, &preferred, &chosen, r->options.quotes);
		return;
	}
	find_notes(r, f,
	           f->verdict == VERDICT_CONVERGENT ? &f->converging :
	                                              &f->diverging,
	           &preferred);
	if (f->verdict == VERDICT_CONTESTED || f->verdict == VERDICT_DIVIDED) {
		show_difference(r, s, &preferred, &chosen);
		return;
	}
	add_pairs(r, s, &preferred, &chosen);
	/* Where there is one voice, or people agree, none are shown. */
	if (f->verdict != VERDICT_CONVERGENT && f->verdict != VERDICT_SINGLE)
		add_tensions(r, s, &chosen);
	if (s->pairs.n == 0)
		add_quotes(r, s, &preferred, &chosen, r->options.quotes);
}
