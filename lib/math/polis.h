/*
 * Polis' own figures, given the groups: compdemocracy/polis, math (Clojure)
 * 08e03eb - repness.clj, conversation.clj. Counts in, figures out; tested
 * against what Polis' servers computed.
 *
 * Shares are smoothed as (n + 1) / (N + 2), passes counting in N.
 */
#ifndef DLG_POLIS_H
#define DLG_POLIS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Votes on one statement, of one group or of all. */
struct tally {
	uint32_t agree, disagree, pass;
};

/* How one group stands to one statement, beside the others. */
struct polis_stand {
	double pa, pd;   /* smoothed shares that agree, disagree */
	double pat, pdt; /* z of those shares against one half */
	double ra, rd;   /* shares as multiples of the others' */
	double rat, rdt; /* z of the differences from the others */
};

struct polis_stand polis_stand(struct tally group, struct tally others);

/* Whether a stand is representative: both z tests at 90 %, agree or disagree.
 */
bool polis_representative(const struct polis_stand *s);

/* One statement chosen to represent a group, or for consensus. */
struct polis_pick {
	size_t statement;
	bool agree;      /* the side that it stands for */
	bool best_agree; /* the one that the group agrees to most */
};

enum { POLIS_PICKS = 5 };

/*
 * Choose what represents group g: counts[s * ngroups + g] of n statements, of
 * which left_out (NULL: none) are not considered. Fill picks, best first,
 * those agreed to before the others; return how many.
 */
size_t polis_represent(const struct tally *counts, size_t n, size_t ngroups,
                       size_t g, const bool *left_out,
                       struct polis_pick *picks);

/*
 * The statements that most of all voters agree to (or disagree with):
 * share above one half with z at 90 %, by share times z. all[s] of n.
 */
size_t polis_consensus(const struct tally *all, size_t n, bool agree,
                       const bool *left_out, struct polis_pick *picks);

/*
 * Group-informed consensus: the product of the groups' smoothed shares that
 * agree (or disagree).
 */
double polis_informed(const struct tally *groups, size_t ngroups, bool agree);

/* The same as a geometric mean, which does not shrink with more groups. */
double polis_informed_mean(const struct tally *groups, size_t ngroups,
                           bool agree);

/*
 * How much a statement should be shown for votes, from the votes of all who
 * are in a group; meta: it asks about the voters themselves.
 */
double polis_priority(struct tally grouped, double extremity, bool meta);

#endif
