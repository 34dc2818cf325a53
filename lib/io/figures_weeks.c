#include <stdio.h>

#include "io/figures_parts.h"
#include "text/date.h"

static const double left = FIGURE_LEFT, label_end = 182, bars_end = 424;

enum { THEMES = 15, WEEKS = 60, ROW = 46, LINES = 2 };

/* Notes of a theme in each week from the first. */
static void
count_weeks(const struct theme *t, int first, size_t n, size_t *weeks)
{
	for (size_t i = 0; i < n; i++)
		weeks[i] = 0;
	for (size_t i = 0; i < t->days.n; i++) {
		int day = t->days.v[i].day;
		size_t week = day == DATE_NONE ?
		                  n :
		                  (size_t)((date_monday(day) - first) / 7);

		if (day != DATE_NONE && day >= first && week < n)
			weeks[week] += t->days.v[i].notes;
	}
}

/* The Mondays of the first and last week with a note; false if one or none. */
static bool
find_weeks(const struct report *r, int *first, size_t *n)
{
	int from = DATE_NONE, to = DATE_NONE;

	for (size_t i = 0; i < r->h->nthemes; i++)
		for (size_t k = 0; k < r->h->themes[i].days.n; k++) {
			int day = r->h->themes[i].days.v[k].day;

			if (day == DATE_NONE)
				continue;
			from = from == DATE_NONE || day < from ? day : from;
			to = day > to ? day : to;
		}
	if (from == DATE_NONE || date_monday(from) == date_monday(to))
		return false;
	*first = date_monday(from);
	*n = (size_t)((date_monday(to) - *first) / 7) + 1;
	if (*n > WEEKS) {
		*first += 7 * (int)(*n - WEEKS);
		*n = WEEKS;
	}
	return true;
}

/* A row: a bar for each week, and the number of the last. */
static void
draw_weeks(struct svg *svg, const struct story *s, int first, size_t n,
           double y)
{
	size_t weeks[WEEKS], most = 1;
	double x = label_end + 8, w = (bars_end - x) / (double)n;
	char digits[24];

	count_weeks(s->theme, first, n, weeks);
	for (size_t i = 0; i < n; i++)
		most = weeks[i] > most ? weeks[i] : most;
	w = w > 40 ? 40 : w;
	svg_lines(svg, label_end, y + ROW / 2.0, SVG_END, FIGURE_FONT,
	          SVG_BLACK, s->label, label_end - left, LINES);
	for (size_t i = 0; i < n; i++) {
		double h = (ROW - 12) * (double)weeks[i] / (double)most;

		svg_rect(svg, x + w * (double)i + 1, y + ROW - 6 - h,
		         w > 4 ? w - 2 : w, h,
		         i + 1 == n ? SVG_BLACK : SVG_SKY);
	}
	svg_line(svg, x, y + ROW - 6, x + w * (double)n, y + ROW - 6, false);
	snprintf(digits, sizeof(digits), "%zu", weeks[n - 1]);
	svg_text(svg, x + w * (double)n + 6, y + ROW - 6, SVG_START,
	         FIGURE_SMALL, SVG_BLACK, slice_of(digits), 44);
}

bool
figures_trend(const struct report *r, struct svg *svg)
{
	size_t n, rows = r->themes.n < THEMES ? r->themes.n : THEMES;
	int first;
	struct buf b = BUF_INIT;
	double y = FIGURE_HEAD2;

	if (rows == 0 || !find_weeks(r, &first, &n))
		return false;
	buf_adds(&b, "Each bar is a week, ");
	date_put_week(&b, first);
	buf_adds(&b, " to ");
	date_put_week(&b, first + 7 * (int)(n - 1));
	buf_adds(&b, "; each row has its own scale. The number is the last "
	             "week's.");
	figures_begin(
	    svg, FIGURE_WIDTH,
	    y + ROW * (double)rows + 12 + (rows < r->themes.n ? FIGURE_ROW : 0),
	    "Notes week by week", b.data,
	    SLICE("A row for each theme, a bar for each week: how many "
	          "notes. The last bar is the last week; its number "
	          "stands beside it. Each row has its own scale."));
	for (size_t i = 0; i < rows; i++, y += ROW)
		draw_weeks(svg, r->themes.items[i], first, n, y);
	figures_rest(svg, y, rows, r->themes.n, "themes");
	svg_end(svg);
	buf_free(&b);
	return true;
}
