/*
 * A template of dlg-report that the user wrote.
 */
#ifndef DLG_TEMPLATEFILE_H
#define DLG_TEMPLATEFILE_H

#include "base/slice.h"

/*
 * The text of the file, to be released with free; a file that cannot be read,
 * or is over 1 MiB, ends the program with a message.
 */
struct slice templatefile_load(const char *path);

#endif
