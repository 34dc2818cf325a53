#include "math/hungarian.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* A square problem of costs; rows and columns count from 1, 0 is a root. */
struct problem {
	const double *worth;
	size_t n, m, size;
	double *u, *v; /* potentials of rows and columns */
	double *least; /* cheapest way to each column found so far */
	size_t *row;   /* that each column is matched with */
	size_t *from;  /* column before each column on that way */
	bool *done;
};

static double
cost(const struct problem *p, size_t row, size_t column)
{
	if (row > p->n || column > p->m)
		return 0;
	return -p->worth[(row - 1) * p->m + column - 1];
}

/* Go on from column at: the next column to take. */
static size_t
reach(struct problem *p, size_t at, double *step)
{
	size_t next = 0, row = p->row[at];

	*step = INFINITY;
	for (size_t j = 1; j <= p->size; j++) {
		double c;

		if (p->done[j])
			continue;
		c = cost(p, row, j) - p->u[row] - p->v[j];
		if (c < p->least[j]) {
			p->least[j] = c;
			p->from[j] = at;
		}
		if (p->least[j] < *step) {
			*step = p->least[j];
			next = j;
		}
	}
	return next;
}

static void
raise(struct problem *p, double step)
{
	for (size_t j = 0; j <= p->size; j++) {
		if (p->done[j]) {
			p->u[p->row[j]] += step;
			p->v[j] -= step;
		} else
			p->least[j] -= step;
	}
}

/* Match one more row, by the cheapest way to a free column. */
static void
augment(struct problem *p, size_t row)
{
	size_t at = 0;
	double step;

	p->row[0] = row;
	for (size_t j = 0; j <= p->size; j++) {
		p->least[j] = INFINITY;
		p->done[j] = false;
	}
	do {
		size_t next;

		p->done[at] = true;
		next = reach(p, at, &step);
		raise(p, step);
		at = next;
	} while (p->row[at] != 0);
	while (at != 0) {
		p->row[at] = p->row[p->from[at]];
		at = p->from[at];
	}
}

double
hungarian_match(const double *worth, size_t n, size_t m, size_t *place)
{
	size_t size = n > m ? n : m;
	struct problem p = { .worth = worth, .n = n, .m = m, .size = size };
	double sum = 0;

	p.u = mem_zalloc(size + 1, sizeof(*p.u));
	p.v = mem_zalloc(size + 1, sizeof(*p.v));
	p.least = mem_zalloc(size + 1, sizeof(*p.least));
	p.row = mem_zalloc(size + 1, sizeof(*p.row));
	p.from = mem_zalloc(size + 1, sizeof(*p.from));
	p.done = mem_zalloc(size + 1, sizeof(*p.done));
	for (size_t i = 1; i <= size; i++)
		augment(&p, i);
	for (size_t i = 0; i < n; i++)
		place[i] = HUNGARIAN_NONE;
	for (size_t j = 1; j <= m; j++) {
		if (p.row[j] > n)
			continue;
		place[p.row[j] - 1] = j - 1;
		sum += worth[(p.row[j] - 1) * m + j - 1];
	}
	free(p.done);
	free(p.from);
	free(p.row);
	free(p.least);
	free(p.v);
	free(p.u);
	return sum;
}
