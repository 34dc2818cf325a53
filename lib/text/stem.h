/*
 * The words of a corpus and their stems, each worked out once and numbered in
 * the order of first sight.
 */
#ifndef DLG_STEM_H
#define DLG_STEM_H

#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

#define STEM_NONE UINT32_MAX

struct stem;

struct stem_word {
	uint32_t word;  /* number of the word */
	uint32_t stem;  /* number of its stem */
	unsigned flags; /* of stop_word, if the language is English */
};

/*
 * Stems of language: a name or ISO 639 code that Snowball knows ("english",
 * "en", "de"). For any other, every word is its own stem.
 * Released with stem_free.
 */
struct stem *stem_new(const char *language);

/* Look up a folded word; the result is borrowed until the next call. */
const struct stem_word *stem_look(struct stem *s, struct slice folded);

/*
 * The same, into out, for a stream without end: once very many words are
 * known no more are kept, and out->word is STEM_NONE, and so is out->stem if
 * no word met before has it.
 */
void stem_find(struct stem *s, struct slice folded, struct stem_word *out);

/* The number of a stem, given now if it is new. */
uint32_t stem_number(struct stem *s, struct slice stem);

/* The text of word or stem number n, borrowed until stem_free. */
struct slice stem_word_text(const struct stem *s, uint32_t n);
struct slice stem_text(const struct stem *s, uint32_t n);

/* How many stems there are. */
size_t stem_count(const struct stem *s);

void stem_free(struct stem *s);

/* Whether two stems are of one word: bus and buse, fund and funder. */
bool stem_alike(struct slice a, struct slice b);

#endif
