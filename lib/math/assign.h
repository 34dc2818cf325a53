/*
 * The themes of a text, by a mixture that was fitted before: nothing is kept
 * of the text.
 */
#ifndef DLG_ASSIGN_H
#define DLG_ASSIGN_H

#include <stdint.h>

#include "math/mixture.h"
#include "math/score.h"

struct assign;

/*
 * least: how many times likelier a text's words must be in a theme than in all
 * of them. Released with assign_free; m is not needed any more.
 */
struct assign *assign_new(const struct mixture *m, double least);

/*
 * The themes of a text that holds n columns (ascending, no two alike) and
 * others that no theme has, best first, most at most: the likeliest (or own, if
 * that is not MIXTURE_NONE), and those that are nearly as alike. Return how
 * many; 0 if the text fits no theme so much better than it fits all of them
 * taken together.
 */
size_t assign_text(struct assign *a, const uint32_t *columns, size_t n,
                   size_t others, uint32_t own, size_t most, struct score *out);

/*
 * The scores of the themes that a text is known to have, list: the first is
 * its own, most at most. Fill out, best first, and return how many.
 */
size_t assign_known(struct assign *a, const uint32_t *columns, size_t n,
                    const uint32_t *list, size_t len, size_t most,
                    struct score *out);

void assign_free(struct assign *a);

#endif
