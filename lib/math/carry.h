/*
 * From one run to the next: what was found now is matched with what was known,
 * so that a theme keeps its id.
 */
#ifndef DLG_CARRY_H
#define DLG_CARRY_H

#include "math/known.h"

/*
 * The first old themes of k were known; those behind them were found in the
 * texts that fit none of these. Known themes that have become alike are
 * joined. Of those found, what is like a known theme (alike is the least cosine
 * of their stems; a little will do where one label has all words of the other,
 * none where both have the same)
 * is joined to it, one to one at most, by the Hungarian method; others get ids
 * of their own, and if they are somewhat like a known theme, say that they
 * split from it. Themes that are locked stay as they are.
 */
void carry_over(struct known *k, size_t old, double alike,
                const char *language);

#endif
