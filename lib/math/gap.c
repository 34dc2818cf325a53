#include <stdlib.h>

#include "base/mem.h"
#include "math/gap.h"
#include "math/rating.h"

static double
sided(struct tally t)
{
	return (double)t.agree + t.disagree;
}

static double
share(struct tally t)
{
	return sided(t) > 0 ? t.agree / sided(t) : 0;
}

struct gap
gap_widest(const struct tally *group, size_t n)
{
	struct gap g = { .p = 1 };
	const struct tally *a, *b;
	size_t there = 0;

	for (size_t i = 0; i < n; i++) {
		if (sided(group[i]) < GAP_LEAST)
			continue;
		if (there == 0 || share(group[i]) > share(group[g.high]))
			g.high = i;
		if (there++ == 0 || share(group[i]) < share(group[g.low]))
			g.low = i;
	}
	if (there < 2 || g.high == g.low)
		return (struct gap){ .p = 1, .pairs = there < 2 ? 0 : 1 };
	a = &group[g.high];
	b = &group[g.low];
	g.pairs = there * (there - 1) / 2;
	g.wide = share(*a) - share(*b);
	g.interval =
	    newcombe(a->agree, sided(*a), b->agree, sided(*b), Z_TWO_95);
	g.p = fisher_exact(a->agree, a->disagree, b->agree, b->disagree) *
	      (double)g.pairs;
	g.p = g.p < 1 ? g.p : 1;
	return g;
}

double
divisiveness(struct tally t)
{
	double apart = (double)t.agree - t.disagree;

	return sided(t) > 0 ? 1 - (apart < 0 ? -apart : apart) / sided(t) : 0;
}

double
gap_polarisation(const struct tally *group, size_t n)
{
	double *size = mem_alloc((n + 1) * sizeof(*size));
	double *at = mem_alloc((n + 1) * sizeof(*at)), all = 0, p;

	for (size_t i = 0; i < n; i++)
		all += sided(group[i]);
	for (size_t i = 0; i < n; i++) {
		size[i] = all > 0 ? sided(group[i]) / all : 0;
		at[i] = share(group[i]);
	}
	p = rating_polarisation(size, at, n, 1);
	free(at);
	free(size);
	return p;
}
