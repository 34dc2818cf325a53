/* Statistics: reference values from R, scipy and the papers' own examples. */
#include <stdint.h>

#include "math/beta.h"
#include "math/breadth.h"
#include "math/rating.h"
#include "math/skew.h"
#include "tap.h"

static void
beta_matches_references(void)
{
	near(beta_below(0.6, 8.5, 2.5), 1 - 0.9056426108967668, 1e-13,
	     "incomplete beta");
	near(share_above(0.6, 8, 2), 0.9056426108967668, 1e-13,
	     "8 of 10 agree: above .6 with probability .9056");
	near(beta_quantile(0.5, 3, 3), 0.5, 1e-14, "median of Beta(3, 3)");
	near(beta_below(0.5, 2000.5, 2000.5), 0.5, 1e-11, "large counts");
}

static void
intervals_match_references(void)
{
	static const struct {
		double k, n, w[2], j[2];
	} want[] = {
		{ 7,
		  12,
		  { 0.31951131254954973, 0.8067396863412435 },
		  { 0.31194042504011954, 0.8195213052102984 } },
		{ 3,
		  4,
		  { 0.30064184258240184, 0.9544127391902995 },
		  { 0.2837516795634126, 0.9715291049128532 } },
		{ 0,
		  5,
		  { 0, 0.43448246478317476 },
		  { 0, 0.37937714229903935 } },
		{ 12,
		  12,
		  { 0.7575059933447592, 1 },
		  { 0.8146940616875149, 1 } },
		{ 1, 1, { 0.20654931437723745, 1 }, { 0.1467463163095751, 1 } },
	};
	struct interval i;

	for (size_t n = 0; n < sizeof(want) / sizeof(*want); n++) {
		i = wilson(want[n].k, want[n].n, Z_TWO_95);
		near(i.low, want[n].w[0], 1e-13, "Wilson, low");
		near(i.high, want[n].w[1], 1e-13, "Wilson, high");
		i = jeffreys(want[n].k, want[n].n, 0.95);
		near(i.low, want[n].j[0], 1e-12, "Jeffreys, low");
		near(i.high, want[n].j[1], 1e-12, "Jeffreys, high");
	}
	i = newcombe(56, 70, 48, 80, Z_TWO_95);
	near(i.low, 0.0524, 5e-5, "Newcombe's example (a), low");
	near(i.high, 0.3339, 5e-5, "Newcombe's example (a), high");
}

static void
fisher_matches_references(void)
{
	near(fisher_exact(8, 2, 1, 5), 0.034965034965034975, 1e-12,
	     "Fisher's exact test");
	near(fisher_exact(3, 1, 1, 3), 0.48571428571428565, 1e-12,
	     "the tea tasting");
}

static void
ratings_match_references(void)
{
	static const struct {
		size_t n;
		double v[7], a, c;
	} want[] = {
		{ 7,
		  { 30, 40, 210, 130, 530, 50, 10 },
		  0.6113333333333333,
		  0.7256876139593463 },
		{ 5, { 10, 0, 0, 0, 10 }, -1, 0 },
		{ 5, { 4, 4, 4, 4, 4 }, 0, 0.43398500028846243 },
		{ 5, { 0, 0, 20, 0, 0 }, 1, 1 },
		{ 5, { 0, 10, 10, 0, 0 }, 0.75, 0.8073549220576042 },
		{ 5, { 1, 2, 10, 5, 2 }, 0.525, 0.6818586354503735 },
	};

	for (size_t i = 0; i < sizeof(want) / sizeof(*want); i++) {
		near(rating_agreement(want[i].v, want[i].n), want[i].a, 1e-13,
		     "van der Eijk's agreement");
		near(rating_consensus(want[i].v, want[i].n), want[i].c, 1e-13,
		     "Tastle and Wierman's consensus");
	}
	near(rating_quantile(want[5].v, 5, 0.5), 3, 0, "median of ratings");
	near(rating_quantile((double[]){ 1, 0, 1, 0, 0 }, 5, 0.5), 2, 0,
	     "median between two ratings");
}

