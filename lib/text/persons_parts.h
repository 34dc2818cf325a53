/* What the parts of text/persons share; for them alone. */
#ifndef DLG_PERSONS_PARTS_H
#define DLG_PERSONS_PARTS_H

#include "text/persons.h"

enum { PERSONS_WORDS = 6 };

/* How well a name says who it is: the clearer are settled first. */
enum {
	PERSONS_CLEAR,
	PERSONS_SHORT,
	PERSONS_LONE,
	PERSONS_INITIALS,
	PERSONS_NOBODY,
	PERSONS_LEVELS = PERSONS_NOBODY
};

struct persons_name {
	uint32_t word[PERSONS_WORDS]; /* the first name first */
	uint8_t n, level;
	bool numbered; /* "Person 12": like no other */
	bool upper;    /* in capitals only */
	bool vague;    /* may be several */
	uint32_t same; /* another that is the same person, or itself */
};

/* persons_read.c: the words of a name; the table of short forms. */
void persons_read(struct persons *p, struct persons_name *to,
                  struct slice name);
void persons_read_shorts(struct persons *p);

/* Whether one word is short for the other, or both for a third. */
bool persons_short(const struct persons *p, uint32_t a, uint32_t b);

/* Whether two names of several words may be one person's. */
bool persons_same(struct persons *p, const struct persons_name *a,
                  const struct persons_name *b);

/* persons_clear.c: join all clear names that are the same. */
void persons_join_clear(struct persons *p);

#endif
