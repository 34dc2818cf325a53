/* What the parts of text/stance share. */
#ifndef DLG_STANCE_PARTS_H
#define DLG_STANCE_PARTS_H

#include "data/opinion_table.h"
#include "text/stance.h"

enum {
	STANCE_LONGEST = 32, /* bytes of a word that are looked at */
	STANCE_SLOTS = 1 << 14,
	STANCE_SEEN = 1 << 12,
};

/* An antonym by the numbers of its words' stems. */
struct opposite {
	uint32_t a, b;
	uint32_t entry;
};

/* A word as it was written, met before: its stem's number and flags. */
struct stance_seen {
	struct letters_key key;
	uint32_t number;
	unsigned char flags;
};

struct stance {
	uint32_t slots[STANCE_SLOTS];  /* number + 1 of a stem in the table */
	uint32_t hashes[STANCE_SLOTS]; /* of it */
	struct opposite *opposites;    /* each both ways round, by a */
	size_t nopposites;
	struct stance_seen seen[STANCE_SEEN]; /* by a hash of the key */
};

/*
 * The number of a word's stem: its place in the table, or one beyond the table
 * that stands for it. The word is lower case, and is cut to its stem. Stems
 * are told apart by their 32-bit hashes.
 */
uint32_t stance_number(const struct stance *s, char *word, size_t len);

#endif
