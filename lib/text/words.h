/*
 * A text as words, for finding names in it: where each begins and ends in the
 * original bytes, the hash of its folded letters, what the lexicon knows of it.
 *
 * A word is a run of letters of any script with the apostrophes inside it;
 * "'s" at its end is not part of it, digits and all other signs part words.
 */
#ifndef DLG_WORDS_H
#define DLG_WORDS_H

#include "base/buf.h"
#include "base/slice.h"
#include "data/lexicon.h"
#include "data/namecues.h"

struct word {
	uint32_t start, end; /* bytes of the text */
	uint64_t hash;       /* of the folded letters, lexicon_hash */
	uint32_t what;       /* lexicon_find of it */
	uint16_t shape;      /* enum shape */
	uint16_t letters;    /* bytes of the folded form */
};

enum shape {
	SHAPE_CAP = 1,       /* begins with a capital */
	SHAPE_UPPER = 2,     /* all capitals, two or more */
	SHAPE_LONE = 4,      /* one letter */
	SHAPE_OWNS = 8,      /* "'s" follows, or "'ll" a roster name */
	SHAPE_UNSPACED = 16, /* of a script without spaces, at least in part */
	SHAPE_FOREIGN = 32,  /* has a letter that is not ASCII */
	SHAPE_MIXED =
	    64, /* capitals after small letters: McDonald, JaneSmith */
};

/* A word of ASCII letters that was read before, all in small letters. */
struct words_known {
	uint64_t first, rest; /* its letters */
	uint64_t hash;
	uint32_t what;
	bool plain; /* words_is_plain */
};

enum { WORDS_KNOWN_BITS = 13 };

struct words {
	struct word *v;
	size_t n, cap;
	size_t digits;     /* digits of the text, ASCII or of another script */
	bool at;           /* there is an @ */
	bool link;         /* there is a ":/", or a "www." */
	bool mixed;        /* there is a digit right behind a letter */
	bool bracket;      /* a bracket is closed */
	bool opening;      /* there is a "[" */
	bool lines;        /* there is a line's end or a tab */
	bool slash;        /* there is a "/" */
	bool star;         /* there is a "*" */
	bool dot;          /* "dot" is a word of it */
	size_t lones;      /* words of one letter */
	size_t long_caps;  /* words of four letters or more, with a capital */
	bool foreign;      /* some byte is not ASCII */
	uint32_t seen;     /* all words' attributes or-ed together */
	bool odd;          /* some word may be a misspelt name (words_is_odd) */
	uint32_t *telling; /* the words that are not words_is_plain, in order */
	size_t ntelling, telling_cap;
	struct buf copy;           /* of the text; for words_read.c */
	struct words_known *known; /* see words_remember */
};

#define WORDS_INIT \
	{ \
		.v = NULL \
	}

/*
 * Remember from now on what the lexicon said of words, which saves asking:
 * where many texts are read, all with one lexicon that stays as it is.
 */
void words_remember(struct words *w);

/* Find the words of text, shorter than 4 GiB. */
void words_find(struct words *w, struct slice text, const struct lexicon *l);

/* The same, letter by letter: what words_find is tested against. */
void words_find_slowly(struct words *w, struct slice text,
                       const struct lexicon *l);

/* A word of four letters or more that no dictionary holds, and no common name.
 */
static inline bool
words_is_odd(const struct word *w)
{
	return w->letters >= 4 && lex_level(w->what) == 0 &&
	       lex_first(w->what) < 4 && lex_last(w->what) < 3;
}

/* A word of the dictionary in small letters, two at least. */
static inline bool
words_is_small(const struct word *w)
{
	return lex_level(w->what) >= 1 && lex_level(w->what) <= 6 &&
	       !(w->shape & (SHAPE_CAP | SHAPE_LONE | SHAPE_UPPER));
}

/* A rare word that is a common name, too. */
static inline bool
words_is_namesake(const struct word *w)
{
	return lex_level(w->what) >= 3 &&
	       (lex_first(w->what) >= 4 || lex_last(w->what) >= 4);
}

/*
 * A small word that no rule for names begins with: most of all there are.
 * Initials of somebody may be among them ("so", "it"), which small letters
 * that are a word never stand for.
 */
static inline bool
words_is_plain(const struct word *w)
{
	return words_is_small(w) && !(w->shape & SHAPE_MIXED) &&
	       !words_is_namesake(w) &&
	       !(w->what & ((uint32_t)(CUE_TITLE | (LEX_ROSTER & ~R_INITIALS)) |
	                    CUE_CLAIM | CUE_SECRET));
}

/* Append the folded letters of a word of text to out. */
void words_fold(struct buf *out, struct slice text, const struct word *w);

void words_free(struct words *w);

#endif
