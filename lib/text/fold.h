/*
 * Letters made comparable: compatibility forms, accents, case, letters that no
 * decomposition reaches (o-slash, sharp s, thorn) and the Cyrillic and Greek
 * letters that look like Latin ones all fold to the same plain letters; what
 * cannot be seen (soft hyphen, zero-width joiners, direction marks) is nothing.
 */
#ifndef DLG_FOLD_H
#define DLG_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/slice.h"

enum {
	FOLD_MAX = 72, /* bytes one code point may fold to */
};

/*
 * The code point at p and its length; a byte that is no UTF-8 counts as one
 * code point, -1. p < end.
 */
size_t fold_decode(const char *p, const char *end, int32_t *code);

/*
 * What a code point folds to: bytes written to out (room for FOLD_MAX), 0 for
 * what is invisible or a lone accent.
 */
size_t fold_code(int32_t code, char *out);

/* Whether it is part of a word: a letter, an accent, an invisible. */
bool fold_is_letter(int32_t code);

/* Whether it is invisible: joins what stands on both sides. */
bool fold_is_hidden(int32_t code);

/* Whether it is an upper-case letter, or a letter of a script without case. */
bool fold_is_capital(int32_t code);

/* Whether it is of a script written without spaces between words. */
bool fold_is_unspaced(int32_t code);

/* Whether it is white space, ASCII or not. */
bool fold_is_space(int32_t code);

/* Whether it is one of the apostrophes, or one of the hyphens. */
bool fold_is_apostrophe(int32_t code);
bool fold_is_hyphen(int32_t code);

/* Append the folded form of text, everything but the invisible kept. */
void fold_text(struct buf *out, struct slice text);

#endif
