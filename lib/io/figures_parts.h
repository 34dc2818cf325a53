/*
 * What the parts of io/figures share: not for anybody else. A picture is as
 * wide as a phone can show with letters that can be read there.
 */
#ifndef DLG_FIGURES_PARTS_H
#define DLG_FIGURES_PARTS_H

#include "io/figures.h"
#include "io/svg.h"

enum {
	FIGURE_WIDTH = 480,
	FIGURE_LEFT = 12,
	FIGURE_RIGHT = FIGURE_WIDTH - FIGURE_LEFT,
	FIGURE_FONT = 17,
	FIGURE_SMALL = 15,
	FIGURE_ROW = 28,   /* from one line of text to the next */
	FIGURE_ROWS = 30,  /* themes shown at most */
	FIGURE_HEAD = 64,  /* room for a title and how to read it */
	FIGURE_HEAD2 = 84, /* in two lines */
};

/* Each draws a picture, or returns false if there is nothing to draw. */
bool figures_map(const struct report *r, struct svg *s);
bool figures_heat(const struct report *r, struct svg *s);
bool figures_groups(const struct report *r, struct svg *s);
bool figures_voters(const struct report *r, struct svg *s);
bool figures_trend(const struct report *r, struct svg *s);

/*
 * Begin a picture: its title, in sight, how to read it in two lines at most,
 * and in longer words for those who hear it.
 */
void figures_begin(struct svg *s, double width, double height,
                   const char *title, const char *reading,
                   struct slice description);

/* How high a row is that label makes, broken into most lines. */
double figures_label(struct slice label, double size, double width,
                     size_t most);

/* Say that n of all are shown, if they are not all, in the row below y. */
void figures_rest(struct svg *s, double y, size_t n, size_t all,
                  const char *what);

#endif
