#include <stdlib.h>

#include "base/mem.h"
#include "io/memrows.h"

static int
read_row(struct rows *r, struct row *row)
{
	struct memrows *m = (struct memrows *)r;

	if (m->at == m->n)
		return 0;
	*row = m->v[m->at++];
	return 1;
}

void
memrows_open(struct memrows *m, const char *name, const struct limits *limits)
{
	*m = (struct memrows){ .rows = { .read = read_row, .name = name },
		               .columns = limits->columns };
}

void
memrows_row(struct memrows *m, size_t line)
{
	m->v = mem_grow(m->v, &m->cap, m->n + 1, sizeof(*m->v));
	m->v[m->n++] = (struct row){ .line = line };
	m->cells_cap = 0;
}

/* Make a row n cells long, the new ones empty. */
static void
widen(struct memrows *m, struct row *row, size_t n)
{
	row->f = mem_grow(row->f, &m->cells_cap, n, sizeof(*row->f));
	for (; row->n < n; row->n++)
		row->f[row->n] = (struct slice){ "", 0 };
}

void
memrows_cell(struct memrows *m, size_t column, struct slice text)
{
	struct row *row = &m->v[m->n - 1];

	if (column >= m->columns) {
		row->bad = "more columns than --max-cols allows";
		return;
	}
	if (column >= row->n)
		widen(m, row, column + 1);
	row->f[column] = pool_slice(&m->pool, text);
}

void
memrows_even(struct memrows *m, size_t columns)
{
	if (columns > m->columns)
		columns = m->columns;
	for (size_t i = 0; i < m->n; i++) {
		struct row *row = &m->v[i];

		while (row->n > columns && row->f[row->n - 1].len == 0)
			row->n--;
		m->cells_cap = row->n;
		if (row->n < columns)
			widen(m, row, columns);
	}
}

void
memrows_close(struct memrows *m)
{
	for (size_t i = 0; i < m->n; i++)
		free(m->v[i].f);
	free(m->v);
	rows_free(&m->rows);
	pool_free(&m->pool);
}
