/*
 * From the notes of an archive to its themes: fitted to a sample, then found
 * for each note as it is read again. Of the notes only their themes are kept,
 * a few bytes each.
 */
#ifndef DLG_ARCHIVETHEMES_H
#define DLG_ARCHIVETHEMES_H

#include "io/eventthemes.h"
#include "io/intake.h"

/* The notes must be many (see io/intake). Return 0, or -1 after a fault. */
int archivethemes_put(struct intake *notes,
                      const struct eventthemes_options *options,
                      struct out *out);

#endif
