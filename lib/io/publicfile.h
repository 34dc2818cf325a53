/* Public texts, plain or Markdown, that notes must not be traced by. */
#ifndef DLG_PUBLICFILE_H
#define DLG_PUBLICFILE_H

#include "text/quoted.h"

/*
 * Take the text of the file at path, up to 64 MiB. Return 0, or -1 after
 * reporting why it cannot be read.
 */
int publicfile_read(struct quoted *q, const char *path,
                    const struct lexicon *lexicon);

#endif
