/*
 * Polis' figures: by hand, and (where the shared data is) as Polis' own
 * servers computed them for real conversations.
 */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/pca.h"
#include "math/polis.h"
#include "tap.h"

static void
figures_by_hand(void)
{
	struct polis_stand s =
	    polis_stand((struct tally){ 10, 0, 0 }, (struct tally){ 13, 2, 1 });
	struct tally two[] = { { 3, 1, 0 }, { 1, 1, 2 } };

	near(s.pa, 11. / 12, 1e-15, "smoothed share");
	near(s.pat, 3.3166247903554, 1e-12, "z of the share");
	near(s.ra, 11. / 12 / (14. / 18), 1e-15, "share against the others");
	near(polis_informed(two, 2, true), 4. / 6 * 2 / 6, 1e-15,
	     "group-informed consensus");
	near(polis_informed_mean(two, 2, true), 0.47140452079103168, 1e-14,
	     "its geometric mean");
	near(polis_priority((struct tally){ 0 }, 0, true), 49, 0,
	     "a question about the voters is always shown");
}

/* A conversation as Polis exports it. */
struct talk {
	json_t *math, *votes, *comments;
	struct ballot b;
	size_t np, ns;
	bool *out, *meta;
	size_t *at; /* statement of each of Polis' tids, which have gaps */
	struct tally *counts, *all;
	size_t ngroups;
};

static json_t *
load(const char *dir, const char *file)
{
	const char *root = getenv("DLG_SHARED");
	char path[512];

	snprintf(path, sizeof(path), "%s/data/polis/production/%s/%s",
	         root != NULL ? root : "../shared", dir, file);
	return json_load_file(path, 0, NULL);
}

static long long
number(const json_t *o, const char *a, const char *b)
{
	json_t *v = json_object_get(o, a);

	v = v != NULL ? v : json_object_get(o, b);
	return json_is_string(v) ? atoll(json_string_value(v)) :
	                           json_integer_value(v);
}

static void
mark(struct talk *t, const char *key, bool *where)
{
	json_t *v;
	size_t i;

	json_array_foreach(json_object_get(t->math, key), i,
	                   v) if (t->at[json_integer_value(v)] < t->ns)
	    where[t->at[json_integer_value(v)]] = true;
}

enum { TIDS_MOST = 10000 };

static void
number_statements(struct talk *t)
{
	json_t *v;
	size_t i;

	t->at = mem_alloc(TIDS_MOST * sizeof(*t->at));
	for (i = 0; i < TIDS_MOST; i++)
		t->at[i] = TIDS_MOST;
	json_array_foreach(json_object_get(t->math, "tids"), i, v)
	    t->at[json_integer_value(v)] = i;
	t->ns = i;
}

static void
read_votes(struct talk *t)
{
	size_t n = json_array_size(t->votes), i;
	struct cast *c = mem_alloc((n + 1) * sizeof(*c));
	json_t *v;

	number_statements(t);
	json_array_foreach(t->votes, i, v)
	{
		size_t p = (size_t)number(v, "participant_id", "pid");
		size_t s = t->at[number(v, "statement_id", "tid")];

		t->np = p >= t->np ? p + 1 : t->np;
		c[i] = (struct cast){
			(uint32_t)p,
			BALLOT_CAST(s, number(v, "vote", "vote")),
			number(v, "modified", "modified"),
		};
	}
	ballot_make(&t->b, c, n, t->np, t->ns);
	t->out = mem_zalloc(t->ns, 1);
	t->meta = mem_zalloc(t->ns, 1);
	mark(t, "mod-out", t->out);
	mark(t, "meta-tids", t->meta);
	free(c);
}

static void
tally_vote(struct tally *t, int value)
{
	t->agree += value > 0;
	t->disagree += value < 0;
	t->pass += value == 0;
}

