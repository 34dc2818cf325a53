/* What is true of the days reported alone: tables, and what cannot be told. */
#include "base/map.h"
#include "io/report_parts.h"
#include "text/date.h"

/* Each table of an event once; a harvest has one copy of each name. */
static void
add_table(struct map *tables, const struct note *n)
{
	const void *key[2] = { n->table.p, (const void *)n->event };

	if (n->table.len > 0)
		map_add(tables,
		        (struct slice){ (const char *)key, sizeof(key) });
}

/* Notes that are in no window, for nobody says when they were made. */
static size_t
count_undated(const struct harvest *h)
{
	size_t n = 0;

	for (size_t i = 0; i < h->nevents; i++) {
		const struct event *e = &h->events[i];

		for (size_t k = 0; k < e->days.n && e->day == DATE_NONE; k++)
			if (e->days.v[k].day == DATE_NONE)
				n += e->days.v[k].notes;
	}
	return n;
}

void
report_window(struct report *r)
{
	struct map tables = MAP_INIT, rounds = MAP_INIT;

	if (!r->windowed)
		return;
	r->undated = count_undated(r->h);
	if (r->options.weekly)
		return;
	for (size_t i = 0; i < r->h->nnotes; i++) {
		const struct note *n = r->h->notes[i];

		if (!report_covers(r, n->day))
			continue;
		add_table(&tables, n);
		if (n->round.len > 0)
			map_add(&rounds, n->round);
	}
	r->tables = tables.n;
	r->rounds = rounds.n;
	map_free(&rounds);
	map_free(&tables);
}

/* Whether all notes of the events that a finding speaks of are reported. */
static bool
is_within(const struct report *r, const struct finding *f)
{
	for (size_t i = 0; i < r->h->nevents; i++) {
		const struct event *e = &r->h->events[i];

		if ((f->event == NONE || f->event == i) &&
		    report_count_event(r, e) < e->notes)
			return false;
	}
	return true;
}

void
report_window_story(struct report *r, struct story *s)
{
	struct map tables = MAP_INIT, groups = MAP_INIT;

	if (!r->windowed || r->options.weekly)
		return;
	if (s->finding != NULL && is_within(r, s->finding))
		return;
	s->finding = NULL;
	for (size_t i = 0; i < s->members.n; i++) {
		const struct note *n = s->members.items[i];

		add_table(&tables, n);
		if (n->group.len > 0)
			map_add(&groups, n->group);
	}
	s->tables = tables.n;
	s->groups = groups.n;
	map_free(&groups);
	map_free(&tables);
}
