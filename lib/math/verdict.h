/*
 * Verdicts: what votes, ratings and notes say about convergence, by rules that
 * can be stated in a sentence - and are, with their numbers.
 */
#ifndef DLG_VERDICT_H
#define DLG_VERDICT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "math/beta.h"
#include "math/polis.h"

enum ruling_verdict {
	RULING_CONVERGENT,
	RULING_CONTESTED,
	RULING_DIVIDED,
	RULING_UNCERTAIN,
	RULING_MIXED,
	RULING_INSUFFICIENT,
	RULING_SINGLE_VOICE,
	RULING_RECURRING,
};

/* The name of a verdict as it stands in a finding. */
const char *ruling_name(enum ruling_verdict v);

/*
 * Whose rule decides on votes:
 * posterior   Jeffreys posteriors, all of the groups (ours)
 * polis       60 % one way; or representative of a group (Polis' report)
 * jigsaw      every group's smoothed share at .6 or more, .3 apart (Sensemaker
 *             as documented)
 * delphi75    three quarters one way (Diamond et al. 2014)
 * rand-ucla   ratings of 1 to 9 (Fitch et al. 2001)
 * iqr         ratings: the middle half within 1 point, or 2 of 8 or more
 */
enum scheme {
	SCHEME_POSTERIOR,
	SCHEME_POLIS,
	SCHEME_JIGSAW,
	SCHEME_DELPHI75,
	SCHEME_RAND_UCLA,
	SCHEME_IQR,
};

/* The names of the schemes, NULL-terminated, in their order. */
extern const char *const scheme_names[];

/* Whether a scheme judges ratings only, not votes. */
static inline bool
scheme_rates(enum scheme s)
{
	return s == SCHEME_RAND_UCLA || s == SCHEME_IQR;
}

/* The votes on one statement. */
struct poll {
	const struct tally *group; /* by group; may be none */
	size_t ngroups;
	struct tally all;
	double
	    pass_limit; /* of jigsaw: a larger share of passes is uncertain */
};

/* By what criteria votes are judged: those of the options. */
struct criteria {
	enum scheme scheme;
	double confidence; /* 0.90 */
	size_t least;      /* fewer who take a side are insufficient: 10 */
};

/*
 * What each side of a split must show: a split makes two claims, of the
 * clearest groups, and each gets half of the doubt that is allowed. Without
 * that, at 0.90, one in a hundred verdicts turned over in split halves.
 */
static inline double
split_confidence(const struct criteria *b)
{
	return (1 + b->confidence) / 2;
}

/* What votes, ratings or a hearing came to: a verdict, and which way. */
struct ruling {
	enum ruling_verdict verdict;
	int direction;   /* convergent: 1 agree, -1 disagree */
	size_t pro, con; /* contested by posterior: a group of each side */
};

struct ruling rule_votes(const struct criteria *b, const struct poll *p);

/* Append the rule that decided, with its numbers; names are the groups'. */
void rule_votes_words(struct buf *out, const struct criteria *b,
                      const struct poll *p, const struct ruling *r,
                      const struct slice *names);

/* Append how few votes, changed or added, would change the verdict. */
void rule_votes_margin(struct buf *out, const struct criteria *b,
                       const struct poll *p, const struct ruling *r,
                       const struct slice *names);

/*
 * Ratings of one statement: count[i] gave i + 1, of n. delphi75, rand-ucla and
 * iqr judge them as they are; the others as votes, p, of which the outer
 * ratings are the sides (rating_side).
 */
struct ruling rule_ratings(const struct criteria *b, const double *count,
                           size_t n, const struct poll *p);
void rule_ratings_words(struct buf *out, const struct criteria *b,
                        const double *count, size_t n, const struct poll *p,
                        const struct ruling *r, const struct slice *names);
void rule_ratings_margin(struct buf *out, const struct criteria *b,
                         const double *count, size_t n, const struct poll *p,
                         const struct ruling *r, const struct slice *names);

/*
 * What was heard of a theme where nobody voted on it: what its notes alone
 * tell, counted by note, and by distinct table where one voice may have written
 * several. rule_hearing makes a ruling of it.
 */
struct hearing {
	size_t notes, tables, of_tables;
	bool by_groups; /* nobody sat at tables: read groups for tables */
	size_t groups, of_groups;   /* stakeholder groups */
	size_t untabled, ungrouped; /* notes that do not say theirs */
	size_t agreement_marks, divergence_marks;
	size_t agreed_tables;      /* with a mark or a cue of agreement */
	size_t cued;               /* notes with a divergence cue */
	size_t signs, sign_tables; /* notes with a mark or cue of divergence */
	size_t agreeing;           /* notes with a convergence cue */
	size_t agreed;             /* notes with a mark or cue of agreement */
	size_t answers;            /* notes that dispute another one's words */
	size_t pro, con;           /* notes for, against */
	size_t pro_tables, con_tables;
	double
	    mix; /* of their weights: 0 one-sided, 1 as much for as against */
};

/* The kind of evidence that a ruling rests on, the strongest first. */
enum basis {
	BASIS_VOTES,
	BASIS_MARKS,
	BASIS_CUES,
	BASIS_STANCE,
	BASIS_BREADTH,
};

const char *basis_name(enum basis b);

/* A stance mix says nothing with fewer notes that take a side. */
enum { STANCE_LEAST = 8 };

/* What a hearing comes to, and what it rests on. */
struct ruling rule_hearing(const struct hearing *h, enum basis *basis);
void rule_hearing_words(struct buf *out, const struct hearing *h,
                        enum ruling_verdict v, enum basis basis);
void rule_hearing_margin(struct buf *out, const struct hearing *h,
                         enum ruling_verdict v, enum basis basis);

/* Append "7 of 12 tables; of other such tables about ...". */
void rule_breadth_words(struct buf *out, size_t t, size_t of);

#endif
