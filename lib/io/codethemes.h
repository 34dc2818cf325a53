/*
 * Notes given the codes of a codebook: by its rules, by its examples, by its
 * names and descriptions; and the notes that no code fits, by the themes
 * that they have among themselves.
 */
#ifndef DLG_CODETHEMES_H
#define DLG_CODETHEMES_H

#include "io/codebook.h"
#include "io/eventthemes.h"

struct codethemes_options {
	struct eventthemes_options found; /* how themes are found beside */
	double fit;      /* least score of a code; below 0: as coding_fit */
	bool codes_only; /* find no themes beside */
};

/*
 * Give notes the codes of book. Each codable code that a note has becomes a
 * theme, c<number of the code in the book>; themes found beside are t1, t2,
 * ..., marked new, or none with codes_only. The order of the notes makes no
 * difference. Return 0, or -1 after reporting a pattern that took too long.
 * Released with themes_free.
 */
int codethemes_find(struct themes *t, const struct notes *notes,
                    const struct codebook *book, struct rules *rules,
                    const struct codethemes_options *options);

/*
 * Add what was found beside the codebook to it, so that it can be edited and
 * used again: a code each, its terms the keywords, its notes (those that fit
 * best, if there are many) the examples. book is finished then.
 */
int codethemes_keep(const struct themes *t, const struct notes *notes,
                    struct codebook *book);

#endif
