/*
 * What several say in the same words, or nearly. Texts that are like no others
 * are left out of all clusters; but where two tables say the same thing, that
 * is a theme, however small.
 */
#ifndef DLG_CHORUS_H
#define DLG_CHORUS_H

#include <stddef.h>
#include <stdint.h>

#include "math/field.h"

/*
 * Gather the texts of a field whose cluster is SETTLE_NONE with those that say
 * nearly the same. What is said by two or more, as options count them, becomes
 * clusters k, k + 1, ... Return the number of clusters.
 */
size_t chorus_gather(const struct field *f, const struct theming_options *o,
                     uint32_t *cluster, size_t k);

#endif
