#include "math/verdict_parts.h"

static struct tally
others(const struct poll *p, size_t g)
{
	struct tally t = { 0 };

	for (size_t i = 0; i < p->ngroups; i++) {
		if (i == g)
			continue;
		t.agree += p->group[i].agree;
		t.disagree += p->group[i].disagree;
		t.pass += p->group[i].pass;
	}
	return t;
}

struct ruling
rule_polis(const struct poll *p)
{
	double n = (double)tally_seen(p->all);

	for (size_t g = 0; g < p->ngroups; g++) {
		struct polis_stand s = polis_stand(p->group[g], others(p, g));

		if (polis_representative(&s)) {
			struct ruling r = ruling_of(RULING_CONTESTED, 0);

			r.pro = r.con = g;
			if (p->all.agree < 0.6 * n && p->all.disagree < 0.6 * n)
				return r;
		}
	}
	if (p->all.agree >= 0.6 * n)
		return ruling_of(RULING_CONVERGENT, 1);
	if (p->all.disagree >= 0.6 * n)
		return ruling_of(RULING_CONVERGENT, -1);
	return ruling_of(RULING_MIXED, 0);
}

double
jigsaw_least(const struct poll *p, bool agree)
{
	double least = 1;

	for (size_t g = 0; g < p->ngroups; g++) {
		struct polis_stand s =
		    polis_stand(p->group[g], (struct tally){ 0 });
		double v = agree ? s.pa : s.pd;

		least = v < least ? v : least;
	}
	return least;
}

double
jigsaw_gap(const struct poll *p)
{
	double most = 0;

	for (size_t g = 0; g < p->ngroups; g++) {
		double a = polis_stand(p->group[g], (struct tally){ 0 }).pa;
		double b = polis_stand(others(p, g), (struct tally){ 0 }).pa;
		double gap = a > b ? a - b : b - a;

		most = gap > most ? gap : most;
	}
	return most;
}

/* Without groups: by those who take a side, unless many pass. */
static struct ruling
jigsaw_majority(const struct poll *p, double pass, double limit)
{
	double a = p->all.agree / (double)tally_sided(p->all);

	if (pass <= limit - 0.05 && a >= 0.7)
		return ruling_of(RULING_CONVERGENT, 1);
	if (pass <= limit - 0.05 && a <= 0.3)
		return ruling_of(RULING_CONVERGENT, -1);
	if (pass <= limit - 0.05 && a >= 0.4 && a <= 0.6)
		return ruling_of(RULING_DIVIDED, 0);
	return ruling_of(pass >= limit ? RULING_UNCERTAIN : RULING_MIXED, 0);
}

struct ruling
rule_jigsaw(const struct poll *p)
{
	double pass = (p->all.pass + 1.0) / ((double)tally_seen(p->all) + 2);
	double limit = p->pass_limit > 0.2 ? p->pass_limit : 0.2;

	if (tally_seen(p->all) < JIGSAW_LEAST)
		return ruling_of(RULING_INSUFFICIENT, 0);
	if (p->ngroups < 2)
		return jigsaw_majority(p, pass, limit);
	if (jigsaw_least(p, true) >= 0.6)
		return ruling_of(RULING_CONVERGENT, 1);
	if (jigsaw_least(p, false) >= 0.6)
		return ruling_of(RULING_CONVERGENT, -1);
	if (jigsaw_gap(p) > 0.3)
		return ruling_of(RULING_CONTESTED, 0);
	return ruling_of(pass > limit ? RULING_UNCERTAIN : RULING_MIXED, 0);
}
