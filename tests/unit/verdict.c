/* Verdicts: each scheme on votes and ratings, by its source's own numbers. */
#include <string.h>

#include "math/breadth.h"
#include "math/gap.h"
#include "math/rating.h"
#include "math/verdict.h"
#include "tap.h"

static const struct slice names[] = { { "X", 1 }, { "Y", 1 } };

static struct ruling
rate(enum scheme scheme, size_t least, const double *count, size_t n)
{
	struct criteria criteria = { scheme, 0.9, least };
	struct tally all = { 0 };
	struct poll p = { NULL, 0, all, 0 };

	for (size_t i = 0; i < n; i++) {
		int side = rating_side(i + 1, n);

		p.all.agree += side > 0 ? (uint32_t)count[i] : 0;
		p.all.disagree += side < 0 ? (uint32_t)count[i] : 0;
		p.all.pass += side == 0 ? (uint32_t)count[i] : 0;
	}
	return rule_ratings(&criteria, count, n, &p);
}

/* Fitch et al. 2001: ratings of a panel, what it comes to. */
static void
panels_follow_the_manual(void)
{
	static const struct {
		double count[9];
		enum ruling_verdict v;
		int direction;
		const char *what;
	} want[] = {
		{ { 1, 1, 0, 0, 0, 0, 2, 3, 2 },
		  RULING_CONVERGENT,
		  1,
		  "nine: two outside the region of the median" },
		{ { 1, 1, 0, 1, 0, 0, 2, 2, 2 },
		  RULING_MIXED,
		  0,
		  "nine: three outside" },
		{ { 1, 1, 1, 0, 0, 0, 2, 2, 2 },
		  RULING_CONTESTED,
		  0,
		  "nine: three at either end" },
		{ { 3, 2, 2, 0, 1, 0, 1, 0, 0 },
		  RULING_CONVERGENT,
		  -1,
		  "nine: low" },
		{ { 0, 1, 1, 1, 0, 0, 3, 4, 2 },
		  RULING_CONVERGENT,
		  1,
		  "twelve: three outside" },
		{ { 1, 1, 1, 1, 0, 0, 3, 3, 2 },
		  RULING_MIXED,
		  0,
		  "twelve: four outside" },
		{ { 2, 1, 1, 0, 0, 0, 3, 3, 2 },
		  RULING_CONTESTED,
		  0,
		  "twelve: four at either end" },
		{ { 2, 1, 1, 0, 0, 0, 4, 4, 3 },
		  RULING_CONVERGENT,
		  1,
		  "fifteen: four outside" },
		{ { 2, 2, 1, 0, 0, 0, 4, 4, 3 },
		  RULING_CONTESTED,
		  0,
		  "sixteen: five at either end" },
		{ { 0, 0, 0, 4, 1, 0, 3, 0, 0 },
		  RULING_UNCERTAIN,
		  0,
		  "eight: median in the middle" },
		{ { 0, 0, 0, 0, 0, 4, 4, 0, 0 },
		  RULING_MIXED,
		  0,
		  "eight: median 6.5 counts as high, four are outside" },
		{ { 5, 0, 0, 0, 10, 0, 0, 0, 5 },
		  RULING_UNCERTAIN,
		  0,
		  "twenty: 30th and 70th percentile at 5" },
		{ { 8, 0, 0, 0, 4, 0, 0, 0, 8 },
		  RULING_CONTESTED,
		  0,
		  "twenty: 8 apart, more than 2.35" },
		{ { 0, 0, 7, 0, 1, 0, 0, 12, 0 },
		  RULING_CONTESTED,
		  0,
		  "twenty: 5 apart, 2.35 + 1.5 times .5 is 3.1" },
	};

	for (size_t i = 0; i < sizeof(want) / sizeof(*want); i++) {
		struct ruling r = rate(SCHEME_RAND_UCLA, 8, want[i].count, 9);

		ok(r.verdict == want[i].v && r.direction == want[i].direction,
		   want[i].what);
	}
	ok(rate(SCHEME_RAND_UCLA, 8, (double[]){ 0, 0, 0, 0, 20 }, 5).verdict ==
	       RULING_INSUFFICIENT,
	   "a scale of five is not theirs");
	ok(rate(SCHEME_RAND_UCLA, 8, (double[]){ 0, 0, 0, 0, 0, 0, 0, 7, 0 }, 9)
	           .verdict == RULING_INSUFFICIENT,
	   "seven are no panel");
}

static void
delphi_counts_outer_thirds(void)
{
	ok(rate(SCHEME_DELPHI75, 8, (double[]){ 0, 0, 2, 0, 1, 2, 5, 5, 5 }, 9)
	           .verdict == RULING_CONVERGENT,
	   "15 of 20 are three quarters, 2 fewer than .15");
	ok(rate(SCHEME_DELPHI75, 8, (double[]){ 0, 0, 2, 0, 2, 2, 5, 5, 4 }, 9)
	           .verdict == RULING_MIXED,
	   "14 of 20 are not");
	ok(rate(SCHEME_DELPHI75, 8, (double[]){ 0, 0, 3, 0, 1, 1, 5, 5, 5 }, 9)
	           .verdict == RULING_MIXED,
	   "nor if 3 of 20 are at the other end");
	ok(rate(SCHEME_DELPHI75, 8, (double[]){ 8, 1, 0, 0, 0, 0, 0, 1, 8 }, 9)
	           .verdict == RULING_CONTESTED,
	   "two humps");
}

