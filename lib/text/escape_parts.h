/*
 * What the parts of text/escape share: not for anybody else.
 */
#ifndef DLG_ESCAPE_PARTS_H
#define DLG_ESCAPE_PARTS_H

#include "text/escape.h"

/* A character, printable ASCII, as a numeric entity: "&#38;". */
void escape_entity(struct buf *out, char c);

/* Tidy text, at most max characters, and append it as encode encodes it. */
void escape_tidied(struct buf *out, struct slice text, size_t max,
                   void (*encode)(struct buf *, struct slice));

#endif
