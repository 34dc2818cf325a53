/*
 * The lines of some files, in big blocks, without a copy.
 */
#ifndef DLG_LINES_H
#define DLG_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/slice.h"

struct lines {
	char **files;     /* those still to be opened */
	const char *file; /* the one being read, or "standard input" */
	size_t line;      /* number of the line last returned, from 1 */
	bool unended;     /* no newline is behind that line */
	size_t max;       /* longest line allowed, in bytes */
	int fd;
	struct buf block;
	size_t at; /* where the next line begins in block */
	bool eof;
	bool failed;
	bool seal; /* when the last file is open, no other will be */
};

/* Begin with files (NULL-terminated; none: standard input). */
void lines_open(struct lines *l, char **files, size_t max);

/*
 * The next line, without its LF or CRLF, borrowed until the call after.
 * Return 1, 0 at the end of the last file, or -1 after reporting a fault.
 */
int lines_next(struct lines *l, struct slice *line);

void lines_close(struct lines *l);

#endif
