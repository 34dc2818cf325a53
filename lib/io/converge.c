#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/mem.h"
#include "io/converge_parts.h"
#include "math/breadth.h"

/* A note that is looked at soon: those of a theme lie all over the memory. */
static inline void
await(const struct inquiry *w, const uint32_t *notes, size_t i, size_t n)
{
	if (i + 16 < n)
		__builtin_prefetch(inquiry_entry(w, notes[i + 16]));
}

/*
 * Put the notes of each theme together, in the order of ids: start[t] to
 * start[t + 1] of w->links are those of theme number t.
 */
static size_t *
link_themes(struct inquiry *w)
{
	const struct ledger *l = w->l;
	size_t *start = mem_zalloc(l->themes.n + 2, sizeof(*start));
	size_t *at;

	for (size_t i = 0; i < l->notes.n; i++)
		for (size_t j = 0; j < l->entries[i].nthemes; j++)
			start[ledger_themes(l, &l->entries[i])[j] + 1]++;
	for (size_t t = 0; t < l->themes.n; t++)
		start[t + 1] += start[t];
	at = mem_dup(start, (l->themes.n + 1) * sizeof(*at));
	w->links = mem_alloc((start[l->themes.n] + 1) * sizeof(*w->links));
	for (size_t i = 0; i < l->notes.n; i++) {
		uint32_t note = w->by_id[i];
		const struct entry *e = inquiry_entry(w, note);
		const uint32_t *themes = ledger_themes(l, e);

		await(w, w->by_id, i, l->notes.n);
		for (size_t j = 0; j < e->nthemes; j++)
			w->links[at[themes[j]]++] = note;
	}
	free(at);
	return start;
}

void
segment_enter(struct inquiry *w, const struct segment *s)
{
	w->here = mem_grow(w->here, &w->here_cap, s->n, sizeof(*w->here));
	w->side = mem_grow(w->side, &w->side_cap, s->n, sizeof(*w->side));
	for (size_t i = 0; i < s->n; i++) {
		await(w, s->notes, i, s->n);
		w->here[i] = *inquiry_entry(w, s->notes[i]);
	}
}

static struct segment *
add_segment(struct inquiry *w, uint32_t theme, uint32_t event,
            const uint32_t *notes, size_t n)
{
	w->segments = mem_grow(w->segments, &w->segments_cap, w->nsegments + 1,
	                       sizeof(*w->segments));
	w->segments[w->nsegments] = (struct segment){
		.theme = theme, .event = event, .notes = notes, .n = n
	};
	return &w->segments[w->nsegments++];
}

/* The notes n of one theme, split by event, in the order of events. */
static void
split_theme(struct inquiry *w, uint32_t theme, const uint32_t *notes,
            uint32_t *out, size_t n, size_t *count)
{
	size_t events = w->events.n, at = 0;

	memset(count, 0, (events + 1) * sizeof(*count));
	for (size_t i = 0; i < n; i++) {
		await(w, notes, i, n);
		count[w->events.rank[inquiry_entry(w, notes[i])->event]]++;
	}
	for (size_t e = 0; e < events; e++) {
		size_t had = count[e];

		if (had > 0)
			add_segment(w, theme, w->events.nth[e], out + at, had);
		count[e] = at;
		at += had;
	}
	for (size_t i = 0; i < n; i++) {
		await(w, notes, i, n);
		out[count[w->events
		              .rank[inquiry_entry(w, notes[i])->event]]++] =
		    notes[i];
	}
}

/* All segments: of each theme in each event, then of each across events. */
static void
make_segments(struct inquiry *w)
{
	size_t *start = link_themes(w);
	size_t *count = mem_alloc((w->events.n + 1) * sizeof(*count));
	size_t *first = mem_alloc((w->themes.n + 1) * sizeof(*first));

	w->by_event = mem_alloc((start[w->l->themes.n] + 1) * sizeof(uint32_t));
	for (size_t i = 0; i < w->themes.n; i++) {
		uint32_t t = w->themes.nth[i];

		first[t] = w->nsegments;
		split_theme(w, t, w->links + start[t], w->by_event + start[t],
		            start[t + 1] - start[t], count);
	}
	for (size_t i = 0; i < w->themes.n && w->events.n > 1; i++) {
		uint32_t t = w->themes.nth[i];

		if (start[t + 1] > start[t])
			add_segment(w, t, LEDGER_NONE, w->links + start[t],
			            start[t + 1] - start[t])
			    ->parts = first[t];
	}
	free(first);
	free(count);
	free(start);
}

void
inquiry_adjust(const struct inquiry *w, const double *p, size_t n, double *q)
{
	if (w->opts->adjust == ADJUST_HOLM)
		adjust_holm(p, n, q);
	else
		adjust_fdr(p, n, q);
}

