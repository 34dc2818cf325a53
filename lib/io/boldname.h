/*
 * A speaker who stands in bold letters before what was said, as in Markdown:
 * "**Jo:** Buses run late." One word is taken for a person only if it is a
 * common first name, or no dictionary has it; what speaks of a thing
 * ("**Transport:** ...") stays in the text.
 */
#ifndef DLG_BOLDNAME_H
#define DLG_BOLDNAME_H

#include <stdbool.h>

#include "text/words.h"

/* The names that are known: read when they are first asked for. */
struct boldname {
	struct lexicon lexicon;
	struct words words;
	bool loaded;
};

/*
 * If text begins so, take that off it and give the name, a part of it; else
 * return false and leave both alone. b is all zero at first.
 */
bool boldname_take(struct boldname *b, struct slice *text, struct slice *name);

void boldname_free(struct boldname *b);

#endif
