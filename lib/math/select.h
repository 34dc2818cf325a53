/* The n-th smallest of some numbers. */
#ifndef DLG_SELECT_H
#define DLG_SELECT_H

#include <stddef.h>

/*
 * The number that would stand at v[nth] if v were sorted; v is reordered.
 * None is NaN, and nth < n.
 */
float select_nth(float *v, size_t n, size_t nth);

#endif
