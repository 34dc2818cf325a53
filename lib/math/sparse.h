/*
 * A matrix of which most entries are zero, built row by row: rows are texts,
 * columns terms.
 */
#ifndef DLG_SPARSE_H
#define DLG_SPARSE_H

#include <stddef.h>
#include <stdint.h>

struct sparse {
	size_t rows, columns; /* columns: one more than the highest seen */
	size_t *start;        /* rows + 1: where each row's entries begin */
	uint32_t *column;     /* of each entry, ascending within a row */
	float *value;
	size_t n; /* entries */
	size_t cap_rows, cap, cap_value;
};

#define SPARSE_INIT \
	{ \
		0, 0, NULL, NULL, NULL, 0, 0, 0, 0 \
	}

/* Add one row, from n columns in any order: an entry counts a repetition. */
void sparse_count(struct sparse *m, uint32_t *columns, size_t n);

/* Add one row, as it is: columns ascend. */
void sparse_row(struct sparse *m, const uint32_t *columns, const float *values,
                size_t n);

/* In how many rows each column occurs: columns numbers, to be freed. */
uint32_t *sparse_frequency(const struct sparse *m);

/*
 * Turn counts into weights: (1 + log count) (1 + log((1 + rows) / (1 + rows
 * with the column))), each row of length 1 then (or 0, if it was empty).
 */
void sparse_weigh(struct sparse *m);

/* The weights of columns that it uses, to be freed. */
float *sparse_weights(const struct sparse *m);

/* The same, with the weight of each column given. */
void sparse_weigh_by(struct sparse *m, const float *weights);

/*
 * Add factor times the inner product of every two rows to out, rows * rows.
 * Sums are done in the order of the columns.
 */
void sparse_products(const struct sparse *m, float factor, float *out);

/* The same matrix by columns, into out, which is empty. */
void sparse_turn(const struct sparse *m, struct sparse *out);

static inline size_t
sparse_len(const struct sparse *m, size_t row)
{
	return m->start[row + 1] - m->start[row];
}

void sparse_free(struct sparse *m);

#endif