/* Which event a segment is of, the last for those across events. */
static size_t
event_place(const struct inquiry *w, const struct segment *s)
{
	return s->event != LEDGER_NONE ? s->event : w->events.n;
}

/* Allow for the number of themes that were tested in the same event. */
static void
adjust_event(struct inquiry *w, const size_t *of, size_t n)
{
	double *p = mem_alloc((n + 1) * sizeof(*p));
	double *q = mem_alloc((n + 1) * sizeof(*q));

	for (size_t i = 0; i < n; i++)
		p[i] = w->segments[of[i]].skew.p;
	inquiry_adjust(w, p, n, q);
	for (size_t i = 0; i < n; i++)
		w->segments[of[i]].q = q[i];
	free(q);
	free(p);
}

/* The same for each event, and for the themes across events. */
static void
adjust_skews(struct inquiry *w)
{
	size_t events = w->events.n, from = 0;
	size_t *start = mem_zalloc(events + 3, sizeof(*start));
	size_t *of = mem_alloc((w->nsegments + 1) * sizeof(*of));

	for (size_t i = 0; i < w->nsegments; i++)
		if (w->segments[i].skew.tested)
			start[event_place(w, &w->segments[i]) + 2]++;
	for (size_t e = 0; e <= events; e++)
		start[e + 2] += start[e + 1];
	for (size_t i = 0; i < w->nsegments; i++)
		if (w->segments[i].skew.tested)
			of[start[event_place(w, &w->segments[i]) + 1]++] = i;
	for (size_t e = 0; e <= events; e++) {
		adjust_event(w, of + from, start[e + 1] - from);
		from = start[e + 1];
	}
	free(of);
	free(start);
}

void
inquiry_begin_finding(struct inquiry *w)
{
	buf_reset(&w->line);
	buf_addf(&w->line, "{\"type\":\"finding\",\"id\":\"f%zu\"",
	         ++w->nfindings);
}

void
inquiry_end_finding(struct inquiry *w)
{
	buf_addc(&w->line, '}');
	buf_reserve(&w->line, 0);
	record_put_raw(w->out, buf_view(&w->line));
}

static void
inquiry_begin(struct inquiry *w)
{
	w->events = order_make(&w->l->events);
	w->groups = order_make(&w->l->groups);
	w->themes = order_make(&w->l->themes);
	w->tables = order_make(&w->l->tables);
	inquiry_order_notes(w);
	inquiry_seat(w);
	w->table_hits = mem_zalloc(w->l->tables.n + 1, sizeof(uint32_t));
	w->table_sides = mem_zalloc(w->l->tables.n + 1, 1);
	w->group_sides = mem_zalloc(w->l->groups.n + 1, 1);
	w->group_hits = mem_zalloc(w->l->groups.n + 1, sizeof(uint32_t));
	w->mark_hits = mem_zalloc(w->l->marks.n + 1, sizeof(uint32_t));
	w->word_hits = mem_zalloc(stance_known() + 1, sizeof(uint32_t));
	w->voted = mem_zalloc(w->l->notes.n + 1, sizeof(*w->voted));
}

static void
inquiry_end(struct inquiry *w)
{
	free(w->voted);
	free(w->words_here);
	free(w->side);
	free(w->here);
	free(w->word_hits);
	free(w->mark_hits);
	free(w->group_hits);
	free(w->table_sides);
	free(w->group_sides);
	free(w->tables_in);
	free(w->tables_at);
	free(w->table_hits);
	free(w->event_groups);
	free(w->event_tables);
	free(w->table_event);
	free(w->table_notes);
	free(w->seats);
	free(w->seat_of);
	free(w->segments);
	free(w->by_event);
	free(w->links);
	free(w->twin);
	free(w->by_id);
	order_free(&w->tables);
	order_free(&w->themes);
	order_free(&w->groups);
	order_free(&w->events);
	buf_free(&w->line);
}

static void
put_segments(struct inquiry *w, bool across)
{
	for (size_t i = 0; i < w->nsegments; i++)
		if ((w->segments[i].event == LEDGER_NONE) == across)
			segment_put(w, &w->segments[i]);
}

void
converge_put(struct ledger *l, const struct converge_options *opts,
             struct out *o)
{
	struct inquiry w = { .l = l, .opts = opts, .out = o };

	inquiry_begin(&w);
	make_segments(&w);
	inquiry_find_twins(&w);
	if (opts->since != NULL)
		inquiry_check_since(&w);
	votes_judge(&w);
	for (size_t i = 0; i < w.nsegments; i++)
		segment_judge(&w, &w.segments[i]);
	adjust_skews(&w);
	put_segments(&w, false);
	votes_put(&w);
	put_segments(&w, true);
	if (opts->since != NULL)
		inquiry_put_vanished(&w);
	votes_free(&w);
	inquiry_end(&w);
}
