/*
 * How a harvest writes its words: in small letters, with a capital, or
 * shouted. A name is shown the way the harvest usually writes it.
 */
#ifndef DLG_CASING_H
#define DLG_CASING_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/map.h"

/* How often a word was written so. */
struct casing_word {
	uint32_t small, title, shout;
};

struct casing {
	struct map words; /* folded */
	struct casing_word *of;
	size_t cap;
};

#define CASING_INIT \
	{ \
		.words = MAP_INIT \
	}

/* Count a word as it is written. Letters beyond ASCII have no case here. */
void casing_count(struct casing *c, struct slice word);

/*
 * Append a phrase to out, its words parted by blanks or hyphens. Shouted words
 * and those with a capital inside become what they are elsewhere, or small if
 * they are plain English; so does a capital within or before small words, if
 * the word is mostly written small.
 */
void casing_show(const struct casing *c, struct slice phrase, struct buf *out);

void casing_free(struct casing *c);

#endif
