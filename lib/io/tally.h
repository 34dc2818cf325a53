/*
 * The notes of known themes, counted as they are given their themes.
 */
#ifndef DLG_TALLY_H
#define DLG_TALLY_H

#include "io/themes.h"
#include "math/assign.h"
#include "math/known.h"

struct tally {
	const struct known *known;
	size_t *notes;      /* of each known theme: notes that list it */
	float *top;         /* the best score of a note, less 2 if the theme
	                     * is not the note's first */
	struct buf *medoid; /* the id of the note that has it */
	size_t unthemed;
	uint32_t *number; /* of each theme, among those that have notes */
};

/* Begin; no theme may be added to known until tally_free. */
void tally_init(struct tally *t, const struct known *known);

/* Count a note: its themes, n of them, and its id. */
void tally_note(struct tally *t, const struct score *scores, size_t n,
                struct slice id);

/*
 * The themes that have notes, the largest first, or (all) every theme there
 * is, into out, as it is to be released with themes_free; and their numbers
 * there, into t->number.
 */
void tally_themes(struct tally *t, bool all, struct themes *out);

/* Mark a note with its themes, as tally_themes numbered them. */
void tally_mark(const struct tally *t, const struct themes *themes,
                const struct score *scores, size_t n, struct record *note);

/*
 * Tell known how many notes its themes have: those counted here and, if it was
 * summed from several files, those of the files.
 */
void tally_keep(const struct tally *t, struct known *known);

void tally_free(struct tally *t);

#endif
