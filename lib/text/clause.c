#include "text/clause.h"

static const char *const turns[] = { "but",    "however", "although",
	                             "though", "while",   "whereas" };

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool
is_letter(char c)
{
	return ((c | 32) >= 'a' && (c | 32) <= 'z') || (c & 0x80);
}

/* Whether a word that turns begins at s[at]. */
static bool
turns_at(struct slice s, size_t at)
{
	if (at == 0 || is_letter(s.p[at - 1]) || s.p[at - 1] == '\'')
		return false;
	for (size_t i = 0; i < sizeof(turns) / sizeof(*turns); i++) {
		size_t len = strlen(turns[i]), same = 0;

		while (same < len && at + same < s.len &&
		       (s.p[at + same] | 32) == turns[i][same])
			same++;
		if (same == len &&
		    (at + len == s.len || !is_letter(s.p[at + len])))
			return true;
	}
	return false;
}

/* Whether a clause ends before s[at]. */
static bool
ends_at(struct slice s, size_t at)
{
	char before = s.p[at - 1];

	if (before == ';' || before == '\n')
		return true;
	if (is_blank(s.p[at]) && strchr(".!?", before) != NULL &&
	    before != '\0')
		return true;
	return turns_at(s, at);
}

/* Whether s holds as many words as a clause has at least. */
static bool
is_long_enough(struct slice s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.len && n < CLAUSE_WORDS; i++)
		n += !is_blank(s.p[i]) && (i == 0 || is_blank(s.p[i - 1]));
	return n == CLAUSE_WORDS;
}

bool
clause_next(struct slice *rest, struct slice *clause)
{
	struct slice s = slice_trim(*rest), left;
	size_t words = 1, end = 1;

	if (s.len == 0)
		return false;
	while (end < s.len && (words < CLAUSE_WORDS || !ends_at(s, end))) {
		words += is_blank(s.p[end - 1]) && !is_blank(s.p[end]);
		end++;
	}
	left = slice_from(s, end);
	if (!is_long_enough(left))
		end = s.len;
	*clause = slice_trim((struct slice){ s.p, end });
	*rest = slice_from(s, end);
	return true;
}
