/*
 * Which side a note takes of what it is about: to keep it, or to drop it. Only
 * what it urges counts - "keep the library", "should close" - and not what it
 * tells: beds closed since May, councillors who will defend them, two at the
 * table for closing and three against.
 */
#ifndef DLG_SIDE_H
#define DLG_SIDE_H

#include "text/letters.h"

/* Begin with zeros. */
struct side {
	size_t keep, drop;           /* how often each is urged */
	size_t told_keep, told_drop; /* or is there in any form */
	int attitude;    /* of a verb whose object may still come, or 0 */
	int sign;        /* of what urges: 1; -1, as in "wrong to" */
	struct run urge; /* the word that urges; at its start: nothing yet */
	size_t words;    /* that were read when it came */
};

/*
 * The words-th word, at run, says what ought to be; or what ought not, as in
 * "it is wrong to".
 */
void side_urge(struct side *s, const struct letters *text, struct run run,
               size_t words, bool opposite);

/*
 * The words-th word, at run, is for keeping or for dropping, its negation
 * heeded; claim: it says by itself what ought to be, as "oppose" does.
 */
void side_take(struct side *s, const struct letters *text, struct run run,
               size_t words, bool keep, bool claim);

/*
 * All was read: 1 to keep, -1 to drop, 0 neither or both; against: the note
 * ends by being against what it named.
 */
int side_of(struct side *s, bool against);

#endif
