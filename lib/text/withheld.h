/*
 * What a note-taker writes beside what must stay in the room: "off the
 * record", "not for sharing", "don't share this outside", ... Words are
 * compared folded, whatever stands between them.
 */
#ifndef DLG_WITHHELD_H
#define DLG_WITHHELD_H

#include <stdbool.h>

#include "text/words.h"

/*
 * Whether text, whose words w are, asks not to be shared. Words that say so
 * are a CUE_SECRET of data/namecues: without one the answer is no.
 */
bool withheld_is_asked(const struct words *w, struct slice text);

#endif
