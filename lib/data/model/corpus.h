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
	const struct lexicon *lexicon;
};

/* A text with a tag for each byte, on its way to a sentence. */
struct tokens {
	struct buf text, tags;
	bool spaced; /* tokens stand apart, as some write: "it 's here ." */
};

/* Append bytes of one tag. */
void tokens_put(struct tokens *t, struct slice bytes, unsigned char tag);

/* Make a sentence of the tokens, if there are any, and empty them. */
void corpus_close(struct corpus *c, struct tokens *t);

/* CoNLL: "token<TAB>tag" a line, an empty line between sentences. */
void corpus_conll(struct corpus *c, const char *path);

/* The Text Anonymization Benchmark: JSON with offsets in code points. */
void corpus_tab(struct corpus *c, const char *path);

/* A number below n, from a sequence that is the same at every run. */
size_t corpus_dice(size_t n);

#endif
