#include "math/salience.h"

#include "math/elem.h"

/* How much a phrase weighs beside its words, and how much less a weak word. */
static const double whole = 0.7, weak_share = 0.5;

/* How much more a good name is worth that each of two or three texts has. */
static const double of_all = 2.5, good = 0.9;

/* More texts than that and a phrase must be written twice. */
enum { FEW = 24 };

/* The signed likelihood ratio of a in a theme and b outside, e expected. */
static double
likelihood_ratio(double a, double b, double e)
{
	double g = a * elem_log(a / e);

	if (b > 0 && a + b > e)
		g += b * elem_log(b / (a + b - e));
	return g;
}

/* G2 of a candidate, if it is commoner here than elsewhere. */
static double
gain(const struct salience *s, uint32_t number)
{
	const struct candidate *d = &s->candidates->of[number];
	double a = s->held[number];
	double e = (double)d->texts * (double)s->size / (double)s->n;

	if (s->size == s->n)
		return a;
	return a > e ? likelihood_ratio(a, d->texts - a, e) : 0;
}

/* The mean gain of the words of a phrase. */
static double
gain_of_words(const struct salience *s, const struct candidate *d)
{
	double sum = 0, weight = 0;

	for (size_t i = 0; i < d->words; i++) {
		const struct candidate *w =
		    candidates_judge(s->candidates, d->part[i]);
		double share = w->weak ? weak_share : 1;

		sum += share * w->rare * gain(s, d->part[i]);
		weight += share;
	}
	return weight > 0 ? sum / weight : 0;
}

/* Whether two texts of a theme have each strong word of a phrase. */
static bool
words_are_shared(const struct salience *s, uint32_t number)
{
	const struct candidate *d = candidates_parts(s->candidates, number);

	if (d->words < 2 || s->size > FEW)
		return false;
	for (size_t i = 0; i < d->words; i++)
		if (!s->candidates->of[d->part[i]].weak &&
		    s->held[d->part[i]] < 2)
			return false;
	return true;
}

/*
 * Whether a weak word is what a theme is about: a noun that most of its texts
 * have, and few others.
 */
static bool
is_matter(const struct salience *s, uint32_t number)
{
	const struct candidate *d = candidates_judge(s->candidates, number);
	size_t held = s->held[number];

	return held >= 4 && held * 10 >= s->size * 7 && held * 2 > d->texts &&
	       d->worth >= good;
}

static bool
may_name(const struct salience *s, uint32_t number)
{
	const struct candidate *d = &s->candidates->of[number];
	double a = s->held[number];
	double least = s->fewest > 1 ? 0.06 * (double)s->size : 1;

	if (a == 0 || gain(s, number) <= 0)
		return false;
	if (d->weak && (d->words == 1 ? !is_matter(s, number) : !s->weak))
		return false;
	/* What most themes speak of tells them apart only if all of it is here.
	 */
	if (s->k > 3 && d->themes * 2 > s->k && a < 0.5 * (double)s->size)
		return false;
	return (a >= least && a >= s->fewest) || words_are_shared(s, number);
}

/* What it makes a candidate worth that each of a few texts has its words. */
static double
sharing(const struct salience *s, const struct candidate *d)
{
	if (s->size < 2 || s->size > 3 || d->worth < good)
		return 1;
	for (size_t i = 0; i < d->words; i++)
		if (s->held[d->part[i]] < s->size)
			return 1;
	return of_all;
}

double
salience_of(const struct salience *s, uint32_t number)
{
	const struct candidate *d;
	double own;

	if (!may_name(s, number))
		return 0;
	d = candidates_judge(s->candidates, number);
	own = gain(s, number) * d->rare;
	if (d->words == 1)
		return own * d->worth * sharing(s, d) *
		       (d->weak ? weak_share : 1);
	if (s->held[number] < 2 &&
	    s->candidates->of[d->part[d->words - 1]].weak)
		own = 0;
	return (gain_of_words(s, d) + whole * (d->words > 2 ? 1.4 : 1) * own) *
	       d->worth * sharing(s, d);
}
