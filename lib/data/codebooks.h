/*
 * The codebooks of the field, CSV files of this folder compiled in.
 */
#ifndef DLG_CODEBOOKS_H
#define DLG_CODEBOOKS_H

#include "base/slice.h"

struct codebooks_entry {
	const char *name;
	const char *about; /* in one line */
	const char *text, *end;
};

/* All of them, in the order of their names; the last has no name. */
extern const struct codebooks_entry codebooks[];

#endif
