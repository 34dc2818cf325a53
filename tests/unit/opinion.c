/* Opinion groups, verdicts on votes, cues and stance. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "data/cue_table.h"
#include "math/bridge.h"
#include "math/kmeans.h"
#include "math/opinion.h"
#include "math/rng.h"
#include "math/verdict.h"
#include "tap.h"

enum { VOTERS = 60, STATEMENTS = 20 };

/* Two camps that vote against each other, or nobody with anybody. */
static void
vote(struct ballot *b, bool camps, const uint32_t *order)
{
	struct cast c[VOTERS * STATEMENTS];
	size_t n = 0;
	struct rng rng;

	rng_seed(&rng, 1);
	for (uint32_t i = 0; i < VOTERS; i++)
		for (uint32_t s = 0; s < STATEMENTS; s++) {
			int side = (s % 2 == 0) == (i % 3 == 0) ? 1 : -1;
			int value = rng_real(&rng) < 0.5 ? 1 : -1;

			if (camps && rng_real(&rng) < 0.85)
				value = side;
			c[n++] = (struct cast){ i, BALLOT_CAST(s, value), s };
		}
	for (size_t i = 0; order != NULL && i < n; i++) {
		struct cast swap = c[i];

		c[i] = c[order[i]];
		c[order[i]] = swap;
	}
	ballot_make(b, c, n, VOTERS, STATEMENTS);
}

static void
camps_are_found(void)
{
	struct ballot b;
	struct pca p;
	struct opinion o;
	size_t right = 0;

	vote(&b, true, NULL);
	pca_fit(&p, &b, NULL, 1e-9);
	opinion_find(&o, &b, &p);
	for (size_t i = 0; i < VOTERS; i++)
		right += o.group[i] == (i % 3 == 0);
	ok(o.k == 2 && right == VOTERS, "two camps are two groups");
	ok(o.size[0] == 40 && o.size[1] == 20, "the larger is the first");
	ok(o.p <= 0.05 && o.stability > 0.9, "sure and stable");
	opinion_free(&o);
	pca_free(&p);
	ballot_free(&b);
}

static void
noise_has_no_camps(void)
{
	struct ballot b;
	struct pca p;
	struct opinion o;

	vote(&b, false, NULL);
	pca_fit(&p, &b, NULL, 1e-9);
	opinion_find(&o, &b, &p);
	ok(o.k == 0 && o.p > 0.05, "noise has no groups");
	ok(o.group[0] == OPINION_NONE, "and nobody is in one");
	opinion_free(&o);
	pca_free(&p);
	ballot_free(&b);
}

static void
order_does_not_matter(void)
{
	uint32_t order[VOTERS * STATEMENTS];
	struct ballot a, b;
	struct rng rng;

	rng_seed(&rng, 5);
	for (size_t i = 0; i < VOTERS * STATEMENTS; i++)
		order[i] = (uint32_t)rng_below(&rng, VOTERS * STATEMENTS);
	vote(&a, true, NULL);
	vote(&b, true, order);
	ok(memcmp(a.value, b.value, VOTERS * STATEMENTS) == 0 &&
	       memcmp(a.statement, b.statement,
	              VOTERS * STATEMENTS * sizeof(*a.statement)) == 0,
	   "votes in another order are the same ballot");
	ballot_free(&a);
	ballot_free(&b);
}

static void
last_votes_count(void)
{
	struct cast c[] = {
		{ 0, BALLOT_CAST(0, 1), 5 },  { 0, BALLOT_CAST(0, -1), 3 },
		{ 0, BALLOT_CAST(1, -1), 7 }, { 0, BALLOT_CAST(1, 1), 7 },
		{ 1, BALLOT_CAST(1, 0), 1 },
	};
	struct ballot b;

	ballot_make(&b, c, 5, 2, 2);
	ok(b.row[2] == 3 && b.value[0] == 1, "the last vote counts");
	ok(b.value[1] == 0 && b.contradicted == 1,
	   "two that differ at the same time are a pass");
	ballot_free(&b);
}

/* Hubert and Arabie's index as scikit-learn has it; silhouettes by hand. */
static void
groupings_match_references(void)
{
	static const struct point at[] = {
		{ 0, 0, 1 }, { 0, 1, 1 }, { 4, 0, 1 }, { 4, 1, 1 }
	};
	const unsigned char two[] = { 0, 0, 1, 1 }, three[] = { 0, 0, 1, 2 },
			    across[] = { 0, 1, 0, 1 };
	unsigned char group[4];
	double near_by = 1, far = (4 + 4.123105625617661) / 2;

	near(rand_index(two, three, 4), 0.5714285714285714, 1e-14,
	     "the adjusted Rand index");
	near(rand_index(two, across, 4), -0.5, 1e-14, "below chance");
	near(rand_index(two, two, 4), 1, 1e-14, "of the same groups");
	near(kmeans(at, 4, 2, group), 1, 1e-12,
	     "k-means: squared distances of two pairs");
	ok(memcmp(group, two, 4) == 0, "and its groups");
	near(silhouette(at, 4, 2, two), 1 - near_by / far, 1e-12,
	     "the silhouette of two pairs");
	near(silhouette(at, 4, 2, across), (5.123105625617661 / 2 - 4) / 4,
	     1e-12, "of the wrong ones it is negative");
}

