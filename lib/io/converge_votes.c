#include <stdlib.h>

#include "base/mem.h"
#include "io/votes_parts.h"
#include "math/bridge.h"

static void
talk_free(struct talk *t)
{
	opinion_free(&t->opinion);
	votemap_free(&t->map);
	free(t->names);
	free(t->counts);
	free(t->all);
	free(t->bridging);
	free(t->ratings);
	free(t->gap_q);
	free(t->gaps);
	free(t->represents);
	free(t->consensus);
	pca_free(&t->pca);
}

void
votes_free(struct inquiry *w)
{
	if (w->votes == NULL)
		return;
	for (size_t e = 0; e < w->votes->n; e++)
		talk_free(&w->votes->talks[e]);
	free(w->votes->talks);
	ballot_free(&w->votes->ballot);
	numbers_free(&w->votes->numbers);
	free(w->votes);
}

static int
by_size(const void *va, const void *vb)
{
	double a = *(const double *)va, b = *(const double *)vb;

	return (a > b) - (a < b);
}

/* The share of passes that three quarters of the statements keep below. */
static double
pass_limit(const struct talk *t)
{
	size_t n = t->ballot.nstatements;
	double *p = mem_alloc((n + 1) * sizeof(*p)), limit;

	for (size_t s = 0; s < n; s++)
		p[s] = (t->all[s].pass + 1.0) /
		       ((double)t->all[s].agree + t->all[s].disagree +
		        t->all[s].pass + 2);
	mem_sort(p, n, sizeof(*p), by_size);
	limit = n > 0 ? p[(n - 1) * 3 / 4] : 0;
	free(p);
	return limit;
}

static void
score_bridging(struct talk *t)
{
	const struct ballot *b = &t->ballot;
	double *start = mem_alloc((b->nvoters + 1) * sizeof(*start)), at[2];

	t->bridging = mem_zalloc(b->nstatements + 1, sizeof(*t->bridging));
	for (size_t v = 0; v < b->nvoters; v++) {
		pca_place(&t->pca, b, v, at);
		start[v] = at[0];
	}
	bridge_score(b, start, t->bridging);
	free(start);
}

/* What Polis would show: which statements stand for whom, and for all. */
static void
score_polis(struct talk *t)
{
	size_t n = t->ballot.nstatements, got;
	struct polis_pick pick[POLIS_PICKS];

	t->represents = mem_zalloc(n * t->ngroups + 1, 1);
	t->consensus = mem_zalloc(n + 1, 1);
	for (size_t g = 0; g < t->ngroups && t->ngroups > 1; g++) {
		got = polis_represent(t->counts, n, t->ngroups, g, NULL, pick);
		for (size_t i = 0; i < got; i++)
			t->represents[pick[i].statement * t->ngroups + g] =
			    pick[i].agree ? 1 : -1;
	}
	for (int side = -1; side <= 1; side += 2) {
		got = polis_consensus(t->all, n, side > 0, NULL, pick);
		for (size_t i = 0; i < got; i++)
			t->consensus[pick[i].statement] = (signed char)side;
	}
}

static void
judge_talk(struct inquiry *w, struct talk *t)
{
	t->pass_limit = pass_limit(t);
	for (size_t s = 0; s < t->ballot.nstatements; s++) {
		struct poll p = talk_poll(t, s);
		struct voted *v = &w->voted[t->note[s]];

		v->ruling = t->ratings != NULL && talk_rated(t, s) ?
		                rule_ratings(&w->opts->criteria,
		                             t->ratings + s * LEDGER_SCALE,
		                             w->l->options.scale, &p) :
		                rule_votes(&w->opts->criteria, &p);
		v->enough = v->ruling.verdict != RULING_INSUFFICIENT &&
		            !talk_of_voters(w, t, s);
	}
}

/* How far stakeholder groups are apart; of groups made from the votes, no p. */
static void
find_gaps(const struct inquiry *w, struct talk *t)
{
	size_t n = t->ballot.nstatements, most = t->given;
	double *p = mem_alloc((n + 1) * sizeof(*p));

	t->gaps = mem_zalloc(n + 1, sizeof(*t->gaps));
	t->gap_q = mem_zalloc(n + 1, sizeof(*t->gap_q));
	for (size_t s = 0; s < n; s++) {
		t->gaps[s] = gap_widest(t->counts + s * t->ngroups, most);
		p[s] = t->gaps[s].p;
	}
	inquiry_adjust(w, p, n, t->gap_q);
	free(p);
}

void
votes_judge(struct inquiry *w)
{
	struct votes *v = w->votes = mem_zalloc(1, sizeof(*v));

	numbers_make(&v->numbers, w);
	votes_ballot(w, &v->numbers, &v->ballot);
	v->n = w->events.n;
	v->talks = mem_zalloc(v->n + 1, sizeof(*v->talks));
	for (size_t e = 0; e < v->n; e++) {
		struct talk *t = &v->talks[e];

		talk_cut(t, &v->ballot, &v->numbers, e);
		if (t->ballot.nvoters > 0)
			pca_fit(&t->pca, &t->ballot, NULL, 1e-9);
		talk_count(w, t);
		if (t->ballot.nvoters > 0)
			score_bridging(t);
	}
	votes_count_others(w, v);
	for (size_t e = 0; e < v->n; e++) {
		score_polis(&v->talks[e]);
		judge_talk(w, &v->talks[e]);
		find_gaps(w, &v->talks[e]);
	}
}

void
votes_put(struct inquiry *w)
{
	for (size_t e = 0; e < w->votes->n; e++)
		for (size_t s = 0; s < w->votes->talks[e].ballot.nstatements;
		     s++)
			statement_put(w, w->events.nth[e], &w->votes->talks[e],
			              s);
}
