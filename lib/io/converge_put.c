#include <stdio.h>

#include "io/converge_parts.h"
#include "io/scan.h"

void
put_key(struct buf *b, const char *key)
{
	if (b->len > 0 && b->data[b->len - 1] != '{')
		buf_addc(b, ',');
	buf_addc(b, '"');
	buf_adds(b, key);
	buf_adds(b, "\":");
}

void
put_text(struct buf *b, const char *key, struct slice text)
{
	put_key(b, key);
	scan_quote(b, text);
}

void
put_count(struct buf *b, const char *key, size_t n)
{
	put_key(b, key);
	buf_addf(b, "%zu", n);
}

void
put_number(struct buf *b, const char *key, double v, int digits)
{
	put_key(b, key);
	buf_addf(b, "%.*g", digits, v);
}

static const struct entry *
entry_of(const struct work *w, uint32_t note)
{
	return &w->l->entries[note];
}

/* The ids of the notes that have one of the flags; of all if flags is 0. */
static void
put_ids(struct work *w, const char *key, const struct segment *s,
        unsigned flags)
{
	bool first = true;

	put_key(&w->line, key);
	buf_addc(&w->line, '[');
	for (size_t i = 0; i < s->n; i++) {
		if (flags != 0 &&
		    !(segment_flags(w->l, s, s->notes[i]) & flags))
			continue;
		if (!first)
			buf_addc(&w->line, ',');
		first = false;
		scan_quote(&w->line, ledger_name(&w->l->notes, s->notes[i]));
	}
	buf_addc(&w->line, ']');
}

/* {"name": count, ...} of what was hit, which is cleared. */
static void
put_hits(struct work *w, const char *key, const struct map *m,
         const struct order *o, uint32_t *hits, bool in_event)
{
	struct buf *b = &w->line;

	put_key(b, key);
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
put_tables(struct work *w, const struct segment *s)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct entry *e = entry_of(w, s->notes[i]);

		if (e->table != LEDGER_NONE)
			w->table_hits[e->table]++;
	}
	put_hits(w, "by_table", &w->l->tables, &w->tables, w->table_hits, true);
}

static void
put_groups(struct work *w, const struct segment *s, int stance, const char *key)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct entry *e = entry_of(w, s->notes[i]);

		if (e->group != LEDGER_NONE &&
		    (stance == 0 || w->side[s->notes[i]] == stance))
			w->group_hits[e->group]++;
	}
	put_hits(w, key, &w->l->groups, &w->groups, w->group_hits, false);
}

static void
put_marks(struct work *w, const struct segment *s)
{
	struct order marks = order_names(&w->l->marks);

	for (size_t i = 0; i < s->n; i++) {
		uint32_t mark = entry_of(w, s->notes[i])->mark;

		if (mark != LEDGER_NONE)
			w->mark_hits[mark]++;
	}
	put_hits(w, "marks", &w->l->marks, &marks, w->mark_hits, false);
	order_free(&marks);
}

/* How many notes of each event, across events. */
static void
put_events(struct work *w, const struct segment *s)
{
	struct buf *b = &w->line;

	put_key(b, "by_event");
	buf_addc(b, '{');
	for (size_t i = 0; i < w->events.n; i++) {
		size_t n = 0;

		for (size_t j = 0; j < s->n; j++)
			n +=
			    entry_of(w, s->notes[j])->event == w->events.nth[i];
		if (n == 0)
			continue;
		if (b->data[b->len - 1] != '{')
			buf_addc(b, ',');
		scan_quote(b, map_key(&w->l->events, w->events.nth[i]));
		buf_addf(b, ":%zu", n);
	}
	buf_addc(b, '}');
}

static void
put_counts(struct work *w, const struct segment *s)
{
	const struct hearing *h = &s->hearing;
	struct buf *b = &w->line;

	put_key(b, "counts");
	buf_addc(b, '{');
	put_count(b, "notes", h->notes);
	put_count(b, "tables", h->tables);
	put_count(b, "of_tables", h->of_tables);
	put_count(b, "groups", h->groups);
	put_count(b, "of_groups", h->of_groups);
	if (s->event != LEDGER_NONE)
		put_tables(w, s);
	else
		put_events(w, s);
	put_groups(w, s, 0, "by_group");
	put_marks(w, s);
	put_key(b, "cues");
	buf_addf(b, "{\"divergence\":%zu,\"convergence\":%zu}", h->cued,
	         h->agreeing);
	put_key(b, "stance");
	buf_addf(b, "{\"for\":%zu,\"against\":%zu,\"none\":%zu,\"mix\":%.4f}",
	         h->pro, h->con, h->notes - h->pro - h->con, h->mix);
	buf_addc(b, '}');
}

