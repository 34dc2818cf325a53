/*
 * Who says what he is: "speaking as a head teacher", "in my role as", "as the
 * housing officer for Penzance", "here at". A role that k people of the roster
 * hold tells nobody apart and stays.
 */
#include "data/namecues.h"
#include "text/fold.h"
#include "text/names.h"
#include "text/names_parts.h"

enum { LONGEST = 5 }; /* words of a role */

/* Whether word i is one of a few, which are ASCII letters. */
static bool
is_any(const struct names *n, size_t i, const char *const *words)
{
	const struct word *w = &n->words.v[i];
	const char *letters = n->text.p + w->start;
	bool plain =
	    w->letters == w->end - w->start && !(w->shape & SHAPE_FOREIGN);

	for (; *words != NULL; words++) {
		size_t k = 0;

		if (!plain && w->hash == lexicon_hash(slice_of(*words)))
			return true;
		while (plain && k < w->letters &&
		       (letters[k] | 32) == (*words)[k])
			k++;
		if (plain && k == w->letters && (*words)[k] == '\0')
			return true;
	}
	return false;
}

bool
names_role_speaks(const struct names *n, size_t i, size_t last)
{
	int32_t before = names_before(n, i), after = names_after(n, last);
	const struct word *next = names_word_after(n, last);
	const struct word *article = names_word_before(n, i);

	if (names_says(n, last))
		return true;
	if (n->words.v[last].shape & SHAPE_OWNS)
		return article != NULL && article->what & CUE_THE &&
		       !names_is_word(article, "a");
	if (names_starts(n, i) &&
	    (after == ':' || after == '(' || fold_is_hyphen(after)))
		return true;
	if ((before == '(' || before == ',') && i > 0 && n->taken[i - 1] &&
	    (after == ')' || after == ','))
		return true;
	return next != NULL && names_is_cap(next) && next->what & R_NAME;
}

/* "speaking as", "my role as", "I work as": a role is claimed, known or not. */
static bool
is_sure(const struct names *n, size_t i)
{
	static const char *const doing[] = { "speaking", "working", "serving",
		                             "volunteering", NULL };
	static const char *const mine[] = {
		"role",       "capacity",    "job",      "work", "background",
		"experience", "perspective", "position", "view", NULL
	};
	static const char *const deeds[] = { "work", "worked", "volunteer",
		                             "volunteered", NULL };
	static const char *const me[] = { "i", NULL };
	static const char *const my[] = { "my", "our", NULL };

	if (i == 0 || !names_joined(n, i - 1))
		return false;
	return is_any(n, i - 1, doing) ||
	       (i > 1 && ((is_any(n, i - 1, mine) && is_any(n, i - 2, my)) ||
	                  (is_any(n, i - 1, deeds) && is_any(n, i - 2, me))));
}

/*
 * Where the role begins that is claimed at word i ("as"), behind an article or
 * not; 0 if none is.
 */
static size_t
claim_at(const struct names *n, size_t i, bool *article)
{
	static const char *const claims[] = { "as", "only", "was",
		                              "am", "im",   NULL };
	static const char *const small[] = { "a",   "an",      "the",
		                             "our", "only",    "former",
		                             "ex",  "retired", NULL };
	size_t from = i + 1;

	if (!is_any(n, i, claims))
		return 0;
	while (from < n->words.n && names_joined(n, from - 1) &&
	       is_any(n, from, small))
		from++;
	*article = from > i + 1;
	return from < n->words.n && names_joined(n, from - 1) ? from : 0;
}

/* Words from i on that the roster knows as a role; how many people hold it. */
static size_t
known_role(const struct names *n, size_t i, size_t *held)
{
	uint64_t hash = 0;
	size_t best = 0;

	if (!roster_role_begins(n->roster, n->words.v[i].hash))
		return 0;
	for (size_t len = 1; len <= FORM_WORDS && i + len <= n->words.n;
	     len++) {
		size_t people;

		hash = roster_join(hash, n->words.v[i + len - 1].hash);
		if ((people = roster_role(n->roster, hash)) > 0) {
			best = len;
			*held = people;
		}
		if (!names_joined(n, i + len - 1))
			break;
	}
	return best;
}

/* Words from i on that a role nobody lists may have. */
static size_t
unknown_role(const struct names *n, size_t i)
{
	static const char *const ends[] = {
		"at",   "for",     "in",   "on",    "and",  "but",   "i",
		"we",   "who",     "with", "here",  "from", "to",    "it",
		"is",   "was",     "have", "there", "by",   "not",   "when",
		"as",   "if",      "so",   "has",   "can",  "would", "or",
		"than", "because", NULL,
	};
	static const char *const vague[] = {
		"someone", "somebody", "people", "one",  "individuals",
		"whole",   "long",     "well",   "much", "many",
		"soon",    "far",      "group",  "way",  "result",
		"rule",    "part",     "matter", "such", NULL,
	};
	size_t len = 0;

	if (i < n->words.n && is_any(n, i, vague))
		return 0;
	while (len < LONGEST && i + len < n->words.n && !n->taken[i + len] &&
	       !(n->words.v[i + len].what & CUE_THE) &&
	       !is_any(n, i + len, ends)) {
		len++;
		if (!names_joined(n, i + len - 1))
			break;
	}
	return len;
}

