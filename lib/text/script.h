/*
 * Names in other scripts: one spelling for all that a name in Latin letters and
 * in Cyrillic or Arabic ones may have in common.
 */
#ifndef DLG_SCRIPT_H
#define DLG_SCRIPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

enum script { SCRIPT_LATIN, SCRIPT_CYRILLIC, SCRIPT_ARABIC, SCRIPT_OTHER };

enum { SCRIPT_LONGEST = 32 };

/* Which of them the first letter of a word is of. */
enum script script_of(struct slice word);

/*
 * Write the bones of a word (if Latin, folded), as they are compared in script
 * to (SCRIPT_CYRILLIC or SCRIPT_ARABIC), to out (SCRIPT_LONGEST bytes); how
 * many. 0 if the word has letters of neither, or more than fit.
 */
size_t script_bones(struct slice word, enum script to, char *out);

/* How much of the bones of a name remains in all its Cyrillic cases. */
size_t script_stem(const char *bones, size_t len);

/* Whether this may stand behind that stem. */
bool script_is_ending(const char *p, size_t len);

#endif
