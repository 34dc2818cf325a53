/*
 * The stems that texts are compared by, as columns 0, 1, ... of a model, and
 * how to read a text as a set of them.
 */
#ifndef DLG_VOCABULARY_H
#define DLG_VOCABULARY_H

#include "text/terms.h"

struct vocabulary {
	struct stem *stems;
	uint32_t *column; /* of each stem, or STEM_NONE */
	size_t known;     /* stems that column has */
	size_t cap;
	uint32_t *stem; /* of each column */
	size_t n, cap_stem;
	struct terms terms;
	size_t others; /* words of the text read last without a column */
};

/* Begin with no column at all. */
void vocabulary_init(struct vocabulary *v, const char *language);

/* The column of a stem, given now if it has none. */
uint32_t vocabulary_add(struct vocabulary *v, uint32_t stem);

/* The text of a column's stem. */
struct slice vocabulary_text(const struct vocabulary *v, uint32_t column);

/*
 * The columns that text has, ascending, each once; borrowed until the next
 * call. Return how many; other words are counted in others.
 */
size_t vocabulary_read(struct vocabulary *v, struct slice text,
                       const uint32_t **columns);

void vocabulary_free(struct vocabulary *v);

#endif
