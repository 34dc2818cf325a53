/*
 * Words that no rule for names begins at. A rule asks for one thing at least
 * that can be seen without looking around: the word, or some word of the text,
 * is of the roster; it has a capital, and no dictionary knows it or the tables
 * have it for a first name; it is nearly a name or means somebody.
 * tests/unit/quiet.c holds this to what is found where no word is passed over.
 */
#include "data/namecues.h"
#include "text/names_parts.h"

/* What the roster knows of a word: initials are none that are written "To". */
static bool
is_listed(const struct word *w)
{
	uint32_t roster = w->what & LEX_ROSTER;

	return roster != 0 &&
	       (roster != R_INITIALS || !names_is_cap(w) ||
	        w->shape & (SHAPE_UPPER | SHAPE_MIXED | SHAPE_LONE));
}

/* Whether letters with dots or the like may follow: "J. O'N". */
static bool
may_be_initials(const struct names *n, size_t i)
{
	const struct word *next = &n->words.v[i + 1];

	return i + 1 < n->words.n &&
	       (next->shape & (SHAPE_LONE | SHAPE_FOREIGN) ||
	        next->end - next->start > next->letters);
}

bool
names_is_quiet(struct names *n, size_t i)
{
	const uint32_t names = LEX_ROSTER & ~R_INITIALS;
	const struct word *w = &n->words.v[i];
	bool cap = names_is_cap(w);

	if (n->thorough || w->what & CUE_TITLE || is_listed(w))
		return false;
	if ((cap || w->shape & SHAPE_LONE) && n->words.seen & names)
		return false;
	if (!cap)
		return !words_is_odd(w) ||
		       (w->letters < 6 && !names_starts(n, i)) ||
		       names_is_unlike(n, i);
	if (w->shape & SHAPE_LONE && may_be_initials(n, i))
		return false;
	if (lex_first(w->what) > 0 || w->end - w->start > w->letters)
		return n->mode == NAMES_OFF && lex_level(w->what) > 0 &&
		       lex_level(w->what) < 6;
	if (lex_level(w->what) > 0 && lex_level(w->what) < 6)
		return true;
	return names_is_unlike(n, i) &&
	       (lex_level(w->what) > 0 || n->mode == NAMES_OFF ||
	        !(names_unknown_pair(n, i) > 0 || names_unknown_person(n, i)));
}
