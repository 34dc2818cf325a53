#include "math/verdict.h"

static const char *const verdicts[] = {
	"convergent", "contested",    "divided",      "uncertain",
	"mixed",      "insufficient", "single-voice", "recurring",
};

static const char *const bases[] = {
	"votes", "marks", "cues", "stance", "breadth",
};

const char *const scheme_names[] = {
	"posterior", "polis", "jigsaw", "delphi75", "rand-ucla", NULL,
};

const char *
ruling_name(enum ruling_verdict v)
{
	return verdicts[v];
}

const char *
basis_name(enum basis b)
{
	return bases[b];
}

enum { GROUP_LEAST = 5 };

static size_t
sided(struct tally t)
{
	return (size_t)t.agree + t.disagree;
}

static size_t
seen(struct tally t)
{
	return sided(t) + t.pass;
}

static struct ruling
ruling(enum ruling_verdict v, int direction)
{
	return (struct ruling){ .verdict = v, .direction = direction };
}

/* P(share that agrees > limit), after those who took a side. */
static double
above(double limit, struct tally t)
{
	return share_above(limit, t.agree, t.disagree);
}

/* Whether all, and every group that is large enough, lean to side. */
static bool
all_lean(const struct bench *b, const struct poll *p, int side)
{
	double c = b->confidence;
	double whole = side > 0 ? above(0.6, p->all) : 1 - above(0.4, p->all);

	if (whole < c)
		return false;
	for (size_t g = 0; g < p->ngroups; g++) {
		double up = above(0.5, p->group[g]);

		if (sided(p->group[g]) >= GROUP_LEAST &&
		    (side > 0 ? up : 1 - up) < c)
			return false;
	}
	return true;
}

/* Whether one group is for and another against; the clearest of each. */
static bool
groups_split(const struct bench *b, const struct poll *p, struct ruling *r)
{
	double pro = 0, con = 0;

	for (size_t g = 0; g < p->ngroups; g++) {
		double up = above(0.5, p->group[g]);

		if (sided(p->group[g]) < GROUP_LEAST)
			continue;
		if (up > pro) {
			pro = up;
			r->pro = g;
		}
		if (1 - up > con) {
			con = 1 - up;
			r->con = g;
		}
	}
	return pro >= split_confidence(b) && con >= split_confidence(b);
}

static struct ruling
by_posterior(const struct bench *b, const struct poll *p)
{
	struct ruling r = { 0 };
	double third = 1 / 3.0;

	if (all_lean(b, p, 1))
		return ruling(RULING_CONVERGENT, 1);
	if (all_lean(b, p, -1))
		return ruling(RULING_CONVERGENT, -1);
	if (groups_split(b, p, &r)) {
		r.verdict = RULING_CONTESTED;
		return r;
	}
	if (above(third, p->all) - above(2 * third, p->all) >= b->confidence)
		return ruling(RULING_DIVIDED, 0);
	if (jeffreys(p->all.pass, (double)seen(p->all), 0.95).low > 0.2)
		return ruling(RULING_UNCERTAIN, 0);
	return ruling(RULING_MIXED, 0);
}

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

static struct ruling
by_polis(const struct poll *p)
{
	double n = (double)seen(p->all);

	for (size_t g = 0; g < p->ngroups; g++) {
		struct polis_stand s = polis_stand(p->group[g], others(p, g));

		if (polis_representative(&s)) {
			struct ruling r = ruling(RULING_CONTESTED, 0);

			r.pro = r.con = g;
			if (p->all.agree < 0.6 * n && p->all.disagree < 0.6 * n)
				return r;
		}
	}
	if (p->all.agree >= 0.6 * n)
		return ruling(RULING_CONVERGENT, 1);
	if (p->all.disagree >= 0.6 * n)
		return ruling(RULING_CONVERGENT, -1);
	return ruling(RULING_MIXED, 0);
}

/* The smallest smoothed share of the groups that agree, or disagree. */
static double
least_share(const struct poll *p, bool agree)
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

/* The largest distance of a group's share from the others'. */
static double
widest_gap(const struct poll *p)
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

static struct ruling
by_jigsaw(const struct poll *whole)
{
	struct poll one = { &whole->all, 1, whole->all, whole->pass_limit };
	const struct poll *p = whole->ngroups > 1 ? whole : &one;
	double pass = (p->all.pass + 1.0) / ((double)seen(p->all) + 2);

	if (seen(p->all) < 20)
		return ruling(RULING_INSUFFICIENT, 0);
	if (least_share(p, true) >= 0.6)
		return ruling(RULING_CONVERGENT, 1);
	if (least_share(p, false) >= 0.6)
		return ruling(RULING_CONVERGENT, -1);
	if (p->ngroups > 1 && widest_gap(p) > 0.3)
		return ruling(RULING_CONTESTED, 0);
	if (pass > (p->pass_limit > 0.2 ? p->pass_limit : 0.2))
		return ruling(RULING_UNCERTAIN, 0);
	return ruling(RULING_MIXED, 0);
}

static struct ruling
by_delphi(const struct poll *p)
{
	double n = (double)sided(p->all);

	if (p->all.agree >= 0.75 * n)
		return ruling(RULING_CONVERGENT, 1);
	if (p->all.disagree >= 0.75 * n)
		return ruling(RULING_CONVERGENT, -1);
	return ruling(RULING_MIXED, 0);
}

struct ruling
rule_votes(const struct bench *b, const struct poll *p)
{
	if (sided(p->all) < b->least && !(b->scheme == SCHEME_JIGSAW))
		return ruling(RULING_INSUFFICIENT, 0);
	switch (b->scheme) {
	case SCHEME_POLIS:
		return by_polis(p);
	case SCHEME_JIGSAW:
		return by_jigsaw(p);
	case SCHEME_DELPHI75:
		return by_delphi(p);
	case SCHEME_RAND_UCLA:
		return ruling(RULING_INSUFFICIENT, 0);
	case SCHEME_POSTERIOR:
		break;
	}
	return by_posterior(b, p);
}
