#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "io/report_parts.h"
#include "text/date.h"
#include "text/wording.h"

enum { LONG_AGO = DATE_NONE + 1 };

static const struct noun notes = { "note", "notes" };

/* Notes of a theme on some days, both included; DATE_NONE: no bound. */
static size_t
count_between(const struct theme *t, int from, int to)
{
	size_t n = 0;

	for (size_t i = 0; i < t->days.n; i++) {
		int day = t->days.v[i].day;

		if (from == DATE_NONE ||
		    (day != DATE_NONE && day >= from && day <= to))
			n += t->days.v[i].notes;
	}
	return n;
}

/* A theme of the earlier run: of the same id, or one merged into it. */
static const struct theme *
earlier_theme(const struct report *r, struct slice id)
{
	const struct harvest *old = r->options.against;
	size_t n = old != NULL ? map_find(&old->theme_ids, id) : MAP_NONE;

	return n == MAP_NONE ? NULL : &old->themes[n];
}

/* The harvest that tells of the time before: the earlier run's, or our own. */
static const struct harvest *
earlier(const struct report *r)
{
	return r->options.against != NULL ? r->options.against : r->h;
}

/* The last day before this week on which a theme had a note, or DATE_NONE. */
static int
last_day_before(const struct harvest *h, int since)
{
	int latest = DATE_NONE;

	for (size_t i = 0; i < h->nthemes; i++)
		for (size_t k = 0; k < h->themes[i].days.n; k++) {
			int day = h->themes[i].days.v[k].day;

			if (day < since && day > latest)
				latest = day;
		}
	return latest;
}

/*
 * What this week is compared with: the week before, or, if that was a quiet
 * one, the last week that was not; all of an earlier run that has no dates.
 */
static void
find_past(struct report *r)
{
	int last = last_day_before(earlier(r), r->since);
	struct buf b = BUF_INIT;
	int weeks;

	r->first = last == DATE_NONE && (r->options.against == NULL ||
	                                 r->options.against->nall == 0);
	r->past_from = r->past_until = DATE_NONE;
	r->past = SLICE("in the run before");
	if (last == DATE_NONE)
		return;
	weeks = (r->since - last + 6) / 7;
	r->past_from = r->since - 7 * weeks;
	r->past_until = r->past_from + 6;
	r->past = SLICE("the week before");
	if (weeks == 1)
		return;
	buf_adds(&b, "in ");
	if (date_monday(r->since) == r->since)
		date_put_week(&b, r->past_from);
	else
		date_put(&b, last);
	r->past = report_words(r, &b);
}

static size_t
count_earlier(const struct report *r, struct slice id)
{
	const struct theme *t = earlier_theme(r, id);

	return t == NULL ? 0 : count_between(t, r->past_from, r->past_until);
}

/* Notes of the week it is compared with, merged themes' together. */
static size_t
count_then(const struct report *r, const struct story *s)
{
	const struct map *merged = &s->theme->merged_from;
	size_t n;

	if (r->options.against == NULL)
		return r->past_from == DATE_NONE ?
		           0 :
		           count_between(s->theme, r->past_from, r->past_until);
	n = count_earlier(r, s->id);
	for (size_t i = 0; i < merged->n; i++)
		n += count_earlier(r, map_key(merged, i));
	return n;
}

/* Whether the theme was there before this week at all. */
static bool
is_known(const struct report *r, const struct story *s)
{
	const struct map *merged = &s->theme->merged_from;
	bool known = earlier_theme(r, s->id) != NULL ||
	             count_between(s->theme, LONG_AGO, r->since - 1) > 0;

	for (size_t i = 0; i < merged->n; i++)
		known |= earlier_theme(r, map_key(merged, i)) != NULL;
	return known;
}

