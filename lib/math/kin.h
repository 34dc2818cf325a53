/*
 * Which of many themes are of a kind: themes grouped by the words that their
 * texts hold and by what these mean (math/gist). A graph of themes, what is
 * above the median likeness; its communities are the groups.
 */
#ifndef DLG_KIN_H
#define DLG_KIN_H

#include "math/mixture.h"
#include "text/vocabulary.h"

#define KIN_NONE UINT32_MAX

/*
 * Group the components of a mixture, whose columns are v's: group[i] is that
 * of component i, or KIN_NONE if it is like no other. Groups have two themes
 * or more, and are numbered in the order of their first. Return how many.
 * central[i] is how well component i stands for its group: how like the others
 * it is, times the root of how many texts it has.
 */
size_t kin_find(const struct mixture *m, const struct vocabulary *v,
                uint32_t *group, double *central);

/*
 * How well a term, which holds n columns, names a group: above 0 if a fifth of
 * its texts hold them, of at least half of its themes, and more than others do.
 */
double kin_worth(const struct mixture *m, const uint32_t *group, uint32_t which,
                 const uint32_t *columns, size_t n);

#endif
