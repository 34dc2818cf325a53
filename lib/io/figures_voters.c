#include <math.h>
#include <string.h>

#include "base/mem.h"
#include "io/figures_parts.h"
#include "text/wording.h"

/* Groups that have a shape of their own; the shapes of others are taken again.
 */
enum { SHAPES = 6, CORNERS = 4 };

static const double left = FIGURE_LEFT, right = FIGURE_RIGHT;

typedef void shape(struct svg *, double x, double y, double r,
                   const char *fill);

static void
draw_circle(struct svg *svg, double x, double y, double r, const char *fill)
{
	svg_circle(svg, x, y, r - 1, fill, fill);
}

static void
draw_square(struct svg *svg, double x, double y, double r, const char *fill)
{
	svg_square(svg, x, y, 0.88 * r, fill);
}

static void
draw_ring(struct svg *svg, double x, double y, double r, const char *stroke)
{
	svg_circle(svg, x, y, r - 1, SVG_WHITE, stroke);
}

static const struct {
	shape *draw;
	const char *colour, *pattern; /* of the line around the group */
} looks[SHAPES] = {
	{ draw_circle, SVG_BLUE, "" },
	{ draw_square, SVG_VERMILION, "7 4" },
	{ svg_triangle, SVG_GREEN, "2 4" },
	{ svg_diamond, SVG_PURPLE, "10 3 2 3" },
	{ draw_square, SVG_SKY, "4 2" },
	{ svg_triangle, SVG_ORANGE, "1 3" },
};

/* The people of one group. */
struct crowd {
	struct slice name; /* empty: people of no group */
	size_t voters, cells;
};

/* The map as it is drawn: only so high as there are people. */
struct plot {
	const struct report *r;
	const struct voter_map *map;
	double scale, top, height; /* pixels */
	double cell;               /* the width of a cell */
	size_t most;               /* people in a cell */
	size_t hidden;             /* people in no cell that may be shown */
	struct crowd *crowds;
	size_t n;
};

static bool
may_show(const struct plot *p, const struct voter_cell *c)
{
	return c->voters >= p->r->k;
}

static double
x_of(const struct plot *p, const struct voter_cell *c)
{
	return left + (c->x - p->map->x[0]) * p->scale;
}

/* Half a cell is left free above the highest. */
static double
y_of(const struct plot *p, const struct voter_cell *c)
{
	double high = p->map->cells[p->map->n - 1].y;

	return p->top + (high - c->y) * p->scale + p->cell;
}

static size_t
find_crowd(struct plot *p, struct slice name)
{
	size_t at = 0;

	while (at < p->n && slice_cmp(p->crowds[at].name, name) < 0)
		at++;
	if (at < p->n && slice_eq(p->crowds[at].name, name))
		return at;
	memmove(p->crowds + at + 1, p->crowds + at,
	        (p->n++ - at) * sizeof(*p->crowds));
	p->crowds[at] = (struct crowd){ .name = name };
	return at;
}

static void
count_people(struct plot *p)
{
	const struct voter_map *m = p->map;

	p->hidden = m->left_out;
	for (size_t i = 0; i < m->n; i++) {
		const struct voter_cell *c = &m->cells[i];
		struct crowd *crowd;

		if (!may_show(p, c)) {
			p->hidden += c->voters;
			continue;
		}
		crowd = &p->crowds[find_crowd(p, c->group)];
		crowd->cells++;
		crowd->voters += c->voters;
		p->most = c->voters > p->most ? c->voters : p->most;
	}
}

/* Which look a crowd has; those of no group have none. */
static size_t
look_of(const struct plot *p, size_t crowd)
{
	return (crowd - (p->crowds[0].name.len == 0)) % SHAPES;
}

static void
draw_mark(const struct plot *p, struct svg *svg, size_t crowd, double x,
          double y, double r)
{
	if (p->crowds[crowd].name.len == 0)
		draw_ring(svg, x, y, r, SVG_GREY);
	else
		looks[look_of(p, crowd)].draw(svg, x, y, r,
		                              looks[look_of(p, crowd)].colour);
}