static void
quarters_follow_the_scale(void)
{
	ok(rate(SCHEME_IQR, 8, (double[]){ 0, 1, 2, 8, 4 }, 5).direction == 1,
	   "five points: quarters one apart, and high");
	ok(rate(SCHEME_IQR, 8, (double[]){ 0, 4, 3, 4, 3 }, 5).verdict ==
	       RULING_MIXED,
	   "two apart");
	ok(rate(SCHEME_IQR, 8, (double[]){ 0, 0, 0, 0, 0, 3, 4, 4, 3 }, 9)
	           .direction == 1,
	   "nine points: two apart will do");
	ok(rate(SCHEME_IQR, 8, (double[]){ 0, 0, 0, 5, 5, 4, 0, 0, 0 }, 9)
	           .verdict == RULING_UNCERTAIN,
	   "in the middle: uncertain");
	ok(rate(SCHEME_IQR, 8, (double[]){ 6, 0, 0, 0, 6 }, 5).verdict ==
	       RULING_CONTESTED,
	   "two humps");
}

static void
ratings_are_votes_to_others(void)
{
	ok(rating_side(7, 9) == 1 && rating_side(6, 9) == 0 &&
	       rating_side(3, 9) == -1 && rating_side(4, 9) == 0,
	   "the outer thirds of nine are sides");
	ok(rating_side(4, 5) == 1 && rating_side(3, 5) == 0 &&
	       rating_side(2, 5) == -1 && rating_side(3, 4) == 1 &&
	       rating_side(2, 4) == -1,
	   "all but the middle of five and four");
	ok(rate(SCHEME_POSTERIOR, 10, (double[]){ 0, 0, 1, 0, 1, 0, 8, 8, 4 },
	        9)
	           .direction == 1,
	   "posterior: 20 of 21 who take a side");
	ok(rate(SCHEME_POSTERIOR, 10, (double[]){ 0, 0, 0, 4, 9, 4, 0, 0, 0 },
	        9)
	           .verdict == RULING_UNCERTAIN,
	   "all in the middle: uncertain, not insufficient");
	ok(rate(SCHEME_POLIS, 8, (double[]){ 0, 0, 1, 2, 1, 0, 3, 3, 1 }, 9)
	           .direction == 1,
	   "polis: 7 of 11");
}

/* What a rule says of ratings, or its margin. */
static const char *
said(enum scheme scheme, const double *count, bool margin)
{
	static struct buf out = BUF_INIT;
	struct criteria criteria = { scheme, 0.9, 8 };
	struct poll p = { NULL, 0, { 0 }, 0 };
	struct ruling r = rule_ratings(&criteria, count, 9, &p);

	buf_reset(&out);
	if (margin)
		rule_ratings_margin(&out, &criteria, count, 9, &p, &r, names);
	else
		rule_ratings_words(&out, &criteria, count, 9, &p, &r, names);
	return out.data;
}

static void
margins_count_ratings(void)
{
	static const double two[] = { 1, 1, 0, 0, 0, 0, 2, 3, 2 },
			    most[] = { 0, 0, 2, 0, 1, 2, 5, 5, 5 };

	ok(strcmp(said(SCHEME_RAND_UCLA, two, true),
	          "1 rating changed to 1 would make it contested") == 0,
	   "the rating that a panel hangs on");
	ok(strcmp(said(SCHEME_DELPHI75, most, true),
	          "1 rating changed to 1 would make it mixed") == 0,
	   "and three quarters");
	ok(strstr(said(SCHEME_RAND_UCLA, two, false),
	          "2 from 1 to 3 and 7 from 7 to 9") != NULL,
	   "the rule says its numbers");
}

/* Two groups, or if one is true nobody's. */
static struct ruling
judge(enum scheme scheme, struct tally a, struct tally b, bool one)
{
	struct tally groups[] = { a, b };
	struct criteria criteria = { scheme, 0.9, 10 };
	struct poll p = { groups,
		          one ? 0 : 2,
		          { a.agree + b.agree, a.disagree + b.disagree,
		            a.pass + b.pass },
		          0 };

	return rule_votes(&criteria, &p);
}