/* One of the positions: the notes of a side, and their groups. */
static void
put_position(struct work *w, const struct segment *s, int side)
{
	struct buf *b = &w->line;
	bool first = true;

	buf_addf(b, "%s{\"side\":\"%s\",\"notes\":[", side > 0 ? "" : ",",
	         side > 0 ? "for" : "against");
	for (size_t i = 0; i < s->n; i++) {
		if (w->side[s->notes[i]] != side)
			continue;
		if (!first)
			buf_addc(b, ',');
		first = false;
		scan_quote(b, ledger_name(&w->l->notes, s->notes[i]));
	}
	buf_addc(b, ']');
	put_groups(w, s, side, "groups");
	buf_addc(b, '}');
}

/*
 * If the sides are not those of the stance: who would keep what it is about,
 * and who drop it. Return whether there are both.
 */
static bool
take_positions(struct work *w, const struct segment *s)
{
	bool keep = false, drop = false;

	for (size_t i = 0; i < s->n; i++) {
		int8_t p = entry_of(w, s->notes[i])->position;

		if (p != 0 && !near_divergence(w->l, s, s->notes[i]))
			p = 0;
		w->side[s->notes[i]] = p;
		keep |= p > 0;
		drop |= p < 0;
	}
	return keep && drop;
}

/* The two sides of a dispute that one note reports of another. */
static void
put_dispute(struct work *w, const struct tension *t)
{
	bool turned = !disputes(w->l, t->b, t->a);
	uint32_t side[2] = { turned ? t->b : t->a, turned ? t->a : t->b };
	struct buf *b = &w->line;

	put_key(b, "positions");
	for (int i = 0; i < 2; i++) {
		const struct entry *e = entry_of(w, side[i]);

		buf_addf(b, "%s{\"side\":\"%s\",\"notes\":[", i ? "," : "[",
		         i ? "against" : "for");
		scan_quote(b, ledger_name(&w->l->notes, side[i]));
		buf_adds(b, "],\"groups\":{");
		if (e->group != LEDGER_NONE) {
			scan_quote(b, map_key(&w->l->groups, e->group));
			buf_adds(b, ":1");
		}
		buf_adds(b, "}}");
	}
	buf_addc(b, ']');
}

static void
put_positions(struct work *w, const struct segment *s, const struct tension *t,
              size_t n)
{
	struct buf *b = &w->line;

	if (s->ruling.verdict != RULING_CONTESTED)
		return;
	if (n > 0 && t[0].dispute) {
		put_dispute(w, &t[0]);
	} else if (s->basis == BASIS_STANCE ? segment_sides(w, s) > 0 :
	                                      take_positions(w, s)) {
		put_key(b, "positions");
		buf_addc(b, '[');
		put_position(w, s, 1);
		put_position(w, s, -1);
		buf_addc(b, ']');
	}
}

static void
put_tensions(struct work *w, const struct tension *t, size_t n)
{
	struct buf *b = &w->line, why = BUF_INIT;

	put_key(b, "tensions");
	buf_addc(b, '[');
	for (size_t i = 0; i < n; i++) {
		buf_adds(b, i > 0 ? ",{\"a\":" : "{\"a\":");
		scan_quote(b, ledger_name(&w->l->notes, t[i].a));
		buf_adds(b, ",\"b\":");
		scan_quote(b, ledger_name(&w->l->notes, t[i].b));
		buf_adds(b, ",\"reason\":");
		buf_reset(&why);
		tension_reason(w->l, &t[i], &why);
		scan_quote(b, buf_view(&why));
		buf_addc(b, '}');
	}
	buf_addc(b, ']');
	buf_free(&why);
}

static void
put_interval(struct work *w, const struct segment *s)
{
	size_t t = s->hearing.tables, of = s->hearing.of_tables;
	struct interval i = wilson((double)t, (double)of, Z_TWO_95);
	struct buf *b = &w->line, words = BUF_INIT;

	if (t == 0)
		return;
	put_key(b, "interval");
	buf_addf(b,
	         "{\"low\":%.4f,\"high\":%.4f,\"level\":0.95,"
	         "\"of\":\"tables\"",
	         i.low, i.high);
	rule_breadth_words(&words, t, of);
	put_text(b, "words", buf_view(&words));
	buf_addc(b, '}');
	buf_free(&words);
}

static void
put_breadth(struct work *w, const struct segment *s)
{
	struct buf *b = &w->line;

	if (s->expects <= 0)
		return;
	put_key(b, "breadth");
	buf_addf(b, "{\"expected\":%.2f", s->expects);
	if (s->p_low < 1)
		put_number(b, "p", s->p_low, 3);
	if (s->p_low <= 0.05)
		put_text(b, "words",
		         SLICE("concentrated: fewer tables than its volume "
		               "suggests"));
	buf_addc(b, '}');
}

