/*
 * Which combinations of a person's attributes may be published so that nobody
 * is alone, or nearly, in what is said of them: k-anonymity of cells.
 *
 * A table has rows of nfields values each; 0 means that nothing is known, other
 * values are any numbers. A person may have several rows. A cell is a
 * combination of values of one to three fields; its size is the number of
 * different people with such a row. A cell may be published if its size is k or
 * more, if all that it is made of may be, and if the rows that lack one of its
 * fields, because that may not be told there or is not known, are of nobody or
 * of k people at least (complementary suppression).
 */
#ifndef DLG_CELLS_H
#define DLG_CELLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/map.h"

enum { CELLS_FIELDS = 9 };

struct cells {
	size_t nfields, k;
	unsigned given;  /* fields, as bits, that others have judged: cells of
	                    these alone are open */
	struct map keys; /* fields and values of a cell, numbered */
	struct cell *v;  /* of each */
	size_t cap;
	struct cells_row *rows;
	size_t nrows, rows_cap;
};

/*
 * Begin to count; nfields is CELLS_FIELDS at most, k at least 1. What the order
 * of values decides is decided by the numbers that stand for them.
 */
void cells_init(struct cells *c, size_t nfields, size_t k, unsigned given);

/*
 * Count a row of a person, or of n people who have no other row. Rows of one
 * person follow each other.
 */
void cells_add(struct cells *c, size_t person, size_t n, const uint32_t *row);

/* Decide, after all rows were added. */
void cells_settle(struct cells *c);

/* Whether that cell may be published. */
bool cells_open(const struct cells *c, unsigned mask, const uint32_t *row);

/*
 * The fields of row, as bits, that may be published together: those that weigh
 * most in all, and of equal ones the lowest number. weight has nfields values.
 */
unsigned cells_choose(const struct cells *c, const uint32_t *row,
                      const double *weight);

void cells_free(struct cells *c);

#endif