static void
alpha_matches_references(void)
{
	/* Krippendorff's example of 4 observers and 12 units. */
	static const int rated[4][12] = {
		{ 1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0 },
		{ 1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3 },
		{ 0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0 },
		{ 1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0 },
	};
	double counts[12 * 5] = { 0 };

	for (size_t o = 0; o < 4; o++)
		for (size_t u = 0; u < 12; u++)
			if (rated[o][u] > 0)
				counts[u * 5 + (size_t)rated[o][u] - 1]++;
	near(rating_alpha(counts, 12, 5, SCALE_NOMINAL), 0.743421052631579,
	     1e-13, "Krippendorff's alpha, nominal");
	near(rating_alpha(counts, 12, 5, SCALE_ORDINAL), 0.8153875037548814,
	     1e-13, "ordinal");
	near(rating_alpha(counts, 12, 5, SCALE_INTERVAL), 0.8491071428571428,
	     1e-13, "interval");
}

static void
polarisation_matches_references(void)
{
	near(
	    rating_polarisation((double[]){ .5, .5 }, (double[]){ 0, 1 }, 2, 1),
	    0.25, 1e-13, "Esteban-Ray: two halves");
	near(rating_polarisation((double[]){ 1 / 3., 1 / 3., 1 / 3. },
	                         (double[]){ 0, .5, 1 }, 3, 1),
	     0.14814814814814814, 1e-13, "three thirds");
	near(
	    rating_polarisation((double[]){ .9, .1 }, (double[]){ 0, 1 }, 2, 1),
	    0.09, 1e-13, "nine to one");
}

static void
breadth_is_exact(void)
{
	static const size_t size[] = { 30, 22, 18, 25, 12, 8,
		                       31, 15, 20, 27, 9,  14 };
	static const size_t equal[] = { 25, 25, 25, 25, 25, 25,
		                        25, 25, 25, 25, 25, 25 };
	static const size_t three[] = { 2, 1, 1 };
	double p[13], sum = 0, mean = 0;

	breadth_null(size, 12, 9, p);
	for (size_t t = 0; t <= 12; t++) {
		sum += p[t];
		mean += (double)t * p[t];
	}
	near(sum, 1, 1e-12, "the chances add up to one");
	near(mean, 6.3372302, 5e-8, "their mean is the analytic one");
	ok(breadth_low(equal, 12, 8, 4) <= .05 &&
	       breadth_low(equal, 12, 8, 5) > .05,
	   "8 notes are concentrated at 4 of 12 equal tables, not at 5");
	ok(breadth_low(equal, 12, 12, 5) <= .05 &&
	       breadth_low(equal, 12, 12, 6) > .05,
	   "12 notes at 5");
	ok(breadth_low(equal, 12, 20, 7) <= .05 &&
	       breadth_low(equal, 12, 20, 8) > .05,
	   "20 notes at 7");
	ok(breadth_low(equal, 12, 3, 1) <= .05 &&
	       breadth_low(equal, 12, 3, 2) > .05,
	   "3 notes at 1");
	/* Of the 6 pairs of notes, 1 lies at one table. */
	breadth_null(three, 3, 2, p);
	near(p[1], 1. / 6, 1e-14, "two notes of four by hand");
	breadth_null(three, 3, 4, p);
	near(p[3], 1, 1e-14, "all notes are at all tables");
	breadth_null(three, 3, 0, p);
	near(p[0], 1, 1e-14, "no notes are at no table");
}

static void
discoveries_are_adjusted(void)
{
	double q[5];

	adjust_fdr((double[]){ 0.04, 0.005, 0.03, 0.5, 0.01 }, 5, q);
	near(q[1], 0.025, 1e-15, "the least p of five, times five");
	near(q[4], 0.025, 1e-15, "the next by its rank");
	near(q[2], 0.05, 1e-15, "the third");
	near(q[0], 0.05, 1e-15, "never more than those behind it");
	near(q[3], 0.5, 1e-15, "the largest as it is");
}

/* tables of ten notes each, in two groups; theme notes at the first ones. */
static struct skew_result
lean(size_t a, size_t b, const uint32_t *k)
{
	uint32_t notes[64] = { 0 }, theme[64] = { 0 };
	struct skew s = { notes, theme, NULL, a + b, 2, 1 };

	for (size_t j = 0; j < a + b; j++) {
		notes[2 * j + (j >= a)] = 10;
		theme[2 * j + (j >= a)] = k[j];
	}
	return skew_test(&s, 0.05);
}

