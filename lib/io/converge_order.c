#include <stdlib.h>

#include "base/keyed.h"
#include "base/mem.h"
#include "io/converge_parts.h"

/* A name to be sorted: its first bytes decide nearly always. */
struct item {
	uint64_t head;
	struct slice rest;
	uint32_t tie; /* decides between equal names */
	uint32_t n;
};

static uint64_t
head_of(struct slice s)
{
	uint64_t head = 0;

	for (size_t i = 0; i < 8; i++)
		head = head << 8 | (i < s.len ? (unsigned char)s.p[i] : 0);
	return head;
}

static struct item
make_item(struct slice s, uint32_t tie, uint32_t n)
{
	struct item it = { head_of(s), { s.p, 0 }, tie, n };

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
	if (d == 0 && a->tie != b->tie)
		return a->tie < b->tie ? -1 : 1;
	return d != 0 ? d : (a->n > b->n) - (a->n < b->n);
}

struct order
order_make(const struct map *m)
{
	struct order o = { .n = m->n };
	struct item *items = mem_alloc((m->n + 1) * sizeof(*items));

	o.nth = mem_alloc((m->n + 1) * sizeof(*o.nth));
	o.rank = mem_alloc((m->n + 1) * sizeof(*o.rank));
	for (size_t i = 0; i < m->n; i++)
		items[i] = make_item(map_key(m, i), 0, (uint32_t)i);
	mem_sort(items, m->n, sizeof(*items), by_name);
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

/* Put those whose heads are the same, at v, in order of what follows. */
static void
order_alike(struct inquiry *w, struct keyed *v, size_t n)
{
	const struct map *m = &w->l->notes;
	struct item *items = mem_alloc((n + 1) * sizeof(*items));

	for (size_t i = 0; i < n; i++)
		items[i] = make_item(
		    ledger_name(m, v[i].n),
		    w->events.rank[inquiry_entry(w, v[i].n)->event], v[i].n);
	mem_sort(items, n, sizeof(*items), by_name);
	for (size_t i = 0; i < n; i++)
		v[i].n = items[i].n;
	free(items);
}

void
inquiry_order_notes(struct inquiry *w)
{
	size_t n = w->l->notes.n, same;
	struct keyed *v = mem_alloc((n + 1) * sizeof(*v));

	w->by_id = mem_alloc((n + 1) * sizeof(*w->by_id));
	for (size_t i = 0; i < n; i++)
		v[i] = (struct keyed){ head_of(ledger_name(&w->l->notes, i)),
			               (uint32_t)i };
	keyed_sort(v, n);
	for (size_t i = 0; i < n; i += same) {
		for (same = 1; i + same < n && v[i + same].key == v[i].key;)
			same++;
		if (same > 1)
			order_alike(w, v + i, same);
	}
	for (size_t i = 0; i < n; i++)
		w->by_id[i] = v[i].n;
	free(v);
}

void
inquiry_find_twins(struct inquiry *w)
{
	const struct map *m = &w->l->notes;

	if (w->events.n < 2)
		return;
	w->twin = mem_zalloc(m->n + 1, sizeof(*w->twin));
	for (size_t i = 1; i < m->n; i++) {
		uint32_t a = w->by_id[i - 1], b = w->by_id[i];

		if (slice_eq(ledger_name(m, a), ledger_name(m, b)))
			w->twin[a] = w->twin[b] = true;
	}
}
