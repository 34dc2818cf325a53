/*
 * Whole tables from a file that an option names: CSV with any delimiter (a
 * first line "sep=;" is skipped), or the sheets of an Excel file.
 */
#ifndef DLG_TABLEFILE_H
#define DLG_TABLEFILE_H

#include "io/rows.h"

/*
 * Call read with the rows of the file at path. Return what it returns, or -1
 * after reporting why the file is no table (STATUS_FAULT). Of an Excel file
 * the first sheet is read; if it has more, a message says so.
 */
int tablefile_read(const char *path,
                   int (*read)(void *data, struct rows *rows, const char *path),
                   void *data);

/*
 * The same for every sheet of an Excel file, with its number, from 1; 0 for a
 * CSV file. If there are several, the path that read is given says which.
 */
int tablefile_sheets(const char *path,
                     int (*read)(void *data, struct rows *rows,
                                 const char *path, size_t sheet),
                     void *data);

#endif