/* The latest verdict on the theme before this week, or NULL. */
static const struct finding *
earlier_finding(const struct report *r, const struct story *s)
{
	const struct harvest *h = earlier(r);
	size_t theme = map_find(&h->theme_ids, s->id);
	const struct finding *found = NULL;

	for (size_t i = 0; i < h->nfindings && theme != MAP_NONE; i++) {
		const struct finding *f = &h->findings[i];
		int day =
		    f->event == NONE ? DATE_NONE : h->events[f->event].day;

		if (f->theme != theme || f->note.len > 0)
			continue;
		if (day == DATE_NONE ?
		        h != r->h && found == NULL :
		        day < r->since &&
		            (found == NULL || found->event == NONE ||
		             f->event > found->event))
			found = f;
	}
	return found;
}

/* Whether there was enough to say whether people agree. */
static bool
is_assessed(const struct finding *f)
{
	return f != NULL && f->verdict != VERDICT_NONE &&
	       f->verdict != VERDICT_SINGLE &&
	       f->verdict != VERDICT_INSUFFICIENT;
}

/* How near to agreement a verdict is: 1 converging, -1 diverging, 0 neither. */
static int
leaning(enum verdict v)
{
	if (v == VERDICT_CONVERGENT)
		return 1;
	return v == VERDICT_CONTESTED || v == VERDICT_DIVIDED ? -1 : 0;
}

/*
 * Whether what dlg-converge found of a change is of the same run as that which
 * the report is compared with.
 */
static bool
is_same_change(const struct story *s)
{
	return s->finding != NULL && s->finding->notes_was == s->then;
}

/*
 * Whether the theme came nearer to agreement (1) or went further from it (-1):
 * by dlg-converge, if it found that, else by its verdicts. *was: before.
 */
static int
turn_of(const struct report *r, const struct story *s, enum verdict *was)
{
	const struct finding *is = s->finding, *before;

	if (is == NULL)
		return 0;
	*was = is->was;
	if (is->turn != 0 && is->was != VERDICT_NONE && is_same_change(s))
		return is->turn;
	before = earlier_finding(r, s);
	if (before == NULL || before == is || !is_assessed(is))
		return 0;
	*was = before->verdict;
	return leaning(is->verdict) - leaning(*was);
}

static void
say_growth(struct report *r, struct story *s, size_t now)
{
	struct buf b = BUF_INIT;

	if (now > 0)
		wording_count(&b, now, notes);
	else
		buf_adds(&b, "no notes");
	buf_adds(&b, ", after ");
	if (s->then > 0)
		buf_addf(&b, "%zu ", s->then);
	else
		buf_adds(&b, "none ");
	buf_slice(&b, r->past);
	s->growth = report_words(r, &b);
}

static void
compare_verdicts(struct report *r, struct story *s)
{
	static const char *const words[] = { "we diverged",
		                             "it was open whether we agree",
		                             "we converged" };
	enum verdict was = VERDICT_NONE;
	int turn = s->notes > 0 ? turn_of(r, s, &was) : 0;

	if (turn == 0)
		return;
	s->verdict_was = slice_of(words[leaning(was) + 1]);
	report_append(r, turn > 0 ? &r->towards : &r->away, s);
}

/* Whether two counts differ by no more than such counts do by themselves. */
static bool
is_steady(size_t a, size_t b)
{
	size_t more = a > b ? a : b, less = a > b ? b : a;

	return (more - less) * (more - less) < more + less;
}

/* What the theme's notes did: what dlg-converge found, if it was asked. */
static enum course
course_since(const struct story *s)
{
	if (is_same_change(s) && s->finding->course != COURSE_UNKNOWN)
		return s->finding->course;
	if (is_steady(s->notes, s->then))
		return COURSE_STEADY;
	return s->notes > s->then ? COURSE_GROWING : COURSE_FADING;
}

/* The list that tells what a theme did, or NULL. */
static struct template_list *
course_of(struct report *r, const struct story *s)
{
	if (s->notes == 0)
		return s->then > 0 ? &r->gone : NULL;
	if (!is_known(r, s))
		return &r->fresh;
	if (s->then == 0)
		return &r->back;
	switch (course_since(s)) {
	case COURSE_GROWING:
		return &r->growing;
	case COURSE_FADING:
		return &r->fading;
	default:
		return &r->steady;
	}
}