/* Mask the name of a place or organisation behind "for", "at", "of" at i. */
void
names_mask_where(struct names *n, size_t i, enum span_kind kind)
{
	static const char *const links[] = { "for", "at",   "of",
		                             "in",  "from", NULL };
	size_t from, end;

	if (i >= n->words.n || !names_joined(n, i - 1) || !is_any(n, i, links))
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

/* Words from i on that end in one for an office or trade; how many hold it. */
static size_t
role_of_words(const struct names *n, size_t i, size_t *held)
{
	size_t most = 0, best = 0;

	for (size_t j = i; most == 0 && j < n->words.n && j < i + LONGEST; j++)
		if (roster_role_may_be(n->roster, n->words.v[j].hash))
			most = unknown_role(n, i);
	for (size_t len = 1; len <= most; len++) {
		const struct word *w = &n->words.v[i + len - 1];
		int64_t people = roster_role_word(n->roster, w->hash);

		if (people < 0)
			continue;
		best = len;
		*held = (size_t)people;
	}
	return best;
}

/* The end of "in the village", "on this board" behind a role; or i. */
static size_t
end_of_where(const struct names *n, size_t i)
{
	static const char *const links[] = {
		"in", "on", "at", "for", "of", NULL
	};
	size_t end = i + 1;

	if (i >= n->words.n || !names_joined(n, i - 1) || !is_any(n, i, links))
		return i;
	while (end < n->words.n && end < i + 3 && names_joined(n, end - 1) &&
	       n->words.v[end].what & CUE_THE)
		end++;
	if (end == i + 1 || end >= n->words.n || !names_joined(n, end - 1))
		return i;
	return n->taken[end] ? end : end + 1;
}

/* "the only GP in the village": there is but one, and what is said of him
 * goes with him. */
static bool
try_only(struct names *n, size_t i)
{
	size_t held, len, end, from = i;

	if (i + 1 >= n->words.n || !names_joined(n, i) || n->taken[i + 1])
		return false;
	if ((len = known_role(n, i + 1, &held)) == 0 &&
	    (len = role_of_words(n, i + 1, &held)) == 0)
		return false;
	end = end_of_where(n, i + 1 + len);
	if (i > 0 && n->words.v[i - 1].what & CUE_THE && names_joined(n, i - 1))
		from = i - 1;
	for (size_t j = from; j < end; j++)
		if (n->taken[j])
			return false;
	names_mask(n, from, end, SPAN_ROLE, "the only one",
	           n->words.v[i + 1].hash | 1);
	names_mask_where(n, end, SPAN_PLACE);
	return true;
}

/* "as a", "I am", "I'm", "when I was": of him who speaks. */
static bool
is_own_claim(const struct names *n, size_t i, bool article)
{
	static const char *const as[] = { "as", NULL };
	static const char *const im[] = { "im", "only", NULL };
	static const char *const me[] = { "i", NULL };

	if (is_any(n, i, as))
		return article || names_is_cap(&n->words.v[i + 1]);
	return is_any(n, i, im) || (i > 0 && is_any(n, i - 1, me));
}

/* "as a midwife and a farmer": a second role at word i. */
static void
mask_other(struct names *n, size_t i)
{
	static const char *const one[] = { "a", "an", "the", NULL };
	size_t from = i + 2, held = 0, len;

	if (from >= n->words.n || !names_is_and(n, i) ||
	    !names_joined(n, i - 1) || !names_joined(n, i) ||
	    !names_joined(n, i + 1) || !is_any(n, i + 1, one) || n->taken[from])
		return;
	if ((len = known_role(n, from, &held)) == 0)
		len = role_of_words(n, from, &held);
	if (len > 0 && held < n->roster->k)
		names_mask(n, from, from + len, SPAN_ROLE, "claimed role",
		           n->words.v[from].hash | 1);
}

static void
try_claim(struct names *n, size_t i)
{
	static const char *const only[] = { "only", NULL };
	size_t held = 0, len, from;
	bool article, sure;

	if (is_any(n, i, only) && try_only(n, i))
		return;
	if ((from = claim_at(n, i, &article)) == 0 || n->taken[from] ||
	    is_any(n, from - 1, only))
		return;
	sure = is_sure(n, i);
	if (!sure && !is_own_claim(n, i, article))
		return;
	len = known_role(n, from, &held);
	if (len == 0 && sure && article)
		len = unknown_role(n, from);
	if (len == 0 && (sure || n->roster->has[ROSTER_ROLE]))
		len = role_of_words(n, from, &held);
	if (len == 0 || held >= n->roster->k ||
	    n->words.v[from + len - 1].shape & SHAPE_OWNS)
		return;
	names_mask(n, from, from + len, SPAN_ROLE, "claimed role",
	           n->words.v[from].hash | 1);
	names_mask_where(n, from + len, SPAN_PLACE);
	mask_other(n, from + len);
}

void
names_find_claims(struct names *n)
{
	static const char *const here[] = { "here", NULL };
	static const char *const at[] = { "at", NULL };
	const struct words *w = &n->words;

	for (size_t k = 0; k < w->ntelling; k++) {
		size_t i = w->telling[k];

		if (!(w->v[i].what & CUE_CLAIM) || i + 1 >= w->n)
			continue;
		try_claim(n, i);
		if (is_any(n, i, here) && is_any(n, i + 1, at))
			names_mask_where(n, i + 1, SPAN_ORG);
	}
}
