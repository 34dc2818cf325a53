#include <string.h>

#include "base/mem.h"
#include "io/report_parts.h"
#include "text/date.h"
#include "text/wording.h"

static const struct noun notes = { "note", "notes" };

enum {
	TERMS = 6, /* shown at most */
	FEW = 4    /* notes: a theme of fewer is shown in short */
};

/* The notes of a theme, of all events and days. */
static size_t
all_notes(const struct report *r, size_t theme)
{
	const struct days *d = &r->h->themes[theme].days;
	size_t n = 0;

	for (size_t i = 0; i < d->n; i++)
		n += d->v[i].notes;
	return n;
}

/*
 * How well a finding speaks for its theme: of the only event, or, with several,
 * across them; in a window, of an event within; 0: not at all, as of one event
 * a finding on a theme that others have, too.
 */
static int
fitness(const struct report *r, const struct finding *f)
{
	int day = f->event == NONE ? DATE_NONE : r->h->events[f->event].day;

	if (r->windowed && day != DATE_NONE && report_covers(r, day))
		return 3;
	if ((r->h->nevents > 1) == (f->event == NONE))
		return 2;
	return f->notes == all_notes(r, f->theme);
}

/* The finding that speaks for a theme; of equals that of most notes. */
static const struct finding *
finding_of(const struct report *r, size_t theme)
{
	const struct finding *best = NULL;

	for (size_t i = 0; i < r->h->nfindings; i++) {
		const struct finding *f = &r->h->findings[i];
		int better;

		if (f->theme != theme || f->note.len > 0 || fitness(r, f) == 0)
			continue;
		better = best == NULL ? 1 : fitness(r, f) - fitness(r, best);
		if (better > 0 || (better == 0 && f->notes > best->notes))
			best = f;
	}
	return best;
}

/* Count a theme's own notes and tables in the window. */
static void
count_own(struct report *r, struct story *s)
{
	const struct theme *t = s->theme;

	for (size_t i = 0; i < t->days.n; i++)
		if (report_covers(r, t->days.v[i].day))
			s->notes += t->days.v[i].notes;
	for (size_t i = 0; i < 8 * t->tables_len; i++)
		s->tables += t->tables[i / 8] >> i % 8 & 1;
	for (size_t i = 0; i < t->ngroups; i++)
		s->groups += t->by_group[i] > 0;
}

static void
list_terms(struct report *r, struct story *s)
{
	const struct map *terms = &s->theme->terms;
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < terms->n && i < TERMS; i++) {
		struct slice term = map_key(terms, i), label = s->theme->label;

		if (memmem(label.p, label.len, term.p, term.len) != NULL)
			continue;
		if (b.len > 0)
			buf_adds(&b, ", ");
		buf_slice(&b, term);
	}
	s->terms = report_words(r, &b);
}

/* With several events: how each of them saw it. */
static void
list_events(struct report *r, struct story *s, size_t theme)
{
	const struct harvest *h = r->h;

	if (h->nevents < 2)
		return;
	for (size_t i = 0; i < h->nfindings; i++) {
		const struct finding *f = &h->findings[i];
		struct count *c;

		if (f->theme != theme || f->event == NONE || f->note.len > 0)
			continue;
		c = report_push(r, &s->events, sizeof(*c));
		c->label = h->events[f->event].title;
		if (c->label.len == 0)
			c->label = h->events[f->event].id;
		c->number = report_verdict(r, f);
		c->n = f->notes;
	}
}

/* How many notes each group gave, as dlg-converge counted them. */
static void
list_groups(struct report *r, struct story *s)
{
	const struct tallies *t = &s->finding->by_group;

	for (size_t i = 0; i < t->n; i++) {
		struct count *c = report_push(r, &s->by_group, sizeof(*c));
		struct buf b = BUF_INIT;

		c->label = t->v[i].label;
		c->n = t->v[i].n;
		wording_count(&b, c->n, notes);
		c->number = report_words(r, &b);
	}
}

