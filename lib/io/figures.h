/*
 * The pictures of a report.
 */
#ifndef DLG_FIGURES_H
#define DLG_FIGURES_H

#include "io/report.h"

/*
 * Write the pictures that the template links and the report has something for
 * into directory, made if it is not there, and give the report its links to
 * them, as seen from the file output (NULL: standard output). Each is published
 * whole or not at all. Return 0, or -1 after reporting a fault.
 */
int figures_write(struct report *r, const struct template *t,
                  const char *directory, const char *output);

/* Give the report a picture in the words of Mermaid. */
void figures_mermaid(struct report *r);

#endif
