#include <stdlib.h>

#include "base/mem.h"
#include "io/converge_parts.h"

/* A name to be sorted: its first bytes decide nearly always. */
struct item {
	uint64_t head;
	struct slice rest;
	uint32_t n;
};

static struct item
make_item(struct slice s, uint32_t n)
{
	struct item it = { 0, { s.p, 0 }, n };

	for (size_t i = 0; i < 8; i++)
		it.head =
		    it.head << 8 | (i < s.len ? (unsigned char)s.p[i] : 0);
	if (s.len > 8)
		it.rest = (struct slice){ s.p + 8, s.len - 8 };
	return it;
}

static int
by_name(const void *va, const void *vb)
{
	const struct item *a = va, *b = vb;
	int d;

	if (a->head != b->head)
		return a->head < b->head ? -1 : 1;
	d = slice_cmp(a->rest, b->rest);
	return d != 0 ? d : (a->n > b->n) - (a->n < b->n);
}

struct order
order_names(const struct map *m)
{
	struct order o = { .n = m->n };
	struct item *items = mem_alloc((m->n + 1) * sizeof(*items));

	o.nth = mem_alloc((m->n + 1) * sizeof(*o.nth));
	o.rank = mem_alloc((m->n + 1) * sizeof(*o.rank));
	for (size_t i = 0; i < m->n; i++)
		items[i] = make_item(map_key(m, i), (uint32_t)i);
	qsort(items, m->n, sizeof(*items), by_name);
	for (size_t i = 0; i < m->n; i++) {
		o.nth[i] = items[i].n;
		o.rank[items[i].n] = (uint32_t)i;
	}
	free(items);
	return o;
}

void
order_free(struct order *o)
{
	free(o->rank);
	free(o->nth);
}

/* Two notes with one id: by the names of their events. */
static void
settle_ties(struct work *w, struct item *items, size_t n)
{
	for (size_t i = 1; i < n; i++)
		for (size_t j = i;
		     j > 0 && items[j].head == items[j - 1].head &&
		     slice_eq(items[j].rest, items[j - 1].rest) &&
		     w->events.rank[w->l->entries[items[j].n].event] <
		         w->events.rank[w->l->entries[items[j - 1].n].event];
		     j--) {
			struct item swap = items[j];

			items[j] = items[j - 1];
			items[j - 1] = swap;
		}
}

void
work_order_notes(struct work *w)
{
	const struct map *m = &w->l->notes;
	struct item *items = mem_alloc((m->n + 1) * sizeof(*items));

	w->by_id = mem_alloc((m->n + 1) * sizeof(*w->by_id));
	for (size_t i = 0; i < m->n; i++)
		items[i] = make_item(ledger_name(m, i), (uint32_t)i);
	qsort(items, m->n, sizeof(*items), by_name);
	settle_ties(w, items, m->n);
	for (size_t i = 0; i < m->n; i++)
		w->by_id[i] = items[i].n;
	free(items);
}
