#include <stdio.h>

#include "io/figures_parts.h"
#include "text/date.h"

static const double left = 24, right = FIGURE_WIDTH - 24;

enum { STATEMENTS = 8, THEMES = 15, WEEKS = 60 };

/* A bar of how many of a group that took a side agreed. */
static void
draw_bar(struct svg *svg, struct slice group, size_t agree, size_t of, double y)
{
	double x = 220, w = 300;
	double share = (double)agree / (double)of;
	char words[64];

	svg_text(svg, x - 8, y + 19, SVG_END, 15, SVG_BLACK, group,
	         x - 8 - left);
	svg_rect(svg, x, y + 4, w, FIGURE_ROW - 8, "#CCCCCC");
	svg_rect(svg, x, y + 4, w * share, FIGURE_ROW - 8, SVG_BLUE);
	snprintf(words, sizeof(words), "%zu of %zu", agree, of);
	svg_text(svg, x + w + 8, y + 19, SVG_START, 15, SVG_BLACK,
	         slice_of(words), right - x - w - 8);
}

static const struct finding *
finding_of(const struct report *r, const struct statement *s)
{
	for (size_t i = 0; i < r->h->nfindings; i++)
		if (slice_eq(r->h->findings[i].note, s->note.id))
			return &r->h->findings[i];
	return NULL;
}

/* Groups that may be shown: of k people or more. */
static size_t
count_bars(const struct report *r, const struct finding *f)
{
	size_t n = 0;

	for (size_t i = 0; i < f->sided_by_group.n; i++)
		n += f->sided_by_group.v[i].n >= (r->k ? r->k : 1);
	return n;
}

static double
draw_statement(const struct report *r, struct svg *svg,
               const struct statement *s, double y)
{
	const struct finding *f = finding_of(r, s);

	svg_text(svg, left, y + 19, SVG_START, FIGURE_FONT, SVG_BLACK,
	         s->note.text, right - left);
	y += FIGURE_ROW;
	for (size_t i = 0; i < f->sided_by_group.n; i++) {
		size_t of = f->sided_by_group.v[i].n;

		if (of < (r->k ? r->k : 1))
			continue;
		draw_bar(svg, f->sided_by_group.v[i].label,
		         f->agree_by_group.v[i].n, of, y);
		y += FIGURE_ROW;
	}
	return y + 10;
}

bool
figures_groups(const struct report *r, struct svg *svg)
{
	const struct template_list *l = r->split.n > 0 ? &r->split : &r->agreed;
	size_t n = l->n < STATEMENTS ? l->n : STATEMENTS, bars = 0;
	double y = 12;

	for (size_t i = 0; i < n; i++) {
		const struct finding *f = finding_of(r, l->items[i]);

		bars += f != NULL ? count_bars(r, f) : 0;
	}
	if (bars == 0)
		return false;
	svg_begin(svg, FIGURE_WIDTH,
	          24 + FIGURE_ROW * (double)(bars + n) + 10 * (double)n,
	          "How each group voted",
	          SLICE("Statements, and for each group a bar: how many of "
	                "those who took a side agreed."));
	for (size_t i = 0; i < n; i++)
		y = draw_statement(r, svg, l->items[i], y);
	svg_end(svg);
	return true;
}

/* Notes of a theme in each week from the first. */
static void
count_weeks(const struct theme *t, int first, size_t n, size_t *weeks)
{
	for (size_t i = 0; i < n; i++)
		weeks[i] = 0;
	for (size_t i = 0; i < t->ndays; i++) {
		int day = t->days[i].day;
		size_t week = day == DATE_NONE ?
		                  n :
		                  (size_t)((date_monday(day) - first) / 7);

		if (day != DATE_NONE && day >= first && week < n)
			weeks[week] += t->days[i].notes;
	}
}

/* The Mondays of the first and last week with a note; false if one or none. */
static bool
find_weeks(const struct report *r, int *first, size_t *n)
{
	int from = DATE_NONE, to = DATE_NONE;

	for (size_t i = 0; i < r->h->nthemes; i++)
		for (size_t k = 0; k < r->h->themes[i].ndays; k++) {
			int day = r->h->themes[i].days[k].day;

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

static void
draw_weeks(struct svg *svg, const struct story *s, int first, size_t n,
           double y)
{
	size_t weeks[WEEKS], most = 1, last;
	double x = 240, w = (right - 50 - x) / (double)n;
	char digits[24];

	count_weeks(s->theme, first, n, weeks);
	for (size_t i = 0; i < n; i++)
		most = weeks[i] > most ? weeks[i] : most;
	last = weeks[n - 1];
	w = w > 40 ? 40 : w;
	svg_text(svg, x - 8, y + 30, SVG_END, FIGURE_FONT, SVG_BLACK, s->label,
	         x - 8 - left);
	for (size_t i = 0; i < n; i++) {
		double h = 32 * (double)weeks[i] / (double)most;

		svg_rect(svg, x + w * (double)i + 1, y + 36 - h, w - 2, h,
		         i + 1 == n ? SVG_VERMILION : SVG_BLUE);
	}
	svg_line(svg, x, y + 36, x + w * (double)n, y + 36, false);
	snprintf(digits, sizeof(digits), "%zu", last);
	svg_text(svg, x + w * (double)n + 6, y + 36, SVG_START, 15, SVG_BLACK,
	         slice_of(digits), 44);
}

bool
figures_trend(const struct report *r, struct svg *svg)
{
	size_t n, rows = r->themes.n < THEMES ? r->themes.n : THEMES;
	int first;
	struct buf b = BUF_INIT;
	double y = 12;

	if (rows == 0 || !find_weeks(r, &first, &n))
		return false;
	svg_begin(svg, FIGURE_WIDTH, 60 + 44 * (double)rows,
	          "Notes week by week",
	          SLICE("A row for each theme, a bar for each week: how many "
	                "notes. The last bar is the last week; its number "
	                "stands beside it. Each row has its own scale."));
	for (size_t i = 0; i < rows; i++, y += 44)
		draw_weeks(svg, r->themes.items[i], first, n, y);
	buf_adds(&b, "from ");
	date_put_week(&b, first);
	buf_adds(&b, " to ");
	date_put_week(&b, first + 7 * (int)(n - 1));
	svg_text(svg, 240, y + 24, SVG_START, 15, SVG_GREY, buf_view(&b),
	         right - 240);
	svg_end(svg);
	buf_free(&b);
	return true;
}
