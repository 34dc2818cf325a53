#include <stdlib.h>

#include "base/mem.h"
#include "io/converge_parts.h"

/* Notes put into the order of what number(entry) says, below n: by[start[i]]
 * on. */
static uint32_t *
sort_notes(const struct inquiry *w, bool by_table, size_t n, size_t *start)
{
	size_t notes = w->l->notes.n;
	uint32_t *by = mem_alloc((notes + 1) * sizeof(*by));

	for (size_t i = 0; i < notes; i++) {
		const struct entry *e = inquiry_entry(w, (uint32_t)i);
		uint32_t at = by_table ? e->table : e->event;

		if (at != LEDGER_NONE)
			start[at + 2]++;
	}
	for (size_t i = 0; i < n; i++)
		start[i + 2] += start[i + 1];
	for (size_t i = 0; i < notes; i++) {
		const struct entry *e = inquiry_entry(w, (uint32_t)i);
		uint32_t at = by_table ? e->table : e->event;

		if (at != LEDGER_NONE)
			by[start[at + 1]++] = (uint32_t)i;
	}
	return by;
}

/* How many groups the notes of each event name. */
static void
count_groups(struct inquiry *w)
{
	size_t n = w->l->events.n;
	size_t *start = mem_zalloc(n + 3, sizeof(*start));
	uint32_t *by = sort_notes(w, false, n, start);
	uint32_t *last = mem_zalloc(w->l->groups.n + 1, sizeof(*last));

	w->event_groups = mem_zalloc(n + 1, sizeof(size_t));
	for (size_t e = 0; e < n; e++)
		for (size_t i = start[e]; i < start[e + 1]; i++) {
			uint32_t g = inquiry_entry(w, by[i])->group;

			if (g == LEDGER_NONE || last[g] == e + 1)
				continue;
			last[g] = (uint32_t)e + 1;
			w->event_groups[e]++;
		}
	free(last);
	free(by);
	free(start);
}

/* Add the seats of a table, whose notes are by[0] to by[n - 1]. */
static void
seat_table(struct inquiry *w, uint32_t table, const uint32_t *by, size_t n,
           uint32_t *at)
{
	size_t first = w->nseats;

	for (size_t i = 0; i < n; i++) {
		uint32_t g = inquiry_entry(w, by[i])->group;

		if (g == LEDGER_NONE)
			continue;
		if (at[g] < first || at[g] >= w->nseats ||
		    w->seats[at[g]].group != g) {
			at[g] = (uint32_t)w->nseats;
			w->seats[w->nseats++] =
			    (struct seat){ .table = table, .group = g };
		}
		w->seats[at[g]].notes++;
	}
}

/* The tables with notes, by event and name. */
static void
order_tables(struct inquiry *w)
{
	size_t events = w->events.n, tables = w->tables.n;
	size_t *at = mem_zalloc(events + 3, sizeof(*at));

	w->tables_in = mem_alloc((tables + 1) * sizeof(*w->tables_in));
	w->tables_at = at;
	for (size_t i = 0; i < tables; i++)
		if (w->table_notes[i] > 0)
			at[w->events.rank[w->table_event[i]] + 2]++;
	for (size_t e = 0; e < events; e++)
		at[e + 2] += at[e + 1];
	w->all_tables = at[events + 1];
	for (size_t i = 0; i < tables; i++) {
		uint32_t t = w->tables.nth[i];

		if (w->table_notes[t] > 0)
			w->tables_in[at[w->events.rank[w->table_event[t]] +
			                1]++] = t;
	}
}

void
inquiry_seat(struct inquiry *w)
{
	size_t tables = w->l->tables.n;
	size_t *start = mem_zalloc(tables + 3, sizeof(*start));
	uint32_t *by = sort_notes(w, true, tables, start);
	uint32_t *at = mem_zalloc(w->l->groups.n + 1, sizeof(*at));

	w->seats = mem_alloc((w->l->notes.n + 1) * sizeof(*w->seats));
	w->seat_of = mem_zalloc(tables + 2, sizeof(*w->seat_of));
	w->table_notes = mem_zalloc(tables + 1, sizeof(*w->table_notes));
	w->table_event = mem_zalloc(tables + 1, sizeof(*w->table_event));
	w->event_tables = mem_zalloc(w->l->events.n + 1, sizeof(size_t));
	for (uint32_t t = 0; t < tables; t++) {
		size_t n = start[t + 1] - start[t];

		w->table_notes[t] = (uint32_t)n;
		w->table_event[t] = ledger_event_of(&w->l->tables, t);
		w->event_tables[w->table_event[t]] += n > 0;
		seat_table(w, t, by + start[t], n, at);
		w->seat_of[t + 1] = w->nseats;
	}
	order_tables(w);
	count_groups(w);
	free(at);
	free(by);
	free(start);
}