/* Count by Polis' groups: members of groups are base clusters' ids. */
static void
count(struct talk *t)
{
	json_t *groups = json_object_get(t->math, "group-clusters");
	json_t *base = json_object_get(t->math, "base-clusters");
	json_t *ids = json_object_get(base, "id"), *g, *id, *p;
	json_t *members = json_object_get(base, "members");
	int *of = mem_alloc(t->np * sizeof(*of));
	size_t i, j, k, m;

	for (i = 0; i < t->np; i++)
		of[i] = -1;
	t->ngroups = json_array_size(groups);
	json_array_foreach(groups, i, g)
	    json_array_foreach(json_object_get(g, "members"), j, id)
		json_array_foreach(ids, k, p) if (json_equal(p, id))
		    json_array_foreach(json_array_get(members, k), m, p)
			of[json_integer_value(p)] = (int)i;
	t->counts = mem_zalloc(t->ns * t->ngroups, sizeof(*t->counts));
	t->all = mem_zalloc(t->ns, sizeof(*t->all));
	for (i = 0; i < t->np; i++)
		for (j = t->b.row[i]; j < t->b.row[i + 1]; j++) {
			size_t s = t->b.statement[j];

			tally_vote(&t->all[s], t->b.value[j]);
			if (of[i] >= 0)
				tally_vote(
				    &t->counts[s * t->ngroups + (size_t)of[i]],
				    t->b.value[j]);
		}
	free(of);
}

static double
real(const json_t *o, const char *key)
{
	return json_number_value(json_object_get(o, key));
}

static void
counts_are_polis(struct talk *t)
{
	json_t *groups = json_object_get(t->math, "group-votes"), *cell;
	size_t bad = 0, cells = 0;
	const char *s;

	for (size_t g = 0; g < t->ngroups; g++) {
		char key[24];
		json_t *votes;

		snprintf(key, sizeof(key), "%zu", g);
		votes = json_object_get(json_object_get(groups, key), "votes");
		json_object_foreach(votes, s, cell)
		{
			struct tally c =
			    t->counts[t->at[atoi(s)] * t->ngroups + g];

			cells++;
			bad += c.agree != real(cell, "A") ||
			       c.disagree != real(cell, "D") ||
			       c.agree + c.disagree + c.pass != real(cell, "S");
		}
	}
	printf("# %zu cells\n", cells);
	ok(cells > 0 && bad == 0, "the counts of each group are Polis'");
}

static void
consensus_is_polis(struct talk *t)
{
	json_t *want = json_object_get(t->math, "group-aware-consensus"), *v;
	json_t *lists = json_object_get(t->math, "consensus");
	double worst = 0;
	bool same = true;
	const char *s;

	json_object_foreach(want, s, v) worst = fmax(
	    worst, fabs(json_number_value(v) -
	                polis_informed(t->counts + t->at[atoi(s)] * t->ngroups,
	                               t->ngroups, true)));
	near(worst, 0, 1e-12, "group-informed consensus is Polis'");
	for (int side = 0; side < 2; side++) {
		json_t *list =
		    json_object_get(lists, side ? "agree" : "disagree");
		struct polis_pick picks[POLIS_PICKS];
		size_t n = polis_consensus(t->all, t->ns, side, t->out, picks);

		same &= n == json_array_size(list);
		for (size_t i = 0; i < n && same; i++) {
			json_t *pick = json_array_get(list, i);
			struct polis_stand st = polis_stand(
			    t->all[picks[i].statement], (struct tally){ 0 });

			same &= picks[i].statement ==
			        t->at[(size_t)real(pick, "tid")];
			worst = fmax(worst, fabs((side ? st.pat : st.pdt) -
			                         real(pick, "p-test")));
		}
	}
	ok(same, "the lists of consensus are Polis', in order");
	near(worst, 0, 1e-12, "and so are their figures");
}

static bool
same_pick(const struct talk *t, const json_t *want, struct polis_pick p,
          size_t g, double *worst)
{
	struct tally rest = { 0 };
	const struct tally *row = t->counts + p.statement * t->ngroups;
	struct polis_stand s;

	for (size_t i = 0; i < t->ngroups; i++)
		if (i != g) {
			rest.agree += row[i].agree;
			rest.disagree += row[i].disagree;
			rest.pass += row[i].pass;
		}
	s = polis_stand(row[g], rest);
	*worst =
	    fmax(*worst, fabs((p.agree ? s.ra : s.rd) - real(want, "repness")));
	*worst = fmax(*worst, fabs((p.agree ? s.rat : s.rdt) -
	                           real(want, "repness-test")));
	*worst = fmax(*worst,
	              fabs((p.agree ? s.pat : s.pdt) - real(want, "p-test")));
	return p.statement == t->at[(size_t)real(want, "tid")] &&
	       p.agree == (strcmp(json_string_value(
				      json_object_get(want, "repful-for")),
	                          "agree") == 0);
}

