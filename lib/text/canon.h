/*
 * Texts put into an order that depends on what they say alone, and those that
 * say the same in the same words found together: case, punctuation and blanks
 * make no difference.
 */
#ifndef DLG_CANON_H
#define DLG_CANON_H

#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

struct canon {
	size_t n;        /* texts */
	size_t distinct; /* different ones, in canonical order */
	uint32_t *order; /* all texts, in canonical order */
	uint32_t *of;    /* for each text, the number of its distinct one */
	uint32_t
	    *first; /* for each distinct one, the first text that says it */
};

/*
 * Order n texts: by their words, then by their bytes, then by their ids (which
 * tell apart texts that are wholly alike). Released with canon_free.
 */
void canon_init(struct canon *c, const struct slice *texts,
                const struct slice *ids, size_t n);

void canon_free(struct canon *c);

#endif
