/* Whether a link leads to a person: by its form, or by a name in it. */
#ifndef DLG_LINK_H
#define DLG_LINK_H

#include <stdbool.h>

#include "base/slice.h"
#include "text/roster.h"

/* roster may be NULL. */
bool link_tells(struct slice link, const struct roster *roster);

/*
 * Whether an id, which is no sentence, holds somebody's name: "ann-lee-evening"
 */
bool link_names(struct slice text, const struct roster *r);

#endif
