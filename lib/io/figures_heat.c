#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "io/figures_parts.h"
#include "io/harvest_parts.h"
#include "text/width.h"

enum { COLUMNS = 12, THEMES = 20, LINES = 3 };

static const double left = FIGURE_LEFT, label_end = 182;

/* The groups of a picture, its columns. */
struct columns {
	struct slice groups[COLUMNS];
	size_t n, all;
	size_t most;  /* notes in a cell */
	double width; /* of a column */
};

static size_t
find_count(const struct tallies *t, struct slice label)
{
	for (size_t i = 0; i < t->n; i++)
		if (slice_eq(t->v[i].label, label))
			return t->v[i].n;
	return 0;
}

static int
by_notes(const void *pa, const void *pb)
{
	const struct tally *a = pa, *b = pb;

	if (a->n != b->n)
		return a->n > b->n ? -1 : 1;
	return harvest_id_cmp(a->label, b->label);
}

static int
by_name(const void *pa, const void *pb)
{
	return harvest_id_cmp(*(const struct slice *)pa,
	                      *(const struct slice *)pb);
}

/* The groups that gave most notes, by name. */
static void
choose_groups(struct columns *c, struct tallies *t)
{
	mem_sort(t->v, t->n, sizeof(*t->v), by_notes);
	c->all = t->n;
	c->n = t->n < COLUMNS ? t->n : COLUMNS;
	for (size_t i = 0; i < c->n; i++)
		c->groups[i] = t->v[i].label;
	mem_sort(c->groups, c->n, sizeof(*c->groups), by_name);
}

static bool
find_columns(const struct report *r, struct columns *c)
{
	struct tallies t = { NULL, 0, 0 };
	char digits[24];
	double least;

	*c = (struct columns){ .most = 1 };
	for (size_t i = 0; i < r->themes.n; i++) {
		const struct story *s = r->themes.items[i];

		for (size_t k = 0; k < s->by_group.n; k++) {
			const struct count *count = s->by_group.items[k];

			harvest_tally(&t, count->label, count->n);
			c->most = count->n > c->most ? count->n : c->most;
		}
	}
	choose_groups(c, &t);
	free(t.v);
	if (c->n < 2)
		return false;
	c->width = (FIGURE_RIGHT - label_end - 8) / (double)c->n;
	c->width = c->width > 56 ? 56 : c->width;
	snprintf(digits, sizeof(digits), "%zu", c->most);
	least = width_of(slice_of(digits), FIGURE_SMALL) + 8;
	c->width = c->width < least ? least : c->width;
	return true;
}

static double
column_x(const struct columns *c, size_t i)
{
	return label_end + 8 + c->width * (double)i;
}

/* A cell: the darker, the more notes; the number stands in it. */
static void
draw_cell(struct svg *svg, double x, double y, double w, double height,
          size_t n, size_t most)
{
	static const char *const shades[] = { "#FFFFFF", "#CCE3F0", "#99C7E0",
		                              "#4D9CC9", "#0072B2" };
	size_t shade = n == 0    ? 0 :
	               most == 1 ? 1 :
	                           1 + 3 * (n - 1) / (most - 1);
	char digits[24];

	svg_rect(svg, x, y, w - 2, height - 2, shades[shade]);
	snprintf(digits, sizeof(digits), "%zu", n);
	svg_text(svg, x + w / 2 - 1, y + height / 2 + 4, SVG_MIDDLE,
	         FIGURE_SMALL, shade >= 4 ? SVG_WHITE : SVG_BLACK,
	         slice_of(digits), w - 2);
}

static double
row_height(const struct story *s)
{
	return figures_label(s->label, FIGURE_FONT, label_end - left, LINES);
}

static double
draw_row(struct svg *svg, const struct story *s, const struct columns *c,
         double y)
{
	double height = row_height(s);

	svg_lines(svg, label_end, y + height / 2 - 1, SVG_END, FIGURE_FONT,
	          SVG_BLACK, s->label, label_end - left, LINES);
	for (size_t i = 0; i < c->n; i++)
		draw_cell(svg, column_x(c, i), y, c->width, height,
		          find_count(&s->finding->by_group, c->groups[i]),
		          c->most);
	return y + height;
}

/* Columns are lettered; the key stands below, so that no name is cut short. */
static void
draw_key(struct svg *svg, const struct columns *c, double y, double width)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < c->n; i++) {
		buf_reset(&b);
		buf_addc(&b, (char)('A' + i));
		svg_text(svg, column_x(c, i) + c->width / 2 - 1,
		         FIGURE_HEAD + 14, SVG_MIDDLE, FIGURE_SMALL, SVG_GREY,
		         buf_view(&b), c->width);
		buf_adds(&b, ": ");
		buf_slice(&b, c->groups[i]);
		svg_text(svg, left, y + FIGURE_ROW * (double)i + 20, SVG_START,
		         FIGURE_SMALL, SVG_BLACK, buf_view(&b),
		         width - 2 * left);
	}
	buf_free(&b);
}

/* How high the rows are together; n of all are shown. */
static double
measure(const struct report *r, size_t *n, size_t *all)
{
	double height = 0;

	*n = *all = 0;
	for (size_t i = 0; i < r->themes.n; i++) {
		const struct story *s = r->themes.items[i];

		if (s->by_group.n == 0)
			continue;
		if (++*all > THEMES)
			continue;
		height += row_height(s);
		++*n;
	}
	return height;
}

bool
figures_heat(const struct report *r, struct svg *svg)
{
	struct columns c;
	size_t rows, all;
	double y = FIGURE_HEAD + 22, width, height = measure(r, &rows, &all);

	if (rows == 0 || !find_columns(r, &c))
		return false;
	width = column_x(&c, c.n) + left;
	width = width < FIGURE_WIDTH ? FIGURE_WIDTH : width;
	height +=
	    y + 16 + FIGURE_ROW * (double)(c.n + (rows < all) + (c.n < c.all));
	figures_begin(svg, width, height, "Notes of each group on each theme",
	              "The darker, the more notes.",
	              SLICE("A table: a row for each theme, a column for each "
	                    "stakeholder group, in each cell how many notes; "
	                    "the darker, the more."));
	for (size_t i = 0, n = 0; n < rows; i++) {
		const struct story *s = r->themes.items[i];

		if (s->by_group.n == 0)
			continue;
		y = draw_row(svg, s, &c, y);
		n++;
	}
	draw_key(svg, &c, y + 8, width);
	y += 8 + FIGURE_ROW * (double)c.n;
	figures_rest(svg, y, c.n, c.all, "groups");
	figures_rest(svg, y + (c.n < c.all ? FIGURE_ROW : 0), rows, all,
	             "themes");
	svg_end(svg);
	return true;
}
