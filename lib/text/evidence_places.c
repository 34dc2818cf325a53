/* Whether a word that is somebody's name is part of a place's: "Grace Road". */
#include "data/namecues.h"
#include "text/names.h"
#include "text/names_parts.h"

/* "Price's Mill", "St John's ambulance", "St John's Road". */
static bool
owns_spot(const struct names *n, size_t last)
{
	static const char *const spots[] = { "mill", "mills",  "wharf",
		                             "yard", "corner", "cottage",
		                             "row",  NULL };
	static const char *const saints[] = { "ambulance", "church", "hall",
		                              "wood",      "school", NULL };
	const struct word *w = &n->words.v[last], *after;
	size_t i = last + 1;

	/* "s" is a word */
	if (i < n->words.n && w[1].shape & SHAPE_LONE)
		i++;
	if (i >= n->words.n || w->what & (R_FIRST | R_NICK) ||
	    n->words.v[i].start > w->end + 8)
		return false;
	after = &n->words.v[i];
	if (names_is_cap(after) &&
	    (after->what & CUE_SPOT || names_is_one_of(after, spots)))
		return true;
	return last > 0 && names_is_word(w - 1, "st") &&
	       names_is_one_of(after, saints);
}

bool
names_is_spot(const struct names *n, size_t last)
{
	const struct word *w = &n->words.v[last];
	const struct word *after = names_word_after(n, last);

	if (w->shape & SHAPE_OWNS)
		return owns_spot(n, last);
	if (after == NULL || !(after->what & CUE_SPOT))
		return false;
	/* "Hill Park", where both are surnames: no two people. */
	return !(after->what & R_LAST) ||
	       (names_is_cap(after) && !(w->what & (R_FIRST | R_NICK)) &&
	        roster_pair(n->roster, w->hash, after->hash) < 0);
}

/*
 * The first word of a place: "San Francisco", "Lake Grace"; before an everyday
 * word that is but a surname any other capital: "Bowling Green", "WKU Hill".
 */
static bool
is_place_before(const struct word *before, uint32_t flags)
{
	static const char *const firsts[] = {
		"san",   "santa", "los",       "port",   "fort",  "mount",
		"lake",  "new",   "north",     "south",  "east",  "west",
		"upper", "lower", "great",     "little", "royal", "saint",
		"st",    "storm", "hurricane", NULL
	};

	if (!names_is_cap(before) || before->what & (R_NAME | CUE_TITLE))
		return false;
	if (names_is_one_of(before, firsts))
		return true;
	return !(flags & (R_FIRST | R_NICK)) && !(before->shape & SHAPE_LONE) &&
	       lex_first(before->what) < 2 &&
	       (lex_level(before->what) == 0 || lex_level(before->what) > 2);
}

/* "Queen's Park", "Hill Park": a word for a place that ends its name. */
static bool
ends_place(const struct names *n, size_t i)
{
	static const char *const heads[] = {
		"ask",  "tell",  "see",  "thank", "dear", "hi",   "hello",
		"per",  "via",   "then", "as",    "what", "when", "if",
		"only", "even",  "so",   "and",   "but",  "or",   "that",
		"also", "both",  "then", "meet",  "met",  "why",  "how",
		"did",  "does",  "is",   "was",   "has",  "can",  "would",
		"will", "could", "let",  "email", "ring", "both", "because",
		"like", "while", NULL
	};
	const struct word *w = &n->words.v[i], *before = w - 1;

	if (!(w->what & CUE_SPOT) || i == 0)
		return false;
	if (i > 1 && before->shape & SHAPE_LONE &&
	    before[-1].shape & SHAPE_OWNS)
		return names_is_cap(before - 1);
	return names_is_cap(before) &&
	       !(before->what & (R_FIRST | R_NICK | CUE_TITLE | CUE_BEFORE |
	                         CUE_SAYS | CUE_OWNER)) &&
	       !(names_starts(n, i - 1) && names_is_one_of(before, heads));
}

bool
names_in_other(const struct names *n, size_t i, size_t last, uint32_t flags)
{
	const struct word *before = names_word_before(n, i);
	const struct word *after = names_word_after(n, last);

	if (before != NULL && n->taken[i - 1] == TAKEN_NAME &&
	    !(before->shape & SHAPE_OWNS))
		before = NULL;
	if (after != NULL && names_is_cap(after) &&
	    !(after->shape & SHAPE_LONE)) {
		if (names_is_spot(n, last))
			return true;
		if (names_is_everyday(after) &&
		    !(after->what & (R_NAME | CUE_MONTH)) &&
		    !(after->shape & SHAPE_UPPER))
			return true;
		if (!(flags & (R_FIRST | R_NICK)) && !(after->what & R_NAME))
			return true;
	}
	if (before != NULL &&
	    (before->what & CUE_THE || is_place_before(before, flags)))
		return true;
	if (before != NULL && !(flags & (R_FIRST | R_NICK)) && ends_place(n, i))
		return true;
	return before != NULL && names_is_cap(before) &&
	       names_is_everyday(before) && !names_starts(n, i - 1) &&
	       !(before->what & (R_NAME | CUE_BEFORE | CUE_SAYS | CUE_TITLE));
}
