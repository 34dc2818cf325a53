/*
 * A sample of texts that depends on what they say alone: the texts whose
 * hashes are the smallest (Broder, 1997). Texts that differ by case,
 * punctuation and blanks only are one text. Samples of parts of an archive
 * contain the sample of all of it.
 */
#ifndef DLG_SAMPLE_H
#define DLG_SAMPLE_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/slice.h"

/* Of a longer text, only so many bytes are held. */
enum { SAMPLE_TEXT = 2000 };

struct sample_text {
	uint64_t hash;
	struct slice text; /* of those that are one, the first in byte order */
	struct slice id;   /* of its note; of several, the first */
	uint64_t count;    /* how many there were */
};

struct sample {
	size_t n, most;
	struct sample_text *texts; /* up to 2 * most, until it is sorted */
	uint64_t limit;            /* greater hashes are not wanted */
	uint32_t *slots;           /* place in texts + 1, by hash, or 0 */
	size_t nslots;
	struct buf scratch;
};

/* Begin to draw a sample of at most most texts (at least 1). */
void sample_init(struct sample *s, size_t most);

void sample_add(struct sample *s, struct slice text, struct slice id);

/* When all were added: the sample, in the order of the hashes. */
void sample_cut(struct sample *s);

/* The hash of a text that samples are drawn by. */
uint64_t sample_hash(struct slice text, struct buf *scratch);

void sample_free(struct sample *s);

#endif