static void
tell_course(struct report *r, struct story *s)
{
	const struct theme *was = earlier_theme(r, s->id);
	struct template_list *course;

	s->then = count_then(r, s);
	if (was != NULL && !slice_eq(was->label, s->theme->label))
		s->label_was = was->label;
	say_growth(r, s, s->notes);
	course = course_of(r, s);
	if (course != NULL)
		report_append(r, course, s);
	compare_verdicts(r, s);
}

static int
by_then(const void *pa, const void *pb)
{
	const struct story *a = *(struct story *const *)pa;
	const struct story *b = *(struct story *const *)pb;

	if (a->then != b->then)
		return a->then > b->then ? -1 : 1;
	return harvest_id_cmp(a->id, b->id);
}

/* Whether a theme of now is that one, or has it merged into it. */
static bool
goes_on(const struct report *r, struct slice id)
{
	bool on = map_find(&r->h->theme_ids, id) != MAP_NONE;

	for (size_t i = 0; i < r->h->nthemes && !on; i++)
		on = map_find(&r->h->themes[i].merged_from, id) != MAP_NONE;
	return on;
}

/* Themes of the earlier run of which this one says nothing at all. */
static void
list_ended(struct report *r)
{
	const struct harvest *old = r->options.against;

	for (size_t i = 0; old != NULL && i < old->nthemes; i++) {
		const struct theme *t = &old->themes[i];
		size_t n = count_between(t, r->past_from, r->past_until);
		struct story *s;

		if (n == 0 || goes_on(r, t->id))
			continue;
		s = report_push(r, &r->gone, sizeof(*s));
		s->theme = t;
		s->id = t->id;
		s->label = report_capital(r, t->label);
		s->then = n;
		say_growth(r, s, 0);
	}
}

/* Themes that dlg-converge found in an earlier run, and not in this one. */
static void
list_vanished(struct report *r)
{
	for (size_t i = 0; i < r->h->nthemes; i++) {
		const struct theme *t = &r->h->themes[i];
		struct story *s = &r->stories[i];

		if (t->before == 0 || s->notes > 0)
			continue;
		s->theme = t;
		s->id = t->id;
		s->label = report_capital(r, t->label);
		s->then = t->before;
		report_append(r, &r->ended, s);
	}
	mem_sort(r->ended.items, r->ended.n, sizeof(void *), by_then);
}

/* Themes numbered afresh are compared with others: say so. */
static void
warn_of_others(const struct report *r)
{
	size_t same = 0, renamed = 0;

	for (size_t i = 0; i < r->themes.n; i++) {
		const struct story *s = r->themes.items[i];
		const struct theme *was = earlier_theme(r, s->id);

		if (was == NULL || was->label.len == 0)
			continue;
		if (slice_eq(was->label, s->theme->label))
			same++;
		else
			renamed++;
	}
	if (renamed > same)
		diag_note("--against: %zu of %zu themes with the same id are "
		          "called otherwise than in the earlier stream: give "
		          "dlg-theme its themes with -T, or what changed "
		          "means nothing",
		          renamed, renamed + same);
}

void
report_changes(struct report *r)
{
	list_vanished(r);
	warn_of_others(r);
	if (r->since == DATE_NONE)
		return;
	find_past(r);
	report_open(r);
	/* By breadth, then those with no note now. */
	for (size_t i = 0; i < r->themes.n && !r->first; i++)
		tell_course(r, r->themes.items[i]);
	for (size_t i = 0; i < r->h->nthemes && !r->first; i++)
		if (r->stories[i].notes == 0)
			tell_course(r, &r->stories[i]);
	if (!r->first)
		list_ended(r);
	mem_sort(r->gone.items, r->gone.n, sizeof(void *), by_then);
}
