/*
 * Which of some texts share words with another: an index from words to the
 * texts that have them.
 */
#ifndef DLG_CONCORD_H
#define DLG_CONCORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct concord {
	struct keyed *words; /* sorted: a word, and a text that has it */
	size_t nwords, cap;
	size_t ntexts;
	uint16_t *shared; /* with the text last asked about */
};

/* Add a text by its words: numbers in ascending order, some perhaps twice. */
void concord_add(struct concord *c, const uint32_t *v, size_t n);

/* All were added, 65,535 at most. */
void concord_close(struct concord *c);

/*
 * How many words of v each text shares; of a word that both have several times,
 * the fewer times. Borrowed until the next call.
 */
const uint16_t *concord_shared(struct concord *c, const uint32_t *v, size_t n);

/* Whether some text shares that many words of v, more than none. */
bool concord_near(struct concord *c, const uint32_t *v, size_t n, size_t least);

/* c is then as after zeroing it. */
void concord_free(struct concord *c);

#endif
