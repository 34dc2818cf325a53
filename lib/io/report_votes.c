#include <stdlib.h>

#include "base/mem.h"
#include "io/harvest_parts.h"
#include "io/report_parts.h"
#include "text/escape.h"
#include "text/wording.h"

static const struct noun sided = { "person", "people" };

/* "83 of 104 people who took a side agreed; 6 passed" */
static void
say_votes(struct report *r, struct statement *s, const struct finding *f)
{
	size_t all = f->agree + f->disagree;
	struct buf b = BUF_INIT;

	wording_part(&b, f->against ? f->disagree : f->agree, all, sided);
	buf_adds(&b, f->against ? " who took a side disagreed" :
	                          " who took a side agreed");
	if (f->pass > 0)
		buf_addf(&b, "; %zu passed", f->pass);
	if (f->ratings >= r->k && f->ratings > 0) {
		buf_addf(&b, "; of %zu ratings from 1 to %zu the middle is ",
		         f->ratings, f->scale);
		buf_slice(&b, f->median);
	}
	s->words = report_words(r, &b);
}

/*
 * Groups of fewer than k people are not shown, nor others from which, taken
 * from the total, such a group could be reckoned.
 */
size_t
report_least_group(const struct report *r, const struct finding *f)
{
	const struct tallies *t = &f->sided_by_group;
	size_t least = r->k > 0 ? r->k : 1;

	for (;;) {
		size_t rest = f->agree + f->disagree, smallest = SIZE_MAX;

		for (size_t i = 0; i < t->n; i++) {
			if (t->v[i].n < least)
				continue;
			rest -= t->v[i].n < rest ? t->v[i].n : rest;
			smallest = t->v[i].n < smallest ? t->v[i].n : smallest;
		}
		if (rest == 0 || rest >= r->k || smallest == SIZE_MAX)
			return least;
		least = smallest + 1;
	}
}

static double
share_of(size_t n, size_t of)
{
	return of > 0 ? (double)n / (double)of : 0;
}

/* What divides groups most comes first; else what divides all most evenly. */
static double
apart(double low, double high, double whole)
{
	double even = whole < 0.5 ? whole : 1 - whole;

	return high - low + even / 1000;
}

/* Groups that may be shown, and the lowest share among them. */
static void
say_groups(struct report *r, struct statement *s, const struct finding *f)
{
	struct buf b = BUF_INIT;
	size_t all = f->agree + f->disagree, least = report_least_group(r, f);
	double whole = share_of(f->against ? f->disagree : f->agree, all);
	double low = whole, high = whole;

	s->votes = all;
	for (size_t i = 0; i < f->sided_by_group.n; i++) {
		size_t n = f->sided_by_group.v[i].n;
		size_t agree = f->agree_by_group.v[i].n;
		double share;

		if (n < least)
			continue;
		if (f->against)
			agree = n - agree;
		share = (double)agree / (double)n;
		low = share < low ? share : low;
		high = share > high ? share : high;
		if (b.len > 0)
			buf_adds(&b, ", ");
		escape_markdown(&b, f->sided_by_group.v[i].label, 80);
		buf_addf(&b, " %zu of %zu", agree, n);
	}
	r->grouped |= b.len > 0;
	s->rank =
	    f->verdict == VERDICT_CONVERGENT ? low : apart(low, high, whole);
	s->groups = report_words(r, &b);
}

static int
by_rank(const void *pa, const void *pb)
{
	const struct statement *a = *(struct statement *const *)pa;
	const struct statement *b = *(struct statement *const *)pb;

	if (a->rank != b->rank)
		return a->rank > b->rank ? -1 : 1;
	if (a->votes != b->votes)
		return a->votes > b->votes ? -1 : 1;
	return harvest_id_cmp(a->note.id, b->note.id);
}

static void
sort(struct template_list *l)
{
	mem_sort(l->items, l->n, sizeof(void *), by_rank);
}

/* "A and B": the groups that the votes themselves fall into. */
static void
name_opinions(struct report *r)
{
	struct tallies names = { NULL, 0, 0 };
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < r->h->nfindings; i++) {
		const struct finding *f = &r->h->findings[i];

		if (f->note.len == 0 || f->event == NONE ||
		    !r->h->events[f->event].opinion_groups)
			continue;
		for (size_t k = 0; k < f->sided_by_group.n; k++)
			harvest_tally(&names, f->sided_by_group.v[k].label, 1);
	}
	harvest_sort_tallies(&names);
	for (size_t i = 0; i < names.n; i++) {
		if (i > 0)
			buf_adds(&b, i + 1 == names.n ? " and " : ", ");
		escape_markdown(&b, names.v[i].label, 80);
	}
	free(names.v);
	r->opinion = report_words(r, &b);
}

void
report_statements(struct report *r)
{
	const struct harvest *h = r->h;

	for (size_t i = 0; i < h->nfindings; i++) {
		const struct finding *f = &h->findings[i];
		const struct note *n;
		struct template_list *l;
		struct statement *s;

		if (f->note.len == 0 || !f->voted)
			continue;
		r->votes_cast = true;
		n = harvest_note(h, f->event, f->note);
		l = f->verdict == VERDICT_CONVERGENT ?
		        (f->against ? &r->rejected : &r->agreed) :
		    f->verdict == VERDICT_CONTESTED ? &r->split :
		    f->verdict == VERDICT_DIVIDED   ? &r->split :
		                                      NULL;
		if (n == NULL || !report_covers(r, n->day))
			continue;
		if (f->of_voters)
			report_tell_voters(r, f, n);
		if (l == NULL || f->of_voters)
			continue;
		s = report_push(r, l, sizeof(*s));
		s->finding = f;
		s->note = report_line(r, n);
		say_votes(r, s, f);
		say_groups(r, s, f);
	}
	name_opinions(r);
	sort(&r->agreed);
	sort(&r->rejected);
	sort(&r->split);
	sort(&r->told);
}

/* Say beside each statement how people voted on it, if enough of them did. */
void
report_mark_votes(struct report *r)
{
	for (size_t i = 0; i < r->h->nfindings; i++) {
		const struct finding *f = &r->h->findings[i];
		size_t all = f->agree + f->disagree;
		struct note *n;
		struct buf b = BUF_INIT;

		if (f->note.len == 0 || !f->voted || all == 0 || all < r->k)
			continue;
		n = harvest_note(r->h, f->event, f->note);
		if (n == NULL)
			continue;
		if (!f->of_voters)
			buf_addf(&b, "%zu of %zu agreed", f->agree, all);
		n->marked = f->of_voters ? report_say_voters(r, f) :
		                           report_words(r, &b);
	}
}
