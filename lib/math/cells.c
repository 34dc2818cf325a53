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

struct cells_row {
	size_t person, n;
	uint32_t v[CELLS_FIELDS];
};

void
cells_init(struct cells *c, size_t nfields, size_t k, unsigned given)
{
	*c = (struct cells){
		.nfields = nfields, .k = k, .given = given, .keys = MAP_INIT
	};
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

/* The number of a cell, or MAP_NONE. */
static size_t
find(const struct cells *c, unsigned mask, const uint32_t *row)
{
	uint32_t key[4];

	if (!pick(c, mask, row, key))
		return MAP_NONE;
	return map_find(&c->keys, (struct slice){ (char *)key, sizeof(key) });
}

static void
count(struct cells *c, size_t person, size_t n, unsigned mask,
      const uint32_t *row)
{
	size_t known = c->keys.n, at;
	uint32_t key[4];

	if (!pick(c, mask, row, key))
		return;
	at = map_add(&c->keys, (struct slice){ (char *)key, sizeof(key) });
	c->v = mem_grow(c->v, &c->cap, c->keys.n, sizeof(*c->v));
	if (at == known)
		c->v[at] = (struct cell){ .mask = mask,
			                  .v = { key[1], key[2], key[3] } };
	c->v[at].size += c->v[at].last != person + 1 ? n : 0;
	c->v[at].last = person + 1;
}

/* The fields of a row that are known, as bits. */
static unsigned
known_in(const struct cells *c, const uint32_t *row)
{
	unsigned known = 0;

	for (size_t f = 0; f < c->nfields; f++)
		known |= row[f] != 0 ? 1u << f : 0;
	return known;
}

void
cells_add(struct cells *c, size_t person, size_t n, const uint32_t *row)
{
	unsigned known = known_in(c, row), mask = known;

	c->rows =
	    mem_grow(c->rows, &c->rows_cap, c->nrows + 1, sizeof(*c->rows));
	c->rows[c->nrows] = (struct cells_row){ .person = person, .n = n };
	memcpy(c->rows[c->nrows++].v, row, c->nfields * sizeof(*row));
	for (;; mask = (mask - 1) & known) {
		if (bits_of(mask) <= 3)
			count(c, person, n, mask, row);
		if (mask == 0)
			break;
	}
}

/* People who have one row each, and the same, become one row. */
static void
merge_rows(struct cells *c)
{
	struct map seen = MAP_INIT;
	size_t *at = mem_alloc((c->nrows + 1) * sizeof(*at)), n = 0;

	for (size_t i = 0, last = SIZE_MAX; i < c->nrows; i++) {
		struct cells_row row = c->rows[i];
		bool alone =
		    row.person != last &&
		    (i + 1 == c->nrows || c->rows[i + 1].person != row.person);
		size_t known = seen.n, like;

		last = row.person;
		if (alone) {
			like = map_add(&seen, (struct slice){ (char *)row.v,
			                                      sizeof(row.v) });
			if (like < known) {
				c->rows[at[like]].n += row.n;
				continue;
			}
			at[like] = n;
		}
		c->rows[n++] = row;
	}
	c->nrows = n;
	map_free(&seen);
	free(at);
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

/* Whether cells of these fields are open, whatever their size. */
static bool
is_given(const struct cells *c, unsigned mask)
{
	return mask != 0 && (mask & ~c->given) == 0;
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

/* What is told of a cell when one field more is. */
struct split {
	size_t hidden; /* people with a row of which it is not told */
	size_t last;   /* the person counted last, + 1 */
	size_t least;  /* the smallest open part, + 1 */
};

/* Whether x is to be closed rather than y: the smaller, the first in order. */
static bool
is_less(const struct cell *x, const struct cell *y)
{
	if (x->size != y->size)
		return x->size < y->size;
	for (int i = 0; i < 3; i++)
		if (x->v[i] != y->v[i])
			return x->v[i] < y->v[i];
	return false;
}

/* Make every open cell known to the cells that it is a part of. */
static void
find_least(const struct cells *c, struct split *splits)
{
	uint32_t row[CELLS_FIELDS];

	for (size_t i = 0; i < c->keys.n; i++) {
		const struct cell *cell = &c->v[i];

		if (!cell->open || cell->mask == 0 || is_given(c, cell->mask))
			continue;
		unpick(c, cell, row);
		for (size_t f = 0; f < c->nfields; f++) {
			struct split *s;

			if (!(cell->mask & 1u << f))
				continue;
			s = &splits[find(c, cell->mask & ~(1u << f), row) *
			                c->nfields +
			            f];
			if (s->least == 0 || is_less(cell, &c->v[s->least - 1]))
				s->least = i + 1;
		}
	}
}

/* Count a row with those of whom a cell of it tells one field less. */
static void
hide_row(const struct cells *c, const struct cells_row *r, unsigned mask,
         struct split *splits)
{
	size_t at = find(c, mask, r->v);

	if (!c->v[at].open)
		return;
	for (size_t f = 0; f < c->nfields; f++) {
		struct split *s = &splits[at * c->nfields + f];
		size_t part;

		if (mask & 1u << f || s->least == 0 || s->last == r->person + 1)
			continue;
		part = r->v[f] == 0 ? MAP_NONE : find(c, mask | 1u << f, r->v);
		if (part != MAP_NONE && c->v[part].open)
			continue;
		s->hidden += r->n;
		s->last = r->person + 1;
	}
}

static void
count_hidden(const struct cells *c, struct split *splits)
{
	for (size_t i = 0; i < c->nrows; i++) {
		unsigned known = known_in(c, c->rows[i].v), mask = known;

		for (;; mask = (mask - 1) & known) {
			if (bits_of(mask) < 3)
				hide_row(c, &c->rows[i], mask, splits);
			if (mask == 0)
				break;
		}
	}
}

/* Close one part of each cell whose hidden rest is too small. */
static bool
close_parts(struct cells *c, const struct split *splits)
{
	bool closed = false;

	for (size_t i = 0; i < c->keys.n * c->nfields; i++) {
		const struct split *s = &splits[i];

		if (s->hidden == 0 || s->hidden >= c->k)
			continue;
		c->v[s->least - 1].open = false;
		closed = true;
	}
	return closed;
}

void
cells_settle(struct cells *c)
{
	struct split *splits;
	bool again = true;

	merge_rows(c);
	for (size_t i = 0; i < c->keys.n; i++)
		c->v[i].open =
		    c->v[i].size >= c->k || is_given(c, c->v[i].mask);
	splits = mem_zalloc(c->keys.n * c->nfields + 1, sizeof(*splits));
	while (again) {
		/* A cell falls with its parts; three rounds reach all. */
		for (int round = 0; round < 3; round++)
			for (size_t i = 0; i < c->keys.n; i++)
				if (c->v[i].open && !parts_open(c, &c->v[i]))
					c->v[i].open = false;
		memset(splits, 0, c->keys.n * c->nfields * sizeof(*splits));
		find_least(c, splits);
		count_hidden(c, splits);
		again = close_parts(c, splits);
	}
	free(splits);
}

bool
cells_open(const struct cells *c, unsigned mask, const uint32_t *row)
{
	size_t at;

	if (is_given(c, mask))
		return true;
	at = find(c, mask, row);
	return at != MAP_NONE && c->v[at].open;
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
	unsigned known = known_in(c, row), best = 0;
	double most = 0;

	for (unsigned mask = 1; mask <= known; mask++) {
		double sum = 0;

		if ((mask & known) != mask)
			continue;
		for (size_t f = 0; f < c->nfields; f++)
			if (mask & 1u << f)
				sum += weight[f];
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
	free(c->rows);
	*c = (struct cells){ .keys = MAP_INIT };
}
