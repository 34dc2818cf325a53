/*
 * The inside of a field: JSON text that io/scan has found good, walked without
 * building anything. On other text the functions stop early, within bounds.
 */
#ifndef DLG_VALUE_H
#define DLG_VALUE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

struct value_walk {
	struct slice rest;
};

/* Begin to walk an object or array; anything else has nothing in it. */
struct value_walk value_open(struct slice json);

/*
 * The next member or element: its JSON text in val and, of an object, what
 * stands between the quotes of its key in key, escapes and all.
 */
bool value_next(struct value_walk *w, struct slice *key, struct slice *val);

/* The member called key (plain ASCII) of an object, or an empty slice. */
struct slice value_get(struct slice object, const char *key);

/*
 * The text of a JSON string, or an empty slice if json is none: part of json,
 * or decoded behind what scratch holds (borrowed until that changes).
 */
struct slice value_text(struct slice json, struct buf *scratch);

/* A whole number that is not negative, rounded down; 0 if json is none. */
size_t value_count(struct slice json);

#endif
