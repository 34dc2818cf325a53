#include <stdlib.h>

#include "base/mem.h"
#include "math/cells.h"

struct cell {
	size_t size;
	size_t last; /* the person counted last, + 1 */
	unsigned mask;
	uint32_t v[3]; /* values of the fields in mask, lowest first */
	bool open;
};

void
cells_init(struct cells *c, size_t nfields, size_t k)
{
	*c = (struct cells){ .nfields = nfields, .k = k, .keys = MAP_INIT };
}

static int
bits_of(unsigned mask)
{
	return __builtin_popcount(mask);
}

/* The values of the fields in mask; false if one is unknown. */
static bool
pick(const struct cells *c, unsigned mask, const uint32_t *row, uint32_t key[4])
{
	size_t n = 1;

	memset(key, 0, 4 * sizeof(*key));
	key[0] = mask;
	for (size_t f = 0; f < c->nfields; f++) {
		if (!(mask & 1u << f))
			continue;
		if (row[f] == 0)
			return false;
		key[n++] = row[f];
	}
	return true;
}

static const struct cell *
find(const struct cells *c, unsigned mask, const uint32_t *row)
{
	uint32_t key[4];
	size_t n;

	if (!pick(c, mask, row, key))
		return NULL;
	n = map_find(&c->keys, (struct slice){ (char *)key, sizeof(key) });
	return n == MAP_NONE ? NULL : &c->v[n];
}

static void
count(struct cells *c, size_t person, unsigned mask, const uint32_t *row)
{
	size_t known = c->keys.n, n;
	uint32_t key[4];

	if (!pick(c, mask, row, key))
		return;
	n = map_add(&c->keys, (struct slice){ (char *)key, sizeof(key) });
	c->v = mem_grow(c->v, &c->cap, c->keys.n, sizeof(*c->v));
	if (n == known)
		c->v[n] = (struct cell){ .mask = mask,
			                 .v = { key[1], key[2], key[3] } };
	c->v[n].size += c->v[n].last != person + 1;
	c->v[n].last = person + 1;
}

void
cells_add(struct cells *c, size_t person, const uint32_t *row)
{
	for (unsigned mask = 0; mask < 1u << c->nfields; mask++)
		if (bits_of(mask) <= 3)
			count(c, person, mask, row);
}

/* The values of a cell put back into a row. */
static void
unpick(const struct cells *c, const struct cell *cell, uint32_t *row)
{
	size_t n = 0;

	memset(row, 0, CELLS_FIELDS * sizeof(*row));
	for (size_t f = 0; f < c->nfields; f++)
		if (cell->mask & 1u << f)
			row[f] = cell->v[n++];
}

/* Whether all cells that have one field less are open. */
static bool
parts_open(const struct cells *c, const struct cell *cell)
{
	uint32_t row[CELLS_FIELDS];

	unpick(c, cell, row);
	for (size_t f = 0; f < c->nfields; f++)
		if (cell->mask & 1u << f &&
		    !cells_open(c, cell->mask & ~(1u << f), row))
			return false;
	return true;
}

/* What is published of a cell when one field more is told. */
struct split {
	size_t sum;   /* of its open parts */
	size_t least; /* the smallest of them */
};

/* Add every open cell to the splits of the cells that it is a part of. */
static void
add_splits(const struct cells *c, struct split *splits)
{
	uint32_t row[CELLS_FIELDS], key[4];

	for (size_t i = 0; i < c->keys.n; i++) {
		const struct cell *cell = &c->v[i];

		if (!cell->open || cell->mask == 0)
			continue;
		unpick(c, cell, row);
		for (size_t f = 0; f < c->nfields; f++) {
			struct split *s;
			size_t n;

			if (!(cell->mask & 1u << f))
				continue;
			pick(c, cell->mask & ~(1u << f), row, key);
			n = map_find(&c->keys, (struct slice){ (char *)key,
			                                       sizeof(key) });
			s = &splits[n * c->nfields + f];
			if (s->sum == 0 || cell->size < c->v[s->least].size)
				s->least = i;
			s->sum += cell->size;
		}
	}
}

/* Close one part of each cell whose hidden rest is too small. */
static bool
close_parts(struct cells *c, const struct split *splits)
{
	bool closed = false;

	for (size_t i = 0; i < c->keys.n; i++)
		for (size_t f = 0; f < c->nfields; f++) {
			const struct split *s = &splits[i * c->nfields + f];
			size_t rest = c->v[i].size - s->sum;

			if (!c->v[i].open || s->sum == 0 ||
			    s->sum >= c->v[i].size || rest >= c->k)
				continue;
			c->v[s->least].open = false;
			closed = true;
		}
	return closed;
}

void
cells_settle(struct cells *c)
{
	struct split *splits;
	bool again = true;

	for (size_t i = 0; i < c->keys.n; i++)
		c->v[i].open = c->v[i].size >= c->k;
	splits = mem_zalloc(c->keys.n * c->nfields + 1, sizeof(*splits));
	while (again) {
		/* A cell falls with its parts; three rounds reach all. */
		for (int round = 0; round < 3; round++)
			for (size_t i = 0; i < c->keys.n; i++)
				if (c->v[i].open && !parts_open(c, &c->v[i]))
					c->v[i].open = false;
		memset(splits, 0, c->keys.n * c->nfields * sizeof(*splits));
		add_splits(c, splits);
		again = close_parts(c, splits);
	}
	free(splits);
}

size_t
cells_size(const struct cells *c, unsigned mask, const uint32_t *row)
{
	const struct cell *cell = find(c, mask, row);

	return cell == NULL ? 0 : cell->size;
}

bool
cells_open(const struct cells *c, unsigned mask, const uint32_t *row)
{
	const struct cell *cell = find(c, mask, row);

	return cell != NULL && cell->open;
}

/* Whether all cells of one to three fields in mask are open. */
static bool
all_open(const struct cells *c, unsigned mask, const uint32_t *row)
{
	for (unsigned part = mask; part != 0; part = (part - 1) & mask)
		if (bits_of(part) <= 3 && !cells_open(c, part, row))
			return false;
	return true;
}

unsigned
cells_choose(const struct cells *c, const uint32_t *row, const double *weight)
{
	unsigned best = 0;
	double most = 0;

	for (unsigned mask = 1; mask < 1u << c->nfields; mask++) {
		double sum = 0;

		for (size_t f = 0; f < c->nfields; f++)
			if (mask & 1u << f)
				sum += row[f] == 0 ? 0 : weight[f];
		if (sum > most && all_open(c, mask, row)) {
			most = sum;
			best = mask;
		}
	}
	return best;
}

void
cells_free(struct cells *c)
{
	map_free(&c->keys);
	free(c->v);
	*c = (struct cells){ .keys = MAP_INIT };
}
