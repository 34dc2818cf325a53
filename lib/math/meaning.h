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
 * The vectors of n texts: n * MEANING_DIMS floats; 0 for a text that is not
 * english (an array of n), or has no word.
 */
void meaning_find(const struct slice *texts, const bool *english, size_t n,
                  float *vectors);

#endif
