#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "io/finding_parts.h"

/* The ids of a theme, its own first, then those it took in; to be freed. */
static struct slice *
ids_of(const struct ledger *l, uint32_t theme, size_t *n)
{
	struct slice *ids = mem_alloc((l->merged.n + 1) * sizeof(*ids));

	ids[0] = map_key(&l->themes, theme);
	*n = 1;
	for (size_t i = 0; i < l->merged.n; i++)
		if (l->merged_into[i] == theme &&
		    !slice_eq(map_key(&l->merged, i), ids[0]))
			ids[(*n)++] = map_key(&l->merged, i);
	return ids;
}

void
segment_put_since(struct inquiry *w, const struct segment *s)
{
	struct is now = { .verdict = slice_of(ruling_name(s->ruling.verdict)),
		          .notes = s->n,
		          .all = w->l->notes.n };
	struct slice *ids;

	if (w->opts->since == NULL ||
	    (s->event != LEDGER_NONE && w->events.n > 1))
		return;
	now.ids = ids = ids_of(w->l, s->theme, &now.nids);
	jsonput_key(&w->line, "since");
	since_put(w->opts->since, &now, &w->line);
	free(ids);
}

static void
put_vanished(struct inquiry *w, size_t theme)
{
	const struct since *s = w->opts->since;
	struct buf *b = &w->line;

	buf_reset(b);
	buf_adds(b, "{\"type\":\"vanished\"");
	jsonput_text(b, "theme", map_key(&s->themes, theme));
	if (s->was[theme].label.p != NULL)
		jsonput_text(b, "label", s->was[theme].label);
	jsonput_key(b, "since");
	since_put_vanished(s, theme, b);
	inquiry_end_finding(w);
}

/* Themes that are numbered afresh would be compared with others. */
void
inquiry_check_since(struct inquiry *w)
{
	const struct ledger *l = w->l;
	struct since *s = w->opts->since;

	for (size_t t = 0; t < l->themes.n && t < l->labels_cap; t++)
		if (l->labels[t].p != NULL)
			since_compare(s, map_key(&l->themes, t), l->labels[t]);
	if (since_is_strange(s))
		diag_note("--since: %zu of %zu themes with the same id are "
		          "called otherwise than in the earlier run: give "
		          "dlg-theme its themes with -T, or what changed "
		          "means nothing",
		          s->renamed, s->renamed + s->kept);
}

void
inquiry_put_vanished(struct inquiry *w)
{
	const struct since *s = w->opts->since;
	bool *there = mem_zalloc(w->l->themes.n + 1, sizeof(*there));
	struct order order = order_make(&s->themes);

	for (size_t i = 0; i < w->nsegments; i++)
		there[w->segments[i].theme] = true;
	for (size_t i = 0; i < order.n; i++) {
		size_t theme = order.nth[i], now;
		struct slice id = map_key(&s->themes, theme);

		now = map_find(&w->l->themes, id);
		if (s->was[theme].all.notes > 0 &&
		    map_find(&w->l->merged, id) == MAP_NONE &&
		    (now == MAP_NONE || !there[now]))
			put_vanished(w, theme);
	}
	order_free(&order);
	free(there);
}
