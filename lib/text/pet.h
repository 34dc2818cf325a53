/*
 * Pet names: words made of the beginning of a known first name, of four letters
 * or all of it, and perhaps an ending that many languages make such of: Oyin of
 * Oyinkansola, Przemek of Przemyslaw, Robbo of Rob. And
 * words that differ from a known name in vowels only: Grania, Grainne.
 */
#ifndef DLG_PET_H
#define DLG_PET_H

#include "base/map.h"

struct pets {
	struct map names;    /* known names, folded */
	struct map stems;    /* their beginnings */
	uint32_t *stem_name; /* of each: the name that was added first */
	bool *stem_whole;    /* of each: it is all of a name */
	size_t name_cap, whole_cap;
	struct map bones;     /* their letters without vowels */
	uint32_t *bones_name; /* of each: the name that was added first */
	size_t bones_cap;
};

/* Zeroes are no names. Add one, folded to small letters. */
void pets_add(struct pets *p, struct slice name);

/*
 * The number in p->names of the name that a folded word is a pet name of; or
 * MAP_NONE.
 */
size_t pets_find(const struct pets *p, struct slice word);

/*
 * The number of a name of six letters or more that has the same consonants;
 * or MAP_NONE.
 */
size_t pets_find_bones(const struct pets *p, struct slice word);

void pets_free(struct pets *p);

#endif
