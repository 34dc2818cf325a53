/*
 * The curator's own terms to mask: a text file, one a line, literal or a
 * regular expression between slashes; "#" begins a comment.
 */
#ifndef DLG_TERMFILE_H
#define DLG_TERMFILE_H

#include "text/pattern.h"

/* Return 0, or -1 after reporting why it cannot be used. */
int termfile_read(struct patterns *p, const char *path);

#endif
