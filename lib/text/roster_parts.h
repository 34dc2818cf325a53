/* What the files share that make the forms of people's names. */
#ifndef DLG_ROSTER_PARTS_H
#define DLG_ROSTER_PARTS_H

#include "base/map.h"
#include "text/roster.h"
#include "text/words.h"

enum { PARTS = 8, VARIANTS = 96 };

/* A word of a name. */
struct part {
	struct slice folded, raw;
	uint64_t hash;
	uint32_t what;
	bool unspaced;
	bool hangs;  /* a hyphen stands before it */
	char second; /* that initials may show: N of O'Neill, D of McDonald */
};

struct name {
	struct part v[PARTS];
	size_t n;
};

/* Hashes under which a first name, or a surname, may stand. */
struct variants {
	uint64_t v[VARIANTS];
	size_t n;
};

struct maker {
	struct roster *r;
	uint32_t person;
	struct words words;
	struct buf scratch;
	struct map heads;  /* every name and short form in the nickname table */
	struct buf *lines; /* of each: pointers to the entries that hold it */
	size_t lines_cap;
};

static inline void
roster_variant(struct variants *s, uint64_t hash)
{
	if (s->n < VARIANTS)
		s->v[s->n++] = hash;
}

/* Say that one word is a form of a name. */
void roster_mark_word(struct maker *m, uint64_t hash, uint32_t flags);

/* roster_forms.c: mark one part of a name, alone. */
void roster_mark_part(struct maker *m, const struct part *p, uint32_t flags);

/* The parts of both names run together, as one part; either may be NULL. */
struct part roster_run_together(struct maker *m, const struct name *a,
                                const struct name *b);

/* Mark all forms of a first name, or of a surname, by the flag given. */
struct variants roster_forms_of(struct maker *m, const struct name *name,
                                uint32_t flag);

/*
 * roster_initials.c: mark JS, of double names JSB and JAS too; a holds the
 * forms of the first name. Neither name is empty.
 */
void roster_initials(struct maker *m, const struct name *first,
                     const struct name *last, const struct variants *a);
void roster_untold_first(struct maker *m, const struct name *first,
                         const struct name *last);

/* roster_nicknames.c: make m's index of the table of nicknames. */
void roster_index_nicknames(struct maker *m);

/* Mark the short and full forms of a first name, and add them to out. */
void roster_nicknames(struct maker *m, const struct part *p,
                      struct variants *out);

/* The hash under which a form of n words is kept. */
static inline uint64_t
roster_hash_row(const struct word *w, size_t n)
{
	uint64_t hash = 0;

	for (size_t i = 0; i < n; i++)
		hash = roster_join(hash, w[i].hash);
	return hash;
}

/* What is kept while forms of organisations and roles are made. */
struct things {
	struct roster *r;
	struct words words;
	uint32_t person;
	bool looking; /* for short names of organisations; nothing more */
	struct hashes shorts; /* short names */
	uint64_t *whole; /* of each: the one organisation, or 0 if several */
	size_t whole_cap;
};

/* A word that says nothing by itself: known, and not only as a name. */
bool roster_is_plain(const struct word *w);

/* Add n words as a form of a kind (enum form_kind); part: of less than all. */
void roster_mark_row(struct things *t, const struct word *w, size_t n, int kind,
                     bool part);

/* Add the first letters of the words as a kind, small words left out if bare.
 */
void roster_mark_acronym(struct things *t, struct slice text,
                         const struct word *w, size_t n, int kind, bool bare);

/* Add "Rook's Eggs", the n words of text, as "Rooks Eggs". */
void roster_mark_owner(struct things *t, struct slice text, size_t n, int kind);

/* Add the organisations of a field: "Name (OTHER NAME)", "Name / Other name".
 */
void roster_add_orgs(struct things *t, struct slice text);

/*
 * roster_spelt.c: append an organisation's name, of which w are the words, with
 * "Saint" for "St" and the other way round; false if there is none.
 */
bool roster_saint(struct buf *out, struct slice name, const struct words *w);

/* The same with "Food Bank" for "Foodbank", and the other way round: the last
 * such word. */
bool roster_compound(struct buf *out, struct slice name, const struct words *w,
                     const struct lexicon *l);

#endif
