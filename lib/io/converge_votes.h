/* The votes of one event, and what is made of them. */
#ifndef DLG_CONVERGE_VOTES_H
#define DLG_CONVERGE_VOTES_H

#include "io/converge_parts.h"
#include "math/gap.h"
#include "math/opinion.h"
#include "math/pca.h"
#include "math/votemap.h"

struct votes;

/*
 * A talk is what is voted on in one event: its statements, its voters, their
 * groups - those that votes name, then those that the votes fall into - and
 * what each statement came to.
 */
struct talk {
	struct ballot ballot; /* a part of the whole: not to be freed */
	const uint32_t *note; /* of each statement */
	const uint32_t *who;  /* of each voter, its number in the ledger */
	struct pca pca;
	struct opinion opinion;
	struct votemap map;
	struct slice *names; /* of the groups: those given, then our own */
	size_t ngroups, given;
	struct tally *counts; /* by statement and group */
	struct tally *all;    /* by statement */
	double *ratings;      /* by statement and rating, or NULL */
	struct gap *gaps;     /* by statement: between stakeholder groups */
	double *gap_q;        /* by statement: p, adjusted */
	double *bridging;     /* by statement, or NULL */
	double pass_limit;
	signed char *represents; /* by statement and group: 1, -1 or 0 */
	signed char *consensus;  /* by statement: 1, -1 or 0 */
};

/* The votes on a statement. */
static inline struct poll
talk_poll(const struct talk *t, size_t s)
{
	return (struct poll){ t->counts + s * t->ngroups, t->ngroups, t->all[s],
		              t->pass_limit };
}

/* Whether somebody rated the statement. */
static inline bool
talk_rated(const struct talk *t, size_t s)
{
	for (size_t i = 0; i < LEDGER_SCALE; i++)
		if (t->ratings[s * LEDGER_SCALE + i] > 0)
			return true;
	return false;
}

/* Whether a statement only tells who votes for it. */
static inline bool
talk_of_voters(const struct inquiry *w, const struct talk *t, size_t s)
{
	return entry_of_voters(&w->l->entries[t->note[s]]);
}

/* Append where an event's voters stand, if that can be shown. */
void talk_put_map(const struct inquiry *w, const struct talk *t, struct buf *b);

/* Count the ratings of all events: of a voter's on one note, the last. */
void votes_count_ratings(struct inquiry *w, struct votes *v);

/* Append "ratings", a summary of what count says of a scale of n. */
void talk_put_ratings(struct buf *b, const double *count, size_t n);

/* Add the ratings of a note, its own and by voters, to count. */
void votes_add_ratings(const struct inquiry *w, uint32_t note, double *count);

/* Append how far the groups are apart on a statement. */
void talk_put_gap(struct buf *b, const struct talk *t, size_t s);

/* Append who voted in an event, and how far they agree. */
void talk_put(const struct inquiry *w, const struct talk *t, struct buf *b);

/* Write the finding of a statement. */
void statement_put(struct inquiry *w, uint32_t event, const struct talk *t,
                   size_t s);

#endif
