/*
 * What English words tell of stance, and which mean opposite things; made by
 * opinion.pl, see SOURCES. Words stand as stems, as text/stance makes
 * them.
 */
#ifndef DLG_OPINION_TABLE_H
#define DLG_OPINION_TABLE_H

#include <stddef.h>

enum {
	OPINION_STOP = 1,    /* says nothing of what a note is about */
	OPINION_NEGATOR = 2, /* turns what follows */
	OPINION_BREAK = 4,   /* ends what a negation reaches */
	OPINION_CLAIM = 8,   /* says what ought to be */
	OPINION_KEEP = 16,   /* for what the theme is about */
	OPINION_DROP = 32,   /* against it */
};

/* The most words that there may be. */
enum { OPINION_WORDS = 8192 };

/* Sorted by word. Weights are hundredths, positive for. */
struct opinion_word {
	const char *word;
	short plain, negated;
	unsigned char flags;
};

extern const struct opinion_word opinion_table[];
extern const size_t opinion_table_len;

/* Two words of opposite meaning, as they are written; sorted. */
struct antonym {
	const char *a, *b;
};

extern const struct antonym antonym_table[];
extern const size_t antonym_table_len;

#endif
