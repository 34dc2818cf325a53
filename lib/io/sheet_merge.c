/* Merged cells: what one says holds for all that it covers. */
#include <stdlib.h>

#include "base/mem.h"
#include "io/columns.h"
#include "io/sheet_parts.h"
#include "text/caption.h"

bool
book_is_wide(const struct book *b, const struct row *row)
{
	for (size_t i = 0; i < b->nmerges; i++)
		if (b->merges[i].row + 1 == row->line &&
		    b->merges[i].columns > 1)
			return true;
	return false;
}

/* Repeat what a merged cell of the row says in all cells that it covers. */
static void
spread(struct book *b, struct row *row)
{
	for (size_t i = 0; i < b->nmerges; i++) {
		const struct merge *m = &b->merges[i];

		if (m->row + 1 != row->line || m->column >= row->n)
			continue;
		for (size_t c = 1; c < m->columns && m->column + c < row->n;
		     c++)
			row->f[m->column + c] = row->f[m->column];
	}
}

void
book_join_header(struct book *b, struct row *above, struct row *below)
{
	struct buf name = BUF_INIT, fold = BUF_INIT;

	spread(b, above);
	for (size_t i = 0; i < below->n && i < above->n; i++) {
		buf_reset(&name);
		buf_reset(&fold);
		caption_fold(below->f[i], &fold);
		if (columns_alias(buf_view(&fold)) != F_KNOWN)
			continue;
		buf_slice(&name, above->f[i]);
		if (above->f[i].len > 0 && below->f[i].len > 0)
			buf_adds(&name, ": ");
		buf_slice(&name, below->f[i]);
		below->f[i] = pool_slice(&b->rows->pool, buf_view(&name));
	}
	buf_free(&name);
	buf_free(&fold);
}

static int
by_column(const void *x, const void *y)
{
	const struct merge *a = x, *b = y;

	if (a->column != b->column)
		return a->column < b->column ? -1 : 1;
	return (a->row > b->row) - (a->row < b->row);
}

static int
by_line(const void *key, const void *row)
{
	size_t line = *(const size_t *)key,
	       at = ((const struct row *)row)->line;

	return (line > at) - (line < at);
}

static bool
is_blank(const struct row *row)
{
	for (size_t i = 0; i < row->n; i++)
		if (row->f[i].len > 0)
			return false;
	return true;
}

/* The rows of a sheet, from the first below its header on. */
struct body {
	struct row *v;
	size_t n;
	bool *blank; /* a row without a cell of its own: a taller one above */
};

/*
 * Fill the cells below the first of m, but for those in rows before end, which
 * another of the column has filled. Return the end of those filled now.
 */
static size_t
fill_column(struct body *b, const struct merge *m, size_t end)
{
	size_t line = m->row + 1, last = m->row + m->rows, i;
	const struct row *top =
	    bsearch(&line, b->v, b->n, sizeof(*top), by_line);

	if (top == NULL || m->column >= top->n)
		return end;
	i = (size_t)(top - b->v) + 1;
	for (i = i > end ? i : end; i < b->n && b->v[i].line <= last; i++)
		if (!b->blank[i] && m->column < b->v[i].n &&
		    b->v[i].f[m->column].len == 0)
			b->v[i].f[m->column] = top->f[m->column];
	return i > end ? i : end;
}

void
book_fill(struct book *book, size_t first)
{
	struct body b = { book->rows->v + first, book->rows->n - first, NULL };
	const struct merge *m = book->merges;
	const struct row *names = &book->rows->v[first - 1];
	size_t end = 0;

	for (size_t i = 1; i < b.n; i++)
		if (b.v[i].line <= b.v[i - 1].line)
			return; /* no sheet that Excel wrote */
	b.blank = mem_zalloc(b.n + 1, sizeof(*b.blank));
	for (size_t i = 0; i < b.n; i++)
		b.blank[i] = is_blank(&b.v[i]);
	mem_sort(book->merges, book->nmerges, sizeof(*m), by_column);
	for (size_t i = 0; i < book->nmerges; i++) {
		end = i > 0 && m[i].column == m[i - 1].column ? end : 0;
		if (m[i].rows > 1 && m[i].column < names->n &&
		    columns_places(names->f[m[i].column]))
			end = fill_column(&b, &m[i], end);
	}
	free(b.blank);
}
