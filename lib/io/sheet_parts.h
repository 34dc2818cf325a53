/* What the parts of an Excel file say, for io/sheet. */
#ifndef DLG_SHEET_PARTS_H
#define DLG_SHEET_PARTS_H

#include "base/hashset.h"
#include "io/memrows.h"
#include "io/sheet.h"
#include "io/zipin.h"

struct merge {
	size_t row, column, rows, columns; /* from 0; how many */
};

struct book {
	struct zipin zip;
	struct buf path;    /* of the sheet to be read, in the zip */
	struct buf id;      /* of its relation */
	const char *wanted; /* its name, or NULL */
	size_t number;      /* else the how many-th, from 1 */
	size_t sheets;      /* seen */
	struct buf names;   /* of the sheets, for a message */
	bool since1904;
	struct slice *strings; /* shared */
	size_t nstrings, strings_cap;
	bool *dates; /* of cell styles: whether they show dates */
	size_t ndates, dates_cap;
	struct hashset date_formats; /* hashes of custom formats that do */
	bool in_styles;
	struct merge *merges;
	size_t nmerges, merges_cap;
	struct pool pool;
	struct buf text; /* the string or value being read */
	bool in_text, in_phonetic;
	/* the cell being read */
	size_t row, column;
	char type; /* of the cell: s, i, e, b, d, t (str), n */
	size_t style;
	struct memrows *rows;
};

/* Read what precedes the cells. Return 0, or -1 after reporting a fault. */
int book_open(struct book *b, struct source *src, const char *sheet,
              size_t number);
void book_close(struct book *b);

/* Whether a merged cell of a row runs over several columns. */
bool book_is_wide(const struct book *b, const struct row *row);

/*
 * Two rows of names become one: the one below if it is known by itself, else
 * "above: below".
 */
void book_join_header(struct book *b, struct row *above, struct row *below);

/*
 * Below the header, which is the row before first, what a merged cell says of
 * where notes belong is put into the rows that it covers and that say something
 * themselves: into the first of its columns.
 */
void book_fill(struct book *b, size_t first);

/* Excel writes characters that XML cannot hold as "_x000D_". */
void book_unescape(struct buf *text);

/* Row and column, from 0, of a cell called as in "B12"; false if it is none. */
bool book_place(const char *ref, size_t *row, size_t *column);

#endif
