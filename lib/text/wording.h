/*
 * Numbers in plain words: counts, never scores.
 */
#ifndef DLG_WORDING_H
#define DLG_WORDING_H

#include "base/buf.h"

/* What is counted, in singular and plural: "table", "tables". */
struct noun {
	const char *one, *many;
};

/* "1 table", "1,234 tables" */
void wording_count(struct buf *out, size_t n, struct noun noun);

/* "9 of 12 tables", "all 12 tables", "both tables", "the one table" */
void wording_part(struct buf *out, size_t n, size_t of, struct noun noun);

/* Make the first letter that out holds at or after start a capital. */
void wording_capital(struct buf *out, size_t start);

#endif
