/* What the weekly report compares with: the time before, and what was then. */
#include "io/report_parts.h"
#include "text/date.h"

enum { LONG_AGO = DATE_NONE + 1 };

/* Notes on some of the days, both included; DATE_NONE: no bound. */
size_t
report_days_between(const struct days *d, int from, int to)
{
	size_t n = 0;

	for (size_t i = 0; i < d->n; i++) {
		int day = d->v[i].day;

		if (from == DATE_NONE ||
		    (day != DATE_NONE && day >= from && day <= to))
			n += d->v[i].notes;
	}
	return n;
}

/* A theme of the earlier run: of the same id, or one merged into it. */
const struct theme *
report_past_theme(const struct report *r, struct slice id)
{
	const struct harvest *old = r->options.against;
	size_t n = old != NULL ? map_find(&old->theme_ids, id) : MAP_NONE;

	return n == MAP_NONE ? NULL : &old->themes[n];
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
 * The harvest that tells of the time before: the earlier run's, unless our own
 * has later notes before this week.
 */
static const struct harvest *
earlier(const struct report *r)
{
	const struct harvest *old = r->options.against;
	int own = last_day_before(r->h, r->since);

	if (old == NULL ||
	    (own != DATE_NONE && own > last_day_before(old, r->since)))
		return r->h;
	return old;
}

/*
 * What this week is compared with: the week before, or, if that was a quiet
 * one, the last week that was not; all of an earlier run that has no dates.
 */
void
report_past(struct report *r)
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
	const struct theme *t = report_past_theme(r, id);

	return t == NULL ?
	           0 :
	           report_days_between(&t->days, r->past_from, r->past_until);
}

/* Notes of the week it is compared with, merged themes' together. */
size_t
report_count_then(const struct report *r, const struct story *s)
{
	const struct map *merged = &s->theme->merged_from;
	size_t n;

	if (earlier(r) == r->h)
		return r->past_from == DATE_NONE ?
		           0 :
		           report_days_between(&s->theme->days, r->past_from,
		                               r->past_until);
	n = count_earlier(r, s->id);
	for (size_t i = 0; i < merged->n; i++)
		n += count_earlier(r, map_key(merged, i));
	return n;
}

/* Whether the theme was there before this week at all. */
bool
report_knew(const struct report *r, const struct story *s)
{
	const struct map *merged = &s->theme->merged_from;
	bool known =
	    report_past_theme(r, s->id) != NULL ||
	    report_days_between(&s->theme->days, LONG_AGO, r->since - 1) > 0;

	for (size_t i = 0; i < merged->n; i++)
		known |= report_past_theme(r, map_key(merged, i)) != NULL;
	return known;
}

/* The latest verdict on the theme before this week, or NULL. */
const struct finding *
report_past_finding(const struct report *r, const struct story *s)
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

/* Notes of a harvest between two days, both included. */
static size_t
count_all(const struct harvest *h, int from, int to)
{
	size_t n = 0;

	for (size_t i = 0; i < h->nevents; i++)
		for (size_t k = 0; k < h->events[i].days.n; k++) {
			struct day_count d = h->events[i].days.v[k];

			d.day = d.day != DATE_NONE ? d.day : h->events[i].day;
			n += report_days_between(&(struct days){ &d, 1, 1 },
			                         from, to);
		}
	return n;
}

size_t
report_count_all_then(const struct report *r)
{
	return count_all(earlier(r), r->past_from, r->past_until);
}

size_t
report_count_unreported(const struct report *r)
{
	const struct harvest *old = r->options.against;
	int last = old != NULL ? last_day_before(old, r->since) : DATE_NONE;

	if (last == DATE_NONE)
		return 0;
	return count_all(r->h, last + 1, r->since - 1);
}
