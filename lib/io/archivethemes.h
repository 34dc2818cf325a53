/*
 * From the notes of an archive to its themes: fitted to a sample, then found
 * for each note as it is read again. Of the notes only their themes are kept,
 * a few bytes each.
 */
#ifndef DLG_ARCHIVETHEMES_H
#define DLG_ARCHIVETHEMES_H

#include "io/eventthemes.h"
#include "io/intake.h"
#include "io/jsonl.h"
#include "math/known.h"

/*
 * Find themes in a sample of the notes, which must be many (see io/intake):
 * in that part of it that fits no theme known before. They are added to known.
 * Return how many notes were compared by what their words mean, too.
 */
size_t archivethemes_fit(struct intake *notes,
                         const struct eventthemes_options *options,
                         struct known *known);

/*
 * Write the themes that are known and, unless fit_only, the notes, each with
 * its themes; compared is what archivethemes_fit returned. known is told how
 * many notes each theme has. Return 0, or -1 after a fault.
 */
int archivethemes_put(struct intake *notes,
                      const struct eventthemes_options *options,
                      size_t compared, struct known *known, bool fit_only,
                      struct out *out);

/*
 * Read a stream and write it at once, each note with the known themes that fit
 * it; behind the notes the themes are written. Nothing is held.
 */
void archivethemes_stream(struct jsonl *in,
                          const struct eventthemes_options *options,
                          struct known *known, struct out *out);

#endif
