#include <string.h>

#include "base/buf.h"
#include "math/label_parts.h"

/* A second term tells so much of a theme at least, the first one 1. */
static const double worthy = 0.4;

/* Whether text i holds a strong word of a candidate. */
static bool
speaks_of(const struct candidates *c, size_t i, const struct candidate *d)
{
	for (size_t j = c->held.start[i]; j < c->held.start[i + 1]; j++)
		for (size_t w = 0; w < d->words; w++)
			if (c->held.column[j] == d->part[w] &&
			    !c->of[d->part[w]].weak)
				return true;
	return false;
}

/*
 * How many texts of a theme speak of a, or if b is given, of b and not of a.
 */
static size_t
covered(const struct theme_texts *t, const struct candidate *a,
        const struct candidate *b)
{
	size_t n = 0;

	for (size_t i = 0; i < t->c->held.rows; i++)
		if (t->theme[i] == t->which) {
			bool first = speaks_of(t->c, i, a);

			n +=
			    b == NULL ? first : !first && speaks_of(t->c, i, b);
		}
	return n;
}

/* Whether a candidate is a name of one thing, to be joined with another. */
static bool
is_name(const struct candidate *d)
{
	return d->worth > 0.5 && !d->linked;
}

/*
 * The term that speaks of the texts that the first one leaves out, or 0 if the
 * first stands well alone.
 */
static size_t
second_term(const struct theme_texts *t, const struct choice *terms)
{
	const struct candidate *of = t->c->of, *first = &of[terms->number[0]];
	size_t best = 0, least = t->size < 9 ? 2 : 3;
	double top = 0;

	if (t->size < 4 || !is_name(first) ||
	    covered(t, first, NULL) * 2 >= t->size)
		return 0;
	for (size_t i = 1; i < terms->n; i++) {
		const struct candidate *d = &of[terms->number[i]];
		size_t more = covered(t, first, d);
		double score = (double)(more * (d->words + 1)) * d->rare;

		if (terms->score[i] < worthy * terms->score[0] ||
		    first->words + d->words > PHRASE_WORDS + 1 || !is_name(d) ||
		    more < least || more * 6 < t->size || score <= top)
			continue;
		top = score;
		best = i;
	}
	return best;
}

/* Whether some text of a theme has the word "and". */
static bool
has_and(const struct theme_texts *t)
{
	for (size_t i = 0; i < t->c->held.rows; i++)
		if (t->theme[i] == t->which && t->texts[i].len > 5 &&
		    memmem(t->texts[i].p, t->texts[i].len, " and ", 5) != NULL)
			return true;
	return false;
}

void
label_name(const struct theme_texts *t, const struct choice *terms,
           struct pool *pool, struct label *label)
{
	size_t second = terms->n > 0 ? second_term(t, terms) : 0;
	struct buf name = BUF_INIT;

	for (label->n = 0; label->n < terms->n; label->n++)
		label->terms[label->n] =
		    pool_slice(pool, t->c->of[terms->number[label->n]].surface);
	if (label->n == 0)
		return;
	label->name = label->terms[0];
	if (second == 0)
		return;
	buf_slice(&name, label->terms[0]);
	buf_adds(&name, has_and(t) ? " and " : ", ");
	buf_slice(&name, label->terms[second]);
	label->name = pool_slice(pool, buf_view(&name));
	buf_free(&name);
}
