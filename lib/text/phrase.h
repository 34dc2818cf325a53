/*
 * The phrases of a text that could name what it is about: runs of one to
 * three words, none of them a stop word, a number or a placeholder, with
 * nothing but a blank or a hyphen between them; or once what links two nouns:
 * quality of life, bed & breakfast. A particle behind a word is shown with it,
 * but is none of its words: top up.
 */
#ifndef DLG_PHRASE_H
#define DLG_PHRASE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/map.h"
#include "text/stem.h"
#include "text/token.h"

enum { PHRASE_WORDS = 3, PHRASE_MIN = 3 /* characters of a word, at least */ };

struct phrase {
	struct slice key;     /* the stems, a blank between */
	struct slice surface; /* as written; see below */
	size_t words;
	bool weak;    /* all its words are STOP_WEAK */
	bool guessed; /* it opens a sentence: a capital was made small */
};

/* A word of the run being read. */
struct phrase_word {
	uint32_t stem;
	bool weak;
	bool guessed;
	bool linked;     /* "of" or the like stands before it */
	size_t from, to; /* in surface */
};

struct phrases {
	struct stem *stems; /* the caller's */
	struct tokens tokens;
	struct phrase_word run[PHRASE_WORDS];
	size_t n;        /* words in run */
	size_t longest;  /* words of the phrase to give next, counting down */
	bool foreign;    /* the text is in another language than English */
	bool sentence;   /* the next word opens a sentence */
	const char *end; /* of the last word and its particle */
	struct slice ending; /* the 's of the last word, or empty */
	struct buf surface, key;
};

/* Begin to read text; both are borrowed until phrases_end. */
void phrases_start(struct phrases *p, struct stem *stems, struct slice text);

/*
 * The next phrase, borrowed until the call after; every phrase of the text
 * comes, as often as it occurs. The surface is what is written, blanks made
 * one, and a capital made small if it merely opens a sentence.
 * Return false at the end.
 */
bool phrases_next(struct phrases *p, struct phrase *out);

void phrases_end(struct phrases *p);

/* Whether a word of a surface is a particle. */
bool phrase_particle(struct slice word);

#endif
