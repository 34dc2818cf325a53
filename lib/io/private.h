/* Files that tell who is who. */
#ifndef DLG_PRIVATE_H
#define DLG_PRIVATE_H

#include <stdbool.h>

/*
 * Whether such a file may be written at path (NULL: none is): it is refused if
 * it exists and others can read it, or if they can read its directory, unless
 * force. what names it in a message. Return 0, or -1 after reporting why not
 * (STATUS_PRIVACY).
 */
int private_may_write(const char *path, const char *what, bool force);

#endif
