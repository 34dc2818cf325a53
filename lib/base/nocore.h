/*
 * What is in memory stays there: no core file and no core handler ever gets
 * the notes, and no other process of the same user may look at them.
 */
#ifndef DLG_NOCORE_H
#define DLG_NOCORE_H

#include <stdbool.h>

/* Forbid (or, for a moment, allow) the process to be dumped and looked into. */
void nocore(bool forbid);

/* Whether this is a build for tests that must look in, or write files. */
bool nocore_is_sanitized(void);

#endif
