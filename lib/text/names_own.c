/*
 * Bodies that people say they lead or belong to: "I run the food bank", "our
 * school", "on behalf of the fire service". Where k people of the list may say
 * so it stays.
 */
#include "data/namecues.h"
#include "text/fold.h"
#include "text/names.h"
#include "text/names_parts.h"

enum { LONGEST = 6 };

/* Words that may follow: a sign, or what is no other noun. */
static bool
ends_there(const struct names *n, size_t last)
{
	static const char *const after[] = {
		"is",    "was",     "has",   "had",     "have",   "are",
		"can",   "will",    "would", "could",   "should", "does",
		"did",   "doesnt",  "isnt",  "cant",    "wont",   "and",
		"or",    "but",     "we",    "i",       "they",   "to",
		"on",    "at",      "who",   "that",    "which",  "by",
		"from",  "because", "when",  "if",      "as",     "also",
		"needs", "need",    "wants", "gets",    "got",    "said",
		"says",  "ran",     "lost",  "just",    "never",  "still",
		"now",   "with",    "for",   "since",   "about",  "after",
		"every", "of",      "in",    "full",    "there",  "here",
		"too",   "so",      "it",    "already", NULL
	};
	const struct word *next = names_word_after(n, last);

	return n->words.v[last].shape & SHAPE_OWNS || next == NULL ||
	       names_is_one_of(next, after);
}

/* How many people of the list are of such a body. */
static size_t
how_many(const struct names *n, uint64_t hash)
{
	static const char *const like[][6] = {
		{ "school", "academy", "primary", "college", NULL },
		{ "practice", "surgery", "clinic", "health", NULL },
		{ "university", "uni", NULL },
	};
	size_t people = roster_body(n->roster, hash);

	for (size_t k = 0; k < sizeof(like) / sizeof(*like); k++)
		for (size_t m = 0; hash == lexicon_hash(slice_of(like[k][0])) &&
		                   like[k][++m] != NULL;)
			people += roster_body(
			    n->roster, lexicon_hash(slice_of(like[k][m])));
	return people;
}

/* "my practice", "our primary school", at word i. */
static bool
mask_own(struct names *n, size_t i)
{
	size_t last = i, people;

	while (last < n->words.n && last < i + 3 && names_joined(n, last - 1) &&
	       !roster_is_own(n->roster, n->words.v[last].hash))
		last++;
	if (last >= n->words.n || last == i + 3 || !names_joined(n, last - 1) ||
	    !ends_there(n, last))
		return false;
	for (size_t j = i; j <= last; j++)
		if (n->taken[j] || n->words.v[j].what & CUE_THE)
			return false;
	people = how_many(n, n->words.v[last].hash);
	if (people == 0 || people >= n->roster->k)
		return false;
	names_mask(n, i, last + 1, SPAN_ORG, "own organisation",
	           n->words.v[last].hash | 1);
	return true;
}

/* A word that is not in every text: "allotments", "infirmary". */
static bool
is_seldom(const struct word *w)
{
	return w->letters > 4 &&
	       (lex_level(w->what) == 0 || lex_level(w->what) > 2);
}

/* A word for a body: in general, or of one of the roster's ("the YMCA"). */
static bool
is_body(const struct names *n, const struct word *w)
{
	return roster_body_word(n->roster, w->hash) != BODY_NONE ||
	       ((w->shape & SHAPE_UPPER || is_seldom(w)) &&
	        roster_body(n->roster, w->hash) > 0);
}

/* A word that no body's name goes on behind. */
static bool
is_end(const struct word *w)
{
	static const char *const ends[] = {
		"to",  "for",  "in",    "on",   "with", "from", "at",
		"by",  "who",  "that",  "is",   "was",  "are",  "we",
		"i",   "they", "you",   "it",   "so",   "but",  "because",
		"can", "will", "would", "when", "and",  NULL
	};

	return w->what & CUE_THE || names_is_one_of(w, ends);
}

