#include <stdlib.h>
#include <string.h>

#include "io/report_parts.h"
#include "text/escape.h"
#include "text/wording.h"

static const struct noun notes = { "note", "notes" };
static const struct noun tables = { "table", "tables" };
static const struct noun groups = { "stakeholder group", "stakeholder groups" };

enum {
	CITED = 40,
	TERMS = 6,
	KEYWORDS = 12
}; /* ids in a footnote; terms shown */

/*
 * The finding that speaks for a theme: of its only event, or, with several,
 * across them; else the first there is.
 */
static const struct finding *
finding_of(const struct harvest *h, size_t theme)
{
	const struct finding *first = NULL;

	for (size_t i = 0; i < h->nfindings; i++) {
		const struct finding *f = &h->findings[i];

		if (f->theme != theme || f->note.len > 0)
			continue;
		if ((h->nevents > 1) == (f->event == NONE))
			return f;
		if (first == NULL)
			first = f;
	}
	return first;
}

static const char *
verdict_words(const struct finding *f)
{
	static const char *const words[] = {
		"not assessed",
		"we converge",
		"we diverge",
		"raised by one voice",
		"recurring, agreement unknown",
		"divided",
		"many are not sure",
		"mixed",
		"too few to tell",
	};

	return words[f != NULL ? f->verdict : VERDICT_NONE];
}

/* Count a theme's own notes and tables in the window. */
static void
count_own(struct report *r, struct story *s)
{
	const struct theme *t = s->theme;

	for (size_t i = 0; i < t->ndays; i++)
		if (report_covers(r, t->days[i].day))
			s->notes += t->days[i].notes;
	for (size_t i = 0; i < 8 * t->tables_len; i++)
		s->tables += t->tables[i / 8] >> i % 8 & 1;
	for (size_t i = 0; i < t->ngroups; i++)
		s->groups += t->by_group[i] > 0;
}

/* "9 of 12 tables raised this, in 15 notes from 4 of 5 stakeholder groups" */
static void
say_breadth(struct report *r, struct story *s)
{
	const struct finding *f = s->finding;
	struct buf b = BUF_INIT;
	bool tabled = f != NULL && f->of_tables > 0 && f->tables > 0;

	if (tabled) {
		wording_part(&b, f->tables, f->of_tables, tables);
		wording_capital(&b, 0);
		buf_adds(&b, " raised this, in ");
	}
	wording_count(&b, f ? f->notes : s->notes, notes);
	if (f != NULL && f->groups > 0 && f->of_groups > 1) {
		buf_adds(&b, " from ");
		wording_part(&b, f->groups, f->of_groups, groups);
	}
	if (!tabled)
		buf_adds(&b, s->notes == 1 ? " raises this" : " raise this");
	buf_addc(&b, '.');
	s->breadth = report_words(r, &b);
	if (tabled)
		buf_addf(&b, "%zu of %zu", f->tables, f->of_tables);
	else if (s->tables > 0)
		buf_addf(&b, "%zu", s->tables);
	s->spread = report_words(r, &b);
}

/* The footnote: which notes a statement rests on. */
static void
cite(struct report *r, struct story *s)
{
	const struct ids *ids = &s->finding->evidence;
	size_t n = ids->n < CITED ? ids->n : CITED;
	struct buf b = BUF_INIT;

	if (n == 0)
		return;
	buf_adds(&b, ids->all == 1 ? "Note " : "Notes ");
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_adds(&b, i + 1 == ids->all ? " and " : ", ");
		escape_markdown(&b, ids->v[i], 0);
	}
	if (ids->all > n) {
		buf_adds(&b, " and ");
		wording_count(&b, ids->all - n,
		              (struct noun){ "other", "others" });
	}
	buf_addc(&b, '.');
	if (s->finding->rule.len > 0) {
		buf_adds(&b, " Decided by: ");
		escape_markdown(&b, s->finding->rule, 0);
		buf_addc(&b, '.');
	}
	s->cite.text = report_words(r, &b);
}

static void
list_terms(struct report *r, struct story *s)
{
	const struct map *terms = &s->theme->terms;
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < terms->n && i < TERMS; i++) {
		if (i > 0)
			buf_adds(&b, ", ");
		buf_slice(&b, map_key(terms, i));
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
		c->number = slice_of(verdict_words(f));
		c->n = f->notes;
	}
}

