/*
 * Registration lists: any CSV or first sheet of an Excel file whose first row
 * names its columns. What they are called, in several languages and in any
 * case, says what they hold.
 */
#ifndef DLG_ROSTERFILE_H
#define DLG_ROSTERFILE_H

#include "text/roster.h"

/*
 * Add the people of a file to a roster. Return 0, or -1 after reporting why it
 * cannot be read (STATUS_FAULT): without its names nothing may be published.
 */
int rosterfile_read(struct roster *r, const char *path);

#endif
