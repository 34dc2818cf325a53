/* What the parts of text/words share; for them alone. */
#ifndef DLG_WORDS_PARTS_H
#define DLG_WORDS_PARTS_H

#include "base/mem.h"
#include "text/words.h"

/* What a byte may be. Bytes from 0x80 are looked at as code points. */
enum words_class {
	OTHER,
	LOWER,
	UPPER,
	QUOTE, /* an apostrophe */
	DIGIT,
	AT,
	COLON,
	BRACKET, /* a closing one */
	OPENING, /* a square one, as placeholders begin with */
	LINE,    /* a line's end, or a tab */
	STAR,
	SLASH,
	HIGH,
};

extern const unsigned char words_classes[256];

static inline enum words_class
words_class(const char *p)
{
	return words_classes[(unsigned char)*p];
}

/* Room for n words more, behind those that are there. */
static inline struct word *
words_room(struct words *w, size_t n)
{
	if (w->cap - w->n < n)
		w->v = mem_grow(w->v, &w->cap, w->n + n, sizeof(*w->v));
	return w->v + w->n;
}

/* Room for the same in w->telling. */
static inline uint32_t *
words_telling(struct words *w, size_t n)
{
	if (w->telling_cap - w->ntelling < n)
		w->telling = mem_grow(w->telling, &w->telling_cap,
		                      w->ntelling + n, sizeof(*w->telling));
	return w->telling + w->ntelling;
}

/* Know what the lexicon says of a word that has been read, in w->v. */
static inline void
words_know(struct words *w, struct word *word, const struct lexicon *l)
{
	word->what = lexicon_find(l, word->hash);
	w->seen |= word->what;
	*words_telling(w, 1) = (uint32_t)(word - w->v);
	w->ntelling += !words_is_plain(word);
}

/*
 * words_read.c: find the words; fast says not to go byte by byte.
 */
void words_read(struct words *w, struct slice text, const struct lexicon *l,
                bool fast);

/*
 * words_any.c: read the word at p, any word, letter by letter, and note of it
 * what the rules will ask; return what follows it: p if there is no word.
 */
const char *words_add_any(struct words *w, struct slice text, const char *p,
                          const struct lexicon *l);

/* Whether a letter stands at p with which a word can begin. */
bool words_letter_at(const char *p, const char *end);

#endif
