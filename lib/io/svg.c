#include <string.h>

#include "io/svg.h"
#include "text/escape.h"
#include "text/width.h"

void
svg_begin(struct svg *s, double width, double height, const char *title,
          struct slice description)
{
	*s = (struct svg){ BUF_INIT, width };
	buf_addf(&s->b,
	         "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" "
	         "height=\"%.0f\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" "
	         "aria-labelledby=\"t d\" font-family=\"sans-serif\">\n<title "
	         "id=\"t\">%s</title>\n<desc id=\"d\">",
	         width, height, width, height, title);
	escape_xml(&s->b, description, 0);
	buf_adds(&s->b, "</desc>\n");
	svg_rect(s, 0, 0, width, height, SVG_WHITE);
}

void
svg_rect(struct svg *s, double x, double y, double width, double height,
         const char *fill)
{
	buf_addf(&s->b,
	         "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" "
	         "fill=\"%s\"/>\n",
	         x, y, width, height, fill);
}

void
svg_circle(struct svg *s, double x, double y, double r, const char *fill,
           const char *stroke)
{
	buf_addf(&s->b,
	         "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\" "
	         "stroke=\"%s\" stroke-width=\"2\"/>\n",
	         x, y, r, fill, stroke);
}

void
svg_square(struct svg *s, double x, double y, double r, const char *fill)
{
	svg_rect(s, x - r, y - r, 2 * r, 2 * r, fill);
}

void
svg_diamond(struct svg *s, double x, double y, double r, const char *fill)
{
	buf_addf(&s->b,
	         "<path d=\"M%.1f %.1fL%.1f %.1fL%.1f %.1fL%.1f %.1fZ\" "
	         "fill=\"%s\"/>\n",
	         x, y - r, x + r, y, x, y + r, x - r, y, fill);
}

void
svg_triangle(struct svg *s, double x, double y, double r, const char *fill)
{
	buf_addf(&s->b,
	         "<path d=\"M%.1f %.1fL%.1f %.1fL%.1f %.1fZ\" fill=\"%s\"/>\n",
	         x, y - r, x + r, y + 0.8 * r, x - r, y + 0.8 * r, fill);
}

void
svg_outline(struct svg *s, double (*corners)[2], size_t n, const char *stroke,
            const char *pattern)
{
	buf_adds(&s->b, "<path d=\"");
	for (size_t i = 0; i < n; i++)
		buf_addf(&s->b, "%c%.1f %.1f", i == 0 ? 'M' : 'L',
		         corners[i][0], corners[i][1]);
	buf_addf(&s->b,
	         "Z\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\" "
	         "stroke-linejoin=\"round\"",
	         stroke);
	if (*pattern != '\0')
		buf_addf(&s->b, " stroke-dasharray=\"%s\"", pattern);
	buf_adds(&s->b, "/>\n");
}

void
svg_line(struct svg *s, double x, double y, double x2, double y2, bool dashed)
{
	buf_addf(&s->b, "<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"%s\"%s/>\n",
	         x, y, x2, y2, SVG_GREY,
	         dashed ? " stroke-dasharray=\"2 4\"" : "");
}

void
svg_text(struct svg *s, double x, double y, enum svg_anchor anchor, double size,
         const char *fill, struct slice text, double width)
{
	static const char *const anchors[] = { "start", "middle", "end" };
	struct buf fit = BUF_INIT;
	double w, left;

	width_fit(&fit, text, size, width);
	w = width_of(buf_view(&fit), size);
	left = x - (anchor == SVG_START ? 0 : anchor == SVG_MIDDLE ? w / 2 : w);
	buf_addf(&s->b,
	         "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.0f\" fill=\"%s\" "
	         "text-anchor=\"%s\" data-box=\"%.1f %.1f %.1f %.1f\">",
	         x, y, size, fill, anchors[anchor], left, y - 0.8 * size,
	         left + w, y + 0.2 * size);
	escape_xml(&s->b, buf_view(&fit), 0);
	buf_adds(&s->b, "</text>\n");
	buf_free(&fit);
}

size_t
svg_lines(struct svg *s, double x, double y, enum svg_anchor anchor,
          double size, const char *fill, struct slice text, double width,
          size_t most)
{
	struct buf lines = BUF_INIT;
	size_t n = width_wrap(&lines, text, size, width, most);
	struct slice rest = buf_view(&lines);

	y += 0.35 * size - SVG_LINE * size * (double)(n - 1) / 2;
	while (rest.len > 0) {
		const char *end = memchr(rest.p, '\n', rest.len);
		size_t len = end != NULL ? (size_t)(end - rest.p) : rest.len;

		svg_text(s, x, y, anchor, size, fill,
		         (struct slice){ rest.p, len }, width + 1);
		y += SVG_LINE * size;
		len += end != NULL;
		rest.p += len;
		rest.len -= len;
	}
	buf_free(&lines);
	return n;
}

void
svg_end(struct svg *s)
{
	buf_adds(&s->b, "</svg>\n");
}
