/*
 * Look through finished files - a report, any text, a stream - for what ought
 * to have been masked.
 */
#ifndef DLG_CHECK_H
#define DLG_CHECK_H

#include "text/redact.h"

/*
 * Report (STATUS_REFUSED) where in the files something is left, and what kind
 * of thing, but not the thing itself. files is NULL-terminated; none, or "-":
 * standard input. Return 0, or -1 after reporting a fault.
 */
int check_files(struct redact *r, char **files);

#endif
