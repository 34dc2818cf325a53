/*
 * Texts divided into themes, by what math/field says of them.
 */
#ifndef DLG_DIVIDE_H
#define DLG_DIVIDE_H

#include "math/field.h"

/*
 * Divide the texts of a field into as many themes as options say, or as are
 * found; these are then tidied: joined where they are one, texts moved that
 * fit another better, what does not belong parted or put out (see
 * math/settle). Return the number of clusters; some may be empty.
 */
size_t divide(const struct field *f, const struct theming_options *o,
              uint32_t *cluster);

#endif
