/*
 * Whole tables from a file that an option names: CSV with any delimiter (a
 * first line "sep=;" is skipped), or the first sheet of an Excel file.
 */
#ifndef DLG_TABLEFILE_H
#define DLG_TABLEFILE_H

#include "io/rows.h"

/*
 * Call read with the rows of the file at path. Return what it returns, or -1
 * after reporting why the file is no table (STATUS_FAULT). If an Excel file
 * has more sheets than the one read, a message says so.
 */
int tablefile_read(const char *path,
                   int (*read)(void *data, struct rows *rows, const char *path),
                   void *data);

#endif
