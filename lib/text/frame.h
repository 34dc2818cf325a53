/*
 * Turns of phrase with a gap, as data/claims.h lists them: which of them stand
 * around a word of a text. For text/names.
 */
#ifndef DLG_FRAME_H
#define DLG_FRAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/hashes.h"
#include "data/lexicon.h"
#include "text/words.h"

struct names;

enum gap {
	GAP_ANY,
	GAP_ROLE,
	GAP_AROLE,
	GAP_HELD,
	GAP_ONLY,
	GAP_LED,
	GAP_OF,
	GAP_LISTED,
	GAP_OWN,
	GAPS
};

#define FRAME_NONE SIZE_MAX /* no word */

/* A place of a phrase: one of some words. */
struct frame_step {
	uint32_t from, n; /* in struct frames, hashes */
	bool optional;
};

struct frame {
	size_t from, n; /* in struct frames, steps */
	size_t anchor;  /* the step by which it is found */
	size_t before;  /* steps before the gap */
	enum gap gap;
};

/* The phrases that are found by one word, in the order of the table. */
struct frame_list {
	size_t *v;
	size_t n, cap;
};

struct frames {
	struct frame *v;
	struct frame_step *steps;
	uint64_t *hashes;
	size_t n, cap, nsteps, steps_cap, nhashes, hashes_cap;
	struct hashes anchors;
	struct frame_list *lists; /* of each anchor */
	size_t lists_cap;
};

/*
 * Read a table, which NULL ends; the words by which its phrases are found get
 * CUE_CLAIM in l.
 */
void frames_init(struct frames *f, const char *const *table, struct lexicon *l);
void frames_free(struct frames *f);

/* The phrases that a word may be of; NULL if none. */
const struct frame_list *frames_of(const struct frames *f, uint64_t hash);

/*
 * Fit steps from..to-1 of a phrase to the words from word i on, or to those
 * that end at word i, which it does not hold. Return the word behind the last,
 * or the first of them; FRAME_NONE if they do not fit.
 */
size_t frame_forth(const struct frames *f, const struct frame *frame,
                   size_t from, size_t to, const struct names *n, size_t i);
size_t frame_back(const struct frames *f, const struct frame *frame,
                  size_t from, size_t to, const struct names *n, size_t i);

#endif
