/*
 * Votes on statements, held sparse: for each voter the statements voted on.
 * Voters and statements are numbered by the caller in a canonical order (of
 * their ids, say), so that every sum over them has the same bits whatever the
 * order the votes came in.
 */
#ifndef DLG_BALLOT_H
#define DLG_BALLOT_H

#include <stddef.h>
#include <stdint.h>

/* One vote as it was cast; BALLOT_CAST packs a statement and -1, 0 or 1. */
struct cast {
	uint32_t voter;
	uint32_t what;
	int64_t time;
};

#define BALLOT_CAST(statement, value) \
	((uint32_t)(statement)*4 + (uint32_t)((value) + 1))

/* The most statements that fit in a cast. */
#define BALLOT_MOST ((size_t)1 << 30)

struct ballot {
	size_t nvoters, nstatements;
	uint32_t *row;       /* where each voter's votes begin; one more */
	uint32_t *statement; /* of each vote, ascending within a voter */
	int8_t *value;       /* 1 agree, 0 pass, -1 disagree */
	size_t contradicted; /* votes that differ at the same time */
};

/*
 * Fill b from n casts, which are put into order. Of a voter's votes on one
 * statement the last counts; if two at the same time differ, they count as a
 * pass. Release with ballot_free.
 */
void ballot_make(struct ballot *b, struct cast *casts, size_t n, size_t nvoters,
                 size_t nstatements);

void ballot_free(struct ballot *b);

/* Fill to with the voters who[0..n) of from, who may repeat. */
void ballot_take(struct ballot *to, const struct ballot *from,
                 const uint32_t *who, size_t n);

static inline size_t
ballot_votes(const struct ballot *b, size_t voter)
{
	return b->row[voter + 1] - b->row[voter];
}

#endif
