#include <stdlib.h>

#include "base/mem.h"
#include "io/finding_parts.h"

void
segment_put_interval(struct inquiry *w, const struct segment *s)
{
	size_t t = s->hearing.tables, of = s->hearing.of_tables;
	struct interval i = wilson((double)t, (double)of, Z_TWO_95);
	struct buf *b = &w->line, words = BUF_INIT;

	if (t == 0 || s->hearing.by_groups)
		return;
	jsonput_key(b, "interval");
	buf_addf(b,
	         "{\"low\":%.4f,\"high\":%.4f,\"level\":0.95,"
	         "\"of\":\"tables\"",
	         i.low, i.high);
	rule_breadth_words(&words, t, of);
	jsonput_text(b, "words", buf_view(&words));
	buf_addc(b, '}');
	buf_free(&words);
}

void
segment_put_breadth(struct inquiry *w, const struct segment *s)
{
	struct buf *b = &w->line;

	if (s->expects <= 0)
		return;
	jsonput_key(b, "breadth");
	buf_addf(b, "{\"expected\":%.2f", s->expects);
	if (s->p_low < 1)
		jsonput_number(b, "p", s->p_low, 3);
	if (s->p_low <= 0.05)
		jsonput_text(b, "words",
		             SLICE("concentrated: fewer tables than its volume "
		                   "suggests"));
	buf_addc(b, '}');
}

/* The notes of each group at the tables of the segment, and of all. */
static double
group_sizes(const struct inquiry *w, const struct segment *s, double *size)
{
	double n = 0;

	for (size_t i = 0; i < w->nseats; i++)
		if (s->event == LEDGER_NONE ||
		    w->table_event[w->seats[i].table] == s->event) {
			size[w->seats[i].group] += w->seats[i].notes;
			n += w->seats[i].notes;
		}
	return n;
}

/* The group with the most notes over what its share would give. */
static void
lean_words(struct inquiry *w, const struct segment *s, struct buf *words)
{
	size_t groups = w->groups.n, top = 0;
	double *size = mem_zalloc(groups + 1, sizeof(*size));
	double n = group_sizes(w, s, size), best = -1, k = 0;

	for (size_t i = 0; i < s->n; i++) {
		const struct entry *e = &w->here[i];

		if (e->table == LEDGER_NONE || e->group == LEDGER_NONE)
			continue;
		w->group_hits[e->group]++;
		k++;
	}
	for (size_t i = 0; i < groups; i++) {
		uint32_t g = w->groups.nth[i];

		if (w->group_hits[g] - size[g] * k / n > best) {
			best = w->group_hits[g] - size[g] * k / n;
			top = g;
		}
	}
	buf_adds(words, "leans to ");
	buf_slice(words, map_key(&w->l->groups, top));
	buf_addf(words, ": %u of %.0f notes, %.1f if it did not",
	         w->group_hits[top], k, w->group_hits[top] - best);
	for (size_t g = 0; g < groups; g++)
		w->group_hits[g] = 0;
	free(size);
}

void
segment_put_skew(struct inquiry *w, const struct segment *s)
{
	struct buf *b = &w->line, words = BUF_INIT;

	if (s->hearing.of_groups < 2 || s->n < 3)
		return;
	jsonput_key(b, "skew");
	buf_addc(b, '{');
	if (!s->skew.tested) {
		jsonput_text(b, "words",
		             s->too_many ?
		                 SLICE("too many tables and groups to test") :
		                 SLICE("too few tables to test"));
	} else {
		jsonput_number(b, "p", s->skew.p, 4);
		jsonput_number(b, "q", s->q, 4);
		if (s->q <= 0.1)
			lean_words(w, s, &words);
		else
			buf_adds(&words, "no lean to a group beyond chance");
		jsonput_text(b, "words", buf_view(&words));
	}
	buf_addc(b, '}');
	buf_free(&words);
}
