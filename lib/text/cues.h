/*
 * Cues: wordings that report divergence or convergence ("some ... while
 * others ...", "broad agreement"). Patterns are compiled once, and tried only
 * on texts that hold their words.
 */
#ifndef DLG_CUES_H
#define DLG_CUES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"
#include "data/cue_table.h"
#include "text/letters.h"

struct cues;

/* What was found in a text: for each kind, the first pattern that fits. */
struct cue_hit {
	bool found;
	unsigned pattern;  /* index in cue_table */
	size_t start, end; /* bytes of the text */
};

/* Compile the table. Released with cues_free. */
struct cues *cues_new(void);
void cues_free(struct cues *c);

/*
 * Whether there are cues for texts in the language of an ISO 639 code or a
 * longer tag; an empty one is taken for English.
 */
bool cues_speak(struct slice lang);

/*
 * Look for the cues of both kinds. Return 0, or -1 if a pattern gave up on
 * the text for its length or shape.
 */
int cues_find(struct cues *c, const struct letters *text,
              struct cue_hit *divergence, struct cue_hit *convergence);

#endif
