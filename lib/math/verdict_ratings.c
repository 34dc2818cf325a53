#include "math/rating.h"
#include "math/verdict_parts.h"

enum { MOVES_MOST = 1000 }; /* ratings that a margin tries to move */

static double
between(const double *count, size_t from, size_t to)
{
	double n = 0;

	for (size_t i = from; i < to; i++)
		n += count[i];
	return n;
}

/* Convergent if the median takes a side; else the panel is not sure. */
static struct ruling
by_side(int side)
{
	return side != 0 ? ruling_of(RULING_CONVERGENT, side) :
	                   ruling_of(RULING_UNCERTAIN, 0);
}

/* Ratings of each third of a panel of 8 to 16 that are still at odds. */
static double
panel_need(double n)
{
	return n <= 10 ? 3 : n <= 13 ? 4 : 5;
}

/*
 * Whether a larger panel disagrees: the distance of the 30th and the 70th
 * percentile is more than it would be by symmetry.
 */
static bool
percentiles_disagree(const double *count)
{
	double low = rating_quantile(count, 9, 0.3);
	double high = rating_quantile(count, 9, 0.7);
	double off = (low + high) / 2 - 5;

	return high - low > 2.35 + 1.5 * (off < 0 ? -off : off);
}

/* A median between two regions belongs to the higher one. */
static struct ruling
by_rand(const double *count, double n)
{
	double median = rating_quantile(count, 9, 0.5);
	size_t third = median >= 6.5 ? 2 : median >= 3.5 ? 1 : 0;
	double inside = between(count, 3 * third, 3 * third + 3);
	bool panel = n >= 8 && n <= 16;

	if (panel ? between(count, 0, 3) >= panel_need(n) &&
	                between(count, 6, 9) >= panel_need(n) :
	            percentiles_disagree(count))
		return ruling_of(RULING_CONTESTED, 0);
	if (third != 1 && panel && n - inside > panel_need(n) - 1)
		return ruling_of(RULING_MIXED, 0);
	return by_side((int)third - 1);
}

/* The distance of the quarters: 1 agrees, 2 if the scale is long. */
static double
spread(const double *count, size_t n)
{
	return rating_quantile(count, n, 0.75) -
	       rating_quantile(count, n, 0.25);
}

static struct ruling
by_spread(const double *count, size_t n)
{
	double median = rating_quantile(count, n, 0.5);
	double outer = (double)rating_outer(n);

	if (spread(count, n) <= (n >= 8 ? 2 : 1))
		return by_side((median > (double)n - outer) -
		               (median < outer + 1));
	if (rating_agreement(count, n) < -0.2)
		return ruling_of(RULING_CONTESTED, 0);
	return ruling_of(RULING_MIXED, 0);
}

static struct ruling
by_delphi(const double *count, size_t n, double all)
{
	double low = between(count, 0, rating_outer(n));
	double high = between(count, n - rating_outer(n), n);

	if (high >= 0.75 * all && low < 0.15 * all)
		return ruling_of(RULING_CONVERGENT, 1);
	if (low >= 0.75 * all && high < 0.15 * all)
		return ruling_of(RULING_CONVERGENT, -1);
	if (rating_agreement(count, n) < -0.2)
		return ruling_of(RULING_CONTESTED, 0);
	return ruling_of(RULING_MIXED, 0);
}

/* As votes: who rates in the middle passes, and that many say something. */
static struct ruling
as_votes(const struct criteria *b, double all, const struct poll *p)
{
	struct ruling r = rule_votes(b, p);

	if (r.verdict == RULING_INSUFFICIENT && all >= (double)b->least &&
	    jeffreys(p->all.pass, all, 0.95).low > 0.2)
		r.verdict = RULING_UNCERTAIN;
	return r;
}

static bool
as_they_are(const struct criteria *b)
{
	return b->scheme == SCHEME_DELPHI75 || scheme_rates(b->scheme);
}

struct ruling
rule_ratings(const struct criteria *b, const double *count, size_t n,
             const struct poll *p)
{
	double all = between(count, 0, n);

	if (!as_they_are(b))
		return as_votes(b, all, p);
	if (all < (double)b->least || (b->scheme == SCHEME_RAND_UCLA && n != 9))
		return ruling_of(RULING_INSUFFICIENT, 0);
	if (b->scheme == SCHEME_RAND_UCLA)
		return by_rand(count, all);
	if (b->scheme == SCHEME_IQR)
		return by_spread(count, n);
	return by_delphi(count, n, all);
}

