/*
 * When something is to be done, as the words of a note say it.
 */
#ifndef DLG_WHEN_H
#define DLG_WHEN_H

#include "base/slice.h"

/*
 * The first time that text (English) names: "by the end of May", "before
 * 12 June 2026", "within six weeks", "next week", "Q3", "2026-05-01". An empty
 * slice if it names none. What is returned is part of text.
 */
struct slice when_find(struct slice text);

#endif
