/*
 * What an English word mostly is. A phrase that names something is nouns with
 * adjectives before them; this tells enough of the rest to avoid them.
 */
#ifndef DLG_WORDCLASS_H
#define DLG_WORDCLASS_H

#include "base/slice.h"

enum word_class {
	WORD_NOUN, /* or not known */
	WORD_VERB,
	WORD_GERUND, /* a verb in -ing */
	WORD_ADJECTIVE,
	WORD_ADVERB,
};

/* The class of a word, folded as token_fold does. */
enum word_class word_class(struct slice folded);

#endif
