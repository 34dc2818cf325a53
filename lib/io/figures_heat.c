#include <stdio.h>

#include "io/figures_parts.h"
#include "text/width.h"

enum { COLUMNS = 12, THEMES = 20, LINES = 2 };

static const double left = FIGURE_LEFT, label_end = 182;

/* The groups of a picture, its columns. */
struct columns {
	struct slice groups[COLUMNS];
	size_t n, most; /* notes in a cell */
	double width;   /* of a column */
};

static size_t
find_count(const struct tallies *t, struct slice label)
{
	for (size_t i = 0; i < t->n; i++)
		if (slice_eq(t->v[i].label, label))
			return t->v[i].n;
	return 0;
}

/* Put a group among the others, by name; false if there are too many. */
static bool
add_group(struct columns *c, struct slice label)
{
	size_t at = 0;

	while (at < c->n && slice_cmp(c->groups[at], label) < 0)
		at++;
	if (at < c->n && slice_eq(c->groups[at], label))
		return true;
	if (c->n == COLUMNS)
		return false;
	for (size_t m = c->n++; m > at; m--)
		c->groups[m] = c->groups[m - 1];
	c->groups[at] = label;
	return true;
}

static bool
find_columns(const struct report *r, struct columns *c)
{
	char digits[24];
	double least;

	*c = (struct columns){ .most = 1 };
	for (size_t i = 0; i < r->themes.n; i++) {
		const struct story *s = r->themes.items[i];

		for (size_t k = 0; k < s->by_group.n; k++) {
			const struct count *count = s->by_group.items[k];

			if (!add_group(c, count->label))
				return false;
			c->most = count->n > c->most ? count->n : c->most;
		}
	}
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
	height += y + FIGURE_ROW * (double)(c.n + (rows < all)) + 16;
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
	figures_rest(svg, y + 8 + FIGURE_ROW * (double)c.n, rows, all,
	             "themes");
	svg_end(svg);
	return true;
}
