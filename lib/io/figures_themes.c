#include <stdio.h>

#include "io/figures_parts.h"
#include "text/wording.h"

/* The bands of the convergence map, from the top. */
enum band { CONVERGE, UNKNOWN, DIVERGE, BANDS };

static const double left = 24, right = FIGURE_WIDTH - 24;

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

/* A dot whose shape says the band, and its label where there is room. */
static void
draw_theme(const struct report *r, struct svg *svg, const struct story *s,
           double y)
{
	double r0 = 4 + 7 * (double)s->notes / (double)most_notes(r);
	double x = left + 12 + (right - left - 24) * breadth_of(r, s);
	bool toward_left = x > FIGURE_WIDTH / 2.0;
	bool single =
	    s->finding != NULL && s->finding->verdict == VERDICT_SINGLE;
	enum band band = band_of(s);

	if (band == DIVERGE)
		svg_diamond(svg, x, y, r0 + 1, SVG_VERMILION);
	else if (band == CONVERGE)
		svg_circle(svg, x, y, r0, SVG_BLUE, SVG_BLUE);
	else if (single)
		svg_circle(svg, x, y, r0, SVG_WHITE, SVG_GREY);
	else
		svg_square(svg, x, y, r0 * 0.9, SVG_ORANGE);
	if (toward_left)
		svg_text(svg, x - r0 - 8, y + 6, SVG_END, FIGURE_FONT,
		         SVG_BLACK, s->label, x - r0 - 8 - left);
	else
		svg_text(svg, x + r0 + 8, y + 6, SVG_START, FIGURE_FONT,
		         SVG_BLACK, s->label, right - x - r0 - 8);
}

/* A band: its name, then its themes, each on a line of its own. */
static double
draw_band(const struct report *r, struct svg *svg, enum band band, double y)
{
	static const struct slice names[BANDS] = {
		{ "We converge", 11 },
		{ "Agreement unknown, or one voice (hollow)", 40 },
		{ "We diverge", 10 },
	};
	size_t n = 0;
	double at;

	for (size_t i = 0; i < shown(r); i++)
		n += band_of(r->themes.items[i]) == band;
	at = y + FIGURE_ROW;
	svg_rect(svg, left, y, right - left, FIGURE_ROW * (double)(n + 1) + 8,
	         band == UNKNOWN ? SVG_WHITE : SVG_LIGHT);
	svg_text(svg, left + 8, y + 20, SVG_START, 15, SVG_GREY, names[band],
	         right - left - 16);
	for (size_t i = 0; i < shown(r); i++) {
		const struct story *s = r->themes.items[i];

		if (band_of(s) != band)
			continue;
		draw_theme(r, svg, s, at + FIGURE_ROW / 2.0);
		at += FIGURE_ROW;
	}
	return at + 8;
}

bool
figures_map(const struct report *r, struct svg *svg)
{
	double height =
	    60 + 8 * BANDS + FIGURE_ROW * (double)(shown(r) + BANDS);
	struct buf b = BUF_INIT;
	double y = 12;

	if (r->themes.n == 0)
		return false;
	wording_count(&b, shown(r), (struct noun){ "theme", "themes" });
	buf_addf(&b,
	         ": %zu where we converge, %zu where we diverge. Further right "
	         "are those that more %s raised; larger dots have more notes. "
	         "Height within a band means nothing.",
	         r->converge.n, r->diverge.n, r->tables ? "tables" : "notes");
	svg_begin(svg, FIGURE_WIDTH, height, "Convergence map", buf_view(&b));
	for (enum band band = CONVERGE; band < BANDS; band++)
		y = draw_band(r, svg, band, y);
	svg_line(svg, left, y + 8, right, y + 8, false);
	svg_text(svg, left, y + 28, SVG_START, 15, SVG_GREY,
	         r->tables ? SLICE("few tables") : SLICE("few notes"), 200);
	buf_reset(&b);
	if (r->tables > 0)
		buf_addf(&b, "all %zu tables", r->tables);
	else
		buf_adds(&b, "many notes");
	svg_text(svg, right, y + 28, SVG_END, 15, SVG_GREY, buf_view(&b), 200);
	svg_end(svg);
	buf_free(&b);
	return true;
}

enum { COLUMNS = 12, THEMES = 20 };

static size_t
find_count(const struct tallies *t, struct slice label)
{
	for (size_t i = 0; i < t->n; i++)
		if (slice_eq(t->v[i].label, label))
			return t->v[i].n;
	return 0;
}

