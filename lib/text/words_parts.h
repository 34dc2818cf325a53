/* What the parts of text/words share; for them alone. */
#ifndef DLG_WORDS_PARTS_H
#define DLG_WORDS_PARTS_H

#include "base/mem.h"
#include "text/words.h"

/* Room for one word more. */
static inline struct word *
words_next(struct words *w)
{
	if (w->n == w->cap)
		w->v = mem_grow(w->v, &w->cap, w->n + 1, sizeof(*w->v));
	return &w->v[w->n];
}

/*
 * Find where the words are, and their hashes, which l is told of ahead; fast
 * says that words_add_ascii may be used.
 */
void words_read(struct words *w, struct slice text, const struct lexicon *l,
                bool fast);

/*
 * Read the word at p if it is fewer than 16 ASCII letters and nothing else, all
 * at once, which takes a third of the time of letter by letter; return what
 * follows it, or p.
 */
const char *words_add_ascii(struct words *w, struct slice text, const char *p);

#endif
