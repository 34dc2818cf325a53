/* What the parts that count and judge votes share. */
#ifndef DLG_VOTES_PARTS_H
#define DLG_VOTES_PARTS_H

#include "io/converge_votes.h"

/* Voters and statements numbered by event, then by name. */
struct numbers {
	uint32_t *statement; /* of each note, or LEDGER_NONE */
	uint32_t *voter;     /* of each voter of the ledger */
	uint32_t *note;      /* of each statement */
	uint32_t *who;       /* ledger's number of each voter */
	size_t *first_statement, *first_voter; /* of each event, by rank */
	size_t nstatements;
};

/* The votes of all events. */
struct votes {
	struct numbers numbers;
	struct ballot ballot;
	struct talk *talks; /* by rank of the event */
	size_t n;
};

/* Number who voted and on what; released with numbers_free. */
void numbers_make(struct numbers *n, struct inquiry *w);
void numbers_free(struct numbers *n);

/* All votes in one ballot, by event; the casts are used up. */
void votes_ballot(struct inquiry *w, const struct numbers *n, struct ballot *b);

/* The part of the ballot that belongs to the event of rank e. */
void talk_cut(struct talk *t, const struct ballot *all, const struct numbers *n,
              size_t e);

/* Count an event's votes by statement and by group. */
void talk_count(struct inquiry *w, struct talk *t);

/* Add the counts that notes brought with them, and ratings. */
void votes_count_others(struct inquiry *w, struct votes *v);

#endif
