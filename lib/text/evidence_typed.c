/*
 * Whether a first name of the roster that is a word as well, typed in small
 * letters, is marked as somebody by the signs of note-takers: "rose: yes",
 * "(zoe)", "more buses - tom", "action: sue to call", "ask rob", "mark d".
 */
#include "data/namecues.h"
#include "text/fold.h"
#include "text/names.h"
#include "text/names_parts.h"

/* A word that is a name as often: "zoe", "rose", "mark"; no "will", "hope". */
static bool
is_mostly_name(const struct word *w)
{
	static const char *const ranks[] = { "dean",   "duke",   "earl",
		                             "major",  "bishop", "king",
		                             "prince", "abbot",  NULL };

	return !(w->what & CUE_MONTH) && !names_is_topic(w) &&
	       !names_is_sigh(w) && !names_is_one_of(w, ranks) &&
	       (lex_level(w->what) != 1 || lex_first(w->what) == 7);
}

static bool
is_dash(const struct names *n, int32_t code, uint32_t blank)
{
	return (fold_is_hyphen(code) || code == 0x2014) && blank > 0 &&
	       blank < n->text.len && n->text.p[blank] == ' ';
}

/* "(zoe)", "zoe: yes", "zoe - yes", "yes - zoe": marked off by signs. */
static bool
is_marked(const struct names *n, size_t i, size_t last)
{
	const struct word *v = n->words.v;
	int32_t before = names_before(n, i), after = names_after(n, last);
	bool ends = after == 0 || after == '\n';

	if ((before == '(' && after == ')') || (before == '[' && after == ']'))
		return true;
	if (before == 0 || before == '\n')
		return after == ':' || is_dash(n, after, v[last].end);
	return ends && is_dash(n, before, v[i].start - 1);
}

/* "action: zoe to call", "ask rob", "cc sue". */
static bool
is_asked(const struct names *n, size_t i, size_t last)
{
	static const char *const asks[] = {
		"ask",  "asked",  "tell",  "told", "email",  "emailed",
		"ring", "rang",   "phone", "text", "cc",     "chase",
		"told", "invite", "thank", "asks", "remind", NULL
	};
	static const char *const behind[] = { "to",  "about", "for",  "re",
		                              "if",  "and",   "when", "why",
		                              "who", "what",  "how",  "on",
		                              NULL };
	const struct word *w = &n->words.v[i], *after;

	if (i == 0)
		return false;
	after = names_word_after(n, last);
	if (after != NULL && !names_is_one_of(after, behind))
		return false;
	if (names_before(n, i) == ':')
		return w[-1].what & CUE_OWNER &&
		       names_word_before(n, i) == NULL;
	return names_word_before(n, i) != NULL && names_is_one_of(w - 1, asks);
}

/* "rob can you", "rose to ask", "zoe & bob": at the head of a line. */
static bool
is_head(const struct names *n, size_t i, size_t last)
{
	static const char *const can[] = { "can",   "could", "will",
		                           "would", "shall", NULL };
	const struct word *after = names_word_after(n, last), *next;
	int32_t sign = names_after(n, last);

	/* "zoe & bob", but not "iris & lily", which are flowers */
	if (sign == '&' || sign == '+') {
		const struct word *other = &n->words.v[last + 1];

		return last + 1 < n->words.n &&
		       (other->what & (R_FIRST | R_NICK) ||
		        lex_first(other->what) >= 5) &&
		       (lex_level(n->words.v[i].what) % 5 < 2 ||
		        lex_level(other->what) % 5 < 2);
	}
	if (!names_starts(n, i) || after == NULL ||
	    (next = names_word_after(n, last + 1)) == NULL)
		return false;
	return (names_is_one_of(after, can) && names_is_word(next, "you")) ||
	       (names_is_word(after, "to") && next->what & CUE_DOES);
}

/* What may follow a name and the first letter of the surname. */
static bool
is_whole(const struct names *n, size_t i, size_t last)
{
	static const char *const does[] = { "to",   "and",  "will", "was",
		                            "is",   "has",  "had",  "would",
		                            "also", "says", NULL };
	const struct word *after = names_word_after(n, last);

	return after == NULL || after->what & CUE_SAYS ||
	       names_is_one_of(after, does) || is_asked(n, i, last);
}

