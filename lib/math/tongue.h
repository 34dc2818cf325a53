/*
 * Which texts are English, as far as small words and the pieces that the
 * encoder knows can tell.
 */
#ifndef DLG_TONGUE_H
#define DLG_TONGUE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"

/*
 * Whether a text looks like English, or is too short to tell: its letters are
 * Latin, and it has the small words of English or is made of few pieces;
 * of some more if English is likely, for its neighbours are.
 */
bool tongue_english(struct slice text, bool likely);

/* Whether what somebody calls a language is English: en, en-GB, english. */
bool tongue_names_english(struct slice lang);

/*
 * Which of n texts that stand together are English, into english. langs says
 * what the language of a text is, where it is not empty. Of texts too short to
 * tell, the small words of other languages speak, and what the longer texts
 * are.
 */
void tongue_find(const struct slice *texts, const struct slice *langs, size_t n,
                 bool *english);

#endif
