/* What the files that make up text/pattern share. */
#ifndef DLG_PATTERN_PARTS_H
#define DLG_PATTERN_PARTS_H

#include "text/pattern.h"
#include "text/regex.h"

/* What a text must hold for a pattern to be tried. */
enum gate {
	GATE_AT = 1,
	GATE_LINK = 2,
	GATE_MIXED = 4,   /* a digit right behind a letter */
	GATE_AT_WORD = 8, /* "(at)" */
	GATE_DATES = 16,
	GATE_SLASH = 32, /* a slash behind a letter */
	GATE_SAID = 64,  /* "dot" as a word */
	GATE_SPOT = 128, /* a word like Road */
	GATES = 256,
};

struct pattern_kind {
	const char *regex;
	const char *rule;
	bool (*check)(struct slice);
	unsigned how;  /* enum regex_how */
	int group;     /* of the match, that which is masked */
	size_t digits; /* the text must have as many */
	unsigned gates;
	enum span_kind kind;
};

enum { PATTERN_KINDS = 24 };

/* All that are looked for. */
extern const struct pattern_kind pattern_kinds[PATTERN_KINDS];

#endif
