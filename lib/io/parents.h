/*
 * Themes of themes: where there are many, those of a kind get a parent, a
 * theme record of its own that no note lists.
 */
#ifndef DLG_PARENTS_H
#define DLG_PARENTS_H

#include "io/themes.h"
#include "math/known.h"

enum { PARENTS_FROM = 25 /* themes; fewer are read without */ };

struct parents {
	size_t n;
	const struct known *known;
	uint32_t *group; /* of each known theme, or KIN_NONE */
	size_t *notes;   /* of each group: notes that list a theme of it */
	size_t *last;    /* the note counted last, from 1 */
	size_t seen;     /* notes counted */
	struct slice *label;
	struct pool pool;
};

/* Group the known themes, which are borrowed, if there are many. */
void parents_init(struct parents *p, const struct known *known,
                  const char *language);

/* Count a note that lists n known themes. */
void parents_count(struct parents *p, const struct score *scores, size_t n);

/*
 * Add the parents behind the themes of t: number[i] is the place there of the
 * known theme i, or MIXTURE_NONE. Those with less than two themes left are not
 * needed.
 */
void parents_add(const struct parents *p, const uint32_t *number,
                 struct themes *t);

/* The same for notes that are at hand with their themes. */
void parents_of_notes(const struct notes *notes, const char *language,
                      struct themes *t);

void parents_free(struct parents *p);

#endif
