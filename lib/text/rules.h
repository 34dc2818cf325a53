/*
 * Rules that say outright which code a text has: keywords and phrases,
 * compared by their stems, and regular expressions.
 */
#ifndef DLG_RULES_H
#define DLG_RULES_H

#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

struct rules;

/* Keywords are of language, as for stem_new. Released with rules_free. */
struct rules *rules_new(const char *language);

/*
 * Add a keyword of a code: words that follow one another, in any form of
 * theirs (in other languages than English, of the same stem); a * at the end of
 * the last stands for any ending. Return NULL, or why it cannot be used: a
 * phrase.
 */
const char *rules_keyword(struct rules *r, uint32_t code, struct slice words);

/*
 * Add a regular expression (PCRE2, in any case, Unicode), with the slashes
 * around it or without. Return NULL, or why it cannot be used.
 */
const char *rules_pattern(struct rules *r, uint32_t code, struct slice regex);

/*
 * Count in hits, one for each code, the different rules that text meets; hits
 * is not cleared before. Return 0, or -1 if a pattern took too long: *code is
 * then its code.
 */
int rules_match(struct rules *r, struct slice text, uint32_t *hits,
                uint32_t *code);

void rules_free(struct rules *r);

#endif
