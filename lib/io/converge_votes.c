#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "io/converge_parts.h"
#include "io/converge_votes.h"
#include "io/scan.h"
#include "math/bridge.h"

/* Voters and statements numbered by event, then by name. */
struct numbers {
	uint32_t *statement; /* of each note, or LEDGER_NONE */
	uint32_t *voter;     /* of each voter of the ledger */
	uint32_t *note;      /* of each statement */
	uint32_t *who;       /* ledger's number of each voter */
	size_t *first_statement, *first_voter; /* of each event, by rank */
	size_t nstatements;
};

static void
number_statements(struct work *w, struct numbers *n)
{
	size_t notes = w->l->notes.n, events = w->events.n, at = 0;

	n->statement = mem_alloc((notes + 1) * sizeof(*n->statement));
	n->note = mem_alloc((notes + 1) * sizeof(*n->note));
	n->first_statement = mem_zalloc(events + 2, sizeof(size_t));
	memset(n->statement, 0xff, notes * sizeof(*n->statement));
	for (size_t i = 0; i < notes; i++)
		if (w->l->entries[i].flags & ENTRY_VOTED)
			n->first_statement
			    [w->events.rank[w->l->entries[i].event] + 2]++;
	for (size_t e = 0; e < events; e++)
		n->first_statement[e + 1] += n->first_statement[e];
	for (size_t i = 0; i < notes; i++) {
		const struct entry *e = &w->l->entries[w->by_id[i]];

		if (!(e->flags & ENTRY_VOTED))
			continue;
		at = n->first_statement[w->events.rank[e->event] + 1]++;
		n->statement[w->by_id[i]] = (uint32_t)at;
		n->note[at] = w->by_id[i];
		n->nstatements++;
	}
}

static void
number_voters(struct work *w, struct numbers *n)
{
	struct order names = order_names(&w->l->voters);
	size_t events = w->events.n;

	n->voter = mem_alloc((names.n + 1) * sizeof(*n->voter));
	n->who = mem_alloc((names.n + 1) * sizeof(*n->who));
	n->first_voter = mem_zalloc(events + 2, sizeof(size_t));
	for (size_t i = 0; i < names.n; i++)
		n->first_voter
		    [w->events.rank[ledger_event_of(&w->l->voters, i)] + 2]++;
	for (size_t e = 0; e < events; e++)
		n->first_voter[e + 1] += n->first_voter[e];
	for (size_t i = 0; i < names.n; i++) {
		uint32_t v = names.nth[i];
		size_t at = n->first_voter[w->events.rank[ledger_event_of(
					       &w->l->voters, v)] +
		                           1]++;

		n->voter[v] = (uint32_t)at;
		n->who[at] = v;
	}
	order_free(&names);
}

static void
numbers_free(struct numbers *n)
{
	free(n->statement);
	free(n->voter);
	free(n->note);
	free(n->who);
	free(n->first_statement);
	free(n->first_voter);
}

/* All votes in one ballot, by event; the casts are used up. */
static void
make_ballot(struct work *w, const struct numbers *n, struct ballot *b)
{
	struct ledger *l = w->l;

	for (size_t i = 0; i < l->ncasts; i++) {
		struct cast *c = &l->casts[i];

		c->voter = n->voter[c->voter];
		c->what = n->statement[c->what / 4] * 4 + c->what % 4;
	}
	ballot_make(b, l->casts, l->ncasts, l->voters.n, n->nstatements);
	free(l->casts);
	l->casts = NULL;
	l->ncasts = l->casts_cap = 0;
	if (b->contradicted > 0)
		diag_note("%zu votes differ from others of the same voter at "
		          "the same time: counted as a pass",
		          b->contradicted);
}

/* The part of the ballot that belongs to the event of rank e. */
static void
cut_ballot(struct talk *t, const struct ballot *all, const struct numbers *n,
           size_t e)
{
	size_t first = n->first_voter[e];
	size_t base = n->first_statement[e];

	t->ballot = (struct ballot){
		.nvoters = n->first_voter[e + 1] - first,
		.nstatements = n->first_statement[e + 1] - base,
		.row = all->row + first,
		.statement = all->statement,
		.value = all->value,
	};
	for (size_t i = all->row[first]; i < all->row[n->first_voter[e + 1]];
	     i++)
		all->statement[i] -= (uint32_t)base;
	t->note = n->note + base;
	t->who = n->who + first;
}

/* The votes of all events. */
struct votes {
	struct numbers numbers;
	struct ballot ballot;
	struct talk *talks; /* by rank of the event */
	size_t n;
};

static void
talk_free(struct talk *t)
{
	opinion_free(&t->opinion);
	free(t->names);
	free(t->counts);
	free(t->all);
	free(t->bridging);
	free(t->ratings);
	free(t->represents);
	free(t->consensus);
	pca_free(&t->pca);
}

void
votes_free(struct work *w)
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

static void
tally_vote(struct tally *t, int8_t value)
{
	t->agree += value > 0;
	t->disagree += value < 0;
	t->pass += value == 0;
}

/* The columns a voter counts in: its stakeholder and its opinion group. */
static size_t
columns_of(const struct work *w, const struct talk *t, size_t voter,
           const uint32_t *column_of_group, size_t given, size_t out[2])
{
	uint32_t g = w->l->voter_group[t->who[voter]];
	size_t n = 0;

	if (given > 0 && g != LEDGER_NONE)
		out[n++] = column_of_group[g];
	if (t->ngroups > given && t->opinion.group[voter] != OPINION_NONE)
		out[n++] = given + t->opinion.group[voter];
	return n;
}

