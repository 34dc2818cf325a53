/*
 * Findings: where the room converged, where it diverged, and what that rests
 * on. From a ledger that is complete, in a canonical order: every theme in
 * every event, every statement that was voted on, and, if there are several
 * events, every theme across them.
 */
#ifndef DLG_CONVERGE_H
#define DLG_CONVERGE_H

#include "base/out.h"
#include "io/ledger.h"
#include "io/since.h"
#include "math/verdict.h"

/* Which groups of voters count. */
enum groups {
	GROUPS_GIVEN, /* as the votes say; if none does, as they fall */
	GROUPS_VOTES, /* as the votes themselves fall, if that is stable */
	GROUPS_BOTH,
};

/* How the chance of many tests is kept down. */
enum adjust {
	ADJUST_FDR,  /* Benjamini and Hochberg */
	ADJUST_HOLM, /* Holm */
};

struct converge_options {
	struct criteria criteria;
	enum groups groups;
	enum adjust adjust;
	struct since *since; /* an earlier run, or NULL */
};

/* Write the findings of l, whose casts are used up, to o. */
void converge_put(struct ledger *l, const struct converge_options *opts,
                  struct out *o);

#endif
