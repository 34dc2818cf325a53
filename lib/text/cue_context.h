/*
 * What stands around a cue in its clause, where that makes it say nothing of
 * the room, or the contrary: "nobody agreed", "the council disagreed with the
 * landlord", "consensus is overrated". English.
 */
#ifndef DLG_CUE_CONTEXT_H
#define DLG_CUE_CONTEXT_H

#include <stdbool.h>

#include "text/cues.h"

/* Whether a cue of a kind, found in text, is to be believed. */
bool cue_context_holds(struct slice text, const struct cue_hit *hit,
                       enum cue_kind kind);

#endif
