/* What the parts of text/stance share. */
#ifndef DLG_STANCE_PARTS_H
#define DLG_STANCE_PARTS_H

#include "data/opinion_table.h"
#include "text/stance.h"

enum {
	STANCE_LONGEST = 32, /* bytes of a word that are looked at */
	STANCE_SLOTS = 2 * OPINION_WORDS,
	STANCE_BITS = 1 << 16,
};

/* An antonym by the numbers of its words' stems. */
struct opposite {
	uint32_t a, b;
	uint32_t entry;
};

struct stance {
	uint32_t slots[STANCE_SLOTS];  /* number + 1 of a stem in the table */
	uint32_t hashes[STANCE_SLOTS]; /* of it */
	struct opposite *opposites;    /* each both ways round, by a */
	size_t nopposites;
	uint64_t opposed[STANCE_BITS / 64]; /* numbers in it, by their rest */
};

/*
 * The number of a word's stem: its place in the table, or one beyond the table
 * that stands for it: a hash, so that two of those may share it. The word is
 * lower case, and is cut to its stem.
 */
uint32_t stance_number(const struct stance *s, char *word, size_t len);

#endif
