/* What the parts of a theme's finding share: each appends to w->line. */
#ifndef DLG_FINDING_PARTS_H
#define DLG_FINDING_PARTS_H

#include "io/converge_parts.h"

/* "counts": notes, tables, groups, marks, cues and stance. */
void segment_put_counts(struct inquiry *w, const struct segment *s);

/* "verdicts": across events, that of each, by its name. */
void segment_put_verdicts(struct inquiry *w, const struct segment *s);

/* {"group": notes, ...} of the notes on a side of w->side; of all if 0. */
void segment_put_groups(struct inquiry *w, const struct segment *s, int side,
                        const char *key);

/* The two sides of what is contested, and the tensions. */
void segment_put_positions(struct inquiry *w, const struct segment *s);
void segment_put_tensions(struct inquiry *w, const struct segment *s);

/* Against chance: how many tables, how few, and how it leans to groups. */
void segment_put_interval(struct inquiry *w, const struct segment *s);
void segment_put_breadth(struct inquiry *w, const struct segment *s);
void segment_put_skew(struct inquiry *w, const struct segment *s);

/* What changed since an earlier run: of the theme across events, if several. */
void segment_put_since(struct inquiry *w, const struct segment *s);

/*
 * Quote the id of a note; across events, that of a note whose id another one
 * has, too, behind the name of its event and a slash.
 */
void segment_quote_note(struct inquiry *w, const struct segment *s,
                        uint32_t note);

#endif
