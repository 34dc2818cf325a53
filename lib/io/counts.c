#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "io/converge_parts.h"
#include "io/counts.h"
#include "io/scan.h"
#include "math/votemap.h"

static void
put_name(struct buf *b, const char *key, const struct map *m, uint32_t n,
         bool in_event)
{
	if (n != LEDGER_NONE)
		jsonput_text(b, key,
		             in_event ? ledger_name(m, n) : map_key(m, n));
}

/* What the notes of a cell have in common: the beginning of its record. */
static void
put_cell(const struct ledger *l, const struct entry *e, struct buf *b)
{
	buf_addf(b, "{\"type\":\"count\",\"words\":%zu", stance_known());
	put_name(b, "event", &l->events, e->event, false);
	put_name(b, "table", &l->tables, e->table, true);
	put_name(b, "group", &l->groups, e->group, false);
	put_name(b, "mark", &l->marks, e->mark, false);
	jsonput_key(b, "themes");
	buf_addc(b, '[');
	for (uint32_t i = 0; i < e->nthemes; i++) {
		if (i > 0)
			buf_addc(b, ',');
		scan_quote(b, map_key(&l->themes, ledger_themes(l, e)[i]));
	}
	buf_addf(b, "],\"signs\":%u,\"position\":%d",
	         e->flags & ~(unsigned)ENTRY_VOTED, e->position);
}

/* Where in l->counted each note's own counts are; or LEDGER_NONE. */
static uint32_t *
find_brought(const struct ledger *l)
{
	uint32_t *at = mem_alloc((l->notes.n + 1) * sizeof(*at));

	memset(at, 0xff, (l->notes.n + 1) * sizeof(*at));
	for (size_t i = 0; i < l->ncounted; i++)
		at[l->counted[i].note] = (uint32_t)i;
	return at;
}

static void
put_note(const struct ledger *l, uint32_t note, uint32_t brought, struct buf *b)
{
	const struct entry *e = &l->entries[note];
	uint32_t words[STANCE_WORDS];
	size_t n = ledger_words(l, e, words);

	buf_addc(b, '[');
	scan_quote(b, ledger_name(&l->notes, note));
	buf_adds(b, ",[");
	for (size_t i = 0; i < n; i++)
		buf_addf(b, i > 0 ? ",%u" : "%u", words[i]);
	buf_addf(b, "],%u", e->rating);
	if (brought != LEDGER_NONE) {
		const struct tally *t = &l->counted[brought].votes;

		buf_addf(b, ",%u,%u,%u", t->agree, t->disagree, t->pass);
	}
	buf_addc(b, ']');
}

/* Which cell each note is in; the cells' beginnings are the map's keys. */
static uint32_t *
find_cells(const struct ledger *l, struct map *cells)
{
	uint32_t *of = mem_alloc((l->notes.n + 1) * sizeof(*of));
	struct buf key = BUF_INIT;

	for (size_t i = 0; i < l->notes.n; i++) {
		if (!(l->entries[i].flags & ENTRY_NOTE))
			continue;
		buf_reset(&key);
		put_cell(l, &l->entries[i], &key);
		of[i] = (uint32_t)map_add(cells, buf_view(&key));
	}
	buf_free(&key);
	return of;
}

/* What n notes have in common, and their ids. */
static void
put_alike(const struct ledger *l, struct slice key, const uint32_t *note,
          size_t n, const uint32_t *brought, struct out *o)
{
	struct buf b = BUF_INIT;

	buf_slice(&b, key);
	jsonput_count(&b, "n", n);
	jsonput_key(&b, "notes");
	for (size_t i = 0; i < n; i++) {
		buf_addc(&b, i > 0 ? ',' : '[');
		put_note(l, note[i], brought[note[i]], &b);
	}
	buf_adds(&b, "]}");
	record_put_raw(o, buf_view(&b));
	buf_free(&b);
}

