/*
 * What people call a thing: a name of one line, short enough to be read.
 */
#ifndef DLG_NAMING_H
#define DLG_NAMING_H

#include "base/slice.h"

enum { NAMING_MAX = 1000 }; /* bytes: more than any name we make ourselves */

/*
 * What is wrong with a name, in words that follow it ("is empty"), or NULL:
 * it is blank, longer than NAMING_MAX, or holds a line end or another control
 * character.
 */
const char *naming_fault(struct slice name);

/* Whether a word, in any case, is yes (1) or no (0); -1 if it is neither. */
int naming_yes(struct slice word);

#endif