static void
representation_is_polis(struct talk *t)
{
	json_t *want = json_object_get(t->math, "repness");
	size_t good = 0, all = 0;
	double worst = 0;

	for (size_t g = 0; g < t->ngroups; g++) {
		struct polis_pick picks[POLIS_PICKS];
		size_t n = polis_represent(t->counts, t->ns, t->ngroups, g,
		                           t->out, picks);
		char key[24];
		json_t *list;

		snprintf(key, sizeof(key), "%zu", g);
		list = json_object_get(want, key);
		all += json_array_size(list);
		for (size_t i = 0; i < n && i < json_array_size(list); i++)
			good += same_pick(t, json_array_get(list, i), picks[i],
			                  g, &worst);
	}
	printf("# %zu of %zu statements, worst field off by %g\n", good, all,
	       worst);
	ok(all > 0 && good == all, "what represents each group is Polis'");
	near(worst, 0, 1e-6, "its figures are, to a float's precision");
}

static double
cosine(const json_t *want, const double *v)
{
	double ab = 0, aa = 0, bb = 0;
	json_t *x;
	size_t i;

	json_array_foreach(want, i, x)
	{
		double a = json_number_value(x);
		double b = v[i];

		ab += a * b;
		aa += a * a;
		bb += b * b;
	}
	return fabs(ab) / sqrt(aa * bb);
}

/* The votes on a statement of those who are in a group. */
static struct tally
grouped(const struct talk *t, size_t s)
{
	struct tally sum = { 0 };

	for (size_t g = 0; g < t->ngroups; g++) {
		const struct tally *c = &t->counts[s * t->ngroups + g];

		sum.agree += c->agree;
		sum.disagree += c->disagree;
		sum.pass += c->pass;
	}
	return sum;
}

static void
axes_are_polis(struct talk *t)
{
	json_t *pca = json_object_get(t->math, "pca");
	json_t *comps = json_object_get(pca, "comps");
	json_t *prio = json_object_get(t->math, "comment-priorities"), *v;
	double worst = 0, far = 0;
	struct pca p;
	const char *s;
	size_t i;

	pca_fit(&p, &t->b, t->out, 1e-10);
	for (size_t a = 0; a < 2; a++) {
		double c = cosine(json_array_get(comps, a), p.axis[a]);

		printf("# 1 - |cos| %g\n", 1 - c);
		ok(c >= 0.9999999996, "the axis is Polis'");
	}
	json_array_foreach(json_object_get(pca, "comment-extremity"), i, v)
	    far = fmax(far, fabs(json_number_value(v) - pca_extremity(&p, i)));
	json_object_foreach(prio, s, v)
	{
		size_t c = t->at[atoi(s)];
		double got = polis_priority(grouped(t, c), pca_extremity(&p, c),
		                            t->meta[c]);

		worst = fmax(worst, fabs(got - json_number_value(v)) /
		                        json_number_value(v));
	}
	printf("# extremity off by %g, priority by %g\n", far, worst);
	near(far, 0, 1e-6, "how far out each statement lies, too");
	near(worst, 0, 1e-6, "the priorities are Polis'");
	pca_free(&p);
}

static void
real_talk(const char *dir)
{
	struct talk t = { .math = load(dir, "math-pca2.json"),
		          .votes = load(dir, "votes.json"),
		          .comments = load(dir, "comments.json") };

	printf("# %s\n", dir);
	if (t.math == NULL || t.votes == NULL) {
		ok(true,
		   "as Polis computed # SKIP the shared data is not here");
	} else {
		read_votes(&t);
		count(&t);
		counts_are_polis(&t);
		consensus_is_polis(&t);
		representation_is_polis(&t);
		axes_are_polis(&t);
		free(t.all);
		free(t.counts);
		free(t.meta);
		free(t.at);
		free(t.out);
		ballot_free(&t.b);
	}
	json_decref(t.comments);
	json_decref(t.votes);
	json_decref(t.math);
}

int
main(void)
{
	figures_by_hand();
	real_talk("25ptpt-3gp-no-strict-with-meta");
	real_talk("above-100-ptpts");
	real_talk("below-100-ptpts");
	return tap_done();
}
