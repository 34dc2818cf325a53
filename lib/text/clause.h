/*
 * A note taken apart where a person takes breath: at the ends of sentences,
 * at semicolons, and before words that turn to something else (but, however,
 * although, while, whereas).
 */
#ifndef DLG_CLAUSE_H
#define DLG_CLAUSE_H

#include <stdbool.h>

#include "base/slice.h"

enum { CLAUSE_WORDS = 4 }; /* fewer words are no clause of their own */

/*
 * Take the first clause off rest, and put it into clause; what is too short
 * belongs to what follows, or at the end to what went before. Return false if
 * there is none left.
 */
bool clause_next(struct slice *rest, struct slice *clause);

#endif
