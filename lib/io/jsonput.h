/*
 * JSON objects written piece by piece: members behind one another, with the
 * commas that they need.
 */
#ifndef DLG_JSONPUT_H
#define DLG_JSONPUT_H

#include "base/buf.h"
#include "base/slice.h"

/* A key and its colon, behind a comma unless it is the first of its object. */
void jsonput_key(struct buf *b, const char *key);

/* The same with a value: a text, valid UTF-8, a count, so many digits. */
void jsonput_text(struct buf *b, const char *key, struct slice text);
void jsonput_count(struct buf *b, const char *key, size_t n);
void jsonput_number(struct buf *b, const char *key, double v, int digits);

/* The same with a list of texts. */
void jsonput_list(struct buf *b, const char *key, const struct slice *list,
                  size_t n);

/* With so many decimals, always: in a place where a value stands. */
void jsonput_decimals(struct buf *b, double v, int decimals);

#endif
