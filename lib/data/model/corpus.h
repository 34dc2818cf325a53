/* Texts with marked names, read to train the tagger. */
#ifndef DLG_MODEL_CORPUS_H
#define DLG_MODEL_CORPUS_H

#include "base/map.h"
#include "text/tagger.h"

/* A sentence: its text, and of each of its words the tag. */
struct sentence {
	struct buf text;
	struct words words;
	unsigned char *tags;
};

struct corpus {
	struct sentence *v;
	size_t n, cap;
};

/* Tokens with tags, on their way to a sentence. */
struct tokens {
	struct buf text;
	struct buf tags; /* a tag for each byte of text */
};

/* Append a token as running text would have it. */
void tokens_add(struct tokens *t, struct slice token, unsigned char tag);

/* Make a sentence of the tokens, if there are any, and empty them. */
void corpus_close(struct corpus *c, struct tokens *t, const struct lexicon *l);

/* CoNLL: "token<TAB>tag" a line, an empty line between sentences. */
void corpus_conll(struct corpus *c, const char *path, const struct lexicon *l);

/* The Text Anonymization Benchmark: JSON with offsets in code points. */
void corpus_tab(struct corpus *c, const char *path, const struct lexicon *l);

/*
 * Add a copy of each of the first n sentences that name people, with other
 * names: first and last are lists of them, capitalised.
 */
void corpus_swap(struct corpus *c, const struct map *first,
                 const struct map *last, const struct lexicon *l, size_t n);

#endif
