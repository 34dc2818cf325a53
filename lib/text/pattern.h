/*
 * Direct identifiers that have a form of their own: e-mail addresses, phone
 * and NHS numbers, postcodes, links that lead to a person, and the curator's
 * own terms. Each pattern runs only where a cheap look at the text finds what
 * it cannot do without, and under limits: one that is hit is an error, never
 * a text let through.
 */
#ifndef DLG_PATTERN_H
#define DLG_PATTERN_H

#include "text/plain.h"
#include "text/roster.h"
#include "text/span.h"
#include "text/words.h"

struct patterns;

struct patterns *patterns_new(void);

/*
 * Add a term of the curator's: literal words, or a regular expression between
 * slashes. Return NULL, or why it cannot be used: a phrase.
 */
const char *patterns_add(struct patterns *p, struct slice term);

/*
 * Add spans for all that is found in text, of which w are the words. roster
 * may be NULL. dates says to take any date and year for an identifier too.
 * Return 0, or -1 if a limit was hit.
 */
int patterns_find(struct patterns *p, struct slice text, const struct words *w,
                  const struct roster *roster, bool dates, struct spans *out);

void patterns_free(struct patterns *p);

#endif