/* The stakeholder groups of an event's voters, named; return how many. */
static size_t
given_groups(struct work *w, struct talk *t, uint32_t *column_of_group)
{
	bool *there = mem_zalloc(w->groups.n + 1, sizeof(*there));
	size_t n = 0;

	for (size_t v = 0; v < t->ballot.nvoters; v++) {
		uint32_t g = w->l->voter_group[t->who[v]];

		if (g != LEDGER_NONE)
			there[g] = true;
	}
	t->names = mem_alloc((w->groups.n + OPINION_MOST) * sizeof(*t->names));
	for (size_t i = 0; i < w->groups.n; i++) {
		uint32_t g = w->groups.nth[i];

		if (!there[g] || w->opts->groups == GROUPS_VOTES)
			continue;
		column_of_group[g] = (uint32_t)n;
		t->names[n++] = map_key(&w->l->groups, g);
	}
	free(there);
	return n;
}

static void
own_groups(struct work *w, struct talk *t, size_t given)
{
	static const char *const letters[OPINION_MOST] = { "A", "B", "C", "D",
		                                           "E" };

	t->ngroups = given;
	if (given > 0 && w->opts->groups == GROUPS_GIVEN)
		return;
	opinion_find(&t->opinion, &t->ballot, &t->pca);
	for (size_t k = 0; k < t->opinion.k; k++)
		t->names[t->ngroups++] = slice_of(letters[k]);
}

static void
count_votes(struct work *w, struct talk *t)
{
	uint32_t *column = mem_zalloc(w->groups.n + 1, sizeof(*column));
	size_t given = given_groups(w, t, column), cols[2];
	const struct ballot *b = &t->ballot;

	own_groups(w, t, given);
	t->given = given;
	t->counts =
	    mem_zalloc(b->nstatements * t->ngroups + 1, sizeof(*t->counts));
	t->all = mem_zalloc(b->nstatements + 1, sizeof(*t->all));
	for (size_t v = 0; v < b->nvoters; v++) {
		size_t n = columns_of(w, t, v, column, given, cols);

		for (size_t i = b->row[v]; i < b->row[v + 1]; i++) {
			size_t s = b->statement[i];

			tally_vote(&t->all[s], b->value[i]);
			for (size_t c = 0; c < n; c++)
				tally_vote(&t->counts[s * t->ngroups + cols[c]],
				           b->value[i]);
		}
	}
	free(column);
}

/* Counts that notes brought with them, and ratings. */
static void
count_others(struct work *w, struct votes *v)
{
	const struct ledger *l = w->l;

	for (size_t i = 0; i < l->ncounted; i++) {
		const struct inline_votes *c = &l->counted[i];
		size_t e = w->events.rank[l->entries[c->note].event];
		struct talk *t = &v->talks[e];
		struct tally *all = &t->all[v->numbers.statement[c->note] -
		                            v->numbers.first_statement[e]];

		all->agree += c->votes.agree;
		all->disagree += c->votes.disagree;
		all->pass += c->votes.pass;
	}
	for (size_t i = 0; i < l->nrated; i++) {
		uint32_t note = l->rated[i].note;
		size_t e = w->events.rank[l->entries[note].event];
		struct talk *t = &v->talks[e];

		if (t->ratings == NULL)
			t->ratings =
			    mem_zalloc(t->ballot.nstatements * LEDGER_SCALE,
			               sizeof(*t->ratings));
		t->ratings[(v->numbers.statement[note] -
		            v->numbers.first_statement[e]) *
		               LEDGER_SCALE +
		           l->rated[i].rating - 1]++;
	}
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
	qsort(p, n, sizeof(*p), by_size);
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
judge_talk(struct work *w, struct talk *t)
{
	t->pass_limit = pass_limit(t);
	for (size_t s = 0; s < t->ballot.nstatements; s++) {
		struct poll p = talk_poll(t, s);
		struct voted *v = &w->voted[t->note[s]];

		v->ruling = t->ratings != NULL && talk_rated(t, s) ?
		                rule_ratings(&w->opts->bench,
		                             t->ratings + s * LEDGER_SCALE,
		                             LEDGER_SCALE) :
		                rule_votes(&w->opts->bench, &p);
		v->enough = v->ruling.verdict != RULING_INSUFFICIENT;
	}
}

void
votes_judge(struct work *w)
{
	struct votes *v = w->votes = mem_zalloc(1, sizeof(*v));

	number_statements(w, &v->numbers);
	number_voters(w, &v->numbers);
	make_ballot(w, &v->numbers, &v->ballot);
	v->n = w->events.n;
	v->talks = mem_zalloc(v->n + 1, sizeof(*v->talks));
	for (size_t e = 0; e < v->n; e++) {
		struct talk *t = &v->talks[e];

		cut_ballot(t, &v->ballot, &v->numbers, e);
		if (t->ballot.nvoters > 0)
			pca_fit(&t->pca, &t->ballot, NULL, 1e-9);
		count_votes(w, t);
		if (t->ballot.nvoters > 0)
			score_bridging(t);
	}
	count_others(w, v);
	for (size_t e = 0; e < v->n; e++) {
		score_polis(&v->talks[e]);
		judge_talk(w, &v->talks[e]);
	}
}

void
votes_put(struct work *w)
{
	for (size_t e = 0; e < w->votes->n; e++)
		for (size_t s = 0; s < w->votes->talks[e].ballot.nstatements;
		     s++)
			statement_put(w, w->events.nth[e], &w->votes->talks[e],
			              s);
}
