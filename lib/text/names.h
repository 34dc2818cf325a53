/*
 * People's names in a text, by a roster and by what stands around them: the
 * rules of the Chatham House anonymiser for names, organisations and roles.
 */
#ifndef DLG_NAMES_H
#define DLG_NAMES_H

#include "base/memo.h"
#include "data/namecues.h"
#include "text/roster.h"
#include "text/span.h"
#include "text/tagger.h"

/* How eagerly to look for people whom no roster lists. */
enum names_mode {
	NAMES_OFF,      /* not at all */
	NAMES_BALANCED, /* the tagger, where it is fairly sure */
	NAMES_HIGH, /* the tagger, rather too often; also things, dates, sums */
	NAMES_EVIDENT, /* first names where somebody clearly speaks or is meant
	                */
};

/* Why a word is not to be looked at again. */
enum taken {
	TAKEN_NOT,
	TAKEN_PLACEHOLDER,
	TAKEN_THING, /* part of an organisation or role */
	TAKEN_NAME,
};

/* A form of the roster that stands at a word; words is 0 for none. */
struct found {
	const struct form *form;
	uint64_t hash;
	size_t words;
};

/* The longest forms at a word. */
struct forms {
	struct found name, thing;
};

/* What is known and found while one text is searched. */
struct names {
	const struct roster *roster;
	enum names_mode mode;
	struct slice text;
	struct words words;
	unsigned char *taken; /* of each word: enum taken */
	size_t taken_cap;
	struct spans *spans; /* where findings go */
	struct buf scratch;
	struct memo slips, petted; /* words that may be so; for names_near.c */
	struct tagger tagger;
	unsigned char *tags; /* of each word, by the tagger */
	size_t tags_cap;
	bool titled;          /* most words begin with a capital */
	bool whole;           /* organisations only by their whole names */
	bool thorough;        /* no word is passed over: for tests */
	size_t here;          /* the word that is looked at, or SIZE_MAX */
	struct forms at_here; /* what stands there */
};

#define NAMES_INIT \
	{ \
		.words = WORDS_INIT, .scratch = BUF_INIT \
	}

/* Find what the roster and the rules know in n->text; n->words are its. */
void names_find(struct names *n);

/* Between word i and the next: nothing but blanks, a hyphen or a dot. */
bool names_joined(const struct names *n, size_t i);

/* Whether word i begins a sentence, a line, a list item or a quotation. */
bool names_starts(const struct names *n, size_t i);

/*
 * Whether words i..i+len-1, everyday words that are also somebody's name,
 * are used as a name there.
 */
bool names_evident(const struct names *n, size_t i, size_t len, uint32_t flags);

/* The same for words in small letters. */
bool names_evident_small(const struct names *n, size_t i, size_t len);

/* Whether "said", "thinks" or the like follows word i. */
bool names_says(const struct names *n, size_t i);

/* Whether word i, in small letters, is who says something: "bill thinks". */
bool names_says_small(const struct names *n, size_t i);

/* Whether word i does what people do: "JS to send", "Mae added". */
bool names_does(const struct names *n, size_t i);

/* Whether a word like Road or School follows word last. */
bool names_is_spot(const struct names *n, size_t last);

/* Whether word i, a first name of nobody on the roster, is used as one. */
bool names_evident_stranger(const struct names *n, size_t i);

/* The code point before word i and after word i's end, blanks skipped; or 0. */
int32_t names_before(const struct names *n, size_t i);
int32_t names_after(const struct names *n, size_t i);

/* Add a span over words i..j-1. */
void names_mask(struct names *n, size_t i, size_t j, enum span_kind kind,
                const char *rule, uint64_t who);

/* Everyday, so that only its use tells whether it is a name. */
static inline bool
names_is_everyday(const struct word *w)
{
	return (lex_level(w->what) > 0 && lex_level(w->what) <= 5) ||
	       w->what & CUE_MONTH;
}

static inline bool
names_is_cap(const struct word *w)
{
	return (w->shape & SHAPE_CAP) != 0;
}

/* Find who the tagger takes for a person, by n->mode. */
void names_find_tagged(struct names *n);

/* Find what people say they are or are of: "speaking as the vicar", "our
 * school". */
void names_find_claims(struct names *n);

/* Find organisations whose names hold digits: "3M", "O2". */
void names_find_numbered(struct names *n);

/* Find names of the roster in Cyrillic or Arabic letters. */
void names_find_scripts(struct names *n);

/* Find what beside the names that were found says whose they are. */
void names_find_beside(struct names *n);

/* Find names torn apart: by a line's end, or a blank behind each letter. */
void names_find_split(struct names *n);

/* Find names in scripts without spaces, inside longer words. */
void names_find_unspaced(struct names *n);

void names_free(struct names *n);

#endif
