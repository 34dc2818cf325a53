/* Texts by which a form is filled in that has nothing to say: "none", "-". */
#ifndef DLG_NOTHING_H
#define DLG_NOTHING_H

#include <stdbool.h>

#include "base/slice.h"

/* Whether a text says no more than that there is nothing. English. */
bool nothing_said(struct slice text);

#endif
