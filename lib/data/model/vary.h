/* More sentences for the tagger, made of those there are. */
#ifndef DLG_MODEL_VARY_H
#define DLG_MODEL_VARY_H

#include "corpus.h"

/* Names of the tables, common enough, with a capital; filled by vary_names. */
struct vary {
	struct map first, last, place;
};

void vary_names(struct vary *v);

/* Copies of sentences from..end-1 that name people, with other names. */
void vary_swap(struct corpus *c, const struct vary *v, size_t from, size_t end);

/* How the letters of a copy are written. */
enum vary_case {
	VARY_SMALL,
	VARY_UPPER,
	VARY_TITLE,
};

/* Copies of every n-th of sentences from..end-1, written in another case. */
void vary_case(struct corpus *c, enum vary_case how, size_t n, size_t from,
               size_t end);

/*
 * Sentences as note-takers write, from a file of patterns: a line each, with
 * {first}, {last}, {place}, {org} and {thing} to be filled in; n of each.
 */
void vary_phrases(struct corpus *c, const struct vary *v, const char *path,
                  size_t n);

#endif
