/*
 * Words that are one slip away from a known one: a letter more, less or other,
 * or two neighbours swapped (Damerau-Levenshtein distance 1). All forms with
 * one byte left out are kept, so a lookup costs as many probes as letters.
 */
#ifndef DLG_NEAR_H
#define DLG_NEAR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/hashes.h"
#include "base/map.h"
#include "base/sieve.h"

struct near {
	struct hashes forms;
	struct sieve seen; /* the same: most forms asked for are not known */
	uint32_t *first;   /* of each form: its first entry + 1, or 0 */
	size_t first_cap;
	struct near_entry *entries;
	size_t n, cap;
	struct map words;     /* the known words, folded */
	struct map sounds;    /* the known words as near_sound compares them */
	uint32_t *sound_word; /* of each sound: the word added first */
	size_t sound_cap;
	uint32_t *far_first; /* by first letter and length: entry + 1, or 0 */
	struct far_entry *far;
	size_t far_n, far_cap;
};

#define NEAR_INIT \
	{ \
		.forms = HASHES_INIT, .words = MAP_INIT \
	}

void near_add(struct near *s, struct slice word);

/*
 * The number of a known word within one slip of word (0 slips count) whose
 * length is least or more, or MAP_NONE. If several are, the one added first.
 */
size_t near_find(const struct near *s, struct slice word, size_t least);

/*
 * The number of a known word of five letters or more that differs only in
 * doubled letters, y and i, ph and f, Mc and Mac, or an e behind a vowel; or
 * MAP_NONE.
 */
size_t near_sound(const struct near *s, struct slice word);

/*
 * The number of a known word two slips away that begins with the same letter:
 * of eight letters or more, or of six with the same letters in other order; or
 * MAP_NONE. If several are, the one added first.
 */
size_t near_far(const struct near *s, struct slice word);

/* Whether two words are within one slip. */
bool near_same(struct slice a, struct slice b);

void near_free(struct near *s);

#endif
