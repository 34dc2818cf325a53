/*
 * Which themes a text names: those of whose name it holds every word of a
 * part, "cottage hospital" of "beds and cottage hospital".
 */
#ifndef DLG_MENTION_H
#define DLG_MENTION_H

#include <stdbool.h>
#include <stddef.h>

#include "math/label.h"

struct mention;

/* The names of k themes. Released with mention_free. */
struct mention *mention_new(const struct label *labels, size_t k,
                            const char *language);

/* Read a text; what it names is told by mention_of. */
void mention_read(struct mention *m, struct slice text);

/* Whether the text read last names a theme. */
bool mention_of(const struct mention *m, size_t theme);

void mention_free(struct mention *m);

#endif
