/*
 * Names that hold digits joined to letters, which are parts of no word: "3M",
 * "H2O Solutions". They are found by what is so joined, as it is written but
 * for its case.
 */
#ifndef DLG_NUMBERED_H
#define DLG_NUMBERED_H

#include <stdbool.h>

#include "base/hashes.h"
#include "base/slice.h"

struct numbered {
	struct hashes joined;     /* of what is joined in each name */
	size_t *first, first_cap; /* of each: the first name + 1 */
	struct numbered_name *v;
	size_t n, cap;
};

/* Add a name, which is borrowed, if it is one of them. */
void numbered_add(struct numbered *u, struct slice name);

/*
 * Find the next name in text from *at on; *at goes behind it. Return false if
 * there is none.
 */
bool numbered_next(const struct numbered *u, struct slice text, size_t *at,
                   struct slice *found);

void numbered_free(struct numbered *u);

#endif