/* The end of what is led from word i on: "the food bank", "Wendle Council". */
static size_t
body_at(const struct names *n, size_t i, uint64_t *head)
{
	size_t end = i, from = i;

	while (from < n->words.n && n->words.v[from].what & CUE_THE &&
	       names_joined(n, from))
		from++;
	for (size_t j = from; j < n->words.n && j < from + LONGEST; j++) {
		const struct word *w = &n->words.v[j];

		if (j > from && is_end(w) && !names_is_word(w - 1, "of") &&
		    !(names_is_and(n, j) && names_joined(n, j) &&
		      !(w[1].what & CUE_THE) && end == i))
			break;
		if (is_body(n, w) ||
		    (n->taken[j] == TAKEN_THING && from == i)) {
			end = j + 1;
			*head = w->hash;
		}
		if (!names_joined(n, j))
			break;
	}
	return end;
}

/* Whether a word may begin the name of a body that no list has. */
static bool
is_proper(const struct word *w)
{
	return names_is_cap(w) && lex_level(w->what) == 0 &&
	       lex_first(w->what) == 0 && lex_place(w->what) == 0 &&
	       !(w->what & (R_NAME | CUE_MONTH | CUE_TITLE | CUE_ABBREV));
}

/* The end of the name of a body that nothing is known of: "Oxfam"; or i. */
static size_t
stranger_at(const struct names *n, size_t i)
{
	size_t end = i;

	if (i >= n->words.n || !is_proper(&n->words.v[i]))
		return i;
	while (end < n->words.n && !n->taken[end] &&
	       names_is_cap(&n->words.v[end]) &&
	       (end == i || names_joined(n, end - 1)))
		end++;
	return end;
}

/* The end of an organisation of the list, by any of its names; or i. */
static size_t
listed_at(const struct names *n, size_t i)
{
	struct found f = names_forms_at(n, i).thing;

	return f.words > 0 && f.form->kind == FORM_ORG &&
	               names_is_cap(&n->words.v[i]) && !n->taken[i] ?
	           i + f.words :
	           i;
}

/* Whether what is led or belonged to, of this head, tells of somebody. */
static bool
tells(const struct names *n, enum gap gap, uint64_t head, size_t from,
      size_t last)
{
	size_t people = how_many(n, head);

	if (people >= n->roster->k)
		return false;
	if (gap == GAP_LED)
		return n->words.v[from].what & CUE_THE || people > 0 ||
		       names_is_cap(&n->words.v[from]) || ends_there(n, last);
	if (gap == GAP_LISTED)
		return people > 0 && names_says(n, last);
	if (people > 0)
		return true;
	return n->roster->n > 0 &&
	       roster_body_word(n->roster, n->words.v[last].hash) ==
	           BODY_HOUSE &&
	       ends_there(n, last);
}

bool
names_mask_body(struct names *n, size_t i, enum gap gap)
{
	uint64_t head = 0;
	size_t end;

	if (gap == GAP_OWN)
		return mask_own(n, i);
	end = body_at(n, i, &head);
	if (end > i && !tells(n, gap, head, i, end - 1))
		return false;
	if (end == i)
		end = listed_at(n, i);
	if (end == i && gap != GAP_LISTED && n->roster->n > 0)
		end = stranger_at(n, i);
	if (end == i)
		return false;
	names_mask(n, i, end, SPAN_ORG, "claimed organisation",
	           n->words.v[i].hash | 1);
	names_mask_where(n, end, SPAN_PLACE);
	return true;
}

/* Mask the name of a place or organisation behind "for", "at", "of" at i. */
void
names_mask_where(struct names *n, size_t i, enum span_kind kind)
{
	static const char *const links[] = { "for", "at",   "of",
		                             "in",  "from", NULL };
	size_t from, end;

	if (i >= n->words.n || !names_joined(n, i - 1) ||
	    !names_is_one_of(&n->words.v[i], links))
		return;
	from = i + 1;
	while (from < n->words.n && n->words.v[from].what & CUE_THE &&
	       !names_is_cap(&n->words.v[from]))
		from++;
	for (end = from;
	     end < n->words.n && !n->taken[end] &&
	     names_is_cap(&n->words.v[end]) && names_joined(n, end - 1);
	     end++)
		;
	if (end > from)
		names_mask(n, from, end, kind, "claimed place",
		           n->words.v[from].hash | 1);
}
