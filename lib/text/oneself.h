/*
 * Statements by which voters tell who they are - "I am between 15 and 19 years
 * old", "My ethnicity is ..." - and claim nothing that a room could agree on or
 * not. English.
 */
#ifndef DLG_ONESELF_H
#define DLG_ONESELF_H

#include <stdbool.h>

#include "base/slice.h"

/* Whether a text only tells who says it. */
bool oneself_told(struct slice text);

#endif
