/*
 * What the files of math/label share.
 */
#ifndef DLG_LABEL_PARTS_H
#define DLG_LABEL_PARTS_H

#include "math/candidate.h"
#include "math/label.h"

/* The texts of one theme. */
struct theme_texts {
	struct candidates *c;
	const struct slice *texts; /* all */
	const uint32_t *theme;     /* of each text */
	uint32_t which;
	size_t size;
};

/* The terms of a theme, as they are chosen. */
struct choice {
	uint32_t number[LABEL_TERMS];
	double score[LABEL_TERMS];
	size_t n;
};

/* Name a theme by the terms that were chosen, the first or two of them. */
void label_name(const struct theme_texts *t, const struct choice *terms,
                struct pool *pool, struct label *label);

/*
 * Name a theme without a phrase, or whose phrases are names of others, by the
 * words that most of its texts hold, two of them joined. One word alone would
 * say nothing, nor do those that carry grammar, unless they deny. If names
 * holds what comes of it, more words are joined, or there is no name.
 */
void label_by_words(struct stem *stems, const struct slice *texts,
                    const uint32_t *theme, size_t n, uint32_t which,
                    const struct map *names, struct pool *pool,
                    struct label *label);

#endif
