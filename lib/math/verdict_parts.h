/* What the rules on notes and their words share. */
#ifndef DLG_VERDICT_PARTS_H
#define DLG_VERDICT_PARTS_H

#include "math/verdict.h"

/* Of more notes than that, one mark or one table of agreement decides not. */
enum { MANY_NOTES = 10 };

/* Tables where a theme must be heard to recur: a quarter, three at least. */
size_t hearing_recurs_at(size_t of);

/* The share of tables that is surely reached, 95 %. */
double hearing_surely(size_t t, size_t of);

/*
 * Whether marks and cues of divergence carry the theme: one mark does in a few
 * notes, or if a tenth of them have a sign; else two signs at two tables do.
 */
bool hearing_signs_suffice(const struct hearing *h);

/* Whether all is of one table, of several; a note without one may be of any. */
bool hearing_one_table(const struct hearing *h);

#endif
