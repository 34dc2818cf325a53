/* What the parts of a theme's finding share: each appends to w->line. */
#ifndef DLG_FINDING_PARTS_H
#define DLG_FINDING_PARTS_H

#include "io/converge_parts.h"

/* "counts": notes, tables, groups, marks, cues and stance. */
void put_counts(struct work *w, const struct segment *s);

/* "verdicts": across events, that of each, by its name. */
void put_verdicts(struct work *w, const struct segment *s);

/* {"group": notes, ...} of the notes on a side of w->side; of all if 0. */
void put_groups(struct work *w, const struct segment *s, int side,
                const char *key);

/* The two sides of what is contested, and the tensions. */
void put_positions(struct work *w, const struct segment *s);
void put_tensions(struct work *w, const struct segment *s);

/* Against chance: how many tables, how few, and how it leans to groups. */
void put_interval(struct work *w, const struct segment *s);
void put_breadth(struct work *w, const struct segment *s);
void put_skew(struct work *w, const struct segment *s);

/* What changed since an earlier run: of the theme across events, if several. */
void put_since(struct work *w, const struct segment *s);

#endif
