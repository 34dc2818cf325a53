/*
 * The themes of an event beside those known from before: notes that fit a
 * known theme get it, the rest are compared each with each.
 */
#ifndef DLG_CARRYTHEMES_H
#define DLG_CARRYTHEMES_H

#include "io/eventthemes.h"
#include "math/known.h"

/*
 * Find the themes of notes, as eventthemes_find does if none is known. What is
 * found is added to known, and known is told how many notes each theme has.
 * Released with themes_free, while known lives.
 */
void carrythemes_find(struct themes *t, const struct notes *notes,
                      const struct eventthemes_options *options,
                      struct known *known);

#endif
