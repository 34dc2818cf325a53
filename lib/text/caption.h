/*
 * What stands over a column, over notes or in a cell of choices, made
 * comparable: people write the same words with other capitals and spaces.
 */
#ifndef DLG_CAPTION_H
#define DLG_CAPTION_H

#include "base/buf.h"
#include "base/slice.h"

/* Append text with each run of white space as one space, none at the ends. */
void caption_squeeze(struct slice text, struct buf *out);

/* The same with case folded, and in NFC. */
void caption_fold(struct slice text, struct buf *out);

#endif
