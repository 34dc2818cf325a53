/*
 * Words that tell a name from a word when they stand beside it; written for
 * this project. They become flags of lexicon.h.
 */
#ifndef DLG_NAMECUES_H
#define DLG_NAMECUES_H

#include <stdint.h>

enum cue {
	CUE_SECRET = 1 << 3,  /* of the phrases that ask not to be published */
	CUE_TITLE = 1 << 12,  /* before a surname: Dr, Mrs, Cllr */
	CUE_SAYS = 1 << 13,   /* after a speaker: said, thinks, raised */
	CUE_BEFORE = 1 << 14, /* before a person: with, by, from, thanks to */
	CUE_MONTH = 1 << 15,  /* also a month or a season */
	CUE_SPOT = 1 << 16,   /* after the name of a place: Road, School */
	CUE_PARTICLE = 1 << 17, /* inside a surname: van, de, al */
	CUE_THE = 1 << 18,      /* before a thing, not a name: the, a, our */
	CUE_DOES = 1 << 19,     /* after "NAME to": draft, send, circulate */
	CUE_ORG = 1 << 20,    /* ends the name of an organisation: Ltd, Trust */
	CUE_ABBREV = 1 << 21, /* in capitals, but nobody's initials: NHS, GP */
	CUE_OWNER = 1 << 22,  /* before ": NAME": action, lead, speaker */
	CUE_WHEN = 1 << 23,   /* before a month: in, since, until, last */
};

/*
 * Levels of words that the word lists lack (LEX_LEVEL; only such words, or
 * the bits would mix): everyday ones; written with a capital, but nobody's
 * name.
 */
enum { CUE_EVERYDAY = 2, CUE_PROPER = 7 };

/* Some rule asks for the word itself: www, dot, and those of text/frame.h. */
#define CUE_CLAIM 0x80000000u

struct name_cue {
	uint32_t cue;
	const char
	    *words; /* folded, a space between two; NULL ends the table */
};

extern const struct name_cue name_cues[];

#endif
