/*
 * Names for themes: the phrases that a theme's texts have and the others have
 * not (see math/salience). Where the best says nothing of half the texts and
 * another speaks of some of these, the two are the name, joined by "and".
 */
#ifndef DLG_LABEL_H
#define DLG_LABEL_H

#include <stddef.h>
#include <stdint.h>

#include "base/pool.h"
#include "base/slice.h"
#include "text/stem.h"

enum { LABEL_TERMS = 3 };
#define LABEL_NONE UINT32_MAX

struct label {
	struct slice name; /* a term, or two of them joined */
	struct slice terms[LABEL_TERMS];
	size_t n; /* may be 0: no name */
};

/*
 * Label k themes of n texts; theme says which theme each text is in, or
 * LABEL_NONE. No two themes get the same label, in whatever case, and no label
 * shares a stem with the other terms of its theme. A theme whose texts hold no
 * phrase that is its own is named by its two commonest words; one of a single
 * word gets no label. Terms are kept in pool.
 */
void label_themes(struct stem *stems, const struct slice *texts, size_t n,
                  const uint32_t *theme, size_t k, struct pool *pool,
                  struct label *labels);

#endif
