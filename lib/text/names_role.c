/*
 * Offices and trades in a text: those of the roster, those of which a word says
 * so, and any words in their place.
 */
#include <string.h>

#include "data/namecues.h"
#include "text/fold.h"
#include "text/names.h"
#include "text/names_parts.h"

enum { LONGEST = 5, /* words of a role */ LETTERS = 24, NEAR = 4 };

/* Whether nothing but the sign behind word last follows it in its line. */
static bool
ends_line(const struct names *n, size_t last)
{
	const char *p = n->text.p + n->words.v[last].end;
	const char *end = n->text.p + n->text.len;

	while (p < end && strchr(" ).]", *p) != NULL)
		p++;
	return p == end || *p == '\n';
}

/* Whether word i begins what somebody says: "(GP) it is"; no "(head) injury".
 */
static bool
begins_clause(const struct names *n, size_t i)
{
	static const char *const first[] = {
		"i",     "we",  "it",   "they", "there", "you",  "he",
		"she",   "if",  "when", "not",  "what",  "why",  "how",
		"where", "who", "dont", "can",  "could", "is",   "are",
		"do",    "in",  "on",   "at",   "for",   "from", NULL
	};

	return i >= n->words.n || names_is_cap(&n->words.v[i]) ||
	       n->words.v[i].what & CUE_THE ||
	       names_is_one_of(&n->words.v[i], first);
}

/* Who said it, by the note: "(GP) we need it", "we need it (the vicar)", "we
 * need it - GP". */
static bool
is_signed(const struct names *n, size_t i, size_t last)
{
	static const char *const me[] = { "i", "me", "we", "us", NULL };
	int32_t before = names_before(n, i), after = names_after(n, last);
	size_t from = i;

	if (i > 0 && n->words.v[i - 1].what & CUE_THE && names_joined(n, i - 1))
		before = names_before(n, from = i - 1);
	if (before == '(')
		return after == ')' &&
		       ((names_starts(n, from) && begins_clause(n, last + 1)) ||
		        ends_line(n, last) ||
		        (from > 0 &&
		         names_is_one_of(&n->words.v[from - 1], me)));
	return (fold_is_hyphen(before) || before == 0x2014) && from > 0 &&
	       ends_line(n, last) &&
	       n->text.p[n->words.v[from].start - 1] == ' ';
}

/* "The nurse from the night clinic said", "The vicar, who is new, said". */
static bool
says_later(const struct names *n, size_t i, size_t last)
{
	static const char *const links[] = { "from", "at",  "of", "in",
		                             "for",  "who", NULL };
	const struct word *article = names_word_before(n, i);
	size_t end = last + 9 < n->words.n ? last + 9 : n->words.n;

	if (article == NULL || !(article->what & CUE_THE) ||
	    last + 1 >= n->words.n ||
	    !names_is_one_of(&n->words.v[last + 1], links))
		return false;
	for (size_t j = last + 1; j < end; j++) {
		if (names_starts(n, j))
			return false;
		if (j > last + 1 && n->words.v[j].what & CUE_SAYS &&
		    strchr("ds", n->text.p[n->words.v[j].end - 1]) != NULL)
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

	if (names_says(n, last) || is_signed(n, i, last) ||
	    says_later(n, i, last))
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

/* Words from i on that the roster knows as a role, or as several who have it;
 * how many hold it. */
static size_t
known(const struct names *n, size_t i, size_t *held)
{
	uint64_t hash = 0;
	size_t best = 0;

	if (!roster_role_begins(n->roster, n->words.v[i].hash))
		return 0;
	for (size_t len = 1; len <= FORM_WORDS && i + len <= n->words.n;
	     len++) {
		size_t people;

		hash = roster_join(hash, n->words.v[i + len - 1].hash);
		people = roster_role(n->roster, hash);
		if (people > 0) {
			best = len;
			*held = people;
		}
		if (!names_joined(n, i + len - 1))
			break;
	}
	return best;
}

bool
names_may_be_role(const struct names *n, size_t i)
{
	for (size_t j = i; j < n->words.n && j < i + FORM_WORDS; j++)
		if (roster_role_may_be(n->roster, n->words.v[j].hash))
			return true;
	return false;
}

bool
names_may_end_role(const struct names *n, size_t i)
{
	for (size_t j = i; j > 0 && j + NEAR > i; j--)
		if (roster_role_may_be(n->roster, n->words.v[j - 1].hash))
			return true;
	return false;
}

size_t
names_any_role(const struct names *n, size_t i)
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

	if (i < n->words.n && names_is_one_of(&n->words.v[i], vague))
		return 0;
	while (len < LONGEST && i + len < n->words.n && !n->taken[i + len] &&
	       !(n->words.v[i + len].what & CUE_THE) &&
	       !names_is_one_of(&n->words.v[i + len], ends)) {
		len++;
		if (!names_joined(n, i + len - 1))
			break;
	}
	return len;
}

/* Words from i on that end in one for an office or trade; how many hold it. */
static size_t
worded(const struct names *n, size_t i, size_t *held)
{
	size_t most = names_may_be_role(n, i) ? names_any_role(n, i) : 0;
	size_t best = 0;

	for (size_t len = 1; len <= most; len++) {
		int64_t people =
		    roster_role_word(n->roster, n->words.v[i + len - 1].hash);

		if (people < 0)
			continue;
		best = len;
		*held = (size_t)people;
	}
	return best;
}

size_t
names_role_at(const struct names *n, size_t i, bool listed, size_t *held)
{
	size_t len = known(n, i, held);

	return len == 0 && !listed ? worded(n, i, held) : len;
}

/* The hash of a word of a to z without the s at its end; or 0. */
static uint64_t
singular(const struct names *n, const struct word *w)
{
	const char *p = n->text.p + w->start;
	char letters[LETTERS];
	size_t len = w->end - w->start;

	if (len < 4 || len > LETTERS || len != w->letters ||
	    w->shape & (SHAPE_FOREIGN | SHAPE_OWNS) || (p[len - 1] | 32) != 's')
		return 0;
	for (size_t i = 0; i + 1 < len; i++)
		letters[i] = (char)(p[i] | 32);
	return lexicon_hash((struct slice){ letters, len - 1 });
}

bool
names_is_several(const struct names *n, size_t last)
{
	uint64_t one = singular(n, &n->words.v[last]);

	return one != 0 && (roster_role_word(n->roster, one) >= 0 ||
	                    roster_role(n->roster, one) > 0);
}
