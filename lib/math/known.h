/*
 * Themes that are known: what they are called, which stems their texts hold,
 * and which texts those were. It is what a theme file says (io/themefile), and
 * what notes are given themes by.
 *
 * The counts are whole numbers and say all: from the same counts follow the
 * same themes of the same notes.
 */
#ifndef DLG_KNOWN_H
#define DLG_KNOWN_H

#include <stdbool.h>

#include "base/map.h"
#include "math/mixture.h"
#include "text/vocabulary.h"

#define KNOWN_NONE SIZE_MAX
#define KNOWN_UNTHEMED (SIZE_MAX - 1) /* of a text: it was seen, without */

struct known_theme {
	struct slice id; /* empty while it has none: it was found just now */
	struct slice label;
	struct slice *terms;
	size_t nterms;
	struct slice split_from; /* id of the theme it came out of, or empty */
	size_t notes;            /* that had it when it was saved */
	size_t into;             /* the theme it was joined to, or KNOWN_NONE */
	bool locked;             /* not to be changed */
	bool told;         /* known_also says which others its texts have */
	size_t texts;      /* distinct ones that it was learned from */
	uint32_t *held;    /* of them, how many hold each stem */
	size_t nheld, cap; /* stems that held has */
};

/* Another theme of a text that was seen. */
struct known_also {
	size_t theme, next; /* next: its number, or KNOWN_NONE */
};

struct known {
	struct known_theme *themes;
	size_t n, cap;
	struct map stems;
	struct map seen;    /* hashes of texts, 8 bytes each */
	size_t *seen_theme; /* of each */
	size_t *seen_also;  /* of each: the first of also, or KNOWN_NONE */
	size_t cap_seen, cap_first;
	struct known_also *also;
	size_t nalso, cap_also;
	size_t next; /* the number of the next id */
	bool summed; /* notes are to be added to those counted before */
	struct pool pool;
};

#define KNOWN_INIT \
	{ \
		.stems = MAP_INIT, .seen = MAP_INIT, .next = 1, \
		.pool = POOL_INIT \
	}

/* Add a theme without anything. Return its number. */
size_t known_add(struct known *k);

/*
 * How many themes are to be found beside the first n known, if so many are
 * wanted in all; 0: as many as there are.
 */
size_t known_wanted(const struct known *k, size_t n, size_t wanted);

/*
 * Copy the label and the terms of a theme. If another theme is called that,
 * the first term that none is called is the label.
 */
void known_label(struct known *k, size_t theme, struct slice label,
                 const struct slice *terms, size_t n);

/* Say that n texts of a theme hold a stem. */
void known_count(struct known *k, size_t theme, struct slice stem, uint32_t n);

/* Say that a text, by its hash, is of a theme or KNOWN_UNTHEMED. A text that
 * has a theme keeps it. */
void known_see(struct known *k, size_t theme, uint64_t hash);

/*
 * The theme that a text was of, those joined followed; KNOWN_UNTHEMED if it
 * had none, KNOWN_NONE if it was not seen.
 */
size_t known_find(const struct known *k, uint64_t hash);

/* Say that a text that was seen has a theme beside its own. */
void known_also(struct known *k, size_t theme, uint64_t hash);

/* The first of the other themes of a text, or KNOWN_NONE. */
size_t known_others(const struct known *k, uint64_t hash);

/*
 * Learn a text of a theme, unless that is locked or the text had one before:
 * its hash, and its stems; of these only those that are known already, unless
 * grow.
 */
void known_learn(struct known *k, size_t theme, uint64_t hash,
                 struct slice text, struct stem *stems, struct terms *terms,
                 bool grow);

/* Where a theme ended up. */
size_t known_end(const struct known *k, size_t theme);

/*
 * The ids of the themes that were joined to a theme, which must have room for
 * all of k. Return how many.
 */
size_t known_merged(const struct known *k, size_t theme, struct slice *ids);

/* Join a theme to another: counts and texts go over. */
void known_join(struct known *k, size_t from, size_t into);

/* How alike two themes are: the cosine of their stems, weighed by rarity. */
double known_cosine(const struct known *k, size_t a, size_t b,
                    const double *rarity);

/* The rarity of each stem, to be freed. */
double *known_rarity(const struct known *k);

/* Give a theme that has none the next id. */
void known_name(struct known *k, size_t theme);

/*
 * The model of the themes that stay and have texts: theme[i] is the one of
 * component i. Columns are the stems in the order of their bytes, so that they
 * do not depend on who came first. All three are to be released.
 */
void known_model(const struct known *k, const char *language,
                 struct vocabulary *v, struct mixture *m, size_t **theme);

/* Whether both know the same themes by the same stems; notes aside. */
bool known_same(const struct known *a, const struct known *b);

void known_free(struct known *k);

#endif
