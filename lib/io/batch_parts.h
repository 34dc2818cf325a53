/* What the files that make up io/batch share. */
#ifndef DLG_BATCH_PARTS_H
#define DLG_BATCH_PARTS_H

#include "io/batch.h"

/* What follows the last slash. */
struct slice batch_last_part(const char *path);

/* An event.json given itself says what it says of its event. */
int batch_add_event(struct batch *b, const char *path);

/* Find the event of an input: by -e, by event.json, by its folder's name. */
int batch_find_event(struct batch *b, struct input *in, const char *root);

/* Report a file that is given twice. Return 0, or -1. */
int batch_refuse_twice(const struct batch *b);

/* Say of files that are the same, byte for byte, that they are. */
void batch_tell_copies(const struct batch *b);

#endif
