/*
 * A table of a Word file, built up element by element. A table within a cell
 * is part of that cell's text; a cell merged downwards that says where notes
 * belong says so in every row that it covers.
 */
#ifndef DLG_DOCX_TABLE_H
#define DLG_DOCX_TABLE_H

#include "io/memrows.h"

struct docx_table {
	struct memrows rows;
	size_t nesting; /* of tables; 0: none is being read */
	size_t column;
	struct buf cell;
	struct buf merged; /* a byte for each column: the cell goes on */
	bool below;        /* so does the one being read */
	bool header;       /* the first row is said to be one */
};

/* A table begins, or one within it. */
void docx_table_begin(struct docx_table *t, const char *name,
                      const struct limits *limits);

/* An element of a table begins, at the line of that number, or ends. */
void docx_table_open(struct docx_table *t, const char *name, const char *val,
                     size_t line);
void docx_table_close(struct docx_table *t, const char *name);

/* A paragraph of a cell. */
void docx_table_text(struct docx_table *t, struct slice text);

/* A table ends. Return whether that was all of it: then rows are whole. */
bool docx_table_end(struct docx_table *t);

/* Release rows; t can begin again. */
void docx_table_reset(struct docx_table *t);

/* Release everything, whatever has begun. */
void docx_table_free(struct docx_table *t);

#endif
