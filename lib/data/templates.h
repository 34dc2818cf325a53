/*
 * The templates of dlg-report, text files of this folder compiled in.
 */
#ifndef DLG_TEMPLATES_H
#define DLG_TEMPLATES_H

#include "base/slice.h"

/* The template or part called name, or an empty slice if there is none. */
struct slice templates_find(struct slice name);

#endif
