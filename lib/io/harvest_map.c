#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "io/harvest_parts.h"
#include "io/value.h"

enum { CELLS = 1000 }; /* more are no map of ours */

static double
number(struct slice json)
{
	char digits[32] = "";

	if (json.len > 0 && json.len < sizeof(digits))
		memcpy(digits, json.p, json.len);
	return strtod(digits, NULL);
}

/* Two numbers. */
static void
read_pair(double pair[2], struct slice json)
{
	struct value_walk w = value_open(json);
	struct slice key, val;

	for (size_t i = 0; i < 2 && value_next(&w, &key, &val); i++)
		pair[i] = number(val);
}

static bool
is_range(const double pair[2])
{
	return fabs(pair[0]) < 1e6 && fabs(pair[1]) < 1e6 && pair[1] > pair[0];
}

static int
by_place(const void *pa, const void *pb)
{
	const struct voter_cell *a = pa, *b = pb;

	if (a->y != b->y)
		return a->y < b->y ? -1 : 1;
	if (a->x != b->x)
		return a->x < b->x ? -1 : 1;
	return slice_cmp(a->group, b->group);
}

static void
add_cell(struct harvest *h, struct voter_map *m, struct slice json)
{
	struct voter_cell c;

	c.x = number(value_get(json, "x"));
	c.y = number(value_get(json, "y"));
	c.voters = value_count(value_get(json, "voters"));
	if (!(c.x >= m->x[0] && c.x <= m->x[1] && c.y >= m->y[0] &&
	      c.y <= m->y[1]) ||
	    c.voters == 0 || m->n == CELLS)
		return;
	c.group = harvest_keep_json(h, value_get(json, "group"));
	m->cells = mem_grow(m->cells, &m->cap, m->n + 1, sizeof(*m->cells));
	m->cells[m->n++] = c;
}

void
harvest_add_map(struct harvest *h, struct event *e, struct slice json)
{
	struct voter_map *m = &e->map;
	struct value_walk w = value_open(value_get(json, "cells"));
	struct slice key, val;

	if (m->n > 0 || json.len == 0)
		return;
	read_pair(m->x, value_get(json, "x"));
	read_pair(m->y, value_get(json, "y"));
	read_pair(m->explained, value_get(json, "explained"));
	m->side = value_count(value_get(json, "side"));
	m->left_out = value_count(value_get(json, "left_out"));
	m->rest_told = value_get(json, "left_out").len > 0;
	m->unplaced = value_count(value_get(json, "unplaced"));
	if (!is_range(m->x) || !is_range(m->y) || m->side == 0 ||
	    m->side > CELLS)
		return;
	while (value_next(&w, &key, &val))
		add_cell(h, m, val);
	mem_sort(m->cells, m->n, sizeof(*m->cells), by_place);
}
