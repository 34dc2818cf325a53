#include "io/report_parts.h"
#include "text/date.h"
#include "text/when.h"
#include "text/wording.h"

static const struct noun notes = { "note", "notes" };

/* Notes of a theme on some days, both included; DATE_NONE: no bound. */
static size_t
count_between(const struct theme *t, int from, int to)
{
	size_t n = 0;

	for (size_t i = 0; i < t->ndays; i++) {
		int day = t->days[i].day;

		if (from == DATE_NONE ||
		    (day != DATE_NONE && day >= from && day <= to))
			n += t->days[i].notes;
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

static size_t
count_earlier(const struct report *r, struct slice id)
{
	const struct theme *t = earlier_theme(r, id);
	size_t n;

	if (t == NULL)
		return 0;
	n = count_between(t, r->since - 7, r->since - 1);
	return n > 0 ? n : count_between(t, DATE_NONE, DATE_NONE);
}

/* Notes of the week before: from this harvest, else from the earlier run. */
static size_t
count_then(const struct report *r, const struct story *s)
{
	const struct map *merged = &s->theme->merged_from;
	size_t n;

	if (r->options.against == NULL)
		return count_between(s->theme, r->since - 7, r->since - 1);
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
	             count_between(s->theme, -999999, r->since - 1) > 0;

	for (size_t i = 0; i < merged->n; i++)
		known |= earlier_theme(r, map_key(merged, i)) != NULL;
	return known;
}

/* The verdict on the theme before this week, or NULL. */
static const struct finding *
earlier_finding(const struct report *r, const struct story *s)
{
	const struct harvest *h = r->options.against;
	size_t theme = h ? map_find(&h->theme_ids, s->id) : MAP_NONE;
	const struct finding *found = NULL;

	if (h == NULL) {
		h = r->h;
		theme = map_find(&h->theme_ids, s->id);
	}
	for (size_t i = 0; i < h->nfindings && theme != MAP_NONE; i++) {
		const struct finding *f = &h->findings[i];

		if (f->theme != theme || f->note.len > 0)
			continue;
		if (h != r->h && (f->event == NONE || found == NULL))
			found = f;
		if (h == r->h && f->event != NONE &&
		    h->events[f->event].day != DATE_NONE &&
		    h->events[f->event].day < r->since &&
		    (found == NULL || f->event > found->event))
			found = f;
	}
	return found;
}

/* How near to agreement a verdict is: 1 converging, -1 diverging, 0 neither. */
static int
leaning(const struct finding *f)
{
	if (f == NULL)
		return 0;
	if (f->verdict == VERDICT_CONVERGENT)
		return 1;
	return f->verdict == VERDICT_CONTESTED ||
	               f->verdict == VERDICT_DIVIDED ?
	           -1 :
	           0;
}

static void
say_growth(struct report *r, struct story *s, size_t now)
{
	struct buf b = BUF_INIT;

	if (now > 0)
		wording_count(&b, now, notes);
	else
		buf_adds(&b, "no notes");
	if (s->then > 0)
		buf_addf(&b, ", after %zu the week before", s->then);
	else
		buf_adds(&b, ", after none the week before");
	s->growth = report_words(r, &b);
}

static void
compare_verdicts(struct report *r, struct story *s)
{
	static const char *const words[] = { "we diverged",
		                             "it was open whether we agree",
		                             "we converged" };
	const struct finding *before = earlier_finding(r, s);
	int was = leaning(before), is = leaning(s->finding);

	if (before == NULL || s->finding == NULL || before == s->finding ||
	    s->notes == 0)
		return;
	s->before = before;
	s->verdict_was = slice_of(words[was + 1]);
	if (is > was)
		report_append(r, &r->towards, s);
	else if (is < was)
		report_append(r, &r->away, s);
}

/*
 * Nothing in a stream says that a commitment was kept: all are open. Those
 * whose words are among texts were listed already.
 */
static void
add_open(struct report *r, const struct harvest *h, struct map *texts)
{
	for (size_t i = 0; i < h->nnotes; i++) {
		const struct note *n = h->notes[i];
		size_t known = texts->n;
		struct line *l;

		if (n->mark != MARK_ACTION && n->mark != MARK_COMMITMENT)
			continue;
		if (r->until != DATE_NONE && n->day > r->until)
			continue;
		if (map_add(texts, n->text) < known)
			continue;
		l = report_push(r, &r->open, sizeof(*l));
		*l = report_line(r, n);
		l->when = when_find(n->text);
		if (h != r->h)
			l->theme = SLICE("");
	}
}

/* Whether anything is known of the time before this week. */
static bool
has_before(const struct report *r)
{
	const struct harvest *old = r->options.against;

	if (old != NULL && old->nall > 0)
		return true;
	for (size_t i = 0; i < r->h->nthemes; i++)
		if (count_between(&r->h->themes[i], -999999, r->since - 1) > 0)
			return true;
	return false;
}

void
report_changes(struct report *r)
{
	const struct harvest *h = r->h;
	struct map texts = MAP_INIT;

	add_open(r, h, &texts);
	if (r->options.against != NULL)
		add_open(r, r->options.against, &texts);
	map_free(&texts);
	if (r->since == DATE_NONE)
		return;
	r->first = !has_before(r);
	/* By breadth, then those with no note now. */
	for (size_t i = 0; i < r->themes.n + h->nthemes; i++) {
		struct story *s = i < r->themes.n ?
		                      r->themes.items[i] :
		                      &r->stories[i - r->themes.n];
		const struct theme *was = earlier_theme(r, s->id);
		size_t now = s->notes;

		if (i >= r->themes.n && now > 0)
			continue;
		s->then = count_then(r, s);
		if (was != NULL && !slice_eq(was->label, s->theme->label))
			s->label_was = was->label;
		say_growth(r, s, now);
		if (r->first)
			continue;
		if (now > 0 && !is_known(r, s))
			report_append(r, &r->fresh, s);
		else if (now > s->then)
			report_append(r, &r->growing, s);
		else if (now < s->then)
			report_append(r, now > 0 ? &r->fading : &r->gone, s);
		compare_verdicts(r, s);
	}
}
