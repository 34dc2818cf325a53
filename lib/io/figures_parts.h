/*
 * What the parts of io/figures share: not for anybody else.
 */
#ifndef DLG_FIGURES_PARTS_H
#define DLG_FIGURES_PARTS_H

#include "io/figures.h"
#include "io/svg.h"

enum {
	FIGURE_WIDTH = 640,
	FIGURE_FONT = 17,
	FIGURE_ROW = 28,  /* from one line of text to the next */
	FIGURE_ROWS = 30, /* themes shown at most */
};

/* Each draws a picture, or returns false if there is nothing to draw. */
bool figures_map(const struct report *r, struct svg *s);
bool figures_heat(const struct report *r, struct svg *s);
bool figures_groups(const struct report *r, struct svg *s);
bool figures_trend(const struct report *r, struct svg *s);

#endif
