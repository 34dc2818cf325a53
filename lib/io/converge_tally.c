#include <stdlib.h>

#include "base/mem.h"
#include "io/votes_parts.h"

static void
tally_vote(struct tally *t, int8_t value)
{
	t->agree += value > 0;
	t->disagree += value < 0;
	t->pass += value == 0;
}

/* The columns a voter counts in: its stakeholder and its opinion group. */
static size_t
columns_of(const struct inquiry *w, const struct talk *t, size_t voter,
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
given_groups(struct inquiry *w, struct talk *t, uint32_t *column_of_group)
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
own_groups(struct inquiry *w, struct talk *t, size_t given)
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

/* Where the voters stand, by the first kind of groups there is. */
static void
map_voters(const struct inquiry *w, struct talk *t, const uint32_t *column)
{
	size_t n = t->ballot.nvoters, cols[2];
	uint32_t *group = mem_alloc((n + 1) * sizeof(*group));
	struct cloud c;

	for (size_t v = 0; v < n; v++) {
		group[v] = LEDGER_NONE;
		if (columns_of(w, t, v, column, t->given, cols) > 0 &&
		    (t->given == 0 || cols[0] < t->given))
			group[v] = (uint32_t)cols[0];
	}
	cloud_make(&c, &t->ballot, &t->pca);
	votemap_make(&t->map, &c, group, w->l->k);
	t->map.unplaced = n - c.nwho;
	cloud_free(&c);
	free(group);
}

void
talk_count(struct inquiry *w, struct talk *t)
{
	uint32_t *column = mem_zalloc(w->groups.n + 1, sizeof(*column));
	size_t given = given_groups(w, t, column), cols[2];
	const struct ballot *b = &t->ballot;

	own_groups(w, t, given);
	t->given = given;
	if (b->nvoters > 0)
		map_voters(w, t, column);
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

/* The tally of the statement that a note is. */
static struct tally *
tally_of(const struct inquiry *w, const struct votes *v, uint32_t note)
{
	size_t e = w->events.rank[w->l->entries[note].event];

	return &v->talks[e].all[v->numbers.statement[note] -
	                        v->numbers.first_statement[e]];
}

/*
 * Add the counts that notes carry themselves - but not where vote records say
 * the same vote by vote.
 */
static void
count_carried(struct inquiry *w, struct votes *v)
{
	const struct ledger *l = w->l;
	bool *known = mem_zalloc(l->ncounted, sizeof(*known));

	for (size_t i = 0; i < l->ncounted; i++) {
		const struct tally *t = tally_of(w, v, l->counted[i].note);

		known[i] = t->agree + t->disagree + t->pass > 0;
	}
	for (size_t i = 0; i < l->ncounted; i++) {
		const struct inline_votes *c = &l->counted[i];
		struct tally *t = tally_of(w, v, c->note);

		if (known[i])
			continue;
		t->agree += c->votes.agree;
		t->disagree += c->votes.disagree;
		t->pass += c->votes.pass;
	}
	free(known);
}

void
votes_count_others(struct inquiry *w, struct votes *v)
{
	count_carried(w, v);
	votes_count_ratings(w, v);
}
