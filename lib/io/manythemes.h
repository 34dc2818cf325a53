/*
 * The themes of notes that are at hand, but too many to be compared each with
 * each: those of an archive, see io/archivethemes.
 */
#ifndef DLG_MANYTHEMES_H
#define DLG_MANYTHEMES_H

#include "io/eventthemes.h"

enum { MANYTHEMES_FROM = 1500 /* more are too many */ };

/* As eventthemes_find, but with the options for an archive. */
void manythemes_find(struct themes *t, const struct notes *notes,
                     const struct eventthemes_options *options);

#endif
