/* What near.c and near_far.c share. */
#ifndef DLG_NEAR_PARTS_H
#define DLG_NEAR_PARTS_H

#include "text/near.h"

enum { NEAR_LONGEST = 40 }; /* letters; longer words are not looked for */

struct near_entry {
	uint32_t word, next; /* next entry + 1 of the same kind, or 0 */
};

struct far_entry {
	uint32_t word, next; /* as there */
	uint32_t letters;    /* which the word has, one bit each */
};

/* Have near_far find a known word. */
void near_add_far(struct near *s, struct slice word, uint32_t number);

#endif
