/* Whether an everyday word in small letters is used as a name. */
#include "data/namecues.h"
#include "text/fold.h"
#include "text/names.h"
#include "text/names_parts.h"

bool
names_is_and(const struct names *n, size_t i)
{
	return names_is_word(&n->words.v[i], "and");
}

bool
names_and_after(const struct names *n, size_t i)
{
	return i + 2 < n->words.n && names_is_and(n, i + 1) &&
	       fold_is_letter(names_after(n, i)) &&
	       fold_is_letter(names_after(n, i + 1));
}

bool
names_may_do(const struct names *n, size_t i)
{
	static const char *const verbs[] = {
		"will",  "would", "should", "could", "can",  "must", "might",
		"to",    "and",   "is",     "was",   "has",  "had",  "does",
		"did",   "also",  "then",   "still", "gave", "took", "wants",
		"wrote", "from",  "says",   "said",  "who",  "may",  "or",
		"leads", "hosts", NULL,
	};
	const struct word *after = names_word_after(n, i);

	return after != NULL && names_is_one_of(after, verbs);
}

/* The last letter of a word. */
static char
last_letter(const struct names *n, const struct word *w)
{
	return n->text.p[w->end - 1];
}

/* Whether what follows is no word that the one before could describe. */
static bool
is_closed(const struct word *after)
{
	static const char *const small[] = {
		"on",      "about",  "that", "and",   "here", "but",
		"because", "in",     "at",   "there", "re",   "for",
		"who",     "too",    "as",   "to",    "will", "would",
		"agree",   "agreed", "want", "can",   NULL
	};

	return after == NULL || names_is_one_of(after, small);
}

/* Right beside somebody who is found: "hiro + sid", "with grace and rose". */
bool
names_beside_small(const struct names *n, size_t i)
{
	int32_t sign = names_before(n, i);

	if (i > 0 && (sign == '+' || sign == '&' || sign == '/'))
		return n->taken[i - 1] == TAKEN_NAME;
	/* "will and adebayo" */
	if (names_and_after(n, i) && n->words.v[i + 2].what & R_NAME &&
	    !names_is_everyday(&n->words.v[i + 2]))
		return true;
	return i > 1 && names_is_and(n, i - 1) && fold_is_letter(sign) &&
	       n->taken[i - 2] == TAKEN_NAME &&
	       !names_is_cap(&n->words.v[i - 2]) &&
	       is_closed(names_word_after(n, i));
}

/* Whether word i is a first name of the list, and a comma stands behind it. */
static bool
is_listed(const struct names *n, size_t i)
{
	return i < n->words.n && n->words.v[i].what & (R_FIRST | R_NICK) &&
	       names_after(n, i) == ',';
}

/* "will, rose, mark": three first names or more and nothing else between. */
static bool
in_small_list(const struct names *n, size_t i)
{
	size_t from = i, end = i;

	while (from > 0 && is_listed(n, from - 1))
		from--;
	while (is_listed(n, end) && end + 1 < n->words.n &&
	       n->words.v[end + 1].what & (R_FIRST | R_NICK))
		end++;
	return end - from >= 2;
}

/* What somebody has: "rose's idea". */
static const char *const things[] = {
	"idea",  "point",    "comment", "question", "suggestion", "proposal",
	"view",  "remark",   "story",   "concern",  "off",        "away",
	"here",  "table",    "group",   "notes",    "list",       "team",
	"mum",   "dad",      "son",     "words",    "sketch",     "offer",
	"house", "daughter", NULL
};

/* "as mark said", "agree with grace", "thanks to rose", "rose's idea". */
static bool
means_small(const struct names *n, size_t i, const struct word *after)
{
	static const char *const withs[] = {
		"agree",     "agreed",  "agrees", "disagree", "disagreed",
		"disagrees", "spoke",   "talked", "speak",    "talk",
		"met",       "checked", "thanks", "listened", "listen",
		"spoken",    "talking", "sided",  "side",     "meet",
		"replied",   "reply",   "credit", NULL
	};
	static const char *const said[] = {
		"said",   "says",   "mentioned", "suggested", "asked",
		"raised", "noted",  "explained", "proposed",  "pointed",
		"told",   "thinks", NULL
	};
	static const char *const befores[] = { "as",   "what",  "like",  "when",
		                               "that", "then",  "and",   "but",
		                               "so",   "after", "while", NULL };
	const struct word *before = names_word_before(n, i);
	const struct word *w = &n->words.v[i];

	if (w->shape & SHAPE_OWNS) /* "s" is a word */
		return i + 2 < n->words.n && names_is_one_of(w + 2, things);
	if (names_beside_small(n, i) || in_small_list(n, i))
		return true;
	if (before == NULL)
		return names_before(n, i) == ',' && after != NULL &&
		       names_is_one_of(after, said);
	if (after != NULL && names_is_one_of(after, said) &&
	    (names_is_one_of(before, befores)))
		return true;
	return i > 1 && names_word_before(n, i - 1) != NULL &&
	       (names_is_word(before, "with") || names_is_word(before, "to")) &&
	       names_is_one_of(before - 1, withs) && !(w->what & CUE_THE) &&
	       is_closed(after);
}

bool
names_says_small(const struct names *n, size_t i)
{
	const struct word *after = names_word_after(n, i);

	if (means_small(n, i, after))
		return true;
	if (names_starts(n, i) && after != NULL &&
	    names_is_word(after, "from") &&
	    names_word_after(n, i + 1) != NULL &&
	    (names_is_cap(after + 1) || after[1].what & CUE_THE))
		return true;
	/* "will think", "may say" are no names: said, thinks, felt are said. */
	return names_starts(n, i) && after != NULL && after->what & CUE_SAYS &&
	       (last_letter(n, after) == 's' || last_letter(n, after) == 'd' ||
	        names_is_word(after, "felt") ||
	        names_is_word(after, "thought"));
}

bool
names_says(const struct names *n, size_t i)
{
	const struct word *after = names_word_after(n, i);

	return after != NULL && after->what & CUE_SAYS &&
	       (last_letter(n, after) == 'd' || last_letter(n, after) == 's');
}
