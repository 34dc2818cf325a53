/*
 * What stems of English words mean: vectors whose sum over the stems of a text
 * points where the sentence encoder's vector of it would, about. Origin and
 * licence in lib/data/SOURCES; lib/data/make/gist.c makes it.
 *
 * GIST_ROWS rows, each a scale (two bytes, the low one first, of 1 /
 * GIST_SCALE / 127) and GIST_DIMS whole numbers of one byte; then as many lines
 * of a stem, sorted by their bytes, in the order of the rows.
 */
#ifndef DLG_DATA_GIST_H
#define DLG_DATA_GIST_H

enum {
	GIST_DIMS = 64,
	GIST_ROWS = 20000,
	GIST_ROW = GIST_DIMS + 2, /* bytes */
	GIST_SCALE = 16384,
};

extern const unsigned char data_gist[];
extern const unsigned char data_gist_end[];

#endif
