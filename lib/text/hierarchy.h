/*
 * More general words for a value: a role's profession, a ward's town. Values
 * compare folded.
 */
#ifndef DLG_HIERARCHY_H
#define DLG_HIERARCHY_H

#include "base/map.h"
#include "base/pool.h"

struct hierarchy {
	struct map values;   /* field, NUL, folded value */
	struct slice *above; /* of each: the next more general value */
	size_t cap;
	size_t levels; /* the longest way up, over all fields */
	struct pool pool;
};

#define HIERARCHY_INIT \
	{ \
		.values = MAP_INIT \
	}

/*
 * Say that above is what value of field is more generally; all are copied.
 * Return false if that contradicts what was said, or leads back to value.
 */
bool hierarchy_add(struct hierarchy *h, struct slice field, struct slice value,
                   struct slice above);

/* What value is, levels steps up; value itself if nothing is known. */
struct slice hierarchy_up(const struct hierarchy *h, struct slice field,
                          struct slice value, size_t levels);

void hierarchy_free(struct hierarchy *h);

#endif
