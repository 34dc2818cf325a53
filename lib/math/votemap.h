/*
 * A map of a talk: how many voters of which group stand where, on a square
 * grid over the two main axes of the votes. It can be drawn and passed on: no
 * cell stands for fewer voters than it is told, and where the grid ends
 * says no more than that nobody stands beyond.
 */
#ifndef DLG_VOTEMAP_H
#define DLG_VOTEMAP_H

#include "math/cloud.h"

enum {
	VOTEMAP_LEAST = 5,   /* voters in a cell, if nothing is said */
	VOTEMAP_SIDE = 20,   /* columns, and rows, at most */
	VOTEMAP_CELLS = 400, /* at most */
};

/* A group of voters in a place: the column and the row, from the lowest. */
struct votemap_cell {
	uint32_t x, y, group, voters;
};

struct votemap {
	double reach;  /* the grid goes from -reach to reach, both ways */
	uint32_t side; /* columns, and as many rows */
	struct votemap_cell *cells; /* by x, y and group */
	size_t n;
	size_t left_out; /* voters of groups that are too small */
	size_t unplaced; /* the caller's: voters who voted too little */
};

/*
 * Map the voters of c, least or more in a cell; group[v] is the group of voter
 * v. Voters in cells that are too small are counted in the nearest one of their
 * group. Released with votemap_free; n is 0 if there is nothing to be shown.
 */
void votemap_make(struct votemap *m, const struct cloud *c,
                  const uint32_t *group, size_t least);

void votemap_free(struct votemap *m);

/* Where a column or row has its middle. */
double votemap_middle(const struct votemap *m, uint32_t at);

#endif
