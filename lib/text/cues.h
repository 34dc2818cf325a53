/*
 * Cues: wordings that report divergence or convergence ("some ... while
 * others ...", "broad agreement"). Patterns are compiled once, and tried only
 * on texts that hold their words.
 */
#ifndef DLG_CUES_H
#define DLG_CUES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"
#include "data/cue_table.h"

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

/* The patterns, a bit each, that have the words in one of their lists. */
struct cue_wait {
	uint64_t list[CUE_LISTS];
};

/* Add what waits for a run of letters, in lower case. */
void cues_wait(const struct cues *c, const char *letters, size_t len,
               struct cue_wait *w);

/* The patterns that have a word in each of their lists. */
uint64_t cues_ready(const struct cues *c, const struct cue_wait *w);

/*
 * Look for the cues of both kinds among patterns that are ready. Return 0, or
 * -1 if a pattern gave up on the text for its length or shape.
 */
int cues_find(struct cues *c, struct slice text, uint64_t patterns,
              struct cue_hit *divergence, struct cue_hit *convergence);

#endif
