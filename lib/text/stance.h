/*
 * For or against: what the words of a note tell of its stance, and where two
 * notes may be opposed. English.
 *
 * Each word has a weight, plain or within six words after a negation. Summed
 * over a note they say something, over a theme with many notes more; of a
 * single statement's divisiveness they say nothing. Words that most notes of a
 * theme share are what it is about and not counted.
 */
#ifndef DLG_STANCE_H
#define DLG_STANCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/slice.h"
#include "data/opinion_table.h"

struct stance;

/* The most words kept of a note, and a sum that takes no side, hundredths. */
enum { STANCE_WORDS = 64, STANCE_INDIFFERENT = 20 };

/*
 * The words of a note, as text/reader finds them, in ascending order, each
 * once: a number that stands for the stem, shifted left by one; the lowest bit
 * says that it is negated.
 */
struct stance_words {
	uint32_t v[STANCE_WORDS];
	size_t n;
	bool claim; /* a sentence that says what ought to be: it takes a side */
	int position; /* 1 to keep something, -1 to drop it; 0: neither, both */
};

/* A note with fewer words is a heading and claims nothing. */
enum { STANCE_CLAIM_WORDS = 6 };

/* Released with stance_free. */
struct stance *stance_new(void);
void stance_free(struct stance *s);

/* Put n words, STANCE_WORDS at most, in order, each once; return how many. */
size_t stance_sort(uint32_t *v, size_t n);

/* The weight of a word; 0 for most. */
static inline int
stance_weight(uint32_t word)
{
	const struct opinion_word *w;

	if (word >> 1 >= opinion_table_len)
		return 0;
	w = &opinion_table[word >> 1];
	return word & 1 ? w->negated : w->plain;
}

/*
 * Whether a word says what a note is about: neither grammar nor a word of
 * agreement or disagreement.
 */
static inline bool
stance_content(uint32_t word)
{
	return word >> 1 >= opinion_table_len ||
	       !(opinion_table[word >> 1].flags & OPINION_STOP);
}

/* Numbers below this have weights or flags. */
static inline size_t
stance_known(void)
{
	return opinion_table_len;
}

/*
 * Whether the words of two notes may be opposed - the same said and denied,
 * or words of opposite meaning about the same thing. Appends the reason.
 */
bool stance_opposed(const struct stance *s, const uint32_t *a, size_t na,
                    const uint32_t *b, size_t nb, struct buf *why);

#endif
