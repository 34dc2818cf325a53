/*
 * What was answered of a 64-bit hash, yes or no, for as long as no other has
 * taken its place: a short memory of fixed size for questions that are asked
 * again and again, and whose answer does not change.
 */
#ifndef DLG_MEMO_H
#define DLG_MEMO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { MEMO_PLACES = 1 << 16 };

struct memo {
	uint64_t *places; /* a hash whose lowest bit is the answer; or 0 */
};

/* Put the answer for hash. A memo of zeroes remembers nothing yet. */
void memo_put(struct memo *m, uint64_t hash, bool answer);

void memo_free(struct memo *m);

/* Whether hash was put last at its place; its answer. */
static inline bool
memo_has(const struct memo *m, uint64_t hash, bool *answer)
{
	uint64_t place;

	if (m->places == NULL)
		return false;
	place = m->places[hash >> 1 & (MEMO_PLACES - 1)];
	*answer = place & 1;
	return place > 1 && place >> 1 == hash >> 1;
}

#endif