/*
 * One voter, one statement, no leaning: mean, voter and statement are the same
 * x, which makes (1 - 3x)^2 + .45 x^2 least at 6 / 18.9.
 */
static void
one_vote_bridges_by_the_formula(void)
{
	struct cast c[] = { { 0, BALLOT_CAST(0, 1), 0 } };
	double start[] = { 0 }, score[1];
	struct ballot b;

	ballot_make(&b, c, 1, 1, 1);
	bridge_score(&b, start, score);
	near(score[0], 6 / 18.9, 1e-2,
	     "the bridging score of a single vote, nearly");
	ballot_free(&b);
}

static void
bridges_are_seen(void)
{
	struct ballot b;
	struct cast c[40 * 3];
	double start[40], score[3];
	size_t n = 0;

	/* 0: the one camp's, 1: everybody's, 2: the other camp's. */
	for (uint32_t i = 0; i < 40; i++)
		for (uint32_t s = 0; s < 3; s++) {
			int value = s == 1 ? 1 : (s == 0) == (i < 20) ? 1 : -1;

			c[n++] = (struct cast){ i, BALLOT_CAST(s, value), 0 };
			start[i] = i < 20 ? 1 : -1;
		}
	ballot_make(&b, c, n, 40, 3);
	bridge_score(&b, start, score);
	ok(score[1] > score[0] + 0.1 && score[1] > score[2] + 0.1,
	   "what both camps agree to bridges more");
	near(score[0], score[2], 1e-6, "and the camps' own as little");
	ballot_free(&b);
}

static enum ruling_verdict
judge(enum scheme scheme, struct tally a, struct tally b)
{
	struct tally groups[] = { a, b };
	struct criteria criteria = { scheme, 0.9, 10 };
	struct poll p = { groups,
		          2,
		          { a.agree + b.agree, a.disagree + b.disagree,
		            a.pass + b.pass },
		          0 };

	return rule_votes(&criteria, &p).verdict;
}

static void
verdicts_follow_the_rules(void)
{
	struct tally yes = { 20, 2, 0 }, no = { 2, 20, 0 },
		     half = { 20, 20, 0 }, few = { 2, 1, 0 },
		     shrug = { 5, 3, 12 }, most = { 14, 6, 0 };

	ok(judge(SCHEME_POSTERIOR, yes, yes) == RULING_CONVERGENT,
	   "all agree: convergent");
	ok(judge(SCHEME_POSTERIOR, no, no) == RULING_CONVERGENT,
	   "all disagree: convergent");
	ok(judge(SCHEME_POSTERIOR, yes, no) == RULING_CONTESTED,
	   "one group against the other: contested");
	ok(judge(SCHEME_POSTERIOR, half, half) == RULING_DIVIDED,
	   "halves in each group: divided");
	ok(judge(SCHEME_POSTERIOR, few, few) == RULING_INSUFFICIENT,
	   "six votes: insufficient");
	ok(judge(SCHEME_POSTERIOR, shrug, shrug) == RULING_UNCERTAIN,
	   "many pass: uncertain");
	ok(judge(SCHEME_JIGSAW, yes, no) == RULING_CONTESTED,
	   "jigsaw: more than .3 apart is contested");
	ok(judge(SCHEME_JIGSAW, half, half) == RULING_MIXED,
	   "jigsaw: less than .3 apart is not");
	ok(judge(SCHEME_JIGSAW, most, most) == RULING_CONVERGENT,
	   "jigsaw: .6 in every group");
	ok(judge(SCHEME_DELPHI75, most, most) == RULING_MIXED,
	   "delphi75: .7 is not enough");
	ok(judge(SCHEME_POLIS, yes, no) == RULING_CONTESTED,
	   "polis: representative of a group");
	ok(judge(SCHEME_POLIS, most, most) == RULING_CONVERGENT,
	   "polis: 6 in 10 one way");
}

int
main(void)
{
	camps_are_found();
	noise_has_no_camps();
	order_does_not_matter();
	last_votes_count();
	groupings_match_references();
	one_vote_bridges_by_the_formula();
	bridges_are_seen();
	verdicts_follow_the_rules();
	return tap_done();
}
