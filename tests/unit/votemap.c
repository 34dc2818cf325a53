/* The map of voters: what it shows, and what it does not. */
#include <stdlib.h>

#include "base/mem.h"
#include "math/rng.h"
#include "math/votemap.h"
#include "tap.h"

enum { VOTERS = 3000 };

/* A cloud of n voters, at most VOTERS, at the places at. */
static struct cloud
cloud_of(struct point *at, uint32_t *who, size_t n)
{
	for (size_t i = 0; i < n; i++)
		who[i] = (uint32_t)i;
	return (struct cloud){ .at = at, .who = who, .nwho = n };
}

static void
small_cells_are_joined(void)
{
	/* Six at the left, one above them, five at the right, two apart. */
	struct point at[14];
	uint32_t who[14], group[14];
	struct cloud c = cloud_of(at, who, 14);
	struct votemap m;

	for (size_t i = 0; i < 14; i++) {
		at[i] = (struct point){ i < 7 ? -1 : 0.97, 0.02, 1 };
		group[i] = i < 7 ? 0 : 1;
	}
	at[6].y = 0.5;
	group[12] = group[13] = 2;
	votemap_make(&m, &c, group, VOTEMAP_LEAST);
	ok(m.side == 5 && m.reach >= 1 && m.reach < 1.01,
	   "few voters make a coarse grid");
	ok(m.n == 2 && m.cells[0].voters == 7 && m.cells[1].voters == 5,
	   "one alone is counted with the nearest of the group");
	ok(m.cells[0].x == 0 && m.cells[0].y == 2 && m.cells[1].x == 4 &&
	       m.cells[0].group == 0 && m.cells[1].group == 1,
	   "where most of them are");
	ok(m.left_out == 2, "a group of two is left out, and counted");
	ok(votemap_middle(&m, 2) > -1e-9 && votemap_middle(&m, 2) < 1e-9 &&
	       votemap_middle(&m, 0) < -0.79 && votemap_middle(&m, 0) > -0.81,
	   "a column has a middle");
	votemap_free(&m);
	votemap_make(&m, &c, group, 7);
	ok(m.n == 1 && m.cells[0].voters == 7 && m.left_out == 7,
	   "so is one of five, if seven are needed");
	votemap_free(&m);
}

static void
maps_are_bounded(void)
{
	struct point *at = mem_alloc(VOTERS * sizeof(*at));
	uint32_t *who = mem_alloc(VOTERS * sizeof(*who));
	uint32_t *group = mem_alloc(VOTERS * sizeof(*group));
	struct cloud c = cloud_of(at, who, VOTERS);
	size_t all = 0, least = VOTERS, out = 0;
	struct votemap m;
	struct rng rng;

	rng_seed(&rng, 3);
	for (size_t i = 0; i < VOTERS; i++) {
		at[i] = (struct point){ 4 * rng_real(&rng) - 2,
			                4 * rng_real(&rng) - 2, 1 };
		group[i] = (uint32_t)rng_below(&rng, 2);
	}
	votemap_make(&m, &c, group, VOTEMAP_LEAST);
	for (size_t i = 0; i < m.n; i++) {
		all += m.cells[i].voters;
		least = m.cells[i].voters < least ? m.cells[i].voters : least;
		out += m.cells[i].x >= m.side || m.cells[i].y >= m.side;
	}
	ok(m.n > 100 && m.n <= VOTEMAP_CELLS, "there are at most 400 cells");
	ok(all + m.left_out == VOTERS, "every voter is counted once");
	ok(least >= VOTEMAP_LEAST, "no cell is of fewer than five");
	ok(out == 0, "none lies outside");
	votemap_free(&m);
	free(group);
	free(who);
	free(at);
}

static void
nothing_makes_no_map(void)
{
	struct point at[6] = { { 0, 0, 1 } };
	uint32_t who[6], group[6] = { 0 };
	struct cloud c = cloud_of(at, who, 6);
	struct votemap m;

	votemap_make(&m, &c, group, VOTEMAP_LEAST);
	ok(m.n == 0, "voters who all vote alike make no map");
	votemap_free(&m);
	c.nwho = 0;
	votemap_make(&m, &c, group, VOTEMAP_LEAST);
	ok(m.n == 0, "nor does nobody");
	votemap_free(&m);
}

int
main(void)
{
	small_cells_are_joined();
	maps_are_bounded();
	nothing_makes_no_map();
	return tap_done();
}
