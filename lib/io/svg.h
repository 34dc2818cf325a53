/*
 * A small writer of SVG pictures: shapes and lines of text, nothing that runs
 * and nothing fetched. Lengths are in pixels from the top left corner; colours
 * are of Okabe and Ito, told apart by colour-blind people, and every shape
 * differs in more than its colour.
 */
#ifndef DLG_SVG_H
#define DLG_SVG_H

#include "base/buf.h"

#define SVG_BLUE "#0072B2"
#define SVG_VERMILION "#D55E00"
#define SVG_ORANGE "#E69F00"
#define SVG_GREEN "#009E73"
#define SVG_SKY "#56B4E9"
#define SVG_PURPLE "#CC79A7"
#define SVG_GREY "#595959"
#define SVG_LIGHT "#F2F2F2"
#define SVG_BLACK "#000000"
#define SVG_WHITE "#FFFFFF"

enum svg_anchor { SVG_START, SVG_MIDDLE, SVG_END };

struct svg {
	struct buf b;
	double width;
};

/* Begin a picture; title and description are read out by screen readers. */
void svg_begin(struct svg *s, double width, double height, const char *title,
               struct slice description);

void svg_rect(struct svg *s, double x, double y, double width, double height,
              const char *fill);

/* A dot; hollow if fill is SVG_WHITE. */
void svg_circle(struct svg *s, double x, double y, double r, const char *fill,
                const char *stroke);

void svg_square(struct svg *s, double x, double y, double r, const char *fill);
void svg_diamond(struct svg *s, double x, double y, double r, const char *fill);
void svg_triangle(struct svg *s, double x, double y, double r,
                  const char *fill);

/* A straight line from x, y to x2, y2, dashed if so. */
void svg_line(struct svg *s, double x, double y, double x2, double y2,
              bool dashed);

/*
 * A line of text, anchored at x on the base line y, cut to width. Its box is
 * written beside it (data-box: left, top, right, bottom), for the test that
 * finds no two that overlap.
 */
void svg_text(struct svg *s, double x, double y, enum svg_anchor anchor,
              double size, const char *fill, struct slice text, double width);

/*
 * The same in at most so many lines, SVG_LINE times the size apart, the middle
 * of them all at y. Return how many lines they are.
 */
#define SVG_LINE 1.25
size_t svg_lines(struct svg *s, double x, double y, enum svg_anchor anchor,
                 double size, const char *fill, struct slice text, double width,
                 size_t most);

/* A closed line through n corners; its pattern tells it from others. */
void svg_outline(struct svg *s, double (*corners)[2], size_t n,
                 const char *stroke, const char *pattern);

void svg_end(struct svg *s);

#endif
