/*
 * Themes as the stream has them: theme records, and what notes say of them.
 */
#ifndef DLG_THEMES_H
#define DLG_THEMES_H

#include "base/out.h"
#include "base/pool.h"
#include "io/notes.h"
#include "math/score.h"

struct theme {
	struct slice id;
	struct slice label;
	struct slice *terms;
	size_t nterms;
	size_t notes;         /* that list it */
	struct slice medoid;  /* id of a note */
	struct slice parent;  /* id of a theme, or empty */
	struct slice *merged; /* ids of the themes that were joined to it */
	size_t nmerged;
	struct slice code; /* guid in a codebook, or empty */
	bool is_new;       /* found beside a codebook */
	size_t children;   /* of a parent: how many it groups */
};

struct themes {
	struct theme *theme; /* k of them, then the parents */
	size_t k, parents;
	/* The themes of note i: scores[start[i]] to scores[start[i + 1] - 1] */
	struct score *scores;
	size_t *start;
	size_t unthemed;        /* notes without a theme */
	size_t without_vectors; /* notes compared by their words alone */
	const char *vectors;    /* where vectors came from: a word for it */
	struct pool pool;
};

#define THEMES_INIT \
	{ \
		.vectors = "none", .pool = POOL_INIT \
	}

/*
 * Write one record for each theme, and before them one of type "theming" that
 * says how they were found. Parents are marked by the number of their themes.
 */
void themes_put(const struct themes *t, struct out *o);

/* Whether a record is of an earlier run, and made anew. */
bool themes_are_ours(const struct record *rec);

/* Set the themes of a note: n of them, none if 0. */
void themes_mark(const struct themes *t, struct record *note,
                 const struct score *scores, size_t n);

void themes_free(struct themes *t);

#endif
