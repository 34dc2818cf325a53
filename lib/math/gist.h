/*
 * What texts are about, as vectors that cost next to nothing: a vector for
 * each of many stems (data/gist), summed. For many texts; math/meaning says
 * more of a few. English only.
 */
#ifndef DLG_GIST_H
#define DLG_GIST_H

#include <stddef.h>
#include <stdint.h>

#include "data/gist.h"
#include "text/terms.h"

#define GIST_NONE UINT32_MAX

struct gist;

/* The table, for the words of stems, which is borrowed; end with gist_free. */
struct gist *gist_new(const struct stem *stems);

/* The row of a stem, or GIST_NONE. */
uint32_t gist_row(const struct gist *g, struct slice stem);

/* Add a row, so many times, to GIST_DIMS floats. */
void gist_add(uint32_t row, float times, float *v);

/* Make a vector's length 1, unless it is 0. */
void gist_unit(float *v);

/*
 * The vector of a text that was read: GIST_DIMS floats, of length 1; 0 if most
 * of its words are not in the table.
 */
void gist_sum(struct gist *g, const struct terms *terms, float *v);

/* Those of n texts, n * GIST_DIMS floats. */
void gist_find(const struct slice *texts, size_t n, float *vectors);

void gist_free(struct gist *g);

#endif
