/*
 * The bridging score: what is left of the agreement with a statement once the
 * voters' leanings are accounted for. One-factor model of Community Notes
 * (ranking notes, 2022): rating = mean + voter + statement + leaning product,
 *
 *	min SUM (r - rhat)^2 + .15 (i_u^2 + i_n^2 + mu^2) + .03 (f_u^2 + f_n^2)
 *
 * over the votes, agree 1, pass 1/2, disagree 0; solved block by block from a
 * fixed start. Only its order means something, not its level.
 */
#ifndef DLG_BRIDGE_H
#define DLG_BRIDGE_H

#include "math/ballot.h"

/*
 * Fill score for each statement of b, from leanings that start at start (one
 * for each voter, its place on the first axis).
 */
void bridge_score(const struct ballot *b, const double *start, double *score);

#endif
