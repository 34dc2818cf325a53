/*
 * The phrases of some texts as candidates for the names of themes.
 */
#ifndef DLG_CANDIDATE_H
#define DLG_CANDIDATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/map.h"
#include "math/sparse.h"
#include "text/stem.h"

/* What is known of each candidate. */
struct candidate {
	uint32_t texts;    /* that hold it */
	uint32_t themes;   /* whose texts hold it */
	uint32_t surfaces; /* how often its commonest form was seen */
	struct slice surface;
	unsigned char words;
	bool weak;
};

struct candidates {
	struct map keys;
	struct map forms; /* number of the key in four bytes, then the form */
	uint32_t *seen;   /* how often each form was */
	size_t cap_seen;
	struct candidate *of;
	size_t cap;
	struct sparse held; /* texts by candidates */
};

/* Gather the phrases of n texts. Released with candidates_free. */
void candidates_init(struct candidates *c, struct stem *stems,
                     const struct slice *texts, size_t n);

void candidates_free(struct candidates *c);

/*
 * How well a candidate would serve as a name, 0 to 1: rare words say more than
 * common ones, and what looks like an adverb or a participle says little.
 */
double candidate_worth(const struct candidate *d);

#endif
