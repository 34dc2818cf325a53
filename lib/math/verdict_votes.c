#include "math/verdict_parts.h"

static double
share(struct tally t)
{
	double n = (double)t.agree + t.disagree;

	return n > 0 ? t.agree / n : 0;
}

static void
count_words(struct buf *out, struct tally t)
{
	buf_addf(out, "%u agree, %u disagree, %u pass", t.agree, t.disagree,
	         t.pass);
}

/* Of groups large enough the one that leans least to a side; ngroups if none.
 */
static size_t
weakest(const struct poll *p, int direction)
{
	size_t at = p->ngroups;
	double least = 2;

	for (size_t g = 0; g < p->ngroups; g++) {
		double s = share(p->group[g]);

		if (tally_sided(p->group[g]) < GROUP_LEAST)
			continue;
		s = direction < 0 ? 1 - s : s;
		if (s < least) {
			least = s;
			at = g;
		}
	}
	return at;
}

static void
lowest_words(struct buf *out, const struct poll *p, int direction,
             const struct slice *names)
{
	size_t low = weakest(p, direction), few = 0;

	for (size_t g = 0; g < p->ngroups; g++)
		few += tally_sided(p->group[g]) < GROUP_LEAST;
	if (low < p->ngroups && p->ngroups > 1) {
		buf_adds(out, "; lowest in ");
		buf_slice(out, names[low]);
		buf_addf(out, ", %.2f",
		         direction < 0 ? 1 - share(p->group[low]) :
		                         share(p->group[low]));
	}
	if (few > 0)
		buf_addf(out, "; %zu group%s too small to tell", few,
		         few == 1 ? " is" : "s are");
}

/* Which groups are opposed. */
static void
split_words(struct buf *out, const struct criteria *b, const struct poll *p,
            const struct ruling *r, const struct slice *names)
{
	buf_adds(out, "most of ");
	buf_slice(out, names[r->pro]);
	buf_addf(out, " agree (probability %.3f), most of ",
	         share_above(0.5, p->group[r->pro].agree,
	                     p->group[r->pro].disagree));
	buf_slice(out, names[r->con]);
	buf_addf(out, " disagree (%.3f; %.2f needed of each)",
	         1 - share_above(0.5, p->group[r->con].agree,
	                         p->group[r->con].disagree),
	         split_confidence(b));
}

static void
posterior_words(struct buf *out, const struct criteria *b, const struct poll *p,
                const struct ruling *r, const struct slice *names)
{
	double whole = share_above(0.6, p->all.agree, p->all.disagree);
	double low = 1 - share_above(0.4, p->all.agree, p->all.disagree);

	switch (r->verdict) {
	case RULING_CONVERGENT:
		buf_addf(out,
		         "%s by more than 6 in 10 with probability %.3f%s "
		         "(%.2f needed)",
		         r->direction > 0 ? "agreed to" : "disagreed with",
		         r->direction > 0 ? whole : low,
		         p->ngroups > 1 ? ", and by most of every group" : "",
		         b->confidence);
		lowest_words(out, p, r->direction, names);
		break;
	case RULING_CONTESTED:
		split_words(out, b, p, r, names);
		break;
	case RULING_DIVIDED:
		buf_addf(
		    out,
		    "between a third and two thirds agree with "
		    "probability %.3f (%.2f needed), and no two groups "
		    "are opposed",
		    share_above(1 / 3.0, p->all.agree, p->all.disagree) -
			share_above(2 / 3.0, p->all.agree, p->all.disagree),
		    b->confidence);
		break;
	case RULING_UNCERTAIN:
		buf_addf(out, "%u of %u pass, surely more than a fifth",
		         p->all.pass,
		         p->all.agree + p->all.disagree + p->all.pass);
		break;
	default:
		buf_addf(out,
		         "more than 6 in 10 agree with probability %.3f, and "
		         "disagree with %.3f (%.2f needed%s)",
		         whole, low, b->confidence,
		         p->ngroups > 1 ? ", and most of every group" : "");
		lowest_words(out, p, 1, names);
	}
}

static void
polis_words(struct buf *out, const struct poll *p, const struct ruling *r,
            const struct slice *names)
{
	double n = (double)tally_seen(p->all);

	buf_addf(out,
	         "polis: %.2f of all who voted agree and %.2f disagree (.60 "
	         "one way is convergent, else what is representative of a "
	         "group, both z above 1.28, is contested)",
	         p->all.agree / n, p->all.disagree / n);
	if (r->verdict != RULING_CONTESTED)
		return;
	buf_adds(out, "; representative of ");
	buf_slice(out, names[r->pro]);
}

static void
jigsaw_words(struct buf *out, const struct poll *p)
{
	buf_adds(out, "jigsaw: ");
	if (p->ngroups > 1)
		buf_addf(out,
		         "the lowest share of a group that agrees is %.2f and "
		         "that disagrees %.2f (.60 is convergent), a group is "
		         "%.2f from the rest (above .30 is contested)",
		         jigsaw_least(p, true), jigsaw_least(p, false),
		         jigsaw_gap(p));
	else
		buf_addf(out,
		         "%.2f of those who take a side agree (.70 or .30 is "
		         "convergent, .40 to .60 divided), %.2f pass",
		         share(p->all),
		         p->all.pass / (double)tally_seen(p->all));
}

void
rule_votes_words(struct buf *out, const struct criteria *b,
                 const struct poll *p, const struct ruling *r,
                 const struct slice *names)
{
	count_words(out, p->all);
	buf_adds(out, ": ");
	if (r->verdict == RULING_INSUFFICIENT) {
		if (scheme_rates(b->scheme))
			buf_addf(out, "%s needs ratings",
			         scheme_names[b->scheme]);
		else
			buf_addf(
			    out, "%zu %s are needed",
			    b->scheme == SCHEME_JIGSAW ? (size_t)JIGSAW_LEAST :
							 b->least,
			    b->scheme == SCHEME_JIGSAW ? "votes" :
							 "who take a side");
		return;
	}
	switch (b->scheme) {
	case SCHEME_POLIS:
		polis_words(out, p, r, names);
		break;
	case SCHEME_JIGSAW:
		jigsaw_words(out, p);
		break;
	case SCHEME_DELPHI75:
		buf_addf(out,
		         "delphi75: %.2f of those who take a side agree "
		         "(.75 either way is convergent)",
		         share(p->all));
		break;
	default:
		posterior_words(out, b, p, r, names);
	}
}
