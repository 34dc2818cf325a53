/*
 * Lines kept in memory, one behind another, for an input that cannot be read
 * twice.
 */
#ifndef DLG_KEPT_H
#define DLG_KEPT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

struct kept {
	struct buf *blocks;
	size_t n, cap;
	size_t block, at; /* what is read next */
};

#define KEPT_INIT \
	{ \
		NULL, 0, 0, 0, 0 \
	}

void kept_add(struct kept *h, struct slice line);

/* Begin to read again, from the first line. */
void kept_rewind(struct kept *h);

/*
 * The next line, borrowed until kept_free or the next kept_add. Return false
 * after the last.
 */
bool kept_next(struct kept *h, struct slice *line);

void kept_free(struct kept *h);

#endif
