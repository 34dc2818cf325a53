/*
 * Which combinations of a person's attributes may be published so that nobody
 * is alone, or nearly, in what is said of them: k-anonymity of cells.
 *
 * A table has rows of nfields values each; 0 means that nothing is known, other
 * values are any numbers. A cell is a combination of values of one to three
 * fields; its size is the number of different people with such a row. A cell
 * may be published if its size is k or more, if all that it is made of may be,
 * and if no total minus its published parts leaves between 1 and k - 1 people
 * (complementary suppression).
 */
#ifndef DLG_CELLS_H
#define DLG_CELLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/map.h"

enum { CELLS_FIELDS = 8 };

struct cells {
	size_t nfields, k;
	struct map keys; /* fields and values of a cell, numbered */
	struct cell *v;  /* of each */
	size_t cap;
	size_t people; /* different people counted */
};

/* Begin to count; nfields is CELLS_FIELDS at most, k at least 1. */
void cells_init(struct cells *c, size_t nfields, size_t k);

/* Count a row; rows of one person follow each other. */
void cells_add(struct cells *c, size_t person, const uint32_t *row);

/* Decide, after all rows were added. */
void cells_settle(struct cells *c);

/* How many people share the values of the fields in the bits of mask. */
size_t cells_size(const struct cells *c, unsigned mask, const uint32_t *row);

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
