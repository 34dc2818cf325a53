/*
 * Hierarchies from a CSV or Excel file whose rows are: field, value, what that
 * is more generally, what this is more generally, and so on. There is no
 * header.
 */
#ifndef DLG_HIERARCHYFILE_H
#define DLG_HIERARCHYFILE_H

#include "text/hierarchy.h"

/* Return 0, or -1 after reporting why it cannot be read. */
int hierarchyfile_read(struct hierarchy *h, const char *path);

#endif
