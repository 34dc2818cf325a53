#include <stdlib.h>

#include "base/mem.h"
#include "io/votes_parts.h"
#include "math/rating.h"

static int
by_voter(const void *va, const void *vb)
{
	const struct rated *a = va, *b = vb;

	if (a->note != b->note)
		return a->note < b->note ? -1 : 1;
	if (a->voter != b->voter)
		return a->voter < b->voter ? -1 : 1;
	if (a->time != b->time)
		return a->time < b->time ? -1 : 1;
	return (a->rating > b->rating) - (a->rating < b->rating);
}

/* Where the ratings of a note's statement are counted, made if need be. */
static double *
ratings_of(const struct inquiry *w, struct votes *v, uint32_t note)
{
	size_t e = w->events.rank[w->l->entries[note].event];
	struct talk *t = &v->talks[e];
	size_t s = v->numbers.statement[note] - v->numbers.first_statement[e];

	if (t->ratings == NULL)
		t->ratings = mem_zalloc(t->ballot.nstatements * LEDGER_SCALE,
		                        sizeof(*t->ratings));
	return t->ratings + s * LEDGER_SCALE;
}

/*
 * The last rating of the first voter in r, on one note; 0 if two at that time
 * differ. Return how many there are.
 */
static size_t
last_rating(const struct rated *r, size_t left, uint32_t *rating)
{
	size_t n = 1, i;

	while (n < left && r[n].note == r->note && r[n].voter == r->voter)
		n++;
	for (i = n - 1; i > 0 && r[i - 1].time == r[n - 1].time; i--)
		;
	*rating = r[i].rating == r[n - 1].rating ? r[i].rating : 0;
	return n;
}

void
votes_count_ratings(struct inquiry *w, struct votes *v)
{
	struct ledger *l = w->l;
	uint32_t rating;

	mem_sort(l->rated, l->nrated, sizeof(*l->rated), by_voter);
	for (size_t i = 0; i < l->nrated;) {
		const struct rated *r = &l->rated[i];

		i += last_rating(r, l->nrated - i, &rating);
		if (rating > 0)
			ratings_of(w, v, r->note)[rating - 1]++;
	}
}

void
votes_add_ratings(const struct inquiry *w, uint32_t note, double *count)
{
	const struct entry *e = inquiry_entry(w, note);
	const struct talk *t = &w->votes->talks[w->events.rank[e->event]];

	if (e->rating > 0)
		count[e->rating - 1]++;
	if (t->ratings == NULL || !(e->flags & ENTRY_VOTED))
		return;
	for (size_t i = 0; i < LEDGER_SCALE; i++)
		count[i] += ratings_of(w, w->votes, note)[i];
}

void
talk_put_ratings(struct buf *b, const double *count, size_t n)
{
	double all = 0, share[LEDGER_SCALE], at[LEDGER_SCALE];

	jsonput_key(b, "ratings");
	buf_addc(b, '{');
	jsonput_key(b, "of");
	buf_addc(b, '[');
	for (size_t i = 0; i < n; i++) {
		buf_addf(b, i > 0 ? ",%.0f" : "%.0f", count[i]);
		all += count[i];
	}
	buf_addc(b, ']');
	for (size_t i = 0; i < n; i++) {
		share[i] = all > 0 ? count[i] / all : 0;
		at[i] = (double)i / ((double)n - 1);
	}
	jsonput_number(b, "median", rating_quantile(count, n, 0.5), 6);
	jsonput_number(b, "quarters_apart",
	               rating_quantile(count, n, 0.75) -
	                   rating_quantile(count, n, 0.25),
	               6);
	jsonput_number(b, "agreement", rating_agreement(count, n), 6);
	jsonput_number(b, "consensus", rating_consensus(count, n), 6);
	jsonput_number(b, "polarisation", rating_polarisation(share, at, n, 1),
	               6);
	buf_addc(b, '}');
}

void
talk_put_gap(struct buf *b, const struct talk *t, size_t s)
{
	const struct tally *row = t->counts + s * t->ngroups;
	struct gap g = t->given > 0 ? t->gaps[s] : gap_widest(row, t->ngroups);

	if (g.pairs == 0)
		return;
	jsonput_key(b, "gap");
	buf_addc(b, '{');
	if (g.high != g.low) {
		jsonput_text(b, "high", t->names[g.high]);
		jsonput_text(b, "low", t->names[g.low]);
	}
	jsonput_number(b, "wide", g.wide, 4);
	buf_addf(b, ",\"interval\":[%.4f,%.4f]", g.interval.low,
	         g.interval.high);
	if (t->given > 0) {
		jsonput_number(b, "p", g.p, 4);
		jsonput_number(b, "q", t->gap_q[s], 4);
	}
	buf_addc(b, '}');
}

/* Krippendorff's alpha of the event's ratings, or else of its votes. */
static double
alpha_of(const struct talk *t, bool rated, size_t scale)
{
	size_t n = rated ? scale : 3, units = t->ballot.nstatements;
	double *count = mem_zalloc(units * n + 1, sizeof(*count)), alpha;

	for (size_t s = 0; s < units; s++) {
		for (size_t i = 0; rated && i < n; i++)
			count[s * n + i] = t->ratings[s * LEDGER_SCALE + i];
		if (!rated) {
			count[s * n] = t->all[s].agree;
			count[s * n + 1] = t->all[s].disagree;
			count[s * n + 2] = t->all[s].pass;
		}
	}
	alpha = rating_alpha(count, units, n,
	                     rated ? SCALE_ORDINAL : SCALE_NOMINAL);
	free(count);
	return alpha;
}

void
talk_put(const struct inquiry *w, const struct talk *t, struct buf *b)
{
	const struct ballot *a = &t->ballot;
	bool rated = t->ratings != NULL;

	jsonput_key(b, "talk");
	buf_addf(b, "{\"voters\":%zu,\"statements\":%zu,\"votes\":%u",
	         a->nvoters, a->nstatements,
	         a->nvoters > 0 ? a->row[a->nvoters] - a->row[0] : 0);
	jsonput_number(b, "alpha", alpha_of(t, rated, w->l->options.scale), 4);
	jsonput_text(b, "of", rated ? SLICE("ratings") : SLICE("votes"));
	buf_addc(b, '}');
}
