/* What words beside a name tell of whose it is: an office, a body, a place. */
#include "data/namecues.h"
#include "text/names_beside.h"
#include "text/names_parts.h"

bool
beside_is_link(const struct word *w)
{
	static const char *const links[] = { "of", "for", "and", "at", "the",
		                             "in", "our", "a",   "&",  NULL };

	return names_is_one_of(w, links);
}

/* In capitals, but nobody's office. */
static bool
beside_is_remark(const struct word *w)
{
	static const char *const remarks[] = {
		"am",  "pm",   "tbc", "tbd",  "tba",  "ok",   "nb",
		"ps",  "ie",   "eg",  "etc",  "aob",  "asap", "eod",
		"fyi", "yes",  "no",  "na",   "wfh",  "sic",  "idea",
		"all", "new",  "lol", "both", "zoom", "note", "see",
		"and", "plus", "via", "fte",  "wte",  "hrs",  NULL
	};

	return names_is_one_of(w, remarks) || w->what & CUE_MONTH;
}

bool
beside_is_acronym(const struct word *w)
{
	return w->shape & SHAPE_UPPER && w->letters <= 6 &&
	       !beside_is_remark(w);
}

bool
beside_is_office(const struct beside *b, const struct word *w)
{
	int64_t people = roster_role_word(b->n->roster, w->hash);

	if (w->what & CUE_TITLE && w->letters <= 3)
		return false;
	return people >= 0 && (size_t)people < b->n->roster->k;
}

int
beside_told_by(const struct beside *b, const struct word *w)
{
	if (b->person == ROSTER_MANY || w->letters < 2 || beside_is_link(w) ||
	    beside_is_remark(w))
		return NOBODY;
	switch (roster_tells(b->n->roster, b->person, w->hash)) {
	case ROSTER_ROLE:
		return SPAN_ROLE;
	case ROSTER_ORG:
		return SPAN_ORG;
	case ROSTER_PLACE:
		return SPAN_PLACE;
	default:
		return NOBODY;
	}
}

bool
beside_is_proper(const struct word *w)
{
	return names_is_cap(w) && !(w->shape & SHAPE_LONE) &&
	       !beside_is_remark(w) && !(w->what & (CUE_TITLE | CUE_SAYS)) &&
	       (lex_level(w->what) == 0 || lex_level(w->what) == 7 ||
	        lex_place(w->what) > 0);
}

int
beside_kind(const struct beside *b, bool proper)
{
	const struct word *v = b->n->words.v;
	int kind = NOBODY;

	for (size_t i = b->from; i < b->end && kind == NOBODY; i++)
		kind = beside_told_by(b, &v[i]);
	for (size_t i = b->from; i < b->end && kind != SPAN_ROLE; i++)
		if (!names_is_cap(&v[i]) && !beside_is_link(&v[i]) &&
		    beside_told_by(b, &v[i]) == NOBODY)
			kind = NOBODY; /* "same bank" */
	for (size_t i = b->from; i < b->end && kind == NOBODY; i++)
		if (beside_is_office(b, &v[i]))
			kind = SPAN_ROLE;
	if (kind != NOBODY || b->end > b->from + 3)
		return kind;
	if (b->end == b->from + 1 && beside_is_acronym(&v[b->from]) &&
	    roster_role_word(b->n->roster, v[b->from].hash) < 0)
		return SPAN_ROLE;
	for (size_t i = b->from; i < b->end && proper; i++)
		proper = beside_is_proper(&v[i]);
	if (!proper || b->end == b->from)
		return NOBODY;
	return lex_place(v[b->from].what) > 0 ? SPAN_PLACE : SPAN_ORG;
}
