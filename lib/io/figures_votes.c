#include <stdio.h>

#include "io/figures_parts.h"
#include "io/report_parts.h"
#include "text/width.h"

enum { STATEMENTS = 8, LINES = 3, GROUP_LINES = 2 };

static const double left = FIGURE_LEFT, right = FIGURE_RIGHT;
static const double bar_x = 148, bar_width = 200;

static double
bar_height(struct slice group)
{
	return figures_label(group, FIGURE_SMALL, bar_x - 8 - left,
	                     GROUP_LINES);
}

/* A bar of how many of a group that took a side agreed. */
static double
draw_bar(struct svg *svg, struct slice group, size_t agree, size_t of, double y)
{
	double height = bar_height(group), middle = y + height / 2;
	char words[64];

	svg_lines(svg, bar_x - 8, middle, SVG_END, FIGURE_SMALL, SVG_BLACK,
	          group, bar_x - 8 - left, GROUP_LINES);
	svg_rect(svg, bar_x, middle - 10, bar_width, 20, "#CCCCCC");
	svg_rect(svg, bar_x, middle - 10,
	         bar_width * (double)agree / (double)of, 20, SVG_BLUE);
	snprintf(words, sizeof(words), "%zu of %zu", agree, of);
	svg_text(svg, bar_x + bar_width + 8, middle + 5, SVG_START,
	         FIGURE_SMALL, SVG_BLACK, slice_of(words),
	         right - bar_x - bar_width - 8);
	return y + height;
}

static double
text_height(const struct statement *s)
{
	return figures_label(s->note.text, FIGURE_FONT, right - left, LINES);
}

/* How high a statement is with its bars; 0 if it has none. */
static double
height_of(const struct report *r, const struct statement *s)
{
	const struct finding *f = s->finding;
	size_t least = report_least_group(r, f);
	double height = 0;

	for (size_t i = 0; i < f->sided_by_group.n; i++)
		if (f->sided_by_group.v[i].n >= least)
			height += bar_height(f->sided_by_group.v[i].label);
	return height > 0 ? height + text_height(s) + 10 : 0;
}

static double
draw_statement(const struct report *r, struct svg *svg,
               const struct statement *s, double y)
{
	const struct finding *f = s->finding;
	size_t least = report_least_group(r, f);
	double height = text_height(s);

	svg_lines(svg, left, y + height / 2, SVG_START, FIGURE_FONT, SVG_BLACK,
	          s->note.text, right - left, LINES);
	y += height;
	for (size_t i = 0; i < f->sided_by_group.n; i++)
		if (f->sided_by_group.v[i].n >= least)
			y = draw_bar(svg, f->sided_by_group.v[i].label,
			             f->agree_by_group.v[i].n,
			             f->sided_by_group.v[i].n, y);
	return y + 10;
}

bool
figures_groups(const struct report *r, struct svg *svg)
{
	const struct template_list *l = r->split.n > 0 ? &r->split : &r->agreed;
	size_t n = l->n < STATEMENTS ? l->n : STATEMENTS;
	double y = FIGURE_HEAD, height = 0;

	for (size_t i = 0; i < n; i++)
		height += height_of(r, l->items[i]);
	if (height == 0)
		return false;
	height += y + (n < l->n ? FIGURE_ROW : 0);
	figures_begin(svg, FIGURE_WIDTH, height,
	              r->split.n > 0 ? "What divided the vote" :
	                               "What most agreed to",
	              "Of those who took a side; dark: agreed.",
	              SLICE("Statements, and for each group a bar: how many of "
	                    "those who took a side agreed."));
	for (size_t i = 0; i < n; i++)
		if (height_of(r, l->items[i]) > 0)
			y = draw_statement(r, svg, l->items[i], y);
	figures_rest(svg, y, n, l->n, "statements");
	svg_end(svg);
	return true;
}
