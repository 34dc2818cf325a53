/* What the files that make up io/source share. */
#ifndef DLG_SOURCE_PARTS_H
#define DLG_SOURCE_PARTS_H

#include "io/source.h"

/* Report a fault of the whole input, which ends there. Return -1. */
int source_fault(struct source *s, const char *what);

/* Convert what stands in s->raw; it goes behind s->block. */
int source_recode(struct source *s);

/*
 * Settle what the bytes read so far are, and so those to come: by their mark,
 * by what -E says (NULL or "": nothing), else UTF-8. Return 0, or -1 after
 * reporting a fault.
 */
int source_settle(struct source *s, const char *encoding);

#endif
