#include <stdlib.h>

#include "base/mem.h"
#include "io/harvest_parts.h"
#include "io/report_parts.h"
#include "text/escape.h"
#include "text/wording.h"

static const struct noun sided = { "person", "people" };
static const struct noun statements = { "statement", "statements" };

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

/* Groups that may be shown, and the lowest share among them. */
static void
say_groups(struct report *r, struct statement *s, const struct finding *f)
{
	struct buf b = BUF_INIT;
	size_t all = f->agree + f->disagree, least = report_least_group(r, f);

	s->votes = all;
	s->rank =
	    all ? (double)(f->against ? f->disagree : f->agree) / (double)all :
		  0;
	for (size_t i = 0; i < f->sided_by_group.n; i++) {
		size_t n = f->sided_by_group.v[i].n;
		size_t agree = f->agree_by_group.v[i].n;
		double share;

		if (n < least)
			continue;
		if (f->against)
			agree = n - agree;
		share = (double)agree / (double)n;
		s->rank = share < s->rank ? share : s->rank;
		if (b.len > 0)
			buf_adds(&b, ", ");
		escape_markdown(&b, f->sided_by_group.v[i].label, 80);
		buf_addf(&b, " %zu of %zu", agree, n);
	}
	r->grouped |= b.len > 0;
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

/* What people think of a theme's statements. */
struct minds {
	size_t agreed, rejected, split;
	const struct finding *rejection; /* one of them */
};

/* The ids of a finding are sorted. */
static bool
is_among(const struct ids *ids, struct slice id)
{
	size_t low = 0, high = ids->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int d = harvest_id_cmp(ids->v[mid], id);

		if (d == 0)
			return true;
		if (d < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return false;
}

static struct minds
count_minds(const struct harvest *h, const struct finding *theme)
{
	struct minds m = { 0, 0, 0, NULL };

	if (!slice_is(theme->basis, "votes"))
		return m;
	for (size_t i = 0; i < h->nfindings; i++) {
		const struct finding *f = &h->findings[i];

		if (f->note.len == 0 ||
		    (theme->event != NONE && f->event != theme->event) ||
		    !is_among(&theme->evidence, f->note))
			continue;
		if (f->of_voters)
			continue;
		m.split += f->verdict == VERDICT_CONTESTED ||
		           f->verdict == VERDICT_DIVIDED;
		if (f->verdict != VERDICT_CONVERGENT)
			continue;
		m.agreed += !f->against;
		m.rejected += f->against;
		if (f->against)
			m.rejection = f;
	}
	return m;
}

bool
report_says_no(const struct report *r, const struct finding *f)
{
	struct minds m = count_minds(r->h, f);

	return f->verdict == VERDICT_CONVERGENT && m.rejected > 0 &&
	       m.agreed == 0;
}

/* "most agreed to 3 statements, disagreed with 1 and were divided on 2" */
static void
say_minds(struct buf *b, const struct minds *m)
{
	const struct {
		const char *did;
		size_t n;
	} parts[] = { { "agreed to ", m->agreed },
		      { "disagreed with ", m->rejected },
		      { "were divided on ", m->split } };
	size_t left = 0;
	bool first = true;

	for (size_t i = 0; i < 3; i++)
		left += parts[i].n > 0;
	for (size_t i = 0; i < 3; i++) {
		if (parts[i].n == 0)
			continue;
		buf_adds(b, first     ? i < 2 ? "most " : "people " :
		            left == 1 ? " and " :
		                        ", ");
		buf_adds(b, parts[i].did);
		if (first)
			wording_count(b, parts[i].n, statements);
		else
			buf_addf(b, "%zu", parts[i].n);
		first = false;
		left--;
	}
}

void
report_say_minds(const struct report *r, struct buf *b, const struct finding *f)
{
	struct minds m = count_minds(r->h, f);

	if (m.rejected == 1 && m.agreed == 0 && m.split == 0) {
		wording_part(b, m.rejection->disagree,
		             m.rejection->agree + m.rejection->disagree, sided);
		wording_capital(b, 0);
		buf_adds(b, " who took a side disagreed");
	} else if (m.agreed + m.rejected + m.split > 0) {
		buf_adds(b, "In the vote, ");
		say_minds(b, &m);
	}
	if (report_says_no(r, f))
		buf_adds(b, ": the room says no");
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
