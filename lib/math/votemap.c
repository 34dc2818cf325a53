#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/votemap.h"

static int
by_place(const void *va, const void *vb)
{
	const struct votemap_cell *a = va, *b = vb;

	if (a->x != b->x)
		return a->x < b->x ? -1 : 1;
	if (a->y != b->y)
		return a->y < b->y ? -1 : 1;
	return (a->group > b->group) - (a->group < b->group);
}

static int
by_group(const void *va, const void *vb)
{
	const struct votemap_cell *a = va, *b = vb;

	if (a->group != b->group)
		return a->group < b->group ? -1 : 1;
	return by_place(va, vb);
}

double
votemap_middle(const struct votemap *m, uint32_t at)
{
	return m->reach * (2.0 * at + 1 - m->side) / m->side;
}

/* How far the outermost voter is along an axis, to the next tenth. */
static double
reach(const struct cloud *c)
{
	double most = 0;

	for (size_t i = 0; i < c->nwho; i++) {
		double x = fabs(c->at[i].x), y = fabs(c->at[i].y);

		most = x > most ? x : most;
		most = y > most ? y : most;
	}
	return ceil(most * 10 * (1 - 1e-9)) / 10;
}

static uint32_t
column(const struct votemap *m, double x)
{
	double at = floor((x / m->reach + 1) / 2 * m->side + 1e-9);

	return at < 0 ? 0 : at >= m->side ? m->side - 1 : (uint32_t)at;
}

/* The cells that voters stand in, by group and place; return how many. */
static size_t
gather(const struct votemap *m, const struct cloud *c, const uint32_t *group,
       struct votemap_cell *cells)
{
	size_t n = 0;

	for (size_t i = 0; i < c->nwho; i++)
		cells[i] = (struct votemap_cell){ column(m, c->at[i].x),
			                          column(m, c->at[i].y),
			                          group[c->who[i]], 1 };
	mem_sort(cells, c->nwho, sizeof(*cells), by_group);
	for (size_t i = 0; i < c->nwho; i++)
		if (n > 0 && by_group(&cells[n - 1], &cells[i]) == 0)
			cells[n - 1].voters++;
		else
			cells[n++] = cells[i];
	return n;
}

/* The cell with the fewest voters, if they are too few; else n. */
static size_t
smallest(const struct votemap_cell *cells, size_t n, size_t least)
{
	size_t at = n;

	for (size_t i = 0; i < n; i++)
		if (cells[i].voters > 0 && cells[i].voters < least &&
		    (at == n || cells[i].voters < cells[at].voters))
			at = i;
	return at;
}

/* The cell nearest to one, of two as near the fuller; n if there is none. */
static size_t
nearest(const struct votemap_cell *cells, size_t n, size_t to)
{
	double best = 0;
	size_t at = n;

	for (size_t i = 0; i < n; i++) {
		double x = (double)cells[i].x - cells[to].x;
		double y = (double)cells[i].y - cells[to].y;
		double d = x * x + y * y;

		if (i == to || cells[i].voters == 0)
			continue;
		if (at == n || d < best ||
		    (d <= best && cells[i].voters > cells[at].voters)) {
			best = d;
			at = i;
		}
	}
	return at;
}

/* Join the small cells of one group; return how many voters are left out. */
static size_t
join(struct votemap_cell *cells, size_t n, size_t least)
{
	size_t at, to, out;

	while ((at = smallest(cells, n, least)) < n) {
		out = cells[at].voters;
		if ((to = nearest(cells, n, at)) == n) {
			cells[at].voters = 0;
			return out;
		}
		cells[to].voters += cells[at].voters;
		cells[at].voters = 0;
	}
	return 0;
}

/* Fill the map's cells at its present side. */
static void
fill(struct votemap *m, const struct cloud *c, const uint32_t *group,
     size_t least)
{
	size_t n = gather(m, c, group, m->cells), from = 0;

	m->left_out = 0;
	for (size_t i = 1; i <= n; i++)
		if (i == n || m->cells[i].group != m->cells[from].group) {
			m->left_out += join(m->cells + from, i - from, least);
			from = i;
		}
	m->n = 0;
	for (size_t i = 0; i < n; i++)
		if (m->cells[i].voters > 0)
			m->cells[m->n++] = m->cells[i];
	mem_sort(m->cells, m->n, sizeof(*m->cells), by_place);
}

void
votemap_make(struct votemap *m, const struct cloud *c, const uint32_t *group,
             size_t least)
{
	*m = (struct votemap){ .reach = reach(c), .side = VOTEMAP_SIDE };
	m->cells = mem_alloc((c->nwho + 1) * sizeof(*m->cells));
	if (m->reach <= 0)
		return;
	while (m->side > 4 && (double)m->side * m->side > 2.0 * c->nwho)
		m->side--;
	fill(m, c, group, least);
	while (m->n > VOTEMAP_CELLS && m->side > 1) {
		m->side--;
		fill(m, c, group, least);
	}
	if (m->n > VOTEMAP_CELLS)
		m->n = 0;
}

void
votemap_free(struct votemap *m)
{
	free(m->cells);
	*m = (struct votemap){ 0 };
}
