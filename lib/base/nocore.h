/*
 * What is in memory stays there: no core file and no core handler ever gets
 * the notes, and no other process of the same user may look at them.
 */
#ifndef DLG_NOCORE_H
#define DLG_NOCORE_H

#include <stdbool.h>

/* Forbid (or, for a moment, allow) the process to be dumped and looked into. */
void nocore(bool forbid);

/* Whether this is a build with the address sanitizer, which must look in. */
bool nocore_is_sanitized(void);

#endif
