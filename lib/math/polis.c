#include "math/polis.h"
#include "math/beta.h"
#include "math/elem.h"

static double
seen(struct tally t)
{
	return (double)t.agree + t.disagree + t.pass;
}

static struct tally
plus(struct tally a, struct tally b)
{
	return (struct tally){ a.agree + b.agree, a.disagree + b.disagree,
		               a.pass + b.pass };
}

/* z of k of n against one half. */
static double
against_half(double k, double n)
{
	return 2 * elem_sqrt(n + 1) * ((k + 1) / (n + 1) - 0.5);
}

/* z of k1 of n1 against k2 of n2. */
static double
against_others(double k1, double n1, double k2, double n2)
{
	double a = k1 + 1, b = k2 + 1, n = n1 + 1, m = n2 + 1;
	double p = (a + b) / (n + m);

	if (p == 1)
		return 0;
	return (a / n - b / m) / elem_sqrt(p * (1 - p) * (1 / n + 1 / m));
}

struct polis_stand
polis_stand(struct tally g, struct tally o)
{
	double n = seen(g), m = seen(o);
	struct polis_stand s = {
		.pa = (g.agree + 1.0) / (n + 2),
		.pd = (g.disagree + 1.0) / (n + 2),
		.pat = against_half(g.agree, n),
		.pdt = against_half(g.disagree, n),
		.rat = against_others(g.agree, n, o.agree, m),
		.rdt = against_others(g.disagree, n, o.disagree, m),
	};

	s.ra = s.pa / ((o.agree + 1.0) / (m + 2));
	s.rd = s.pd / ((o.disagree + 1.0) / (m + 2));
	return s;
}

static bool
agrees(const struct polis_stand *s)
{
	return s->rat > Z_ONE_90 && s->pat > Z_ONE_90;
}

static bool
disagrees(const struct polis_stand *s)
{
	return s->rdt > Z_ONE_90 && s->pdt > Z_ONE_90;
}

bool
polis_representative(const struct polis_stand *s)
{
	return agrees(s) || disagrees(s);
}

/* What ranks a statement on its side. */
static double
metric(const struct polis_stand *s, bool agree)
{
	return agree ? s->ra * s->rat * s->pa * s->pat :
	               s->rd * s->rdt * s->pd * s->pdt;
}

static bool
beats_best_agree(const struct tally *t, const struct polis_stand *s,
                 const struct polis_stand *best)
{
	if (t->agree == 0 && t->disagree == 0)
		return false;
	if (best == NULL)
		return s->pat > Z_ONE_90 || (s->ra > 1 && s->pa > 0.5);
	if (best->ra > 1)
		return metric(s, true) > metric(best, true);
	return s->pa * s->pat > best->pa * best->pat;
}

/* Put a pick among the best, which hold at most most, by score. */
static size_t
insert(struct polis_pick *picks, double *score, size_t n, size_t most,
       struct polis_pick pick, double s)
{
	size_t at = n;

	while (at > 0 && score[at - 1] < s)
		at--;
	if (at >= most)
		return n;
	n = n < most ? n + 1 : n;
	for (size_t i = n - 1; i > at; i--) {
		picks[i] = picks[i - 1];
		score[i] = score[i - 1];
	}
	picks[at] = pick;
	score[at] = s;
	return n;
}

static struct tally
others(const struct tally *row, size_t ngroups, size_t g)
{
	struct tally sum = { 0 };

	for (size_t i = 0; i < ngroups; i++)
		if (i != g)
			sum = plus(sum, row[i]);
	return sum;
}

/*
 * The best agreed to goes first, once; then those agreed to, then the rest,
 * each in order.
 */
static size_t
arrange(struct polis_pick *picks, size_t n, bool have_best,
        struct polis_pick best)
{
	struct polis_pick out[POLIS_PICKS + 1];
	size_t m = 0;

	if (have_best)
		out[m++] = best;
	for (size_t i = 0; i < n; i++)
		if (!have_best || picks[i].statement != best.statement)
			out[m++] = picks[i];
	m = m < POLIS_PICKS ? m : POLIS_PICKS;
	n = 0;
	for (int side = 1; side >= 0; side--)
		for (size_t i = 0; i < m; i++)
			if (out[i].agree == side)
				picks[n++] = out[i];
	return n;
}

size_t
polis_represent(const struct tally *counts, size_t n, size_t ngroups, size_t g,
                const bool *left_out, struct polis_pick *picks)
{
	double score[POLIS_PICKS], most = 0;
	struct polis_stand best_stand;
	struct polis_pick best = { 0 }, fallback = { 0 };
	bool have_best = false, have_any = false;
	size_t found = 0;

	for (size_t s = 0; s < n; s++) {
		const struct tally *row = counts + s * ngroups;
		struct polis_stand st =
		    polis_stand(row[g], others(row, ngroups, g));
		bool side = st.rat > st.rdt;
		struct polis_pick pick = { s, side, false };

		if (left_out != NULL && left_out[s])
			continue;
		if (polis_representative(&st))
			found = insert(picks, score, found, POLIS_PICKS, pick,
			               metric(&st, side));
		if (beats_best_agree(&row[g], &st,
		                     have_best ? &best_stand : NULL)) {
			best = (struct polis_pick){ s, side, true };
			best_stand = st;
			have_best = true;
		}
		if (!have_any || (side ? st.rat : st.rdt) > most) {
			most = side ? st.rat : st.rdt;
			fallback = pick;
			have_any = true;
		}
	}
	if (found == 0 && !have_best && have_any) {
		picks[0] = fallback;
		return 1;
	}
	return arrange(picks, found, have_best, best);
}

size_t
polis_consensus(const struct tally *all, size_t n, bool agree,
                const bool *left_out, struct polis_pick *picks)
{
	double score[POLIS_PICKS];
	size_t found = 0;

	for (size_t s = 0; s < n; s++) {
		struct polis_stand st =
		    polis_stand(all[s], (struct tally){ 0 });
		double p = agree ? st.pa : st.pd, z = agree ? st.pat : st.pdt;
		struct polis_pick pick = { s, agree, false };

		if (left_out != NULL && left_out[s])
			continue;
		if (p > 0.5 && z > Z_ONE_90)
			found = insert(picks, score, found, POLIS_PICKS, pick,
			               p * z);
	}
	return found;
}

double
polis_informed(const struct tally *groups, size_t ngroups, bool agree)
{
	double product = 1;

	for (size_t g = 0; g < ngroups; g++) {
		uint32_t k = agree ? groups[g].agree : groups[g].disagree;

		product *= (k + 1.0) / (seen(groups[g]) + 2);
	}
	return product;
}

double
polis_informed_mean(const struct tally *groups, size_t ngroups, bool agree)
{
	if (ngroups == 0)
		return 0;
	return elem_pow(polis_informed(groups, ngroups, agree),
	                1 / (double)ngroups);
}

double
polis_priority(struct tally grouped, double extremity, bool meta)
{
	double n = seen(grouped), p = (grouped.pass + 1) / (n + 2), v;

	if (meta)
		return 49;
	v = (1 - p) * (extremity + 1) * ((grouped.agree + 1) / (n + 2));
	v *= 1 + 8 * elem_pow(2, -n / 5);
	return v * v;
}