static void
skew_permutes_tables(void)
{
	struct skew_result r;

	r = lean(2, 2, (uint32_t[]){ 5, 5, 0, 0 });
	ok(!r.tested && fabs(r.least - 1 / 6.) < 1e-12,
	   "two tables against two are too few to test");
	r = lean(4, 8, (uint32_t[]){ 5, 4, 5, 4, 0, 0, 1, 0, 0, 0, 0, 0 });
	ok(r.tested && r.exact && r.tried == 495,
	   "4 against 8 tables have 495 arrangements");
	near(r.p, 1. / 495, 1e-12, "and the most extreme is one of them");
	r = lean(4, 4, (uint32_t[]){ 2, 2, 2, 2, 2, 2, 2, 2 });
	near(r.p, 1, 1e-12, "no lean at all");
	r = lean(10, 10, (uint32_t[]){ 4, 4, 4, 4, 4, 4, 4, 4, 4, 4,
	                               1, 1, 1, 1, 1, 1, 1, 1, 1, 1 });
	ok(r.tested && !r.exact && r.tried == SKEW_DRAWS && r.p <= 0.001,
	   "184,756 arrangements are drawn from");
}

static void
skew_permutes_inside_mixed_tables(void)
{
	static const uint32_t notes[] = { 10, 10, 10, 10, 10, 10 };
	static const uint32_t theme[] = { 8, 0, 7, 0, 8, 1 };
	static const uint32_t even[] = { 3, 3, 3, 3, 3, 3 };
	struct skew s = { notes, theme, NULL, 3, 2, 1 };
	struct skew_result r = skew_test(&s, 0.05);

	ok(r.tested && r.inside && r.p < 0.001, "a lean inside mixed tables");
	s.theme = even;
	r = skew_test(&s, 0.05);
	ok(r.tested && r.p > 0.5, "no lean inside mixed tables");
}

/* A hundred notes of the theme at each of three tables with three groups. */
static void
skew_draws_from_the_normal_where_many_speak(void)
{
	static const uint32_t notes[] = { 200, 200, 200, 200, 200,
		                          200, 200, 200, 0 };
	static const uint32_t lean[] = { 60, 20, 20, 60, 20, 20, 70, 30, 0 };
	static const uint32_t even[] = { 34, 33, 33, 33, 34, 33, 50, 50, 0 };
	struct skew s = { notes, lean, NULL, 3, 3, 1 };
	struct skew_result r = skew_test(&s, 0.05);

	ok(r.tested && r.inside && !r.exact && r.p < 0.001,
	   "a lean of three hundred notes");
	s.theme = even;
	r = skew_test(&s, 0.05);
	ok(r.tested && r.p > 0.5, "no lean of as many");
}

static void
skew_stays_within_events(void)
{
	static const uint32_t event[] = { 0, 0, 0, 0, 1, 1, 1, 1 };
	uint32_t notes[16] = { 0 }, theme[16] = { 0 };
	struct skew s = { notes, theme, event, 8, 2, 1 };
	struct skew_result r;

	for (size_t j = 0; j < 8; j++) {
		notes[2 * j + (j % 4 >= 2)] = 10;
		theme[2 * j + (j % 4 >= 2)] = j % 4 >= 2 ? 0 : 4;
	}
	r = skew_test(&s, 0.05);
	ok(r.exact && r.tried == 36, "6 arrangements in each of two events");
	near(r.p, 2. / 36, 1e-12, "all one way or all the other");
}

int
main(void)
{
	beta_matches_references();
	intervals_match_references();
	fisher_matches_references();
	ratings_match_references();
	alpha_matches_references();
	polarisation_matches_references();
	breadth_is_exact();
	discoveries_are_adjusted();
	skew_permutes_tables();
	skew_permutes_inside_mixed_tables();
	skew_draws_from_the_normal_where_many_speak();
	skew_stays_within_events();
	return tap_done();
}
