/* Labels and how often each was met. */
#include "base/mem.h"
#include "io/harvest_parts.h"
#include "io/scan.h"
#include "io/value.h"

static void
add_tally(struct tallies *t, struct slice label, size_t n)
{
	t->v = mem_grow(t->v, &t->cap, t->n + 1, sizeof(*t->v));
	t->v[t->n++] = (struct tally){ label, n };
}

void
harvest_tally(struct tallies *t, struct slice label, size_t n)
{
	for (size_t i = 0; i < t->n; i++)
		if (slice_eq(t->v[i].label, label)) {
			t->v[i].n += n;
			return;
		}
	add_tally(t, label, n);
}

void
harvest_tallies(struct harvest *h, struct tallies *t, struct slice json)
{
	struct value_walk w = value_open(json);
	struct slice key, val;
	bool fresh = t->n == 0; /* an object has each name once */

	while (value_next(&w, &key, &val)) {
		buf_reset(&h->scratch);
		key = scan_text(key, &h->scratch);
		key = harvest_keep(h, key);
		if (fresh)
			add_tally(t, key, value_count(val));
		else
			harvest_tally(t, key, value_count(val));
	}
}

static int
by_label(const void *pa, const void *pb)
{
	const struct tally *a = pa, *b = pb;

	return harvest_id_cmp(a->label, b->label);
}

void
harvest_sort_tallies(struct tallies *t)
{
	mem_sort(t->v, t->n, sizeof(*t->v), by_label);
}