static void
peers_decide_at_their_limits(void)
{
	ok(judge(SCHEME_POLIS, (struct tally){ 12, 4, 4 }, (struct tally){ 0 },
	         true)
	           .direction == 1,
	   "polis: 12 of 20 who voted are 6 in 10");
	ok(judge(SCHEME_POLIS, (struct tally){ 11, 4, 5 }, (struct tally){ 0 },
	         true)
	           .verdict == RULING_MIXED,
	   "11 are not");
	ok(judge(SCHEME_JIGSAW, (struct tally){ 5, 2, 1 },
	         (struct tally){ 12, 1, 0 }, false)
	           .direction == 1,
	   "jigsaw: (5 + 1) / (8 + 2) is .6");
	ok(judge(SCHEME_JIGSAW, (struct tally){ 5, 3, 1 },
	         (struct tally){ 12, 1, 0 }, false)
	           .verdict == RULING_CONTESTED,
	   "6 / 11 is not, and the other group is .32 off");
	ok(judge(SCHEME_JIGSAW, (struct tally){ 5, 2, 1 },
	         (struct tally){ 9, 1, 1 }, false)
	           .verdict == RULING_INSUFFICIENT,
	   "19 votes are too few");
	ok(judge(SCHEME_JIGSAW, (struct tally){ 14, 6, 0 }, (struct tally){ 0 },
	         true)
	           .direction == 1,
	   "jigsaw without groups: .7 of those who take a side");
	ok(judge(SCHEME_JIGSAW, (struct tally){ 12, 8, 0 }, (struct tally){ 0 },
	         true)
	           .verdict == RULING_DIVIDED,
	   "from .4 to .6: divided");
	ok(judge(SCHEME_JIGSAW, (struct tally){ 14, 6, 10 },
	         (struct tally){ 0 }, true)
	           .verdict == RULING_UNCERTAIN,
	   "many passes: uncertain");
	ok(judge(SCHEME_DELPHI75, (struct tally){ 15, 5, 9 },
	         (struct tally){ 0 }, true)
	           .direction == 1,
	   "delphi75: 15 of 20");
	ok(judge(SCHEME_IQR, (struct tally){ 15, 5, 9 }, (struct tally){ 0 },
	         true)
	           .verdict == RULING_INSUFFICIENT,
	   "iqr needs ratings");
	ok(judge(SCHEME_POSTERIOR, (struct tally){ 9, 1, 0 },
	         (struct tally){ 0 }, true)
	           .direction == 1,
	   "posterior: 9 of 10, P(p > .6) is .970");
	ok(judge(SCHEME_POSTERIOR, (struct tally){ 8, 3, 0 },
	         (struct tally){ 0 }, true)
	           .verdict == RULING_MIXED,
	   "8 of 11, P(p > .6) below .9");
}

static void
gaps_match_references(void)
{
	struct tally t[] = { { 56, 14, 3 }, { 48, 32, 0 }, { 1, 3, 0 } };
	struct gap g = gap_widest(t, 3);

	ok(g.high == 0 && g.low == 1 && g.pairs == 1,
	   "groups of four are not compared");
	near(g.wide, 0.2, 1e-14, "the difference");
	near(g.interval.low, 0.0524, 5e-5, "Newcombe's example (a), low");
	near(g.interval.high, 0.3339, 5e-5, "Newcombe's example (a), high");
	near(g.p, 0.01252112974921, 1e-12, "Fisher's p");
	t[2] = (struct tally){ 3, 3, 0 };
	ok(gap_widest(t, 3).pairs == 3, "three groups make three pairs");
	ok(gap_widest(t, 1).pairs == 0 && gap_widest(t, 0).pairs == 0,
	   "one group has no gap");
	near(divisiveness((struct tally){ 60, 40, 9 }), 0.8, 1e-15,
	     "divisiveness");
	near(divisiveness((struct tally){ 0, 0, 9 }), 0, 0, "of nobody");
	near(
	    gap_polarisation((struct tally[]){ { 50, 0, 0 }, { 0, 50, 0 } }, 2),
	    0.25, 1e-13, "two halves: .25");
	near(
	    gap_polarisation((struct tally[]){ { 90, 0, 0 }, { 0, 10, 0 } }, 2),
	    0.09, 1e-13, "nine to one: .09");
	near(fisher_exact(150, 100, 120, 140), 0.0019089559639942, 1e-10,
	     "Fisher's test of hundreds");
	near(fisher_exact(30, 0, 0, 30), 1.6911233892145e-17, 1e-25,
	     "of extremes");
	near(fisher_exact(0, 5, 5, 5), 0.1008991008991, 1e-12,
	     "of an empty cell");
	near(fisher_exact(0, 0, 3, 4), 1, 1e-12, "of an empty row");
}

static void
holm_steps_down(void)
{
	double q[5];

	adjust_holm((double[]){ 0.04, 0.005, 0.03, 0.5, 0.01 }, 5, q);
	near(q[1], 0.025, 1e-15, "Holm: the least p times five");
	near(q[4], 0.04, 1e-15, "the next times four");
	near(q[2], 0.09, 1e-15, "the third times three");
	near(q[0], 0.09, 1e-15, "never less than those before it");
	near(q[3], 0.5, 1e-15, "the largest as it is");
}

int
main(void)
{
	panels_follow_the_manual();
	delphi_counts_outer_thirds();
	quarters_follow_the_scale();
	ratings_are_votes_to_others();
	margins_count_ratings();
	peers_decide_at_their_limits();
	gaps_match_references();
	holm_steps_down();
	return tap_done();
}
