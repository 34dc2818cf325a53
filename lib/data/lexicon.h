/*
 * What is known of a word, found by the hash of its folded letters (text/words
 * makes both): how common it is in English, whether it is a first name, a
 * surname or a place, and whether it is one of the words that stand beside
 * names. A roster adds what it says of the words in its names.
 *
 * The hash has 64 bits of which the table compares 31 and the position; that
 * two of some 200,000 words should meet is left out of account: the worst that
 * follows is that one odd word is taken for another.
 */
#ifndef DLG_LEXICON_H
#define DLG_LEXICON_H

#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

struct lexicon {
	uint64_t *slots; /* high half of the hash, and the attributes; or 0 */
	size_t mask, n;
	uint64_t *marked; /* hashes of what was added, to move by */
	size_t nmarked, cap;
};

/* Attributes: four small numbers and some flags. */
enum {
	LEX_LEVEL = 7,      /* 1 everyday ... 5 common, 6 rare, 7 written with a
	                     * capital, but nobody's name; 0 unknown */
	LEX_FIRST = 7 << 4, /* 0 no first name ... 7 a very common one */
	LEX_LAST = 7 << 7,  /* 0 no surname ... 5 a very common one */
	LEX_PLACE = 3 << 10,     /* 0 no place ... 3 a large one */
	LEX_CUES = 0xfff << 12,  /* the enum cue of namecues.h */
	LEX_ROSTER = 0x7f << 24, /* what a roster says of a word: */
};                               /* the highest bit is CUE_CLAIM */

enum {
	R_FIRST = 1 << 24,    /* is a first name of somebody */
	R_LAST = 1 << 25,     /* is a surname of somebody */
	R_NICK = 1 << 26,     /* is a short form of somebody's first name */
	R_MULTI = 1 << 27,    /* begins a form of several words */
	R_FULL = 1 << 28,     /* is first name and surname run together */
	R_INITIALS = 1 << 29, /* is somebody's initials */
	R_THING = 1 << 30,    /* is an organisation or role by itself */
	R_NAME = R_FIRST | R_LAST | R_NICK | R_FULL,
};

/* What of a hash stands in its slot: never 0. */
static inline uint64_t
lexicon_tag(uint64_t hash)
{
	return hash >> 32 | 0x80000000u;
}

static inline unsigned
lex_level(uint32_t what)
{
	return what & LEX_LEVEL;
}

static inline unsigned
lex_first(uint32_t what)
{
	return (what & LEX_FIRST) >> 4;
}

static inline unsigned
lex_last(uint32_t what)
{
	return (what & LEX_LAST) >> 7;
}

static inline unsigned
lex_place(uint32_t what)
{
	return (what & LEX_PLACE) >> 10;
}

/*
 * The hash of folded letters, taken eight at a time, the first lowest; what is
 * left over is filled up with 0. lexicon_seal takes how many letters there are.
 */
#define LEX_SEED 0x9e3779b97f4a7c15u

static inline uint64_t
lexicon_step(uint64_t h, uint64_t letters)
{
	h = (h ^ letters) * 0xff51afd7ed558ccdu;
	return h ^ h >> 32;
}

static inline uint64_t
lexicon_seal(uint64_t h, size_t len)
{
	h = (h ^ len) * 0xd6e8feb86659fd93u;
	return h ^ h >> 32;
}

/* Letters of a word that is being read, one by one. */
struct lexicon_hasher {
	uint64_t state, letters;
	size_t len;
};

#define LEXICON_HASHER \
	{ \
		LEX_SEED, 0, 0 \
	}

static inline void
lexicon_letter(struct lexicon_hasher *h, unsigned char letter)
{
	h->letters |= (uint64_t)letter << h->len % 8 * 8;
	if (++h->len % 8 == 0) {
		h->state = lexicon_step(h->state, h->letters);
		h->letters = 0;
	}
}

static inline uint64_t
lexicon_hashed(const struct lexicon_hasher *h)
{
	uint64_t state = h->state;

	if (h->len % 8 != 0)
		state = lexicon_step(state, h->letters);
	return lexicon_seal(state, h->len);
}

/* The hash of letters that are folded already. */
uint64_t lexicon_hash(struct slice folded);

/* The words of the tables; see lexicon_free. */
void lexicon_load(struct lexicon *l);
void lexicon_free(struct lexicon *l);

/* Add attributes to a word, which is new or known. */
void lexicon_mark(struct lexicon *l, uint64_t hash, uint32_t what);

/* The attributes of a word; 0 if it is unknown. */
static inline uint32_t
lexicon_find(const struct lexicon *l, uint64_t hash)
{
	uint64_t slot;

	for (size_t i = hash & l->mask; (slot = l->slots[i]) != 0;
	     i = (i + 1) & l->mask)
		if (slot >> 32 == lexicon_tag(hash))
			return (uint32_t)slot;
	return 0;
}

#endif