static void
put_cells(const struct ledger *l, struct out *o)
{
	struct inquiry w = { .l = (struct ledger *)l };
	struct map cells = MAP_INIT;
	uint32_t *of = find_cells(l, &cells);
	struct order order = order_make(&cells);
	size_t *start = mem_zalloc(cells.n + 2, sizeof(*start));
	uint32_t *note = mem_alloc((l->notes.n + 1) * sizeof(*note));
	uint32_t *brought = find_brought(l);

	w.events = order_make(&l->events);
	inquiry_order_notes(&w);
	for (size_t i = 0; i < l->notes.n; i++)
		if (l->entries[i].flags & ENTRY_NOTE)
			start[of[i] + 2]++;
	for (size_t c = 0; c < cells.n; c++)
		start[c + 1] += start[c];
	for (size_t i = 0; i < l->notes.n; i++)
		if (l->entries[w.by_id[i]].flags & ENTRY_NOTE)
			note[start[of[w.by_id[i]] + 1]++] = w.by_id[i];
	for (size_t c = 0; c < cells.n; c++) {
		uint32_t n = order.nth[c];

		put_alike(l, map_key(&cells, n), note + start[n],
		          start[n + 1] - start[n], brought, o);
	}
	order_free(&w.events);
	free(w.by_id);
	free(brought);
	free(note);
	free(start);
	order_free(&order);
	free(of);
	map_free(&cells);
}

/* Votes in the order of voters, then as they came. */
static size_t *
votes_by_voter(const struct ledger *l, const struct order *voters,
               uint32_t *vote)
{
	size_t *start = mem_zalloc(voters->n + 2, sizeof(*start));

	for (size_t i = 0; i < l->ncasts; i++)
		start[voters->rank[l->casts[i].voter] + 2]++;
	for (size_t v = 0; v < voters->n; v++)
		start[v + 1] += start[v];
	for (size_t i = 0; i < l->ncasts; i++)
		vote[start[voters->rank[l->casts[i].voter] + 1]++] =
		    (uint32_t)i;
	return start;
}

static void
put_vote(const struct ledger *l, const struct cast *c, struct buf *b)
{
	buf_addc(b, '[');
	scan_quote(b, ledger_name(&l->notes, c->what / 4));
	buf_addf(b, ",%d", (int)(c->what % 4) - 1);
	if (c->time != INT64_MIN)
		buf_addf(b, ",%lld", (long long)c->time);
	buf_addc(b, ']');
}

static void
put_votes(const struct ledger *l, struct out *o)
{
	struct order voters = order_make(&l->voters);
	uint32_t *vote = mem_alloc((l->ncasts + 1) * sizeof(*vote));
	size_t *start = votes_by_voter(l, &voters, vote);
	struct buf b = BUF_INIT;

	for (size_t v = 0; v < voters.n; v++) {
		uint32_t who = voters.nth[v];
		uint32_t event = ledger_event_of(&l->voters, who);

		if (start[v + 1] == start[v])
			continue;
		buf_reset(&b);
		buf_addf(&b, "{\"type\":\"count\",\"words\":%zu",
		         stance_known());
		jsonput_text(&b, "event", map_key(&l->events, event));
		jsonput_text(&b, "voter", ledger_name(&l->voters, who));
		put_name(&b, "group", &l->groups, l->voter_group[who], false);
		jsonput_key(&b, "votes");
		for (size_t i = start[v]; i < start[v + 1]; i++) {
			buf_addc(&b, i > start[v] ? ',' : '[');
			put_vote(l, &l->casts[vote[i]], &b);
		}
		buf_adds(&b, "]}");
		record_put_raw(o, buf_view(&b));
	}
	buf_free(&b);
	free(start);
	free(vote);
	order_free(&voters);
}

static void
put_ratings(const struct ledger *l, struct out *o)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < l->nrated; i++) {
		uint32_t note = l->rated[i].note;

		buf_reset(&b);
		buf_addf(&b, "{\"type\":\"count\",\"words\":%zu",
		         stance_known());
		jsonput_text(&b, "event",
		             map_key(&l->events, l->entries[note].event));
		jsonput_key(&b, "rated");
		buf_addc(&b, '[');
		scan_quote(&b, ledger_name(&l->notes, note));
		buf_addf(&b, ",%u,", l->rated[i].rating);
		scan_quote(&b, ledger_name(&l->voters, l->rated[i].voter));
		if (l->rated[i].time != INT64_MIN)
			buf_addf(&b, ",%lld", (long long)l->rated[i].time);
		buf_adds(&b, "]}");
		record_put_raw(o, buf_view(&b));
	}
	buf_free(&b);
}

/* How many people are the fewest that may be told of. */
static void
put_k(const struct ledger *l, struct out *o)
{
	struct buf b = BUF_INIT;

	if (l->k == VOTEMAP_LEAST)
		return;
	buf_addf(&b, "{\"type\":\"count\",\"words\":%zu,\"k\":%zu}",
	         stance_known(), l->k);
	record_put_raw(o, buf_view(&b));
	buf_free(&b);
}

void
counts_put(const struct ledger *l, struct out *o)
{
	put_cells(l, o);
	put_votes(l, o);
	put_ratings(l, o);
	put_k(l, o);
}
