#include "math/sparse.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/elem.h"

static int
by_number(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static void
begin_row(struct sparse *m, size_t most)
{
	m->start =
	    mem_grow(m->start, &m->cap_rows, m->rows + 2, sizeof(*m->start));
	if (m->rows == 0)
		m->start[0] = 0;
	m->column =
	    mem_grow(m->column, &m->cap, m->n + most, sizeof(*m->column));
	m->value =
	    mem_grow(m->value, &m->cap_value, m->n + most, sizeof(*m->value));
}

static void
put(struct sparse *m, uint32_t column, float value)
{
	m->column[m->n] = column;
	m->value[m->n++] = value;
	if (column >= m->columns)
		m->columns = (size_t)column + 1;
}

void
sparse_count(struct sparse *m, uint32_t *columns, size_t n)
{
	begin_row(m, n);
	mem_sort(columns, n, sizeof(*columns), by_number);
	for (size_t i = 0, j; i < n; i = j) {
		for (j = i + 1; j < n && columns[j] == columns[i];)
			j++;
		put(m, columns[i], (float)(j - i));
	}
	m->start[++m->rows] = m->n;
}

void
sparse_row(struct sparse *m, const uint32_t *columns, const float *values,
           size_t n)
{
	begin_row(m, n);
	for (size_t i = 0; i < n; i++)
		put(m, columns[i], values[i]);
	m->start[++m->rows] = m->n;
}

uint32_t *
sparse_frequency(const struct sparse *m)
{
	uint32_t *df = mem_zalloc(m->columns + 1, sizeof(*df));

	for (size_t i = 0; i < m->n; i++)
		df[m->column[i]]++;
	return df;
}

static void
unit_row(struct sparse *m, size_t row)
{
	double sum = 0;

	for (size_t i = m->start[row]; i < m->start[row + 1]; i++)
		sum += (double)m->value[i] * (double)m->value[i];
	if (sum == 0)
		return;
	sum = 1 / elem_sqrt(sum);
	for (size_t i = m->start[row]; i < m->start[row + 1]; i++)
		m->value[i] = (float)(m->value[i] * sum);
}

void
sparse_weigh_by(struct sparse *m, const float *weights)
{
	for (size_t i = 0; i < m->n; i++) {
		double count = m->value[i];

		if (count > 1)
			count = 1 + elem_log(count);
		m->value[i] = (float)(count * weights[m->column[i]]);
	}
	for (size_t i = 0; i < m->rows; i++)
		unit_row(m, i);
}

float *
sparse_weights(const struct sparse *m)
{
	uint32_t *df = sparse_frequency(m);
	float *weights = mem_alloc((m->columns + 1) * sizeof(*weights));
	double rows = 1 + (double)m->rows;

	for (size_t i = 0; i < m->columns; i++)
		weights[i] = (float)(1 + elem_log(rows / (1 + (double)df[i])));
	free(df);
	return weights;
}

void
sparse_weigh(struct sparse *m)
{
	float *weights = sparse_weights(m);

	sparse_weigh_by(m, weights);
	free(weights);
}

/* The matrix by columns: entries of a column in the order of the rows. */
static void
turn(const struct sparse *m, size_t *start, uint32_t *row, float *value)
{
	memset(start, 0, (m->columns + 2) * sizeof(*start));
	for (size_t i = 0; i < m->n; i++)
		start[m->column[i] + 2]++;
	for (size_t c = 0; c < m->columns; c++)
		start[c + 2] += start[c + 1];
	for (size_t r = 0; r < m->rows; r++) {
		for (size_t i = m->start[r]; i < m->start[r + 1]; i++) {
			size_t at = start[m->column[i] + 1]++;

			row[at] = (uint32_t)r;
			value[at] = m->value[i];
		}
	}
}

void
sparse_turn(const struct sparse *m, struct sparse *out)
{
	out->rows = m->columns;
	out->columns = m->rows;
	out->n = m->n;
	out->start = mem_alloc((m->columns + 2) * sizeof(*out->start));
	out->column = mem_alloc((m->n + 1) * sizeof(*out->column));
	out->value = mem_alloc((m->n + 1) * sizeof(*out->value));
	turn(m, out->start, out->column, out->value);
}

void
sparse_products(const struct sparse *m, float factor, float *out)
{
	size_t n = m->rows;
	size_t *next = mem_zalloc(m->columns + 1, sizeof(*next));
	float *line = mem_alloc((n + 1) * sizeof(*line));
	struct sparse by = SPARSE_INIT;

	sparse_turn(m, &by);
	for (size_t r = 0; r < n; r++) {
		memset(line, 0, n * sizeof(*line));
		for (size_t i = m->start[r]; i < m->start[r + 1]; i++) {
			uint32_t c = m->column[i];
			float v = m->value[i];

			/* Rows up to r are done, as columns of this one. */
			for (size_t j = by.start[c] + next[c];
			     j < by.start[c + 1]; j++)
				line[by.column[j]] += v * by.value[j];
			next[c]++;
		}
		out[r * n + r] += factor * line[r];
		for (size_t s = r + 1; s < n; s++) {
			out[r * n + s] += factor * line[s];
			out[s * n + r] += factor * line[s];
		}
	}
	free(line);
	free(next);
	sparse_free(&by);
}

void
sparse_free(struct sparse *m)
{
	free(m->start);
	free(m->column);
	free(m->value);
	*m = (struct sparse)SPARSE_INIT;
}
