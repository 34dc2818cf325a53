#include <stdlib.h>

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
	s->words = report_words(r, &b);
}

/* Groups of k people or more, and the lowest share among them. */
static void
say_groups(struct report *r, struct statement *s, const struct finding *f)
{
	struct buf b = BUF_INIT;
	size_t all = f->agree + f->disagree;

	s->votes = all;
	s->rank =
	    all ? (double)(f->against ? f->disagree : f->agree) / (double)all :
		  0;
	for (size_t i = 0; i < f->sided_by_group.n; i++) {
		size_t n = f->sided_by_group.v[i].n;
		size_t agree = f->agree_by_group.v[i].n;
		double share;

		if (n == 0 || n < r->k)
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
	if (l->n > 0)
		qsort(l->items, l->n, sizeof(void *), by_rank);
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
		l = f->verdict == VERDICT_CONVERGENT ?
		        (f->against ? &r->rejected : &r->agreed) :
		    f->verdict == VERDICT_CONTESTED ? &r->split :
		    f->verdict == VERDICT_DIVIDED   ? &r->split :
		                                      NULL;
		n = harvest_note(h, f->event, f->note);
		if (l == NULL || n == NULL || !report_covers(r, n->day))
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
}

/* The statements of a theme on which people are of one mind. */
struct minds {
	size_t agreed, rejected;
	const struct finding *rejection; /* one of them */
};

static bool
is_among(const struct ids *ids, struct slice id)
{
	for (size_t i = 0; i < ids->n; i++)
		if (slice_eq(ids->v[i], id))
			return true;
	return false;
}

static struct minds
count_minds(const struct harvest *h, const struct finding *theme)
{
	struct minds m = { 0, 0, NULL };

	if (theme->verdict != VERDICT_CONVERGENT ||
	    !slice_is(theme->basis, "votes"))
		return m;
	for (size_t i = 0; i < h->nfindings; i++) {
		const struct finding *f = &h->findings[i];

		if (f->note.len == 0 || f->verdict != VERDICT_CONVERGENT ||
		    (theme->event != NONE && f->event != theme->event) ||
		    !is_among(&theme->evidence, f->note))
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

	return m.rejected > 0 && m.agreed == 0;
}

void
report_say_no(const struct report *r, struct buf *b, const struct finding *f)
{
	struct minds m = count_minds(r->h, f);

	if (m.rejected == 0)
		return;
	if (m.rejected == 1 && m.agreed == 0) {
		wording_part(b, m.rejection->disagree,
		             m.rejection->agree + m.rejection->disagree, sided);
		wording_capital(b, 0);
		buf_adds(b, " who took a side disagreed");
	} else {
		buf_adds(b, "Most disagreed with ");
		wording_count(b, m.rejected, statements);
		if (m.agreed > 0)
			buf_addf(b, " and agreed to %zu", m.agreed);
	}
	if (m.agreed == 0)
		buf_adds(b, ": the room says no");
}
