#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/version.h"
#include "io/report_parts.h"
#include "text/date.h"
#include "text/when.h"

/* Lists are grown by doubling, within the pool: what was before is lost. */
void
report_append(struct report *r, struct template_list *l, void *item)
{
	if ((l->n & (l->n - 1)) == 0) {
		size_t room = l->n ? 2 * l->n : 1;
		void **items = pool_alloc(&r->pool, room * sizeof(*items));

		if (l->n > 0)
			memcpy(items, l->items, l->n * sizeof(*items));
		l->items = items;
	}
	l->items[l->n++] = item;
}

void *
report_push(struct report *r, struct template_list *l, size_t size)
{
	void *item = pool_alloc(&r->pool, size);

	memset(item, 0, size);
	report_append(r, l, item);
	return item;
}

struct slice
report_words(struct report *r, struct buf *b)
{
	struct slice s = pool_slice(&r->pool, buf_view(b));

	buf_free(b);
	return s;
}

bool
report_covers(const struct report *r, int day)
{
	if (r->since == DATE_NONE && r->until == DATE_NONE)
		return true;
	return day != DATE_NONE && (r->since == DATE_NONE || day >= r->since) &&
	       (r->until == DATE_NONE || day <= r->until);
}

struct line
report_line(const struct report *r, const struct note *n)
{
	struct line l = { .id = n->id, .text = n->text };

	l.table = n->table;
	l.round = n->round;
	l.group = n->group;
	l.date = n->date;
	l.marked = n->marked;
	if (n->theme < r->h->nthemes)
		l.theme = r->h->themes[n->theme].label;
	return l;
}

/* The latest day that a note or event of the harvest has. */
static int
latest_day(const struct harvest *h)
{
	int latest = DATE_NONE;

	for (size_t i = 0; i < h->nevents; i++)
		if (h->events[i].day > latest)
			latest = h->events[i].day;
	for (size_t i = 0; i < h->nnotes; i++)
		if (h->notes[i]->day > latest)
			latest = h->notes[i]->day;
	return latest;
}

static void
set_window(struct report *r)
{
	struct buf b = BUF_INIT;
	int latest = latest_day(r->h);

	r->since = r->options.since;
	r->until = r->options.until;
	if (r->options.weekly && r->since == DATE_NONE &&
	    r->until == DATE_NONE && latest != DATE_NONE) {
		r->since = date_monday(latest);
		r->until = r->since + 6;
	}
	r->windowed = r->since != DATE_NONE || r->until != DATE_NONE;
	if (r->since == DATE_NONE)
		return;
	if (r->until == r->since + 6 && date_monday(r->since) == r->since) {
		date_put_week(&b, r->since);
	} else {
		date_put(&b, r->since);
		if (r->until != DATE_NONE) {
			buf_adds(&b, " to ");
			date_put(&b, r->until);
		}
	}
	r->week = report_words(r, &b);
}

/* Notes in the order of their themes, the next where the last ended. */
static void
share_out_notes(struct report *r)
{
	const struct harvest *h = r->h;

	for (size_t i = 0; i < h->nnotes; i++) {
		struct note *n = h->notes[i];

		if (!report_covers(r, n->day))
			continue;
		if (n->theme == NONE)
			report_append(r, &r->unthemed, n);
		else
			report_append(r, &r->stories[n->theme].members, n);
	}
}

size_t
report_count_event(const struct report *r, const struct event *e)
{
	size_t n = 0;

	for (size_t i = 0; i < e->days.n; i++) {
		int day = e->days.v[i].day;

		if (report_covers(r, day != DATE_NONE ? day : e->day))
			n += e->days.v[i].notes;
	}
	return n;
}

static void
count_notes(struct report *r)
{
	for (size_t i = 0; i < r->h->nevents; i++)
		r->notes += report_count_event(r, &r->h->events[i]);
	r->unthemed_count = r->windowed ? r->unthemed.n : r->h->unthemed;
	r->themed =
	    r->notes -
	    (r->unthemed_count < r->notes ? r->unthemed_count : r->notes);
}

/* Notes of a mark, in the order of themes, into a list of lines. */
static void
add_marked(struct report *r, const struct template_list *notes)
{
	for (size_t i = 0; i < notes->n; i++) {
		const struct note *n = notes->items[i];
		struct template_list *l;
		struct line *line;

		if (n->mark == MARK_ACTION || n->mark == MARK_COMMITMENT)
			l = &r->actions;
		else if (n->mark == MARK_QUESTION)
			l = &r->questions;
		else if (n->mark == MARK_PRINCIPLE)
			l = &r->principles;
		else
			continue;
		line = report_push(r, l, sizeof(*line));
		*line = report_line(r, n);
		if (l == &r->actions)
			line->when = report_capital(r, when_find(n->text));
	}
}

/* What is to be done by some time comes before the rest. */
static void
put_dated_first(struct report *r)
{
	const struct template_list all = r->actions;

	r->actions = (struct template_list){ NULL, 0 };
	for (size_t dated = 2; dated-- > 0;)
		for (size_t i = 0; i < all.n; i++) {
			struct line *l = all.items[i];

			if ((l->when.len > 0) == (dated == 1))
				report_append(r, &r->actions, l);
		}
}

/* Of very many notes not all are listed: how many of each section are not. */
static void
count_more(struct report *r)
{
	const size_t *n = r->h->marked;

	if (!r->h->sorted_out || r->windowed)
		return;
	r->more_actions = n[MARK_ACTION] + n[MARK_COMMITMENT] - r->actions.n;
	r->more_questions = n[MARK_QUESTION] - r->questions.n;
	r->more_principles = n[MARK_PRINCIPLE] - r->principles.n;
	r->more_unthemed = r->h->unthemed - r->unthemed.n;
}

void
report_init(struct report *r, const struct harvest *h,
            const struct report_options *options)
{
	*r = (struct report){ .h = h, .options = *options };
	r->partial = h->partial;
	r->front_matter = options->front_matter;
	r->version = SLICE(DLG_VERSION);
	r->votes = h->votes;
	r->sorted_out = h->sorted_out;
	r->stories = mem_zalloc(h->nthemes, sizeof(*r->stories));
	set_window(r);
	share_out_notes(r);
	count_notes(r);
	report_people(r);
	report_window(r);
	report_mark_votes(r);
	report_stories(r);
	for (size_t i = 0; i < r->themes.n; i++)
		add_marked(r, &((struct story *)r->themes.items[i])->members);
	add_marked(r, &r->unthemed);
	put_dated_first(r);
	count_more(r);
	report_statements(r);
	report_changes(r);
	report_standing(r);
}

void
report_free(struct report *r)
{
	free(r->stories);
	pool_free(&r->pool);
}
