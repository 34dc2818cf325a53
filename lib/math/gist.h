/*
 * What texts are about, as vectors that cost next to nothing: a vector for
 * each of many stems (data/gist), summed. For many texts; math/meaning says
 * more of a few. English only.
 */
#ifndef DLG_GIST_H
#define DLG_GIST_H

#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"
#include "data/gist.h"

#define GIST_NONE UINT32_MAX

struct gist;

/* The table, ready to be asked. Released with gist_free. */
struct gist *gist_new(void);

/* The row of a stem, or GIST_NONE. */
uint32_t gist_row(const struct gist *g, struct slice stem);

/* Add a row, weighed, to GIST_DIMS numbers. */
void gist_add(uint32_t row, float *v);

/*
 * The vectors of n texts: n * GIST_DIMS floats of length 1; 0 for a text most
 * of whose words are not in the table.
 */
void gist_find(const struct slice *texts, size_t n, float *vectors);

void gist_free(struct gist *g);

#endif
