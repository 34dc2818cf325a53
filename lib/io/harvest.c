#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "io/harvest_parts.h"
#include "io/value.h"
#include "text/date.h"

enum { K = 5 }; /* the smallest cell, if no audit record says */

void
harvest_init(struct harvest *h, const struct harvest_options *options)
{
	*h = (struct harvest){ .options = *options };
}

struct slice
harvest_keep(struct harvest *h, struct slice text)
{
	if (text.len == 0)
		return (struct slice){ "", 0 };
	return pool_slice(&h->pool, text);
}

struct slice
harvest_keep_json(struct harvest *h, struct slice json)
{
	buf_reset(&h->scratch);
	return harvest_keep(h, value_text(json, &h->scratch));
}

struct slice
harvest_member(const struct record *rec, const char *name)
{
	for (size_t i = 0; i < rec->n; i++)
		if (slice_is(rec->members[i].key, name))
			return rec->members[i].val;
	return (struct slice){ NULL, 0 };
}

/* The index of an event, made if it is not there yet. */
static size_t
event_index(struct harvest *h, struct slice id)
{
	size_t n = map_add(&h->event_ids, id);

	if (n < h->nevents)
		return n;
	h->events =
	    mem_grow(h->events, &h->events_cap, n + 1, sizeof(*h->events));
	h->events[n] = (struct event){ .id = map_key(&h->event_ids, n),
		                       .chatham = true,
		                       .k = K,
		                       .day = DATE_NONE };
	h->nevents++;
	return n;
}

size_t
harvest_theme(struct harvest *h, struct slice id)
{
	size_t n = map_add(&h->theme_ids, id);

	if (n < h->nthemes)
		return n;
	h->themes =
	    mem_grow(h->themes, &h->themes_cap, n + 1, sizeof(*h->themes));
	h->themes[n] = (struct theme){ .id = map_key(&h->theme_ids, n),
		                       .label = map_key(&h->theme_ids, n),
		                       .parent = NONE };
	h->nthemes++;
	return n;
}

/* participants: {"total": 60, "groups": {...}, "age": {...}, ...} */
static void
add_participants(struct harvest *h, struct event *e, struct slice json)
{
	struct value_walk w = value_open(json);
	struct slice key, val;

	e->people = 0;
	while (value_next(&w, &key, &val)) {
		struct breakdown b = { .parts = { NULL, 0, 0 } };

		if (slice_is(key, "total")) {
			e->people = value_count(val);
			continue;
		}
		harvest_tallies(h, &b.parts, val);
		if (b.parts.n == 0)
			continue;
		buf_reset(&h->scratch);
		b.name = harvest_keep(h, scan_text(key, &h->scratch));
		e->by = mem_resize(e->by, e->nby + 1, sizeof(*e->by));
		e->by[e->nby++] = b;
	}
}

/* Whether a rule lets it be told who said what; one that is not said does not.
 */
static bool
is_open(struct slice rule)
{
	return slice_is(rule, "attributed") || slice_is(rule, "none");
}

static void
add_event(struct harvest *h, struct record *rec, size_t event)
{
	struct event *e = &h->events[event];

	e->known = true;
	e->title = harvest_keep(h, record_str(rec, F_TITLE));
	e->date = harvest_keep(h, record_str(rec, F_DATE));
	e->convenor = harvest_keep(h, record_str(rec, F_CONVENOR));
	e->day = date_parse(e->date);
	e->chatham = !is_open(record_str(rec, F_RULE));
	if (e->nby == 0)
		add_participants(h, e, record_raw(rec, F_PARTICIPANTS));
}

static void
add_audit(struct harvest *h, struct record *rec, size_t event)
{
	struct event *e = &h->events[event];
	struct slice k = harvest_member(rec, "k");

	e->audited = true;
	e->closed |= !is_open(record_str(rec, F_RULE));
	if (k.len > 0)
		e->k = value_count(k);
	e->audit_notes += value_count(harvest_member(rec, "notes"));
	e->withheld += value_count(harvest_member(rec, "withheld"));
	harvest_tallies(h, &e->replaced, harvest_member(rec, "replaced"));
	harvest_tallies(h, &e->suppressed, harvest_member(rec, "suppressed"));
}

static void
add_words(struct map *m, struct harvest *h, struct slice json)
{
	struct value_walk w = value_open(json);
	struct slice key, val;

	while (value_next(&w, &key, &val)) {
		buf_reset(&h->scratch);
		map_add(m, value_text(val, &h->scratch));
	}
}

