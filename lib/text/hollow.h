/*
 * Notes that say nothing by themselves: "ditto", "agree", "see above", "n/a".
 */
#ifndef DLG_HOLLOW_H
#define DLG_HOLLOW_H

#include <stdbool.h>

#include "base/slice.h"

/*
 * Whether a text has no other words than those of assent and reference, in
 * English, and numbers.
 */
bool hollow(struct slice text);

#endif