static void
scheme_words(struct buf *out, const struct criteria *b, const double *count,
             size_t n)
{
	if (b->scheme == SCHEME_RAND_UCLA)
		buf_addf(out,
		         "rand-ucla: %.0f from 1 to 3 and %.0f from 7 to 9; "
		         "contested if raters disagree at both ends, else by "
		         "the third of the median, if few are outside it",
		         between(count, 0, 3), between(count, 6, 9));
	else if (b->scheme == SCHEME_IQR)
		buf_addf(out,
		         "iqr: the middle half lies within %.1f (%d or less is "
		         "convergent), agreement below -.2 is contested",
		         spread(count, n), n >= 8 ? 2 : 1);
	else
		buf_addf(out,
		         "delphi75: %.0f from %zu to %zu and %.0f from 1 to "
		         "%zu (three quarters of one and fewer than .15 of the "
		         "other are convergent, agreement below -.2 is "
		         "contested)",
		         between(count, n - rating_outer(n), n),
		         n - rating_outer(n) + 1, n,
		         between(count, 0, rating_outer(n)), rating_outer(n));
}

void
rule_ratings_words(struct buf *out, const struct criteria *b,
                   const double *count, size_t n, const struct poll *p,
                   const struct ruling *r, const struct slice *names)
{
	double all = between(count, 0, n);

	buf_addf(out,
	         "%.0f rating%s of 1 to %zu, median %.1f, agreement %.2f: ",
	         all, all < 1.5 ? "" : "s", n, rating_quantile(count, n, 0.5),
	         rating_agreement(count, n));
	if (!as_they_are(b)) {
		buf_addf(out,
		         "as votes, %zu to %zu agreeing and 1 to %zu not, ",
		         n - rating_outer(n) + 1, n, rating_outer(n));
		rule_votes_words(out, b, p, r, names);
	} else if (r->verdict != RULING_INSUFFICIENT) {
		scheme_words(out, b, count, n);
	} else if (all < (double)b->least) {
		buf_addf(out, "%zu are needed", b->least);
	} else {
		buf_adds(out, "rand-ucla needs ratings of 1 to 9");
	}
}

/* Move one rating, the farthest, to an end of the scale; false if none is. */
static bool
move_one(double *count, size_t n, bool up)
{
	size_t to = up ? n - 1 : 0;

	for (size_t i = 0; i + 1 < n; i++) {
		size_t from = up ? i : n - 1 - i;

		if (count[from] > 0) {
			count[from]--;
			count[to]++;
			return true;
		}
	}
	return false;
}

/* The fewest ratings moved to an end that change the verdict; 0 if none do. */
static size_t
fewest(const struct criteria *b, const double *count, size_t n,
       const struct ruling *r, bool up, struct ruling *to)
{
	double moved[RATING_MAX];

	for (size_t i = 0; i < n; i++)
		moved[i] = count[i];
	for (size_t k = 1; k <= MOVES_MOST && move_one(moved, n, up); k++) {
		*to = rule_ratings(b, moved, n, NULL);
		if (to->verdict != r->verdict || to->direction != r->direction)
			return k;
	}
	return 0;
}

void
rule_ratings_margin(struct buf *out, const struct criteria *b,
                    const double *count, size_t n, const struct poll *p,
                    const struct ruling *r, const struct slice *names)
{
	struct ruling to[2] = { *r, *r };
	size_t k[2], at;

	if (!as_they_are(b)) {
		rule_votes_margin(out, b, p, r, names);
		return;
	}
	if (r->verdict == RULING_INSUFFICIENT) {
		buf_adds(out, "more ratings would help");
		return;
	}
	k[0] = fewest(b, count, n, r, false, &to[0]);
	k[1] = fewest(b, count, n, r, true, &to[1]);
	if (k[0] == 0 && k[1] == 0) {
		buf_adds(out, "no ratings moved to one end would change it");
		return;
	}
	at = k[0] == 0 || (k[1] > 0 && k[1] < k[0]);
	buf_addf(out, "%zu rating%s changed to %zu would make it %s", k[at],
	         k[at] == 1 ? "" : "s", at == 0 ? (size_t)1 : n,
	         ruling_name(to[at].verdict));
}
