/*
 * Who is who among many ways to write names, so that nobody counts twice:
 * "Will Marsh", "William Marsh", "MARSH, Will A", "Will Marsh, GP", "W. Marsh",
 * "@willmarsh" and "will.marsh@x.org" are one person, unless another fits as
 * well. Where it is not clear, fewer are counted rather than more.
 */
#ifndef DLG_PERSONS_H
#define DLG_PERSONS_H

#include "base/map.h"
#include "base/memo.h"
#include "text/words.h"

#define PERSONS_VAGUE UINT32_MAX

struct persons {
	const struct lexicon *lexicon;
	struct words scratch;
	struct buf text;
	struct map words;        /* folded, numbered */
	struct map shorts;       /* short forms of first names */
	struct map pairs;        /* "will\0william" */
	struct memo short_pairs; /* what persons_short said */
	struct map names;        /* each spelling once */
	struct persons_name *v;  /* of each */
	size_t cap;
};

/* lexicon is borrowed, and must know titles. */
void persons_open(struct persons *p, const struct lexicon *lexicon);

/* Take a name; the number of its spelling. */
size_t persons_add(struct persons *p, struct slice name);

/* Say that two names are one person's: what he is called, and goes by. */
void persons_join(struct persons *p, size_t a, size_t b);

/* When all are taken: find those that are one. */
void persons_settle(struct persons *p);

/*
 * Who it is: the same number for all spellings of one person; 0 if it names
 * nobody ("TBC", "-"); PERSONS_VAGUE if it may be several of the others.
 */
uint32_t persons_who(const struct persons *p, size_t name);

void persons_close(struct persons *p);

#endif
