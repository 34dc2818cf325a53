#include "math/verdict_parts.h"

static const char *const verdicts[] = {
	"convergent", "contested",    "divided",      "uncertain",
	"mixed",      "insufficient", "single-voice", "recurring",
};

static const char *const bases[] = {
	"votes", "marks", "cues", "stance", "breadth",
};

const char *const scheme_names[] = {
	"posterior", "polis", "jigsaw", "delphi75", "rand-ucla", "iqr", NULL,
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

/* P(share that agrees > limit), after those who took a side. */
static double
above(double limit, struct tally t)
{
	return share_above(limit, t.agree, t.disagree);
}

/* Whether all, and every group that is large enough, lean to side. */
static bool
all_lean(const struct criteria *b, const struct poll *p, int side)
{
	double c = b->confidence;
	double whole = side > 0 ? above(0.6, p->all) : 1 - above(0.4, p->all);

	if (whole < c)
		return false;
	for (size_t g = 0; g < p->ngroups; g++) {
		double up = above(0.5, p->group[g]);

		if (tally_sided(p->group[g]) >= GROUP_LEAST &&
		    (side > 0 ? up : 1 - up) < c)
			return false;
	}
	return true;
}

/* Whether one group is for and another against; the clearest of each. */
static bool
groups_split(const struct criteria *b, const struct poll *p, struct ruling *r)
{
	double pro = 0, con = 0;

	for (size_t g = 0; g < p->ngroups; g++) {
		double up = above(0.5, p->group[g]);

		if (tally_sided(p->group[g]) < GROUP_LEAST)
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
by_posterior(const struct criteria *b, const struct poll *p)
{
	struct ruling r = { 0 };
	double third = 1 / 3.0;

	if (all_lean(b, p, 1))
		return ruling_of(RULING_CONVERGENT, 1);
	if (all_lean(b, p, -1))
		return ruling_of(RULING_CONVERGENT, -1);
	if (groups_split(b, p, &r)) {
		r.verdict = RULING_CONTESTED;
		return r;
	}
	if (above(third, p->all) - above(2 * third, p->all) >= b->confidence)
		return ruling_of(RULING_DIVIDED, 0);
	if (jeffreys(p->all.pass, (double)tally_seen(p->all), 0.95).low > 0.2)
		return ruling_of(RULING_UNCERTAIN, 0);
	return ruling_of(RULING_MIXED, 0);
}

static struct ruling
by_delphi(const struct poll *p)
{
	double n = (double)tally_sided(p->all);

	if (p->all.agree >= 0.75 * n)
		return ruling_of(RULING_CONVERGENT, 1);
	if (p->all.disagree >= 0.75 * n)
		return ruling_of(RULING_CONVERGENT, -1);
	return ruling_of(RULING_MIXED, 0);
}

struct ruling
rule_votes(const struct criteria *b, const struct poll *p)
{
	if (tally_sided(p->all) < b->least && !(b->scheme == SCHEME_JIGSAW))
		return ruling_of(RULING_INSUFFICIENT, 0);
	switch (b->scheme) {
	case SCHEME_POLIS:
		return rule_polis(p);
	case SCHEME_JIGSAW:
		return rule_jigsaw(p);
	case SCHEME_DELPHI75:
		return by_delphi(p);
	case SCHEME_RAND_UCLA:
	case SCHEME_IQR:
		return ruling_of(RULING_INSUFFICIENT, 0);
	case SCHEME_POSTERIOR:
		break;
	}
	return by_posterior(b, p);
}