/* Only groups that may be named: cells of notes are counted by converge. */
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

/* A label as a heading has it. */
static struct slice
capital(struct report *r, struct slice label)
{
	struct buf b = BUF_INIT;

	buf_slice(&b, label);
	wording_capital(&b, 0);
	return report_words(r, &b);
}

/* What an interval says beyond the counts: what follows the semicolon. */
static struct slice
beyond(struct slice interval)
{
	const char *semi =
	    interval.len ? memchr(interval.p, ';', interval.len) : NULL;

	if (semi == NULL)
		return SLICE("");
	return slice_trim((struct slice){
	    semi + 1, (size_t)(interval.p + interval.len - semi - 1) });
}

static void
tell(struct report *r, size_t theme)
{
	struct story *s = &r->stories[theme];

	s->theme = &r->h->themes[theme];
	s->finding = finding_of(r->h, theme);
	s->id = s->theme->id;
	s->label = capital(r, s->theme->label);
	s->is_new = s->theme->is_new;
	s->verdict = slice_of(verdict_words(s->finding));
	count_own(r, s);
	list_terms(r, s);
	if (s->finding != NULL) {
		const struct finding *f = s->finding;

		s->rule = f->rule;
		s->margin = f->margin;
		s->interval = beyond(f->interval);
		s->skew = f->skew;
		if (!r->windowed) {
			s->notes = f->notes;
			s->tables = f->tables;
			s->groups = f->groups;
		}
		cite(r, s);
		list_groups(r, s);
	}
	if (s->notes > s->members.n && r->h->options.keep == 0)
		s->elsewhere = s->notes - s->members.n;
	say_breadth(r, s);
	list_events(r, s, theme);
	report_quotes(r, s);
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

static struct template_list *
section_of(struct report *r, const struct story *s)
{
	switch (s->finding != NULL ? s->finding->verdict : VERDICT_NONE) {
	case VERDICT_CONVERGENT:
		return &r->converge;
	case VERDICT_CONTESTED:
	case VERDICT_DIVIDED:
		return &r->diverge;
	case VERDICT_SINGLE:
		return &r->single;
	default:
		return &r->recurring;
	}
}

/* What verdicts rest on, and how many themes each decided. */
static void
count_bases(struct report *r)
{
	static const struct {
		const char *basis, *words;
	} bases[] = {
		{ "votes", "how participants voted" },
		{ "marks", "what note-takers marked as agreement or "
		           "divergence" },
		{ "cues", "words in the notes that report agreement or "
		          "difference" },
		{ "stance", "notes that speak for and against" },
		{ "breadth", "how many tables raised it, and nothing more" },
	};

	for (size_t i = 0; i < sizeof(bases) / sizeof(*bases); i++) {
		size_t n = 0;
		struct count *c;

		for (size_t k = 0; k < r->themes.n; k++) {
			const struct story *s = r->themes.items[k];

			n += s->finding != NULL &&
			     slice_is(s->finding->basis, bases[i].basis);
		}
		if (n == 0)
			continue;
		c = report_push(r, &r->bases, sizeof(*c));
		c->number = slice_of(bases[i].words);
		c->n = n;
	}
}

/* The labels of the broadest themes. */
static void
add_keywords(struct report *r)
{
	for (size_t i = 0; i < r->themes.n && i < KEYWORDS; i++) {
		const struct story *s = r->themes.items[i];
		struct count *c = report_push(r, &r->keywords, sizeof(*c));

		c->label = s->theme->label;
	}
}

void
report_stories(struct report *r)
{
	for (size_t i = 0; i < r->h->nthemes; i++) {
		tell(r, i);
		if (r->stories[i].notes > 0)
			report_append(r, &r->themes, &r->stories[i]);
	}
	if (r->themes.n > 0)
		qsort(r->themes.items, r->themes.n, sizeof(void *), by_breadth);
	for (size_t i = 0; i < r->themes.n; i++)
		report_append(r, section_of(r, r->themes.items[i]),
		              r->themes.items[i]);
	count_bases(r);
	add_keywords(r);
}
