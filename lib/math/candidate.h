/*
 * The phrases of some texts as candidates for the names of themes.
 */
#ifndef DLG_CANDIDATE_H
#define DLG_CANDIDATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/map.h"
#include "base/pool.h"
#include "math/casing.h"
#include "math/sparse.h"
#include "text/phrase.h"

/* What is known of each candidate. */
struct candidate {
	uint32_t texts;    /* that hold it */
	uint32_t themes;   /* whose texts hold it about as often as all do */
	uint32_t surfaces; /* how often its commonest form was seen, twice */
	struct slice surface;
	unsigned char words;
	bool weak;
	bool linked;  /* two names with "of" or the like between */
	bool known;   /* whether that and what follows has been worked out */
	bool parted;  /* whether part has */
	double worth; /* how well it would serve as a name, 0 to 1 */
	double rare;  /* how rare its words are, 0 to 1 */
	uint32_t part[PHRASE_WORDS]; /* the candidate that each word is */
};

struct candidates {
	struct map keys;
	struct map forms; /* number of the key in four bytes, then the form */
	uint32_t *seen;   /* how often each form was */
	size_t cap_seen;
	struct candidate *of;
	size_t cap;
	struct sparse held; /* texts by candidates */
	struct casing casing;
	struct pool shown; /* surfaces that are not as written */
};

/* Gather the phrases of n texts. Released with candidates_free. */
void candidates_init(struct candidates *c, struct stem *stems,
                     const struct slice *texts, size_t n);

void candidates_free(struct candidates *c);

/*
 * Work out what a candidate is worth: rare words say more than common ones; a
 * name ends in a noun and does not begin with a verb.
 */
const struct candidate *candidates_judge(struct candidates *c, uint32_t number);

/* Find the candidates that its words are. */
const struct candidate *candidates_parts(struct candidates *c, uint32_t number);

#endif
