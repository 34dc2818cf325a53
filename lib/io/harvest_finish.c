/* All was read: put in order, and checked. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "io/harvest_parts.h"
#include "text/date.h"

static int
by_natural_order(const void *pa, const void *pb)
{
	const struct slice *a = pa, *b = pb;

	return harvest_id_cmp(*a, *b);
}

static void
sort_ids(struct ids *ids)
{
	mem_sort(ids->v, ids->n, sizeof(*ids->v), by_natural_order);
}

static int
by_finding(const void *pa, const void *pb)
{
	const struct finding *a = pa, *b = pb;
	int d = harvest_id_cmp(a->id, b->id);

	return d ? d : slice_cmp(a->note, b->note);
}

static void
sort_finding(struct finding *f)
{
	harvest_sort_tallies(&f->by_table);
	harvest_sort_tallies(&f->by_group);
	harvest_sort_tallies(&f->agree_by_group);
	harvest_sort_tallies(&f->sided_by_group);
	sort_ids(&f->evidence);
	sort_ids(&f->converging);
	sort_ids(&f->diverging);
	for (size_t i = 0; i < f->npositions; i++) {
		sort_ids(&f->positions[i].notes);
		harvest_sort_tallies(&f->positions[i].groups);
	}
}

/* The order in which events, and what belongs to them, are numbered anew. */
struct order {
	const struct event *e;
	size_t was;
};

static int
by_day_and_id(const void *pa, const void *pb)
{
	const struct event *a = ((const struct order *)pa)->e;
	const struct event *b = ((const struct order *)pb)->e;

	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	return harvest_id_cmp(a->id, b->id);
}

/* Sort events by day and id; put in new[i] where the i-th now is. */
static void
sort_events(struct harvest *h, size_t *new)
{
	struct order *order = mem_zalloc(h->nevents, sizeof(*order));
	struct event *sorted = mem_zalloc(h->nevents, sizeof(*sorted));

	for (size_t i = 0; i < h->nevents; i++)
		order[i] = (struct order){ &h->events[i], i };
	mem_sort(order, h->nevents, sizeof(*order), by_day_and_id);
	for (size_t i = 0; i < h->nevents; i++) {
		sorted[i] = *order[i].e;
		new[order[i].was] = i;
		for (size_t k = 0; k < sorted[i].nby; k++)
			harvest_sort_tallies(&sorted[i].by[k].parts);
		harvest_sort_tallies(&sorted[i].replaced);
		harvest_sort_tallies(&sorted[i].suppressed);
	}
	free(order);
	free(h->events);
	h->events = sorted;
}

static void
renumber(struct harvest *h, const size_t *new)
{
	for (size_t i = 0; i < h->nfindings; i++)
		if (h->findings[i].event != NONE)
			h->findings[i].event = new[h->findings[i].event];
	for (size_t i = 0; i < h->nbuckets; i++)
		for (size_t k = 0; k < h->buckets[i].n; k++)
			h->buckets[i].v[k]->event =
			    new[h->buckets[i].v[k]->event];
	for (size_t i = 0; i < h->nnotes; i++)
		h->notes[i]->event = new[h->notes[i]->event];
	for (size_t i = 0; i < h->nthemes; i++)
		for (size_t k = 0; k < h->themes[i].days.n; k++) {
			struct day_count *d = &h->themes[i].days.v[k];

			d->event = new[d->event];
			if (d->day == DATE_NONE)
				d->day = h->events[d->event].day;
		}
}

static bool
cites_notes(const struct harvest *h, const struct finding *f)
{
	for (size_t i = 0; i < f->evidence.n; i++)
		if (harvest_note(h, f->event, f->evidence.v[i]) == NULL)
			return false;
	return f->note.len == 0 || harvest_note(h, f->event, f->note) != NULL;
}

/*
 * Whether the notes and themes that findings speak of are there, if no note
 * was left out on purpose.
 */
static int
check_whole(const struct harvest *h)
{
	bool all = !h->sorted_out && !h->options.runs &&
	           (h->options.events == NULL || h->options.events->n == 0);

	for (size_t i = 0; i < h->nfindings && !h->partial; i++) {
		const struct finding *f = &h->findings[i];

		if (f->theme != NONE && !h->themes[f->theme].known)
			return diag_at(STATUS_FAULT, f->file, f->line,
			               "a finding on a theme that there is "
			               "not: run dlg-converge on the whole "
			               "stream of dlg-theme");
		if (all && !cites_notes(h, f))
			return diag_at(STATUS_FAULT, f->file, f->line,
			               "a finding on a note that there is not: "
			               "run dlg-converge again");
	}
	return 0;
}

/* Whether an event is wanted that no record is of. */
static bool
lacks_event(const struct harvest *h)
{
	const struct opt_list *only = h->options.events;

	for (size_t i = 0; only != NULL && i < only->n; i++)
		if (!h->options.runs &&
		    map_find(&h->event_ids, slice_of(only->v[i])) == MAP_NONE) {
			diag_at(STATUS_FAULT, "--event", 0,
			        "no record is of that event: see the "
			        "\"event\" of the records");
			return true;
		}
	return false;
}

/* The rule of an event without a record is what dlg-anon was told. */
static void
infer_rules(struct harvest *h)
{
	for (size_t i = 0; i < h->nevents; i++) {
		struct event *e = &h->events[i];

		if (!e->known && e->audited && !e->closed)
			e->chatham = false;
	}
}

int
harvest_finish(struct harvest *h)
{
	size_t *new = mem_zalloc(h->nevents, sizeof(*new));

	if (lacks_event(h)) {
		free(new);
		return -1;
	}
	infer_rules(h);
	sort_events(h, new);
	renumber(h, new);
	free(new);
	for (size_t i = 0; i < h->nfindings; i++)
		sort_finding(&h->findings[i]);
	mem_sort(h->findings, h->nfindings, sizeof(*h->findings), by_finding);
	harvest_finish_notes(h);
	for (size_t i = 1; i < h->nnotes && !h->options.runs; i++)
		if (h->notes[i]->event == h->notes[i - 1]->event &&
		    slice_eq(h->notes[i]->id, h->notes[i - 1]->id))
			return diag_at(STATUS_FAULT, h->notes[i]->file,
			               h->notes[i]->line,
			               "another note of the event has the "
			               "same id: was a file read twice?");
	harvest_part_twins(h);
	return check_whole(h);
}
