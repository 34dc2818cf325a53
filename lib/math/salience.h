/*
 * How much a phrase tells of one theme against all others: by the likelihood
 * ratio G2 (Dunning, 1993) of its words, and of the phrase itself, so that one
 * written seldom but made of words that many use stands for them all.
 */
#ifndef DLG_SALIENCE_H
#define DLG_SALIENCE_H

#include <stddef.h>
#include <stdint.h>

#include "math/candidate.h"

/* One theme. */
struct salience {
	struct candidates *candidates;
	const uint32_t *held; /* texts of the theme that hold each candidate */
	size_t size;          /* texts of the theme */
	size_t n, k;          /* all texts and themes */
	uint32_t fewest;      /* texts that must share a phrase */
	bool weak;            /* whether it may be of weak words alone */
};

/* How much a candidate tells of the theme; 0 if it cannot be its name. */
double salience_of(const struct salience *s, uint32_t number);

#endif
