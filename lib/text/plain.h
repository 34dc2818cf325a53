/*
 * A text as a pattern of ASCII signs should see it: full-width and other
 * compatibility forms, blanks, hyphens and apostrophes made ASCII, what is
 * invisible and all accents left out, case kept - with a way back to the bytes
 * of the original. A text that is ASCII already is its own plain form.
 */
#ifndef DLG_PLAIN_H
#define DLG_PLAIN_H

#include <stdint.h>

#include "base/buf.h"
#include "base/slice.h"

struct plain {
	struct slice text;
	struct buf buf;
	uint32_t *at; /* of each byte and of the end: the original's, or NULL */
	size_t cap;
};

#define PLAIN_INIT \
	{ \
		.buf = BUF_INIT \
	}

/* Make p the plain form of text; foreign says whether it is not all ASCII. */
void plain_make(struct plain *p, struct slice text, bool foreign);

/* The byte of the original that byte i of the plain form comes from. */
static inline uint32_t
plain_origin(const struct plain *p, size_t i)
{
	return p->at == NULL ? (uint32_t)i : p->at[i];
}

void plain_free(struct plain *p);

#endif