/* The groups of all themes, by name; how many there are. */
static size_t
list_groups(const struct report *r, struct slice *groups)
{
	size_t n = 0;

	for (size_t i = 0; i < r->themes.n; i++) {
		const struct story *s = r->themes.items[i];

		for (size_t k = 0; k < s->by_group.n; k++) {
			const struct count *c = s->by_group.items[k];
			size_t at = 0;

			while (at < n && slice_cmp(groups[at], c->label) < 0)
				at++;
			if (at < n && slice_eq(groups[at], c->label))
				continue;
			if (n == COLUMNS)
				return n + 1;
			for (size_t m = n++; m > at; m--)
				groups[m] = groups[m - 1];
			groups[at] = c->label;
		}
	}
	return n;
}

/* A cell: the darker, the larger its share; the number stands in it. */
static void
draw_cell(struct svg *svg, double x, double y, double w, size_t n, size_t most)
{
	static const char *const shades[] = { "#FFFFFF", "#CCE3F0", "#99C7E0",
		                              "#4D9CC9", "#0072B2" };
	size_t shade = n == 0 ? 0 : 1 + 3 * n / most;
	char digits[24];

	if (shade > 4)
		shade = 4;
	svg_rect(svg, x, y, w - 2, FIGURE_ROW - 2, shades[shade]);
	snprintf(digits, sizeof(digits), "%zu", n);
	svg_text(svg, x + w / 2 - 1, y + 19, SVG_MIDDLE, 15,
	         shade >= 4 ? SVG_WHITE : SVG_BLACK, slice_of(digits), w - 2);
}

static void
draw_row(struct svg *svg, const struct story *s, const struct slice *groups,
         size_t n, double y)
{
	double x = 260, w = (right - x) / (double)n;
	size_t most = 1;

	w = w > 60 ? 60 : w;
	for (size_t i = 0; i < n; i++) {
		size_t c = find_count(&s->finding->by_group, groups[i]);

		most = c > most ? c : most;
	}
	svg_text(svg, x - 8, y + 20, SVG_END, FIGURE_FONT, SVG_BLACK, s->label,
	         x - 8 - left);
	for (size_t i = 0; i < n; i++)
		draw_cell(svg, x + w * (double)i, y, w,
		          find_count(&s->finding->by_group, groups[i]), most);
}

/* Columns are lettered; the key stands below, so that no name is cut short. */
static void
draw_key(struct svg *svg, const struct slice *groups, size_t n, double y)
{
	double x = 260, w = (right - x) / (double)n;
	struct buf b = BUF_INIT;

	w = w > 60 ? 60 : w;
	for (size_t i = 0; i < n; i++) {
		buf_reset(&b);
		buf_addc(&b, (char)('A' + i));
		svg_text(svg, x + w * (double)i + w / 2 - 1, 28, SVG_MIDDLE, 15,
		         SVG_GREY, buf_view(&b), w);
		buf_adds(&b, ": ");
		buf_slice(&b, groups[i]);
		svg_text(svg, left, y + FIGURE_ROW * (double)i + 20, SVG_START,
		         15, SVG_BLACK, buf_view(&b), right - left);
	}
	buf_free(&b);
}

bool
figures_heat(const struct report *r, struct svg *svg)
{
	struct slice groups[COLUMNS];
	size_t n = list_groups(r, groups), rows = 0;
	double y = 40;

	for (size_t i = 0; i < r->themes.n && rows < THEMES; i++)
		rows += ((struct story *)r->themes.items[i])->by_group.n > 0;
	if (n < 2 || n > COLUMNS || rows == 0)
		return false;
	svg_begin(svg, FIGURE_WIDTH, 60 + FIGURE_ROW * (double)(rows + n),
	          "Notes of each group on each theme",
	          SLICE("A table: a row for each theme, a column for each "
	                "stakeholder group, in each cell how many notes; the "
	                "darker, the more of that theme's notes."));
	for (size_t i = 0; i < r->themes.n && rows > 0; i++) {
		const struct story *s = r->themes.items[i];

		if (s->by_group.n == 0)
			continue;
		draw_row(svg, s, groups, n, y);
		y += FIGURE_ROW;
		rows--;
	}
	draw_key(svg, groups, n, y + 8);
	svg_end(svg);
	return true;
}
