/*
 * What texts mean, as vectors to be compared: those of math/encoder, less what
 * all sentences have in common, of length 1.
 */
#ifndef DLG_MEANING_H
#define DLG_MEANING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"

enum { MEANING_DIMS = 512 };

/*
 * Whether a text looks like English, or is too short to tell: its letters are
 * Latin, and it has the small words of English or is made of few pieces;
 * of some more if English is likely, for its neighbours are.
 */
bool meaning_english(struct slice text, bool likely);

/*
 * The vectors of n texts: n * MEANING_DIMS floats; 0 for a text that is not
 * english (an array of n), or has no word.
 */
void meaning_find(const struct slice *texts, const bool *english, size_t n,
                  float *vectors);

#endif
