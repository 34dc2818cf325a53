/*
 * The rows of a table that stands in memory, filled cell by cell.
 */
#ifndef DLG_MEMROWS_H
#define DLG_MEMROWS_H

#include "io/rows.h"

struct memrows {
	struct rows rows; /* first, so that read can find the rest */
	struct row *v;
	size_t n, cap, at;
	size_t cells_cap; /* of the newest row */
	size_t columns;   /* most that a row may have */
	struct pool pool;
};

void memrows_open(struct memrows *m, const char *name,
                  const struct limits *limits);

/* Begin a row that stands on that line. */
void memrows_row(struct memrows *m, size_t line);

/* Set cell number column, from 0, of the newest row; text is copied. */
void memrows_cell(struct memrows *m, size_t column, struct slice text);

/*
 * Give all rows as many cells as columns, or as a row may have at most, cutting
 * only empty ones.
 */
void memrows_even(struct memrows *m, size_t columns);

void memrows_close(struct memrows *m);

#endif
