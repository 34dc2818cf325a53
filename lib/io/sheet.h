/*
 * A sheet of an Excel file (.xlsx) as the rows of a table: shared and inline
 * strings, dates as ISO 8601, formulas as the values Excel kept, the names of
 * merged header cells joined.
 */
#ifndef DLG_SHEET_H
#define DLG_SHEET_H

#include "io/memrows.h"
#include "io/sink.h"
#include "io/source.h"

/* Whether a file that begins so is one: a zip, told by its parts' names. */
bool sheet_is(struct slice head);

/* A sheet's rows, the header the first of them. */
struct sheet_rows {
	struct memrows all;
	size_t aside;  /* rows above the header, left out */
	size_t sheets; /* that the file has */
};

/*
 * Read the sheet of that name or, if it is NULL, of that number, from 1. Return
 * 0, or -1 after reporting a fault; close out->all with memrows_close in both
 * cases.
 */
int sheet_rows(struct source *src, const char *sheet, size_t number,
               const struct limits *limits, struct sheet_rows *out);

/* Read a sheet as the table that its header says it is. */
int sheet_read(struct source *src, struct sink *sink);

/*
 * What a number of a cell in days since 1900 (or 1904) is as ISO 8601: a
 * date, a time if it is less than a day, or both. Returns false if it is none.
 */
bool sheet_date(double days, bool since1904, struct buf *out);

/* Whether a number format of Excel shows a date or a time. */
bool sheet_is_date_format(const char *code);

#endif