struct slice
report_capital(struct report *r, struct slice label)
{
	struct buf b = BUF_INIT;

	buf_slice(&b, label);
	wording_capital(&b, 0);
	return report_words(r, &b);
}

/* Notes of the theme that are not among its members here. */
static void
count_unlisted(const struct report *r, struct story *s)
{
	size_t own = r->h->sorted_out ? s->theme->own : s->members.n;

	s->unlisted = own - s->members.n;
	s->elsewhere = s->notes > own ? s->notes - own : 0;
}

static void
tell(struct report *r, size_t theme)
{
	struct story *s = &r->stories[theme];

	s->theme = &r->h->themes[theme];
	s->finding = finding_of(r, theme);
	count_own(r, s);
	report_window_story(r, s);
	s->id = s->theme->id;
	s->label = report_capital(r, s->theme->label);
	s->is_new = s->theme->is_new;
	s->verdict = report_verdict(r, s->finding);
	list_terms(r, s);
	if (s->finding != NULL) {
		const struct finding *f = s->finding;

		s->rule = f->rule;
		s->margin = f->margin;
		s->interval = f->interval;
		report_say_why(r, s);
		s->skew = f->skew;
		if (!r->windowed && f->notes > 0) {
			s->notes = f->notes;
			s->tables = f->tables;
			s->groups = f->groups;
		}
		report_cite(r, s);
		list_groups(r, s);
	}
	count_unlisted(r, s);
	report_say_breadth(r, s);
	report_say_ids(r, s);
	list_events(r, s, theme);
}

/* Breadth comes before size, so that one loud table does not lead. */
static int
by_breadth(const void *pa, const void *pb)
{
	const struct story *a = *(struct story *const *)pa;
	const struct story *b = *(struct story *const *)pb;

	if (a->tables != b->tables)
		return a->tables > b->tables ? -1 : 1;
	if (a->groups != b->groups)
		return a->groups > b->groups ? -1 : 1;
	if (a->notes != b->notes)
		return a->notes > b->notes ? -1 : 1;
	if (!slice_eq(a->label, b->label))
		return slice_cmp(a->label, b->label);
	return harvest_id_cmp(a->id, b->id);
}

/* NULL: it stands in none, for it only tells who voted. */
static struct template_list *
section_of(struct report *r, const struct story *s)
{
	if (s->finding != NULL && s->finding->of_voters)
		return NULL;
	switch (s->finding != NULL ? s->finding->verdict : VERDICT_NONE) {
	case VERDICT_CONVERGENT:
		return &r->converge;
	case VERDICT_CONTESTED:
	case VERDICT_DIVIDED:
		return &r->diverge;
	case VERDICT_SINGLE:
		return &r->single;
	case VERDICT_NONE:
		return &r->unassessed;
	case VERDICT_INSUFFICIENT:
		if (s->finding->of_tables > 0 &&
		    !slice_is(s->finding->basis, "votes"))
			return &r->few;
		return &r->recurring;
	default:
		return &r->recurring;
	}
}

static void
file(struct report *r, struct story *s)
{
	struct template_list *l = section_of(r, s);

	if (l != NULL)
		report_append(r, l, s);
	else
		r->of_voters++;
}

void
report_stories(struct report *r)
{
	for (size_t i = 0; i < r->h->nthemes; i++) {
		tell(r, i);
		if (r->stories[i].notes > 0)
			report_append(r, &r->themes, &r->stories[i]);
	}
	mem_sort(r->themes.items, r->themes.n, sizeof(void *), by_breadth);
	report_families(r);
	for (size_t i = 0; i < r->themes.n; i++)
		file(r, r->themes.items[i]);
	for (size_t i = 0; i < r->recurring.n; i++) {
		struct story *s = r->recurring.items[i];

		report_append(r, s->notes < FEW ? &r->minor : &r->frequent, s);
	}
	for (size_t i = 0; i < r->themes.n; i++)
		report_quotes(r, r->themes.items[i]);
	report_outcome(r);
}
