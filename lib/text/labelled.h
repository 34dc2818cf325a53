/* Whether a text says in its own words what a label names. */
#ifndef DLG_LABELLED_H
#define DLG_LABELLED_H

#include <stdbool.h>

#include "base/slice.h"

/*
 * Whether a word of label of three letters or more begins a word of text, but
 * for its ending: "volunteering" is met in "volunteers", "app" only in itself
 * and "apps". Case counts only beyond ASCII.
 */
bool labelled_by(struct slice text, struct slice label);

#endif
