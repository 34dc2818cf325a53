#include <stdio.h>

#include "io/figures_parts.h"
#include "text/width.h"
#include "text/wording.h"

/* The bands of the convergence map, from the top. */
enum band { CONVERGE, UNKNOWN, DIVERGE, BANDS };

enum { LINES = 3 }; /* of a label */

static const double left = FIGURE_LEFT, right = FIGURE_RIGHT;

/* Where a theme's mark is, and how much room its label has beside it. */
struct spot {
	double x, r, room, height;
	bool toward_left;
};

static enum band
band_of(const struct story *s)
{
	switch (s->finding != NULL ? s->finding->verdict : VERDICT_NONE) {
	case VERDICT_CONVERGENT:
		return CONVERGE;
	case VERDICT_CONTESTED:
	case VERDICT_DIVIDED:
		return DIVERGE;
	default:
		return UNKNOWN;
	}
}

static bool
is_single(const struct story *s)
{
	return s->finding != NULL && s->finding->verdict == VERDICT_SINGLE;
}

static size_t
shown(const struct report *r)
{
	return r->themes.n < FIGURE_ROWS ? r->themes.n : FIGURE_ROWS;
}

static size_t
most_notes(const struct report *r)
{
	size_t most = 1;

	for (size_t i = 0; i < r->themes.n; i++) {
		const struct story *s = r->themes.items[i];

		most = s->notes > most ? s->notes : most;
	}
	return most;
}

/* From 0 to 1: the share of tables, or of the largest theme's notes. */
static double
breadth_of(const struct report *r, const struct story *s)
{
	if (r->tables == 0)
		return (double)s->notes / (double)most_notes(r);
	return s->tables >= r->tables ? 1 :
	                                (double)s->tables / (double)r->tables;
}

static struct spot
spot_of(const struct report *r, const struct story *s)
{
	struct spot p;

	p.r = 4 + 7 * (double)s->notes / (double)most_notes(r);
	p.x = left + 14 + (right - left - 28) * breadth_of(r, s);
	p.toward_left = p.x > FIGURE_WIDTH / 2.0;
	p.room = (p.toward_left ? p.x - left : right - p.x) - p.r - 12;
	p.height = figures_label(s->label, FIGURE_FONT, p.room, LINES);
	return p;
}

/* A mark whose shape says the band, and its label beside it. */
static void
draw_theme(struct svg *svg, const struct story *s, struct spot p, double y)
{
	enum band band = band_of(s);

	y += p.height / 2;
	if (band == DIVERGE)
		svg_diamond(svg, p.x, y, p.r + 1, SVG_VERMILION);
	else if (band == CONVERGE)
		svg_circle(svg, p.x, y, p.r, SVG_BLUE, SVG_BLUE);
	else if (is_single(s))
		svg_circle(svg, p.x, y, p.r, SVG_WHITE, SVG_GREY);
	else
		svg_square(svg, p.x, y, p.r * 0.9, SVG_ORANGE);
	svg_lines(svg, p.toward_left ? p.x - p.r - 8 : p.x + p.r + 8, y,
	          p.toward_left ? SVG_END : SVG_START, FIGURE_FONT, SVG_BLACK,
	          s->label, p.room, LINES);
}

/* What a band is called, by what is in it. */
static struct slice
name_of(const struct report *r, enum band band)
{
	size_t single = 0, other = 0;

	for (size_t i = 0; i < shown(r); i++) {
		const struct story *s = r->themes.items[i];

		single += band_of(s) == UNKNOWN && is_single(s);
		other += band_of(s) == UNKNOWN && !is_single(s);
	}
	if (band == CONVERGE)
		return r->converge.n > 0 ? SLICE("We converge") :
		                           SLICE("We converge: no theme");
	if (band == DIVERGE)
		return r->diverge.n > 0 ? SLICE("We diverge") :
		                          SLICE("We diverge: no theme");
	if (single == 0)
		return SLICE("Agreement unknown");
	return other > 0 ? SLICE("Agreement unknown; hollow: one voice") :
	                   SLICE("Raised by one voice");
}

static double
band_height(const struct report *r, enum band band)
{
	double height = FIGURE_ROW + 8;

	for (size_t i = 0; i < shown(r); i++)
		if (band_of(r->themes.items[i]) == band)
			height += spot_of(r, r->themes.items[i]).height;
	return height;
}

/* A band: its name, then its themes, each in a row of its own. */
static double
draw_band(const struct report *r, struct svg *svg, enum band band, double y)
{
	double height = band_height(r, band), at = y + FIGURE_ROW;

	svg_rect(svg, left, y, right - left, height,
	         band == UNKNOWN ? SVG_WHITE : SVG_LIGHT);
	svg_text(svg, left + 8, y + 20, SVG_START, FIGURE_SMALL, SVG_GREY,
	         name_of(r, band), right - left - 16);
	for (size_t i = 0; i < shown(r); i++) {
		const struct story *s = r->themes.items[i];
		struct spot p = spot_of(r, s);

		if (band_of(s) != band)
			continue;
		draw_theme(svg, s, p, at);
		at += p.height;
	}
	return y + height;
}

/* What it means to stand on the left or on the right. */
static void
draw_axis(const struct report *r, struct svg *svg, double y)
{
	struct buf b = BUF_INIT;

	svg_line(svg, left, y + 8, right, y + 8, false);
	svg_text(svg, left, y + 28, SVG_START, FIGURE_SMALL, SVG_GREY,
	         r->tables ? SLICE("few tables") : SLICE("few notes"), 180);
	if (r->tables > 1)
		buf_addf(&b, "all %zu tables", r->tables);
	else
		buf_adds(&b, r->tables ? "the one table" : "many notes");
	svg_text(svg, right, y + 28, SVG_END, FIGURE_SMALL, SVG_GREY,
	         buf_view(&b), 180);
	buf_free(&b);
	figures_rest(svg, y + FIGURE_ROW, shown(r), r->themes.n, "themes");
}

bool
figures_map(const struct report *r, struct svg *svg)
{
	double y = FIGURE_HEAD, height = y + 40;
	struct buf b = BUF_INIT;

	if (r->themes.n == 0)
		return false;
	for (enum band band = CONVERGE; band < BANDS; band++)
		height += band_height(r, band);
	height += shown(r) < r->themes.n ? FIGURE_ROW : 0;
	wording_count(&b, shown(r), (struct noun){ "theme", "themes" });
	buf_addf(&b,
	         ": %zu where we converge, %zu where we diverge. Further right "
	         "are those that more %s raised; larger marks have more notes. "
	         "Height within a band means nothing.",
	         r->converge.n, r->diverge.n, r->tables ? "tables" : "notes");
	figures_begin(svg, FIGURE_WIDTH, height, "Convergence map",
	              r->tables ? "Further right: more tables. Larger: more "
	                          "notes." :
	                          "Further right, and larger: more notes.",
	              buf_view(&b));
	for (enum band band = CONVERGE; band < BANDS; band++)
		y = draw_band(r, svg, band, y);
	draw_axis(r, svg, y);
	svg_end(svg);
	buf_free(&b);
	return true;
}
