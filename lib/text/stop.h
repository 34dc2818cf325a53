/*
 * English words that carry grammar rather than matter. Some of them turn what
 * a sentence says, which is for dlg-converge to know.
 */
#ifndef DLG_STOP_H
#define DLG_STOP_H

#include <stdbool.h>

#include "base/slice.h"

enum {
	STOP_WORD = 1,     /* no term of a theme */
	STOP_NEGATION = 2, /* not, never, don't */
	STOP_CONTRAST = 4, /* but, however */
	STOP_WEAK = 8,     /* a term, yet alone no label: people, need, good */
};

/* What a word is, folded as token_fold does: some of the above, or 0. */
unsigned stop_word(struct slice folded);

/*
 * Whether a word, folded alike, carries grammar in French, German, Spanish,
 * Italian, Dutch or Portuguese. Some are English words as well: ask only of
 * texts that are not English.
 */
bool stop_foreign(struct slice folded);

#endif
