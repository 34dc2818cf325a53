#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/cloud.h"
#include "math/elem.h"

enum { POINTS_MOST = 300 }; /* more voters are gathered in cells */

/* A voter that is placed. */
struct spot {
	struct point p;
	uint32_t voter;
};

static int
by_x(const void *va, const void *vb)
{
	const struct spot *a = va, *b = vb;
	int d = point_cmp(&a->p, &b->p);

	return d != 0 ? d : (a->voter > b->voter) - (a->voter < b->voter);
}

static int
by_y(const void *va, const void *vb)
{
	const struct spot *a = va, *b = vb;

	if (a->p.y != b->p.y)
		return a->p.y < b->p.y ? -1 : 1;
	return by_x(va, vb);
}

static int
by_votes(const void *va, const void *vb)
{
	const uint32_t *a = va, *b = vb; /* votes, voter */

	if (a[0] != b[0])
		return a[0] > b[0] ? -1 : 1;
	return (a[1] > b[1]) - (a[1] < b[1]);
}

/* Those with votes enough; if they are few, the most active besides. */
static size_t
choose(const struct ballot *b, uint32_t *who)
{
	uint32_t(*v)[2] = mem_alloc((b->nvoters + 1) * sizeof(*v));
	size_t n = 0, need = CLOUD_LEAST_VOTES;

	need = b->nstatements < need ? b->nstatements : need;
	for (size_t i = 0; i < b->nvoters; i++) {
		v[i][0] = (uint32_t)ballot_votes(b, i);
		v[i][1] = (uint32_t)i;
	}
	mem_sort(v, b->nvoters, sizeof(*v), by_votes);
	while (n < b->nvoters && v[n][0] > 0 &&
	       (v[n][0] >= need || n < CLOUD_LEAST_VOTERS)) {
		who[n] = v[n][1];
		n++;
	}
	free(v);
	return n;
}

/* Halve the spots until each part is small; its mean stands for it. */
static size_t
gather(struct spot *s, size_t n, size_t most, struct point *cells,
       uint32_t *cell_of, size_t at, bool high)
{
	if (most <= 1 || n <= 1) {
		struct point *c = &cells[at];

		*c = (struct point){ 0, 0, 0 };
		for (size_t i = 0; i < n; i++) {
			c->x += s[i].p.x * s[i].p.weight;
			c->y += s[i].p.y * s[i].p.weight;
			c->weight += s[i].p.weight;
			cell_of[s[i].voter] = (uint32_t)at;
		}
		c->x /= c->weight;
		c->y /= c->weight;
		return n > 0 ? at + 1 : at;
	}
	mem_sort(s, n, sizeof(*s), high ? by_y : by_x);
	at = gather(s, n / 2, most / 2, cells, cell_of, at, !high);
	at = gather(s + n / 2, n - n / 2, most - most / 2, cells, cell_of, at,
	            !high);
	return at;
}

struct indexed {
	struct point p;
	uint32_t was;
};

static int
by_point(const void *a, const void *b)
{
	return point_cmp(&((const struct indexed *)a)->p,
	                 &((const struct indexed *)b)->p);
}

/* Put the points into canonical order, the voters' numbers with them. */
static void
sort_points(struct cloud *c, size_t nvoters)
{
	struct indexed *v = mem_alloc((c->n + 1) * sizeof(*v));
	uint32_t *now = mem_alloc((c->n + 1) * sizeof(*now));

	for (size_t i = 0; i < c->n; i++)
		v[i] = (struct indexed){ c->points[i], (uint32_t)i };
	mem_sort(v, c->n, sizeof(*v), by_point);
	for (size_t i = 0; i < c->n; i++) {
		c->points[i] = v[i].p;
		now[v[i].was] = (uint32_t)i;
	}
	for (size_t i = 0; i < nvoters; i++)
		if (c->cell_of[i] != UINT32_MAX)
			c->cell_of[i] = now[c->cell_of[i]];
	free(now);
	free(v);
}

static int
by_size(const void *va, const void *vb)
{
	double a = *(const double *)va, b = *(const double *)vb;

	return (a > b) - (a < b);
}

/* Draw those far out in, to twice the median distance from the centre. */
static void
draw_in(struct spot *s, size_t n)
{
	double *far = mem_alloc((n + 1) * sizeof(*far)), limit;

	for (size_t i = 0; i < n; i++)
		far[i] = s[i].p.x * s[i].p.x + s[i].p.y * s[i].p.y;
	mem_sort(far, n, sizeof(*far), by_size);
	limit = n > 0 ? 2 * elem_sqrt(far[n / 2]) : 0;
	for (size_t i = 0; i < n; i++) {
		struct point *p = &s[i].p;
		double d = elem_sqrt(p->x * p->x + p->y * p->y);

		if (d > limit) {
			p->x *= limit / d;
			p->y *= limit / d;
		}
	}
	free(far);
}

static void
place(const struct cloud *c, const struct ballot *b, const struct pca *p,
      struct spot *s)
{
	double usual = 1;

	if (c->nwho > 0)
		usual = (double)ballot_votes(b, c->who[c->nwho / 2]);
	for (size_t i = 0; i < c->nwho; i++) {
		double n = (double)ballot_votes(b, c->who[i]);
		double pull = elem_sqrt(n / (n + usual)), at[2];

		pca_place(p, b, c->who[i], at);
		s[i].p.x = at[0] * pull;
		s[i].p.y = at[1] * pull;
		s[i].p.weight = n < usual ? n / usual : 1;
		s[i].voter = c->who[i];
	}
	draw_in(s, c->nwho);
	for (size_t i = 0; i < c->nwho; i++)
		c->at[i] = s[i].p;
}

void
cloud_make(struct cloud *c, const struct ballot *b, const struct pca *p)
{
	struct spot *s = mem_alloc((b->nvoters + 1) * sizeof(*s));

	c->who = mem_alloc((b->nvoters + 1) * sizeof(*c->who));
	c->cell_of = mem_alloc((b->nvoters + 1) * sizeof(*c->cell_of));
	memset(c->cell_of, 0xff, b->nvoters * sizeof(*c->cell_of));
	c->nwho = choose(b, c->who);
	c->at = mem_alloc((c->nwho + 1) * sizeof(*c->at));
	place(c, b, p, s);
	c->points = mem_alloc((c->nwho + 1) * sizeof(*c->points));
	c->n = gather(s, c->nwho, c->nwho > POINTS_MOST ? POINTS_MOST : c->nwho,
	              c->points, c->cell_of, 0, false);
	sort_points(c, b->nvoters);
	free(s);
}

void
cloud_free(struct cloud *c)
{
	free(c->points);
	free(c->at);
	free(c->cell_of);
	free(c->who);
}
