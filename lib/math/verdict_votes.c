#include <stdlib.h>

#include "base/mem.h"
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

/* The group that leans least to the verdict's side; ngroups if there is none */
static size_t
weakest(const struct poll *p, int direction)
{
	size_t at = p->ngroups;
	double least = 2;

	for (size_t g = 0; g < p->ngroups; g++) {
		double s = share(p->group[g]);

		if (p->group[g].agree + p->group[g].disagree == 0)
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
	size_t g = weakest(p, direction);

	if (g == p->ngroups || p->ngroups < 2)
		return;
	buf_adds(out, "; lowest in ");
	buf_slice(out, names[g]);
	buf_addf(out, ", %.2f",
	         direction < 0 ? 1 - share(p->group[g]) : share(p->group[g]));
}

static void
posterior_words(struct buf *out, const struct bench *b, const struct poll *p,
                const struct ruling *r, const struct slice *names)
{
	double whole = share_above(0.6, p->all.agree, p->all.disagree);
	double low = 1 - share_above(0.4, p->all.agree, p->all.disagree);

	switch (r->verdict) {
	case RULING_CONVERGENT:
		buf_addf(out,
		         "%s by more than 6 in 10 with probability %.3f, and "
		         "by most of every group (%.2f needed)",
		         r->direction > 0 ? "agreed to" : "disagreed with",
		         r->direction > 0 ? whole : low, b->confidence);
		lowest_words(out, p, r->direction, names);
		break;
	case RULING_CONTESTED:
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
		         "no rule is met with probability %.2f; agreed to by "
		         "more than 6 in 10: %.3f, disagreed: %.3f",
		         b->confidence, whole, low);
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
rule_votes_words(struct buf *out, const struct bench *b, const struct poll *p,
                 const struct ruling *r, const struct slice *names)
{
	count_words(out, p->all);
	buf_adds(out, ": ");
	if (r->verdict == RULING_INSUFFICIENT) {
		if (scheme_rates(b->scheme))
			buf_addf(out, "%s needs ratings",
			         scheme_names[b->scheme]);
		else
			buf_addf(out, "%zu who take a side are needed",
			         b->scheme == SCHEME_JIGSAW ? 20 : b->least);
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

/* A change that is tried: k votes of group g (ngroups: of nobody's). */
struct change {
	size_t g;
	int side;  /* 1: towards agreeing */
	bool turn; /* turned, else new votes */
};

static uint32_t *
votes_for(struct tally *t, int side)
{
	return side > 0 ? &t->agree : &t->disagree;
}

static void
change_votes(struct tally *t, struct change c, uint32_t k)
{
	*votes_for(t, c.side) += k;
	if (c.turn)
		*votes_for(t, -c.side) -= k;
}

/* Whether the change of k votes, tried in scratch, changes the verdict. */
static bool
changes(const struct bench *b, const struct poll *p, const struct ruling *r,
        struct change c, uint32_t k, struct tally *scratch, struct ruling *to)
{
	struct poll q = { scratch, p->ngroups, p->all, p->pass_limit };
	struct tally was = c.g < p->ngroups ? scratch[c.g] : p->all;

	if (c.turn && *votes_for(&was, -c.side) < k)
		return false;
	change_votes(&q.all, c, k);
	if (c.g < p->ngroups)
		change_votes(&scratch[c.g], c, k);
	*to = rule_votes(b, &q);
	if (c.g < p->ngroups)
		scratch[c.g] = was;
	return to->verdict != r->verdict || to->direction != r->direction;
}

/* How many votes, up to most, there are to be changed. */
static uint32_t
reach(const struct poll *p, struct change c, uint32_t most)
{
	struct tally t = c.g < p->ngroups ? p->group[c.g] : p->all;
	uint32_t n = c.side > 0 ? t.disagree : t.agree;

	return c.turn && n < most ? n : most;
}

/* The fewest votes, up to most, that change the verdict; most + 1 if none. */
static uint32_t
fewest(const struct bench *b, const struct poll *p, const struct ruling *r,
       struct change c, uint32_t most, struct tally *scratch, struct ruling *to)
{
	uint32_t k = 1, low = 0, there = reach(p, c, most);
	struct ruling last;

	if (there == 0 || !changes(b, p, r, c, there, scratch, to))
		return most + 1;
	while (k < there && !changes(b, p, r, c, k, scratch, &last)) {
		low = k;
		k *= 4;
	}
	if (k < there)
		*to = last;
	k = k < there ? k : there;
	while (low + 1 < k) {
		uint32_t mid = low + (k - low) / 2;

		if (changes(b, p, r, c, mid, scratch, &last)) {
			k = mid;
			*to = last;
		} else {
			low = mid;
		}
	}
	return k;
}

void
rule_votes_margin(struct buf *out, const struct bench *b, const struct poll *p,
                  const struct ruling *r, const struct slice *names)
{
	uint32_t best = 1000;
	struct change how = { 0 };
	struct ruling to = *r, t;
	bool turn = r->verdict != RULING_INSUFFICIENT;
	struct tally *scratch;

	if (scheme_rates(b->scheme))
		return;
	scratch = mem_alloc((p->ngroups + 1) * sizeof(*scratch));
	for (size_t g = 0; g < p->ngroups; g++)
		scratch[g] = p->group[g];
	for (size_t g = 0; g < (p->ngroups > 0 ? p->ngroups : 1); g++)
		for (int side = -1; side <= 1; side += 2) {
			struct change c = { g, side, turn };
			uint32_t k = fewest(b, p, r, c, best - 1, scratch, &t);

			if (k < best) {
				best = k;
				how = c;
				to = t;
			}
		}
	free(scratch);
	if (best == 1000) {
		buf_adds(out, "no change of votes within one group would "
		              "change it");
		return;
	}
	buf_addf(out, "%u %svote%s ", best, turn ? "" : "more ",
	         best == 1 ? "" : "s");
	if (how.g < p->ngroups) {
		buf_adds(out, "of group ");
		buf_slice(out, names[how.g]);
		buf_addc(out, ' ');
	}
	buf_addf(out, "%s %s would make it %s", turn ? "turned to" : "to",
	         how.side > 0 ? "agree" : "disagree", ruling_name(to.verdict));
}
