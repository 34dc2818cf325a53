#include "io/converge_votes.h"
#include "io/finding_parts.h"
#include "io/scan.h"

/* {"name": count, ...} of what was hit, which is cleared. */
static void
put_hits(struct inquiry *w, const char *key, const struct map *m,
         const struct order *o, uint32_t *hits, bool in_event)
{
	struct buf *b = &w->line;

	jsonput_key(b, key);
	buf_addc(b, '{');
	for (size_t i = 0; i < o->n; i++) {
		uint32_t n = o->nth[i];

		if (hits[n] == 0)
			continue;
		if (b->data[b->len - 1] != '{')
			buf_addc(b, ',');
		scan_quote(b, in_event ? ledger_name(m, n) : map_key(m, n));
		buf_addf(b, ":%u", hits[n]);
		hits[n] = 0;
	}
	buf_addc(b, '}');
}

static void
put_tables(struct inquiry *w, const struct segment *s)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct entry *e = &w->here[i];

		if (e->table != LEDGER_NONE)
			w->table_hits[e->table]++;
	}
	put_hits(w, "by_table", &w->l->tables, &w->tables, w->table_hits, true);
}

void
segment_put_groups(struct inquiry *w, const struct segment *s, int stance,
                   const char *key)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct entry *e = &w->here[i];

		if (e->group != LEDGER_NONE &&
		    (stance == 0 || w->side[i] == stance))
			w->group_hits[e->group]++;
	}
	put_hits(w, key, &w->l->groups, &w->groups, w->group_hits, false);
}

static void
put_marks(struct inquiry *w, const struct segment *s)
{
	struct order marks = order_make(&w->l->marks);

	for (size_t i = 0; i < s->n; i++) {
		uint32_t mark = w->here[i].mark;

		if (mark != LEDGER_NONE)
			w->mark_hits[mark]++;
	}
	put_hits(w, "marks", &w->l->marks, &marks, w->mark_hits, false);
	order_free(&marks);
}

/* Under key, what put says of each event of a theme across events. */
static void
put_by_event(struct inquiry *w, const struct segment *s, const char *key,
             void (*put)(struct buf *b, const struct segment *e))
{
	struct buf *b = &w->line;

	jsonput_key(b, key);
	buf_addc(b, '{');
	for (const struct segment *e = w->segments + s->parts;
	     e->theme == s->theme && e->event != LEDGER_NONE; e++) {
		if (b->data[b->len - 1] != '{')
			buf_addc(b, ',');
		scan_quote(b, map_key(&w->l->events, e->event));
		buf_addc(b, ':');
		put(b, e);
	}
	buf_addc(b, '}');
}

static void
put_notes_of(struct buf *b, const struct segment *e)
{
	buf_addf(b, "%zu", e->n);
}

static void
put_verdict_of(struct buf *b, const struct segment *e)
{
	scan_quote(b, slice_of(ruling_name(e->ruling.verdict)));
}

void
segment_put_verdicts(struct inquiry *w, const struct segment *s)
{
	put_by_event(w, s, "verdicts", put_verdict_of);
}

/* What its notes were rated, and what they rate themselves. */
static void
put_rated(struct inquiry *w, const struct segment *s)
{
	double count[LEDGER_SCALE] = { 0 }, all = 0;

	for (size_t i = 0; i < s->n; i++)
		votes_add_ratings(w, s->notes[i], count);
	for (size_t i = 0; i < LEDGER_SCALE; i++)
		all += count[i];
	if (all > 0)
		talk_put_ratings(&w->line, count, w->l->options.scale);
}

void
segment_put_counts(struct inquiry *w, const struct segment *s)
{
	const struct hearing *h = &s->hearing;
	struct buf *b = &w->line;

	jsonput_key(b, "counts");
	buf_addc(b, '{');
	jsonput_count(b, "notes", h->notes);
	jsonput_count(b, "tables", h->by_groups ? 0 : h->tables);
	jsonput_count(b, "of_tables", h->by_groups ? 0 : h->of_tables);
	jsonput_count(b, "groups", h->groups);
	jsonput_count(b, "of_groups", h->of_groups);
	if (s->event != LEDGER_NONE)
		put_tables(w, s);
	else
		put_by_event(w, s, "by_event", put_notes_of);
	segment_put_groups(w, s, 0, "by_group");
	put_marks(w, s);
	jsonput_key(b, "cues");
	buf_addf(b, "{\"divergence\":%zu,\"convergence\":%zu}", h->cued,
	         h->agreeing);
	jsonput_key(b, "stance");
	buf_addf(b, "{\"for\":%zu,\"against\":%zu,\"none\":%zu,\"mix\":%.4f}",
	         h->pro, h->con, h->notes - h->pro - h->con, h->mix);
	put_rated(w, s);
	buf_addc(b, '}');
}