/* Twice the area that a, b, c turn around, to the left positive. */
static double
turn(const double a[2], const double b[2], const double c[2])
{
	return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

static int
by_x(const void *pa, const void *pb)
{
	const double *a = pa, *b = pb;

	if (a[0] != b[0])
		return a[0] < b[0] ? -1 : 1;
	return a[1] < b[1] ? -1 : a[1] > b[1];
}

/* Andrew's monotone chain: n sorted points to those around them, in to. */
static size_t
hull(double (*points)[2], size_t n, double (*to)[2])
{
	size_t k = 0, lower;

	for (size_t i = 0; i < n; i++) {
		while (k >= 2 && turn(to[k - 2], to[k - 1], points[i]) <= 0)
			k--;
		memcpy(to[k++], points[i], sizeof(*to));
	}
	lower = k + 1;
	for (size_t i = n - 1; i-- > 0;) {
		while (k >= lower && turn(to[k - 2], to[k - 1], points[i]) <= 0)
			k--;
		memcpy(to[k++], points[i], sizeof(*to));
	}
	return k - 1;
}

/* A line around all cells of a group. */
static void
draw_outline(const struct plot *p, struct svg *svg, size_t crowd)
{
	const struct voter_map *m = p->map;
	size_t n = 0, cells = p->crowds[crowd].cells;
	double(*points)[2] = mem_zalloc(CORNERS * cells, sizeof(*points));
	double(*around)[2] =
	    mem_zalloc(2 * CORNERS * cells + 1, sizeof(*around));
	double half = p->cell / 2 - 1;

	for (size_t i = 0; i < m->n; i++) {
		const struct voter_cell *c = &m->cells[i];

		if (!may_show(p, c) ||
		    !slice_eq(c->group, p->crowds[crowd].name))
			continue;
		for (int corner = 0; corner < CORNERS; corner++) {
			points[n][0] = x_of(p, c) + (corner & 1 ? half : -half);
			points[n++][1] =
			    y_of(p, c) + (corner & 2 ? half : -half);
		}
	}
	mem_sort(points, n, sizeof(*points), by_x);
	n = hull(points, n, around);
	svg_outline(svg, around, n, looks[look_of(p, crowd)].colour,
	            looks[look_of(p, crowd)].pattern);
	free(around);
	free(points);
}

/* A mark for each cell, its area as many people as stand there. */
static void
draw_cells(const struct plot *p, struct svg *svg)
{
	const struct voter_map *m = p->map;

	for (size_t i = 0; i < m->n; i++) {
		const struct voter_cell *c = &m->cells[i];
		double r = p->cell / 2 - 1;

		if (!may_show(p, c))
			continue;
		r *= sqrt((double)c->voters / (double)p->most);
		for (size_t k = 0; k < p->n; k++)
			if (slice_eq(p->crowds[k].name, c->group))
				draw_mark(p, svg, k, x_of(p, c), y_of(p, c),
				          r < 3 ? 3 : r);
	}
}

/* What the marks stand for: a row for each group. */
static double
draw_key(const struct plot *p, struct svg *svg, double y)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < p->n; i++, y += FIGURE_ROW) {
		const struct crowd *c = &p->crowds[i];

		buf_reset(&b);
		if (c->name.len > 0)
			buf_slice(&b, c->name);
		else
			buf_adds(&b, "of no group");
		buf_adds(&b, ": ");
		wording_count(&b, c->voters,
		              (struct noun){ "person", "people" });
		draw_mark(p, svg, i, left + 12, y + 14, 9);
		svg_text(svg, left + 30, y + 20, SVG_START, FIGURE_FONT,
		         SVG_BLACK, buf_view(&b), right - left - 30);
	}
	buf_free(&b);
	return y;
}

static void
draw_line(struct svg *svg, double y, struct slice text)
{
	svg_text(svg, left, y + 20, SVG_START, FIGURE_SMALL, SVG_GREY, text,
	         right - left);
}

/* Who has no mark: a line for each reason. */
static void
draw_missing(const struct plot *p, struct svg *svg, double y)
{
	struct buf b = BUF_INIT;

	if (p->hidden > 0) {
		if (p->hidden < p->r->k)
			buf_addf(&b, "Fewer than %zu people are", p->r->k);
		else
			wording_count(
			    &b, p->hidden,
			    (struct noun){ "person is", "people are" });
		buf_adds(&b, " not shown: too few stand near them.");
		draw_line(svg, y, buf_view(&b));
		y += FIGURE_ROW;
	}
	if (p->map->unplaced > 0) {
		buf_reset(&b);
		wording_count(&b, p->map->unplaced,
		              (struct noun){ "person", "people" });
		buf_adds(&b, " voted too little to be placed.");
		draw_line(svg, y, buf_view(&b));
	}
	buf_free(&b);
}

static void
draw_map(struct plot *p, struct svg *svg)
{
	double rows = p->n + (p->hidden > 0) + (p->map->unplaced > 0);
	struct buf b = BUF_INIT;

	buf_adds(&b, "Where the people who voted stand, by how they voted. ");
	for (size_t i = 0; i < p->n; i++) {
		buf_adds(&b, i > 0 ? ", " : "");
		buf_slice(&b, p->crowds[i].name.len > 0 ? p->crowds[i].name :
		                                          SLICE("of no group"));
		buf_addf(&b, ": %zu", p->crowds[i].voters);
	}
	buf_addf(&b,
	         ". Of how votes differ, %.0f in 100 parts show across, "
	         "%.0f up and down.",
	         100 * p->map->explained[0], 100 * p->map->explained[1]);
	figures_begin(
	    svg, FIGURE_WIDTH, p->top + p->height + FIGURE_ROW * rows + 16,
	    "Who votes alike",
	    "Near each other: voted alike. Larger: more people.", buf_view(&b));
	svg_rect(svg, left, p->top, right - left, p->height, SVG_LIGHT);
	for (size_t i = 0; i < p->n; i++)
		if (p->crowds[i].name.len > 0)
			draw_outline(p, svg, i);
	draw_cells(p, svg);
	draw_missing(p, svg, draw_key(p, svg, p->top + p->height + 8));
	svg_end(svg);
	buf_free(&b);
}

/* The map of the first event that has one. */
static const struct voter_map *
find_map(const struct report *r)
{
	for (size_t i = 0; i < r->h->nevents; i++)
		if (r->h->events[i].map.n > 0)
			return &r->h->events[i].map;
	return NULL;
}

bool
figures_voters(const struct report *r, struct svg *svg)
{
	struct plot p = { .r = r, .map = find_map(r), .top = FIGURE_HEAD };
	const struct voter_map *m = p.map;

	if (m == NULL)
		return false;
	p.scale = (right - left) / (m->x[1] - m->x[0]);
	p.cell = (right - left) / (double)m->side;
	p.height =
	    (m->cells[m->n - 1].y - m->cells[0].y) * p.scale + 2 * p.cell;
	p.crowds = mem_zalloc(m->n + 1, sizeof(*p.crowds));
	count_people(&p);
	if (p.n > 0 && p.height < 4 * FIGURE_WIDTH)
		draw_map(&p, svg);
	free(p.crowds);
	return p.n > 0 && p.height < 4 * FIGURE_WIDTH;
}
