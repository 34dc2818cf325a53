#include "io/docx_table.h"

#include <stdlib.h>

#include "io/columns.h"

void
docx_table_begin(struct docx_table *t, const char *name,
                 const struct limits *limits)
{
	if (t->nesting++ > 0)
		return;
	memrows_open(&t->rows, name, limits);
	t->header = false;
}

void
docx_table_open(struct docx_table *t, const char *name, const char *val,
                size_t line)
{
	if (t->nesting != 1)
		return;
	if (strcmp(name, "tr") == 0) {
		memrows_row(&t->rows, line);
		t->column = 0;
		buf_reset(&t->merged);
	} else if (strcmp(name, "tc") == 0) {
		buf_reset(&t->cell);
		t->below = false;
	} else if (strcmp(name, "gridSpan") == 0 && val != NULL) {
		t->column += strtoul(val, NULL, 10) - 1;
	} else if (strcmp(name, "tblHeader") == 0) {
		t->header |= t->rows.n == 1;
	} else if (strcmp(name, "vMerge") == 0) {
		t->below = val == NULL || strcmp(val, "restart") != 0;
	}
}

/* Keep what the cell says, or that it says what the one above does. */
static void
end_cell(struct docx_table *t)
{
	if (t->rows.n == 0)
		return;
	if (t->cell.len > 0)
		memrows_cell(&t->rows, t->column, buf_view(&t->cell));
	while (t->below && t->merged.len < t->column &&
	       t->column < t->rows.columns)
		buf_addc(&t->merged, 0);
	if (t->below && t->merged.len == t->column)
		buf_addc(&t->merged, 1);
	t->column++;
}

/* A row that says nothing itself is a taller one above. */
static void
end_row(struct docx_table *t)
{
	const struct row *row, *above, *names = &t->rows.v[0];

	if (t->rows.n < 2)
		return;
	row = &t->rows.v[t->rows.n - 1];
	above = row - 1;
	for (size_t i = 0; row->n > 0 && i < t->merged.len && i < above->n; i++)
		if (t->merged.data[i] && (i >= row->n || row->f[i].len == 0) &&
		    i < names->n && columns_places(names->f[i]))
			memrows_cell(&t->rows, i, above->f[i]);
}

void
docx_table_close(struct docx_table *t, const char *name)
{
	if (t->nesting != 1)
		return;
	if (strcmp(name, "tc") == 0)
		end_cell(t);
	else if (strcmp(name, "tr") == 0)
		end_row(t);
}

void
docx_table_text(struct docx_table *t, struct slice text)
{
	if (t->cell.len > 0 && text.len > 0)
		buf_addc(&t->cell, '\n');
	buf_slice(&t->cell, text);
}

bool
docx_table_end(struct docx_table *t)
{
	return t->nesting > 0 && --t->nesting == 0;
}

void
docx_table_reset(struct docx_table *t)
{
	memrows_close(&t->rows);
	t->nesting = 0;
}

void
docx_table_free(struct docx_table *t)
{
	if (t->nesting > 0)
		docx_table_reset(t);
	buf_free(&t->cell);
	buf_free(&t->merged);
}