/* "11:15 rob:": behind the time of a line. */
static bool
is_timed(const struct names *n, size_t i)
{
	const char *p = n->text.p, *w = p + n->words.v[i].start;
	const char *line = memrchr(p, '\n', (size_t)(w - p));
	bool colon = false;

	for (p = line == NULL ? p : line + 1; p < w; p++) {
		if (strchr(" :.-[]()0123456789", *p) == NULL)
			return false;
		colon |= *p == ':' || *p == '.';
	}
	return colon;
}

/* '"not a rota," said rose.', "rose, gareth, tom": in a sentence. */
static bool
is_amid(const struct names *n, size_t i)
{
	static const char *const said[] = { "said", "says", "asked", "replied",
		                            "per",  "via",  NULL };
	int32_t before = names_before(n, i), after = names_after(n, i);
	const struct word *w = &n->words.v[i];

	if (i == 0 || !names_is_end(after))
		return false;
	if (before == ',' || before == '/' || before == '+' || before == '&')
		return n->taken[i - 1] == TAKEN_NAME;
	/* "live notes by fern" */
	if (i > 1 && names_word_before(n, i) != NULL &&
	    names_is_word(w - 1, "by") && w[-2].what & CUE_OWNER)
		return names_word_before(n, i - 1) != NULL;
	return names_word_before(n, i) != NULL && names_is_one_of(w - 1, said);
}

/* "pip the vet said", "cadi is 15 & came": by trade, by age. */
static bool
is_described(const struct names *n, size_t i)
{
	const struct word *w = names_word_after(n, i);
	int32_t sign;

	if (w == NULL)
		return false;
	if (names_is_word(w, "the"))
		return names_word_after(n, i + 1) != NULL &&
		       names_says(n, i + 2);
	sign = names_after(n, i + 1);
	return names_is_word(w, "is") && sign > '0' && sign <= '9' &&
	       i + 2 < n->words.n && names_word_before(n, i + 2) == NULL &&
	       (names_is_and(n, i + 2) || names_before(n, i + 2) == '&');
}

/* What would tell a name with a capital that begins a sentence. */
static bool
is_subject(const struct names *n, size_t i)
{
	if (!names_starts(n, i) && !is_timed(n, i))
		return false;
	if (is_described(n, i))
		return true;
	return names_after(n, i) == ':' || names_says(n, i) ||
	       names_does_something(n, i, true) || names_acts(n, i) ||
	       names_behaves(n, i, i, true);
}

/* Letters, digits and what joins them in the names of files. */
static bool
is_of_file(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' ||
	       (unsigned char)c > 127;
}

bool
names_in_file(const struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];
	const char *p = n->text.p + w->end, *end = n->text.p + n->text.len;
	const char *dot = NULL;
	bool joined = w->start > 0 && n->text.p[w->start - 1] == '_';

	joined |= p < end && (*p == '_' || *p == '-');
	if (!joined || names_is_topic(w) || w->what & CUE_MONTH)
		return false;
	for (; p < end && is_of_file(*p); p++)
		dot = *p == '.' ? p : dot;
	/* ".jpg", ".xlsx" */
	return dot != NULL && p - dot >= 3 && p - dot <= 5 && dot[1] >= 'a' &&
	       dot[1] <= 'z';
}

size_t
names_typed(const struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i], *letter = w + 1;

	const struct word *before = names_word_before(n, i);

	/* "castle asked", a surname alone */
	if (w->what & R_LAST && names_starts(n, i) && names_says(n, i) &&
	    !names_is_topic(w) && !(w->what & CUE_MONTH))
		return 1;
	if (!(w->what & (R_FIRST | R_NICK)) || w->shape & SHAPE_UPPER ||
	    (before != NULL && before->what & CUE_THE))
		return 0;
	if (i + 1 < n->words.n && letter->shape & SHAPE_LONE &&
	    names_joined(n, i) && !n->taken[i + 1] &&
	    roster_pair(n->roster, w->hash, letter->hash) >= 0 &&
	    is_whole(n, i, i + 1))
		return 2;
	if (!(w->what & CUE_MONTH) && is_amid(n, i))
		return 1;
	if (!is_mostly_name(w))
		return !(w->what & CUE_MONTH) && !names_is_topic(w) &&
		       !names_is_sigh(w) && is_asked(n, i, i);
	if (w->shape & SHAPE_OWNS)
		return lex_level(w->what) == 0 || lex_level(w->what) > 2;
	return is_marked(n, i, i) || is_asked(n, i, i) || is_head(n, i, i) ||
	       is_subject(n, i);
}
