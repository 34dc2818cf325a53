/*
 * A word to a person who waits: how much was read, shown on standard error
 * if that is a terminal and the work takes more than two seconds.
 */
#ifndef DLG_PROGRESS_H
#define DLG_PROGRESS_H

#include <stddef.h>

/* So many bytes more were read. */
void progress_add(size_t bytes);

/* The work is over: take the line away. */
void progress_end(void);

#endif
