#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "io/figures_parts.h"
#include "io/report_parts.h"
#include "text/escape.h"
#include "text/width.h"

/* One picture: what draws it, and the report's fields for it. */
struct figure {
	bool (*draw)(const struct report *, struct svg *);
	const char *file, *alt;
	const char *field; /* of the template, where the link goes */
	bool *drawn;
	struct slice *link;
};

/* The directory as the report's reader sees it from where the report is. */
static const char *
seen_from(const char *output, const char *directory)
{
	const char *slash = output != NULL ? strrchr(output, '/') : NULL;
	size_t len = slash != NULL ? (size_t)(slash + 1 - output) : 0;

	if (len > 0 && strncmp(output, directory, len) == 0)
		return directory + len;
	return directory;
}

static void
put_link(struct report *r, const struct figure *f, const char *directory)
{
	struct buf b = BUF_INIT;

	buf_addf(&b, "![%s](", f->alt);
	escape_path(&b, slice_of(directory));
	buf_addf(&b, "/%s)", f->file);
	*f->link = report_words(r, &b);
	*f->drawn = true;
}

static int
put_file(const char *directory, const char *file, const struct buf *picture)
{
	struct buf path = BUF_INIT;
	struct out out;
	int status;

	buf_addf(&path, "%s/%s", directory, file);
	out_open(&out, path.data, 0666);
	out_slice(&out, buf_view(picture));
	status = out_close(&out);
	buf_free(&path);
	return status < STATUS_FAULT ? 0 : -1;
}

void
figures_begin(struct svg *s, double width, double height, const char *title,
              const char *reading, struct slice description)
{
	double room = width - 2 * FIGURE_LEFT;
	struct buf lines = BUF_INIT;
	size_t n;

	svg_begin(s, width, height, title, description);
	svg_text(s, FIGURE_LEFT, 26, SVG_START, 19, SVG_BLACK, slice_of(title),
	         room);
	n = width_wrap(&lines, slice_of(reading), FIGURE_SMALL, room, 2);
	svg_lines(s, FIGURE_LEFT, 45 + 9.5 * (double)n - 9.5, SVG_START,
	          FIGURE_SMALL, SVG_GREY, slice_of(reading), room, 2);
	buf_free(&lines);
}

/* How high a row is whose label takes so many lines. */
static double
row_height(size_t lines)
{
	double height = SVG_LINE * FIGURE_FONT * (double)lines + 6;

	return height > FIGURE_ROW ? height : FIGURE_ROW;
}

double
figures_label(struct slice label, double size, double width, size_t most)
{
	struct buf b = BUF_INIT;
	size_t lines = width_wrap(&b, label, size, width, most);

	buf_free(&b);
	return row_height(lines);
}

void
figures_rest(struct svg *s, double y, size_t n, size_t all, const char *what)
{
	struct buf b = BUF_INIT;

	if (n == all)
		return;
	buf_addf(&b, "%zu of %zu %s are shown.", n, all, what);
	svg_text(s, FIGURE_LEFT, y + 19, SVG_START, FIGURE_SMALL, SVG_GREY,
	         buf_view(&b), FIGURE_RIGHT - FIGURE_LEFT);
	buf_free(&b);
}

/* Draw a picture and link it, if there is anything to be seen. */
static int
put_figure(struct report *r, const struct figure *f, const char *directory,
           const char *seen)
{
	struct svg s = { BUF_INIT, 0 };
	int rc = 0;

	if (f->draw(r, &s)) {
		rc = put_file(directory, f->file, &s.b);
		put_link(r, f, seen);
	}
	buf_free(&s.b);
	return rc;
}

int
figures_write(struct report *r, const struct template *t, const char *directory,
              const char *output)
{
	const struct figure figures[] = {
		{ figures_map, "map.svg",
		  r->tables > 0 ?
		      "Convergence map: how many tables raised each theme, and "
		      "whether they agree" :
		      "Convergence map: how many notes are on each theme, and "
		      "whether they agree",
		  "link_map", &r->figure_map, &r->link_map },
		{ figures_heat, "groups.svg",
		  "How many notes each stakeholder group gave to each theme",
		  "link_heat", &r->figure_heat, &r->link_heat },
		{ figures_voters, "voters.svg",
		  "Who votes alike: a map of the people who voted",
		  "link_voters", &r->figure_voters, &r->link_voters },
		{ figures_groups, "votes.svg",
		  "How each group voted on what divided it most", "link_groups",
		  &r->figure_groups, &r->link_groups },
		{ figures_trend, "weeks.svg",
		  "Notes on each theme, week by week", "link_trend",
		  &r->figure_trend, &r->link_trend },
	};
	const char *seen = seen_from(output, directory);
	size_t linked = 0;

	if (mkdir(directory, 0777) < 0 && errno != EEXIST)
		return diag_at(STATUS_FAULT, directory, 0, "cannot make it: %s",
		               strerror(errno));
	for (size_t i = 0; i < sizeof(figures) / sizeof(*figures); i++) {
		if (!template_uses(t, figures[i].field))
			continue;
		linked++;
		if (put_figure(r, &figures[i], directory, seen) < 0)
			return -1;
	}
	if (linked == 0)
		diag_note("--figures: this template links no pictures, so that "
		          "none was made");
	return 0;
}

/* Where a theme stands between diverging (0) and converging (1). */
static double
height_of(const struct story *s)
{
	enum verdict v =
	    s->finding != NULL ? s->finding->verdict : VERDICT_NONE;

	if (v == VERDICT_CONVERGENT)
		return 0.85;
	return v == VERDICT_CONTESTED || v == VERDICT_DIVIDED ? 0.15 : 0.5;
}

void
figures_mermaid(struct report *r)
{
	struct buf b = BUF_INIT;

	if (r->themes.n == 0)
		return;
	buf_adds(&b, "```mermaid\nquadrantChart\n    title Convergence map\n"
	             "    x-axis Few tables --> Many tables\n"
	             "    y-axis We diverge --> We converge\n");
	for (size_t i = 0; i < r->themes.n && i < FIGURE_ROWS; i++) {
		const struct story *s = r->themes.items[i];
		size_t of = s->finding ? s->finding->of_tables : 0;
		double x = of ? (double)s->tables / (double)of : 0.5;

		buf_adds(&b, "    \"");
		escape_words(&b, s->label, 60);
		buf_addf(&b, "\": [%.2f, %.2f]\n", 0.02 + 0.96 * x,
		         height_of(s) + 0.02 * (double)(i % 5));
	}
	buf_adds(&b, "```");
	r->mermaid = report_words(r, &b);
}
