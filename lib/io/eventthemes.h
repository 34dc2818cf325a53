/*
 * From the notes of an event to its themes: canonical order, clustering,
 * labels, ids.
 */
#ifndef DLG_EVENTTHEMES_H
#define DLG_EVENTTHEMES_H

#include "io/notes.h"
#include "io/themes.h"
#include "io/vectors.h"
#include "math/theming.h"

struct eventthemes_options {
	size_t themes;      /* how many; 0: found */
	double granularity; /* more makes more themes; the usual is 1 */
	size_t max_labels;  /* themes of a note, at most */
	const char *language;
	const struct vectors *vectors; /* of the notes; NULL for none */
	bool words_only; /* of an archive: compare words, not what they mean */
};

/*
 * Find the themes of notes. They are ordered and named t1, t2, ... by how many
 * notes they have, then by content; the order of the notes makes no
 * difference. Released with themes_free.
 */
void eventthemes_find(struct themes *t, const struct notes *notes,
                      const struct eventthemes_options *options);

/*
 * The medoids of k themes that notes were given otherwise (theme: the first of
 * each note, or THEME_NONE), as eventthemes_find chooses them: numbers of
 * notes into medoid, THEME_NONE where there is none.
 */
void eventthemes_medoids(const struct notes *notes,
                         const struct eventthemes_options *options,
                         const uint32_t *theme, size_t k, uint32_t *medoid);

#endif
