/*
 * The rows of a table, from wherever they come (io/csvin, io/sheet), one after
 * another, with a look ahead.
 */
#ifndef DLG_ROWS_H
#define DLG_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/pool.h"
#include "base/slice.h"

/* Limits on a table; the options of dlg-import. */
struct limits {
	size_t field;   /* bytes of a cell */
	size_t line;    /* bytes of a row, or of any line */
	size_t columns; /* cells of a row */
};

#define LIMITS \
	{ \
		1 << 20, 4 << 20, 1024 \
	}

struct row {
	struct slice *f;
	size_t n;
	size_t line;     /* where it begins, from 1 */
	const char *bad; /* why it cannot be used, or NULL */
};

struct rows {
	/*
	 * Fill row, borrowed until the call after. Return 1, 0 at the end, or
	 * -1 after reporting a fault.
	 */
	int (*read)(struct rows *r, struct row *row);
	const char *name; /* of the input, for messages */
	struct row *ahead;
	size_t nahead, ahead_cap, at;
	struct pool pool; /* of the rows ahead */
	int end;          /* what read said after the rows ahead: 1, 0, -1 */
};

/* The next row, borrowed until the call after; as read above. */
int rows_next(struct rows *r, struct row *row);

/* The i-th row from here, at most some thousands, or NULL: not taken away. */
const struct row *rows_peek(struct rows *r, size_t i);

/* Release what looking ahead took; the rows' own reader has its own close. */
void rows_free(struct rows *r);

#endif
