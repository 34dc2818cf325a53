/*
 * For or against: what the words of a note tell of its stance, and where two
 * notes may be opposed. English.
 *
 * Opinion words count with their sign, turned within six words after a
 * negation. This says something of a theme with many notes, and little of a
 * single one.
 */
#ifndef DLG_STANCE_H
#define DLG_STANCE_H

#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

struct stance;

/* The most content words kept of a note. */
enum { STANCE_WORDS = 32 };

/*
 * The content words of a note, each as a number that stands for its lemma,
 * shifted left by one; the lowest bit says that it is negated. In order of
 * number, each once.
 */
struct stance_words {
	uint32_t v[STANCE_WORDS];
	size_t n;
};

struct stance *stance_new(void);
void stance_free(struct stance *s);

/* The stance of text: 1 for, -1 against, 0 neither. Fills words. */
int stance_read(struct stance *s, struct slice text,
                struct stance_words *words);

/*
 * Why the words of two notes may be opposed - the same said and denied, words
 * of opposite meaning - or NULL. The text is static.
 */
const char *stance_opposed(const struct stance *s, const uint32_t *a,
                           size_t na, const uint32_t *b, size_t nb);

#endif
