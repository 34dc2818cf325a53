/*
 * What the tagger takes for people, and is something else: roads and towns,
 * abbreviations, words made from words.
 */
#include "data/namecues.h"
#include "text/fold.h"
#include "text/names.h"
#include "text/names_parts.h"

/* A first name that many have. */
static bool
is_first(const struct word *w)
{
	return lex_first(w->what) >= (lex_level(w->what) == 7 ? 5 : 3);
}

/* Ends or goes on with the name of a place: "Warren County", "River Cave". */
static bool
is_spot(const struct word *w)
{
	static const char *const spots[] = {
		"county",   "cave",     "rd",       "trail",   "springs",
		"bend",     "bridges",  "mall",     "plaza",   "airport",
		"beach",    "forest",   "mountain", "market",  "downtown",
		"district", "city",     "town",     "village", "region",
		"borough",  "shire",    "ave",      "blvd",    "highway",
		"motorway", "festival", "days",     "fest",    "cup",
		"museum",   "brand",    "co",       "inc",     "garden",
		"junction", "station",  "line",     "coast",   NULL
	};

	return w->what & (CUE_SPOT | CUE_ORG) || names_is_one_of(w, spots);
}

static bool
ends_in(const struct names *n, const struct word *w, const char *const *ends)
{
	for (; *ends != NULL; ends++) {
		size_t len = strlen(*ends);

		if (w->letters >= len + 3 && w->end - w->start > len &&
		    memcmp(n->text.p + w->end - len, *ends, len) == 0)
			return true;
	}
	return false;
}

/* A word made from another: "linkability", "globality", "catholicism". */
static bool
is_derived(const struct names *n, const struct word *w)
{
	static const char *const ends[] = {
		"ity",   "ing",  "ings",  "tion", "tions", "ism",  "isms",
		"ness",  "ment", "ments", "able", "ible",  "less", "ful",
		"ised",  "ized", "ise",   "ize",  "ology", "ical", "ative",
		"ports", "land", "way",   "kit",  "cycle", NULL
	};

	return lex_level(w->what) == 0 && lex_first(w->what) < 2 &&
	       lex_last(w->what) < 2 && ends_in(n, w, ends);
}

/* "DIDComm", "NGOs", "SoKY", but no McDonald, DeSouza or O'Dea. */
static bool
is_camel(const struct names *n, const struct word *w)
{
	static const char *const before[] = { "mc",   "mac", "de", "la", "le",
		                              "fitz", "d",   "o",  "du", "di",
		                              "da",   "van", "al", "el", NULL };
	const char *p = n->text.p + w->start;
	size_t capitals = 0, second = 0;

	if (w->shape & (SHAPE_UPPER | SHAPE_FOREIGN) ||
	    w->end - w->start > w->letters)
		return false;
	for (size_t i = 0; i < w->letters; i++)
		if (p[i] >= 'A' && p[i] <= 'Z' && capitals++ == 1)
			second = i;
	for (size_t k = 0; capitals == 2 && before[k] != NULL; k++)
		if (strlen(before[k]) == second && (*p | 32) == *before[k])
			return false;
	return capitals > 1;
}

/* Whether nothing else stands in the line: "Beavers". */
static bool
is_all(const struct names *n, size_t i)
{
	int32_t before = names_before(n, i), after = names_after(n, i);

	return (before == 0 || before == '\n') && (after == 0 || after == '\n');
}

/*
 * Whether a word alone is no person by its letters; or, where it is an everyday
 * one, as the tagger has hardly any doubt.
 */
static bool
is_thing(const struct names *n, size_t i, int32_t person)
{
	const struct word *w = &n->words.v[i];

	if (w->shape & SHAPE_LONE)
		return true;
	if (is_first(w))
		return false;
	if (names_is_everyday(w) && is_all(n, i))
		return true;
	if (names_is_everyday(w) &&
	    ((lex_last(w->what) < 4 && names_starts(n, i)) || person <= -32))
		return true;
	if (w->shape & SHAPE_UPPER && w->letters <= 5)
		return !n->titled;
	if (!names_is_cap(w) && lex_first(w->what) < 2 && lex_last(w->what) < 3)
		return true;
	return is_camel(n, w) || is_derived(n, w) || lex_level(w->what) == 7 ||
	       (lex_place(w->what) >= 2 && lex_last(w->what) < 4);
}

/* "in Tarrow", "near Tarrow". */
static bool
is_where(const struct names *n, size_t i)
{
	static const char *const wheres[] = {
		"in",         "near",     "around", "across",
		"throughout", "outside",  "inside", "through",
		"into",       "downtown", NULL
	};
	const struct word *before = names_word_before(n, i);

	return before != NULL && names_is_one_of(before, wheres);
}

bool
names_spared(const struct names *n, size_t i, size_t j)
{
	const struct word *v = n->words.v;
	const struct word *before = names_word_before(n, i);
	const struct word *after = names_word_after(n, j - 1);
	bool first = false;

	if ((before != NULL && before->what & CUE_TITLE) ||
	    names_says(n, j - 1))
		return false;
	for (size_t k = i; k < j; k++)
		first = first || is_first(&v[k]);
	if (j == i + 1 && is_thing(n, i, n->tagger.v[i].person))
		return true;
	if (!first &&
	    (is_where(n, i) || (before != NULL && before->what & CUE_THE &&
	                        lex_last(v[j - 1].what) < 4)))
		return true;
	if (after != NULL && is_spot(after) && (names_is_cap(after) || !first))
		return true;
	return j > i + 1 && is_spot(&v[j - 1]) && (!first || j > i + 2);
}

bool
names_is_moot(const struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];

	if ((i > 0 && w[-1].what & (CUE_TITLE | CUE_PARTICLE)) ||
	    (i + 1 < n->words.n && w[1].what & CUE_PARTICLE))
		return false;
	/* Nearly all that come here are small words that no dictionary has. */
	if (!names_is_cap(w) && lex_first(w->what) < 2 && lex_last(w->what) < 3)
		return i + 1 == n->words.n || !(w[1].what & CUE_SAYS);
	return is_thing(n, i, INT32_MAX) && !names_says(n, i);
}