/* The group with the most notes over what its share would give. */
static void
lean_words(struct work *w, const struct segment *s, struct buf *words)
{
	size_t groups = w->groups.n, top = 0;
	double best = -1, k = 0, n = 0;

	for (size_t t = 0; t < w->tables.n; t++)
		for (size_t g = 0; g < groups; g++)
			if (s->event == LEDGER_NONE ||
			    w->table_event[t] == s->event)
				n += w->cells[t * groups + g];
	for (size_t i = 0; i < s->n; i++) {
		const struct entry *e = entry_of(w, s->notes[i]);

		if (e->table == LEDGER_NONE || e->group == LEDGER_NONE)
			continue;
		w->group_hits[e->group]++;
		k++;
	}
	for (size_t i = 0; i < groups; i++) {
		uint32_t g = w->groups.nth[i];
		double all = 0;

		for (size_t t = 0; t < w->tables.n; t++)
			if (s->event == LEDGER_NONE ||
			    w->table_event[t] == s->event)
				all += w->cells[t * groups + g];
		if (w->group_hits[g] - all * k / n > best) {
			best = w->group_hits[g] - all * k / n;
			top = g;
		}
	}
	buf_adds(words, "leans to ");
	buf_slice(words, map_key(&w->l->groups, top));
	buf_addf(words, ": %u of %.0f notes, %.1f if it did not",
	         w->group_hits[top], k, w->group_hits[top] - best);
	for (size_t g = 0; g < groups; g++)
		w->group_hits[g] = 0;
}

static void
put_skew(struct work *w, const struct segment *s)
{
	struct buf *b = &w->line, words = BUF_INIT;

	if (s->hearing.of_groups < 2 || s->n < 3)
		return;
	put_key(b, "skew");
	buf_addc(b, '{');
	if (!s->skew.tested) {
		put_text(b, "words", SLICE("too few tables to test"));
	} else {
		put_number(b, "p", s->skew.p, 4);
		put_number(b, "q", s->q, 4);
		if (s->q <= 0.1)
			lean_words(w, s, &words);
		else
			buf_adds(&words, "no lean to a group beyond chance");
		put_text(b, "words", buf_view(&words));
	}
	buf_addc(b, '}');
	buf_free(&words);
}

static void
votes_words(struct buf *rule, const struct work *w, const struct segment *s)
{
	size_t n[RULING_RECURRING + 1] = { 0 }, enough = 0;

	for (size_t i = 0; i < s->n; i++) {
		const struct voted *v = &w->voted[s->notes[i]];

		enough += v->enough;
		n[v->ruling.verdict] += v->enough;
	}
	buf_addf(rule,
	         "of %zu statements with enough votes %zu convergent, %zu "
	         "contested, %zu divided (contested from a fifth contested or "
	         "divided, convergent from half)",
	         enough, n[RULING_CONVERGENT], n[RULING_CONTESTED],
	         n[RULING_DIVIDED]);
}

static void
put_rule(struct work *w, const struct segment *s)
{
	struct buf rule = BUF_INIT, margin = BUF_INIT;

	if (s->basis == BASIS_VOTES) {
		votes_words(&rule, w, s);
		buf_adds(&margin, "see the findings of its statements");
	} else {
		rule_hearing_words(&rule, &s->hearing, s->ruling.verdict,
		                   s->basis);
		rule_hearing_margin(&margin, &s->hearing, s->ruling.verdict,
		                    s->basis);
		if (w->l->mute)
			buf_adds(&rule, "; notes in other languages than "
			                "English tell by marks, votes and "
			                "tables only");
	}
	put_text(&w->line, "rule", buf_view(&rule));
	put_text(&w->line, "margin", buf_view(&margin));
	buf_free(&margin);
	buf_free(&rule);
}

/* What changed since an earlier run: of the theme across events, if several. */
static void
put_since(struct work *w, const struct segment *s)
{
	if (w->opts->since == NULL ||
	    (s->event != LEDGER_NONE && w->events.n > 1))
		return;
	put_key(&w->line, "since");
	since_put(w->opts->since, map_key(&w->l->themes, s->theme),
	          slice_of(ruling_name(s->ruling.verdict)), s->n, w->l->notes.n,
	          &w->line);
}

void
segment_put(struct work *w, const struct segment *s)
{
	struct buf *b = &w->line;
	struct tension t[TENSIONS];
	size_t n = tensions_find(w->l, s, t);

	finding_begin(w);
	put_text(b, "theme", map_key(&w->l->themes, s->theme));
	if (s->event != LEDGER_NONE)
		put_text(b, "event", map_key(&w->l->events, s->event));
	put_text(b, "verdict", slice_of(ruling_name(s->ruling.verdict)));
	put_text(b, "basis", slice_of(basis_name(s->basis)));
	put_rule(w, s);
	put_counts(w, s);
	put_interval(w, s);
	put_breadth(w, s);
	put_skew(w, s);
	put_ids(w, "evidence", s, 0);
	put_ids(w, "converging", s, ENTRY_CONVERGENCE | ENTRY_MARKED_AGREEMENT);
	put_ids(w, "diverging", s, ENTRY_DIVERGENCE | ENTRY_MARKED_DIVERGENCE);
	put_positions(w, s, t, n);
	put_tensions(w, t, n);
	put_since(w, s);
	finding_end(w);
}
