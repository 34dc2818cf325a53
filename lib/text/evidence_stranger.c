/*
 * Whether a word with a capital that no table knows is somebody: by what only
 * people have, do and are called. Firms and towns that no table knows say, run
 * and ask things as well, so that speech alone is not enough.
 */
#include "data/namecues.h"
#include "text/fold.h"
#include "text/names.h"
#include "text/names_parts.h"

static bool
is_unknown(const struct word *w)
{
	return names_is_cap(w) && lex_level(w->what) == 0 &&
	       lex_place(w->what) == 0 && w->letters >= 3 &&
	       !(w->shape & (SHAPE_UPPER | SHAPE_LONE | SHAPE_UNSPACED)) &&
	       !(w->what & (LEX_CUES & ~CUE_SECRET));
}

/* "Niamh's daughter" */
static bool
has_kin(const struct names *n, size_t i)
{
	static const char *const kin[] = {
		"daughter",  "son",     "mum",    "mother",   "dad",
		"father",    "wife",    "sister", "brother",  "kids",
		"baby",      "husband", "gran",   "children", "neighbour",
		"nan",       "niece",   "nephew", "cousin",   "sons",
		"daughters", NULL
	};
	const struct word *w = &n->words.v[i];
	size_t next = i + 1;

	if (!(w->shape & SHAPE_OWNS))
		return false;
	if (next < n->words.n && w[1].shape & SHAPE_LONE)
		next++;
	return next < n->words.n && n->words.v[next].start < w->end + 6 &&
	       names_is_one_of(&n->words.v[next], kin);
}

/* "Auntie Bev", "my neighbour Gwenllian", "Coach Mo". */
static bool
is_somebodys(const struct names *n, size_t i)
{
	static const char *const calls[] = {
		"granny",  "grandad",  "nana",      "auntie",  "aunty",
		"aunt",    "uncle",    "coach",     "sensei",  "mzee",
		"bu",      "pak",      "dona",      "pc",      "sgt",
		"baby",    "cousin",   "neighbour", "friend",  "mate",
		"son",     "daughter", "wife",      "husband", "mum",
		"brother", "sister",   "colleague", "niece",   "nephew",
		"little",  "dj",       NULL
	};
	const struct word *before = names_word_before(n, i);

	return before != NULL && names_is_one_of(before, calls);
}

/* "Rukhsana at table 4", "Priyanka (table 4)". */
static bool
is_seated(const struct names *n, size_t i)
{
	const struct word *next = &n->words.v[i + 1];

	if (i + 1 >= n->words.n)
		return false;
	if (names_after(n, i) == '(' && names_is_word(next, "table"))
		return true;
	return i + 2 < n->words.n && names_joined(n, i) &&
	       (names_is_word(next, "at") || names_is_word(next, "on")) &&
	       names_joined(n, i + 1) && names_is_word(next + 1, "table");
}

/* "Lindiwe chaired", "Bjarte to write it up", "Action: Aoife to ring them". */
static bool
is_doing(const struct names *n, size_t i, size_t last)
{
	static const char *const deeds[] = {
		"disagreed", "disagrees", "laughed",    "cried",
		"smiled",    "nodded",    "chaired",    "feels",
		"felt",      "wondered",  "spoke",      "remembers",
		"shouted",   "sighed",    "whispered",  "thinks",
		"thought",   "reckons",   "shrugged",   "apologised",
		"chipped",   "worries",   "remembered", NULL
	};
	static const char *const tasks[] = { "write",  "ring", "email", "chair",
		                             "phone",  "type", "bring", "draft",
		                             "scribe", "ask",  "chase", NULL };
	const struct word *after = names_word_after(n, last), *next;

	if (after == NULL)
		return false;
	if (names_is_one_of(after, deeds))
		return true;
	next = names_word_after(n, last + 1);
	return next != NULL && names_is_word(after, "to") &&
	       names_is_one_of(next, tasks) &&
	       (names_starts(n, i) || names_before(n, i) == ',');
}

bool
names_unknown_person(const struct names *n, size_t i)
{
	size_t last = i;

	if (!is_unknown(&n->words.v[i]) || n->titled)
		return false;
	while (last + 1 < n->words.n && last < i + 2 && names_joined(n, last) &&
	       is_unknown(&n->words.v[last + 1]))
		last++;
	return is_somebodys(n, i) || has_kin(n, last) || is_seated(n, last) ||
	       is_doing(n, i, last);
}

/* "Hiroshi Tanaka", "Aidan Quill", "Nguyen Van Anh": how many words. */
size_t
names_unknown_pair(const struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i], *next = w + 1;

	if (i + 1 >= n->words.n || !is_unknown(w) || n->titled ||
	    !names_joined(n, i) || n->taken[i + 1] || !names_is_cap(next) ||
	    next->start != w->end + 1 || n->text.p[w->end] == '\n')
		return 0;
	if (is_unknown(next) && lex_last(next->what) >= 3)
		return 2;
	if (lex_first(w->what) >= 2 && lex_last(next->what) >= 2 &&
	    lex_level(next->what) >= 3 && lex_level(next->what) < 7 &&
	    !(next->shape & SHAPE_UPPER) &&
	    !(next->what & (LEX_CUES & ~CUE_SECRET)))
		return 2;
	if (lex_last(w->what) >= 4 && next->what & CUE_PARTICLE &&
	    i + 2 < n->words.n && names_joined(n, i + 1) && !n->taken[i + 2] &&
	    is_unknown(&w[2]))
		return 3;
	return 0;
}
