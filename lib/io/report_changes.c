#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "io/report_parts.h"
#include "math/beta.h"
#include "text/date.h"
#include "text/wording.h"

static const struct noun notes = { "note", "notes" };

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
 * by dlg-converge, if it found that, else by its verdicts: not where nothing
 * tells any more whether people agree. *was: before.
 */
static int
turn_of(const struct report *r, const struct story *s, enum verdict *was)
{
	const struct finding *is = s->finding, *before;

	if (is == NULL || leaning(is->verdict) == 0)
		return 0;
	*was = is->was;
	if (is->turn != 0 && is->was != VERDICT_NONE && is_same_change(s))
		return is->turn;
	before = report_past_finding(r, s);
	if (before == NULL || before == is)
		return 0;
	*was = before->verdict;
	return leaning(is->verdict) - leaning(*was);
}

static void
say_growth(struct report *r, struct story *s, size_t now)
{
	struct buf b = BUF_INIT;

	if (now > 0)
		buf_addf(&b, "%zu of ", now);
	else
		buf_adds(&b, "none of ");
	wording_count(&b, r->notes, notes);
	buf_adds(&b, ", after ");
	if (s->then > 0)
		buf_addf(&b, "%zu", s->then);
	else
		buf_adds(&b, "none");
	if (r->notes_then > 0)
		buf_addf(&b, " of %zu", r->notes_then);
	buf_addc(&b, ' ');
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

/*
 * What the share did that the theme has of all notes: what dlg-converge found,
 * if it was asked.
 */
static enum course
course_since(const struct report *r, const struct story *s)
{
	struct interval change;

	if (is_same_change(s) && s->finding->course != COURSE_UNKNOWN)
		return s->finding->course;
	if (r->notes_then < s->then || r->notes < s->notes)
		return COURSE_STEADY;
	change = newcombe((double)s->notes, (double)r->notes, (double)s->then,
	                  (double)r->notes_then, Z_TWO_95);
	return change.low > 0  ? COURSE_GROWING :
	       change.high < 0 ? COURSE_FADING :
	                         COURSE_STEADY;
}

/* The list that tells what a theme did, or NULL. */
static struct template_list *
course_of(struct report *r, const struct story *s)
{
	if (s->notes == 0)
		return s->then > 0 ? &r->gone : NULL;
	if (!report_knew(r, s))
		return &r->fresh;
	if (s->then == 0)
		return &r->back;
	switch (course_since(r, s)) {
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
	const struct theme *was = report_past_theme(r, s->id);
	struct template_list *course;

	s->then = report_count_then(r, s);
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
		size_t n =
		    report_days_between(&t->days, r->past_from, r->past_until);
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
		const struct theme *was = report_past_theme(r, s->id);

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
	report_past(r);
	r->notes_then = report_count_all_then(r);
	r->unreported = report_count_unreported(r);
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