static void
add_theme(struct harvest *h, struct record *rec)
{
	size_t n = harvest_theme(h, record_str(rec, F_ID)), parent;
	struct slice label = record_str(rec, F_LABEL);
	struct slice up = harvest_member(rec, "parent");
	struct theme *t = &h->themes[n];

	t->known = true;
	if (label.len > 0)
		t->label = harvest_keep(h, label);
	t->medoid = harvest_keep_json(h, harvest_member(rec, "medoid"));
	t->is_new = slice_is(harvest_member(rec, "new"), "true");
	add_words(&t->terms, h, harvest_member(rec, "terms"));
	add_words(&t->merged_from, h, harvest_member(rec, "merged_from"));
	if (up.len > 2) {
		buf_reset(&h->scratch);
		parent = harvest_theme(h, value_text(up, &h->scratch));
		h->themes[n].parent = parent;
	}
}

/* Whether only some events are wanted. */
static bool
is_filtered(const struct harvest *h)
{
	return h->options.events != NULL && h->options.events->n > 0;
}

static bool
is_wanted(const struct harvest *h, struct slice event)
{
	const struct opt_list *only = h->options.events;

	if (!is_filtered(h))
		return true;
	for (size_t i = 0; i < only->n; i++)
		if (slice_is(event, only->v[i]))
			return true;
	return false;
}

int
harvest_add(struct harvest *h, struct record *rec)
{
	struct slice event = record_str(rec, F_EVENT);
	bool everywhere = event.p == NULL;
	size_t n;

	if (rec->type == TYPE_THEME) {
		add_theme(h, rec);
		return 0;
	}
	if (rec->type == TYPE_VOTE)
		h->votes++;
	if (rec->type == TYPE_OTHER &&
	    slice_is(record_str(rec, F_TYPE), "vanished"))
		harvest_add_vanished(h, rec);
	if (rec->type == TYPE_VOTE || rec->type == TYPE_OTHER ||
	    rec->type == TYPE_END)
		return 0;
	/* Across all events: of some of them it says nothing. */
	if (everywhere && rec->type == TYPE_FINDING)
		return is_filtered(h) ? 0 : harvest_add_finding(h, rec, NONE);
	if (!is_wanted(h, everywhere ? SLICE("") : event))
		return 0;
	n = event_index(h, everywhere ? SLICE("") : event);
	if (rec->type == TYPE_EVENT)
		add_event(h, rec, n);
	else if (rec->type == TYPE_AUDIT)
		add_audit(h, rec, n);
	else if (rec->type == TYPE_FINDING)
		return harvest_add_finding(h, rec, n);
	else
		return harvest_add_note(h, rec, n);
	return 0;
}

/*
 * Audit records count the notes that dlg-anon saw, so that one note more that
 * never passed it is found, too.
 */
int
harvest_check_privacy(const struct harvest *h)
{
	for (size_t i = 0; i < h->nevents; i++) {
		const struct event *e = &h->events[i];
		bool more = e->notes > e->audit_notes;

		if (!e->chatham || e->notes == 0)
			continue;
		if (!e->audited || e->raw || more)
			return diag_at(STATUS_PRIVACY, e->file, e->line,
			               "notes of this event, under the "
			               "Chatham House Rule, have not passed "
			               "dlg-anon: pipe them through it first");
	}
	return 0;
}

static void
free_event(struct event *e)
{
	for (size_t i = 0; i < e->nby; i++)
		free(e->by[i].parts.v);
	free(e->by);
	free(e->replaced.v);
	free(e->suppressed.v);
	free(e->map.cells);
	free(e->days.v);
	map_free(&e->tables);
	map_free(&e->rounds);
	map_free(&e->questions);
}

static void
free_theme(struct theme *t)
{
	map_free(&t->terms);
	map_free(&t->merged_from);
	free(t->days.v);
	free(t->by_group);
	free(t->tables);
}

void
harvest_free(struct harvest *h)
{
	harvest_free_findings(h);
	harvest_free_notes(h);
	for (size_t i = 0; i < h->nthemes; i++)
		free_theme(&h->themes[i]);
	for (size_t i = 0; i < h->nevents; i++)
		free_event(&h->events[i]);
	free(h->themes);
	free(h->events);
	free(h->by_group);
	map_free(&h->event_ids);
	map_free(&h->theme_ids);
	map_free(&h->groups);
	map_free(&h->words);
	map_free(&h->tables);
	map_free(&h->bucket_ids);
	pool_free(&h->pool);
	buf_free(&h->scratch);
}
