/* Small cells: what may be published of whom. */
#include <stdlib.h>

#include "math/cells.h"
#include "tap.h"

static uint64_t state = 1;

static uint32_t
random_below(uint32_t n)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)((state >> 33) % n);
}

enum { PEOPLE = 120, FIELDS = 4 };

static uint32_t table[PEOPLE][CELLS_FIELDS];
static size_t people;

static size_t
count(unsigned mask, const uint32_t *row)
{
	size_t n = 0;

	for (size_t i = 0; i < people; i++) {
		bool same = true;

		for (size_t f = 0; f < FIELDS; f++)
			same &= !(mask & 1u << f) || table[i][f] == row[f];
		n += same;
	}
	return n;
}

/* No published cell under k, by an own count. */
static bool
no_small_cell(const struct cells *c, const double *weight)
{
	for (size_t i = 0; i < people; i++) {
		unsigned mask = cells_choose(c, table[i], weight);

		for (unsigned part = mask; part != 0; part = (part - 1) & mask)
			if (__builtin_popcount(part) <= 3 &&
			    count(part, table[i]) < c->k)
				return false;
	}
	return true;
}

/* No total minus its published parts is between 1 and k - 1. */
static bool
no_small_difference(const struct cells *c, unsigned mask, size_t field)
{
	for (size_t i = 0; i < people; i++) {
		size_t total = count(mask, table[i]), shown = 0;
		bool seen[PEOPLE] = { false };

		if (!cells_open(c, mask, table[i]))
			continue;
		for (size_t j = 0; j < people; j++) {
			bool same = true;

			for (size_t f = 0; f < FIELDS; f++)
				same &= !(mask & 1u << f) ||
				        table[j][f] == table[i][f];
			if (!same || seen[table[j][field]] ||
			    !cells_open(c, mask | 1u << field, table[j]))
				continue;
			seen[table[j][field]] = true;
			shown += count(mask | 1u << field, table[j]);
		}
		if (shown > 0 && shown < total && total - shown < c->k)
			return false;
	}
	return true;
}

static bool
holds(size_t k)
{
	static const double weight[FIELDS] = { 3, 2, 1, 1 };
	struct cells c;
	bool good;

	cells_init(&c, FIELDS, k, 0);
	for (size_t i = 0; i < people; i++)
		cells_add(&c, i, 1, table[i]);
	cells_settle(&c);
	good = no_small_cell(&c, weight);
	for (unsigned mask = 0; mask < 1u << FIELDS && good; mask++)
		for (size_t f = 0; f < FIELDS && good; f++)
			if (!(mask & 1u << f) && __builtin_popcount(mask) < 3)
				good = no_small_difference(&c, mask, f);
	cells_free(&c);
	return good;
}

/* Two people of one kind are hidden by the smallest that can be. */
static void
least_is_closed(void)
{
	static const uint32_t rows[3][CELLS_FIELDS] = { { 1 }, { 2 }, { 3 } };
	static const size_t n[3] = { 2, 5, 8 };
	struct cells c;

	cells_init(&c, 1, 3, 0);
	for (size_t i = 0; i < 3; i++)
		cells_add(&c, i, n[i], rows[i]);
	cells_settle(&c);
	ok(!cells_open(&c, 1, rows[1]) && cells_open(&c, 1, rows[2]),
	   "of those that could be closed beside it the smallest is");
	cells_free(&c);
}

static void
first_of_equals_stays(void)
{
	static const uint32_t rows[3][CELLS_FIELDS] = { { 1, 1 },
		                                        { 1, 2 },
		                                        { 2, 1 } };
	static const size_t n[3] = { 1, 4, 4 };
	static const double weight[] = { 1, 1 };
	struct cells c;

	cells_init(&c, 2, 3, 0);
	for (size_t i = 0; i < 3; i++)
		cells_add(&c, i, n[i], rows[i]);
	cells_settle(&c);
	ok(cells_choose(&c, rows[0], weight) == 1,
	   "of two fields of one weight the first stays");
	cells_free(&c);
}

int
main(void)
{
	bool good = true;
	struct cells c;
	uint32_t rows[2][CELLS_FIELDS] = { { 1, 7 }, { 1, 8 } };
	const double weight[] = { 2, 1 };

	for (int round = 0; round < 60 && good; round++) {
		people = 5 + random_below(PEOPLE - 5);
		for (size_t i = 0; i < people; i++)
			for (size_t f = 0; f < FIELDS; f++)
				table[i][f] =
				    1 + random_below(2 + 3 * (uint32_t)f);
		good = holds(3) && holds(5) && holds(10);
	}
	ok(good, "random rosters: no published cell, no difference under k");

	cells_init(&c, 2, 5, 0);
	for (size_t i = 0; i < 12; i++)
		cells_add(&c, i, 1, rows[i >= 8]);
	cells_settle(&c);
	ok(!cells_open(&c, 2, rows[1]), "four of a kind are too few");
	ok(!cells_open(&c, 2, rows[0]),
	   "and so the rest, which would tell of the four, is closed");
	ok(cells_choose(&c, rows[0], weight) == 1, "the other field stays");
	cells_free(&c);

	cells_init(&c, 1, 3, 0);
	for (size_t i = 0; i < 9; i++)
		cells_add(&c, 0, 1, rows[0]);
	cells_settle(&c);
	ok(!cells_open(&c, 1, rows[0]), "one person counts once");
	cells_free(&c);
	least_is_closed();
	first_of_equals_stays();
	return tap_done();
}
