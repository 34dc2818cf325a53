/*
 * One number for all ways to write a person's name: its words in any order,
 * any case and however spaced, and its digits; titles, initials before other
 * words and what stands in brackets are left out.
 */
#ifndef DLG_WHOIS_H
#define DLG_WHOIS_H

#include "text/words.h"

/* Words that are told apart; those past are left out. */
enum { WHOIS_WORDS = 8 };

struct whois {
	uint64_t words[WHOIS_WORDS]; /* hashes, each once */
	size_t n;
	uint64_t number; /* 0: no word is left, so nobody can be told */
};

/* words is scratch. */
struct whois whois(struct words *words, struct slice name,
                   const struct lexicon *l);

#endif
