/*
 * How wide text is before it is drawn: the wider of DejaVu Sans and Liberation
 * Sans (Arial's metrics) for each letter, so that a label takes no more room
 * than was kept for it, whatever sans-serif font a reader has.
 */
#ifndef DLG_WIDTH_H
#define DLG_WIDTH_H

#include "base/buf.h"

/* The width of tidy UTF-8 text in pixels, at a font size in pixels. */
double width_of(struct slice text, double size);

/* Append text, tidied, cut so that it is at most width pixels wide. */
void width_fit(struct buf *out, struct slice text, double size, double width);

/*
 * Append text, tidied, in at most so many lines, each at most width pixels
 * wide, with a newline between two; what does not fit is cut from the last.
 * Return how many lines they are.
 */
size_t width_wrap(struct buf *out, struct slice text, double size, double width,
                  size_t most);

#endif
