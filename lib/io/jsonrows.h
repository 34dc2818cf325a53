/*
 * A JSON array of objects as the rows of a table: the members of all objects
 * are its columns.
 */
#ifndef DLG_JSONROWS_H
#define DLG_JSONROWS_H

#include "io/memrows.h"
#include "io/source.h"

/* A member's key, and what its column is called instead. */
struct jsonrows_name {
	const char *key, *column;
};

/*
 * Append the header and the rows of what src holds to m; names ends with an
 * empty entry. The line of a row is the number of its object.
 * Return 0, or -1 after reporting a fault.
 */
int jsonrows_load(struct source *src, const struct jsonrows_name *names,
                  struct memrows *m);

#endif
