/*
 * A finished text as its reader sees it: what stands for a character in
 * Markdown, HTML and SVG - a backslash before punctuation, an entity - made
 * that character, with a way back to the bytes of the original. Line breaks
 * stay where they are, and none is added.
 */
#ifndef DLG_UNESCAPE_H
#define DLG_UNESCAPE_H

#include <stdint.h>

#include "base/buf.h"
#include "base/slice.h"

struct unescaped {
	struct slice text; /* the original itself if nothing is escaped */
	struct buf buf;
	uint32_t *at; /* of each byte and of the end: the original's, or NULL */
	size_t cap;
};

#define UNESCAPED_INIT \
	{ \
		.buf = BUF_INIT \
	}

/*
 * Make u what text says; text must outlive it. Entities are the numbered ones
 * and the names of ISO 8859-1, punctuation and a few letters; others stay.
 */
void unescape(struct unescaped *u, struct slice text);

/* The byte of the original that byte i of the text comes from. */
static inline uint32_t
unescape_origin(const struct unescaped *u, size_t i)
{
	return u->at == NULL ? (uint32_t)i : u->at[i];
}

void unescape_free(struct unescaped *u);

#endif
