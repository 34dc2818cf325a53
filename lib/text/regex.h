/*
 * Regular expressions (PCRE2, compiled to machine code where that is
 * possible), matched under limits so that none runs for ever. Where the
 * machine code runs out of stack the interpreter decides. Memory that runs
 * out ends the process as everywhere.
 */
#ifndef DLG_REGEX_H
#define DLG_REGEX_H

#include <stddef.h>

#include "base/slice.h"

struct regex;

enum regex_how {
	REGEX_ANY_CASE = 1,
	REGEX_UNICODE = 2, /* classes and case by Unicode; texts are UTF-8 */
	REGEX_LITERAL = 4, /* no character is special */
};

/* Most steps a match may take, and most memory for it, in KiB. */
enum { REGEX_STEPS = 100000, REGEX_HEAP = 8 * 1024 };

/*
 * Compile a pattern; how is a sum of enum regex_how. Return NULL if PCRE2
 * cannot read it; else release it with regex_free.
 */
struct regex *regex_new(struct slice pattern, unsigned how);

/*
 * Find the first match in text at the byte from or behind it. Return 1, 0 if
 * there is none, or -1 if a limit was hit. With 1, *at, if at is not NULL, is
 * where group k begins and ends, at[2 * k] and at[2 * k + 1] (group 0 is the
 * whole), borrowed until the next match of r.
 */
int regex_find(const struct regex *r, struct slice text, size_t from,
               const size_t **at);

void regex_free(struct regex *r);

#endif
