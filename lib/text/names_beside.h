/* What the words beside a name tell; for names_beside.c. */
#ifndef DLG_NAMES_BESIDE_H
#define DLG_NAMES_BESIDE_H

#include "text/names.h"

enum { NOBODY = SPAN_KINDS };

/* The words behind a name, and whose name it is. */
struct beside {
	struct names *n;
	uint32_t person; /* or ROSTER_MANY */
	size_t from, end;
};

/* Small words that a title may hold. */
bool beside_is_link(const struct word *w);

/* A word of 2 to 6 capitals. */
bool beside_is_acronym(const struct word *w);

/* Whether few hold the office or trade that a word is for; "Dr" is no office.
 */
bool beside_is_office(const struct beside *b, const struct word *w);

/* What of the person on the list a word tells; NOBODY if it is nothing that
 * few share. */
int beside_told_by(const struct beside *b, const struct word *w);

/* A proper name of something: in no dictionary, or of a place. */
bool beside_is_proper(const struct word *w);

/* What words say of a person; NOBODY if nothing. */
int beside_kind(const struct beside *b, bool proper);

#endif
