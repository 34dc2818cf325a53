/*
 * Notes of several events that have the same ids, as where dlg-anon numbered
 * each event by itself: all are called by their event and id, as findings
 * across events call those that would not be told apart.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "io/harvest_parts.h"

static struct slice
join(struct harvest *h, size_t event, struct slice id)
{
	buf_reset(&h->scratch);
	buf_slice(&h->scratch, h->events[event].id);
	buf_addc(&h->scratch, '/');
	buf_slice(&h->scratch, id);
	return harvest_keep(h, buf_view(&h->scratch));
}

/* The note that "event/id" calls, or NULL. */
static struct note *
find_called(const struct harvest *h, struct slice id)
{
	for (size_t i = 0; i < h->nevents; i++) {
		struct slice e = h->events[i].id, rest;
		struct note *n;

		if (!slice_starts(id, e) || id.len == e.len ||
		    id.p[e.len] != '/')
			continue;
		rest = (struct slice){ id.p + e.len + 1, id.len - e.len - 1 };
		if ((n = harvest_note(h, i, rest)) != NULL)
			return n;
	}
	return NULL;
}

static bool
calls_by_event(const struct harvest *h, const struct finding *f)
{
	for (size_t i = 0; i < f->evidence.n && f->event == NONE; i++)
		if (harvest_note(h, NONE, f->evidence.v[i]) == NULL &&
		    find_called(h, f->evidence.v[i]) != NULL)
			return true;
	return false;
}

/* Whether some note has the id of one of another event. */
static bool
has_twins(const struct harvest *h)
{
	struct map ids = MAP_INIT;
	bool twins = false;

	for (size_t i = 0; i < h->nnotes && !twins; i++)
		twins = map_add(&ids, h->notes[i]->id) < i;
	for (size_t i = 0; i < h->nfindings && !twins; i++)
		twins = calls_by_event(h, &h->findings[i]);
	map_free(&ids);
	return twins;
}

/* What a finding's id will be. */
static void
rename_id(struct harvest *h, size_t event, struct slice *id)
{
	struct note *n;

	if (id->len == 0)
		return;
	if (event != NONE) {
		*id = join(h, event, *id);
		return;
	}
	n = find_called(h, *id);
	n = n != NULL ? n : harvest_note(h, NONE, *id);
	if (n != NULL)
		*id = join(h, n->event, n->id);
}

static void
rename_ids(struct harvest *h, size_t event, struct ids *ids)
{
	for (size_t i = 0; i < ids->n; i++)
		rename_id(h, event, &ids->v[i]);
}

static void
rename_finding(struct harvest *h, struct finding *f)
{
	rename_ids(h, f->event, &f->evidence);
	rename_ids(h, f->event, &f->converging);
	rename_ids(h, f->event, &f->diverging);
	for (size_t i = 0; i < f->npositions; i++)
		rename_ids(h, f->event, &f->positions[i].notes);
	for (size_t i = 0; i < f->ntensions; i++) {
		rename_id(h, f->event, &f->tensions[i].a);
		rename_id(h, f->event, &f->tensions[i].b);
	}
	rename_id(h, f->event, &f->note);
}

void
harvest_part_twins(struct harvest *h)
{
	if (h->nevents < 2 || h->options.runs || !has_twins(h))
		return;
	for (size_t i = 0; i < h->nfindings; i++)
		rename_finding(h, &h->findings[i]);
	for (size_t i = 0; i < h->nnotes; i++)
		h->notes[i]->id = join(h, h->notes[i]->event, h->notes[i]->id);
	free(h->note_slots);
	harvest_index_notes(h);
}
