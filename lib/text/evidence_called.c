/*
 * Whether a roster's name that opens a sentence, and is a word as well, is
 * somebody who is called, counted, quoted or introduced there: "Will!", "+1
 * Rose", '"too far" - Bill', "Hay family", "Rose, our vicar,".
 */
#include "data/namecues.h"
#include "text/fold.h"
#include "text/names.h"
#include "text/names_parts.h"

/* Names that are things which people talk of: what happens to them is news. */
bool
names_is_topic(const struct word *w)
{
	static const char *const things[] = {
		"bill",   "grant",  "price",   "hope",   "art",    "page",
		"case",   "cash",   "field",   "gift",   "bond",   "pound",
		"penny",  "faith",  "trust",   "park",   "church", "bridge",
		"rivers", "waters", "banks",   "wood",   "stone",  "law",
		"power",  "frost",  "read",    "cross",  "street", "lane",
		"best",   "small",  "long",    "young",  "short",  "large",
		"sharp",  "rich",   "light",   "bright", "gates",  "wells",
		"fields", "snow",   "summers", "parks",  NULL
	};

	return names_is_one_of(w, things);
}

/* Nothing, or a sign that ends a clause. */
bool
names_is_end(int32_t code)
{
	return code == 0 ||
	       (code < 0x80 && strchr(".,;:!?()\n-\"", code) != NULL) ||
	       code == 0x2013 || code == 0x2014;
}

bool
names_is_sigh(const struct word *w)
{
	static const char *const sighs[] = {
		"joy",        "hope",     "grace", "faith",   "rich",
		"glory",      "best",     "art",   "cash",    "trust",
		"price",      "park",     "light", "may",     "honey",
		"hallelujah", "patience", "mercy", "charity", "peace",
		"prudence",   NULL
	};

	return names_is_one_of(w, sighs);
}

/* "Joy, could you ask them?", "Grace, you said", "Faith, please", "Will, yes".
 */
static bool
is_spoken_to(const struct names *n, size_t last)
{
	static const char *const said[] = {
		"yes",   "no",    "agreed", "thanks", "thank", "please",
		"sorry", "you",   "your",   "youve",  "youre", "youll",
		"tell",  "hello", "hi",     NULL
	};
	static const char *const you[] = { "you", "your", "we", "us", NULL };
	static const char *const asked[] = {
		"can",  "could", "would", "will", "do",   "did",    "does",
		"have", "are",   "is",    "what", "how",  "why",    "when",
		"who",  "where", "which", "any",  "were", "should", NULL
	};
	const struct word *v = n->words.v + last + 1;
	size_t left = n->words.n - last - 1;

	if (names_is_one_of(v, said))
		return true;
	return left > 1 && names_is_one_of(v, asked) &&
	       (names_is_one_of(&v[1], you) ||
	        (left > 2 && names_is_one_of(&v[2], you)));
}

/* "Will!", "Hyacinth 34 yrs in", "Will, yes", "Will +1". */
static bool
is_addressed(const struct names *n, size_t last)
{
	static const char *const years[] = { "yrs", "years", "yr", "year",
		                             NULL };
	const struct word *w = &n->words.v[last];
	int32_t after = names_after(n, last);

	if (after == '!')
		return !names_is_sigh(w);
	if (last + 1 >= n->words.n)
		return after == '+';
	if (after == ',' && is_spoken_to(n, last))
		return true;
	if (names_is_topic(w))
		return after == '+';
	return after == '+' ||
	       (after >= '0' && after <= '9' && names_is_one_of(w + 1, years));
}

/* "Iris??", "walk with them. Miles": all of a sentence. */
static bool
is_sentence(const struct names *n, size_t i, size_t last)
{
	int32_t before = names_before(n, i), after = names_after(n, last);

	return (after == 0 || after == '?' || after == '\n' ||
	        (after == '.' && last + 1 == n->words.n)) &&
	       (before == '.' || before == '!' || before == '?' ||
	        before == ':') &&
	       !names_is_sigh(&n->words.v[i]) &&
	       !names_is_topic(&n->words.v[i]);
}

/* "Rob from comms - ", "Grace from the council said": where they are from. */
static bool
is_from(const struct names *n, size_t last)
{
	static const char *const starts[] = { "start",  "beginning", "outset",
		                              "ashes",  "rich",      "first",
		                              "bottom", "top",       "heart",
		                              "past",   NULL };
	const struct word *w = &n->words.v[last];

	if (last + 3 >= n->words.n || !names_is_word(w + 1, "from") ||
	    names_word_after(n, last + 1) == NULL ||
	    names_is_one_of(w + 2, starts) || names_is_one_of(w + 3, starts))
		return false;
	for (size_t j = last + 2; j < n->words.n && j < last + 8; j++) {
		int32_t after = names_after(n, j);

		if (n->words.v[j].what & CUE_SAYS && j > last + 2)
			return true;
		if (!fold_is_letter(after))
			return after == ':' || after == ',' ||
			       (fold_is_hyphen(after) &&
			        n->text.p[n->words.v[j].end] == ' ');
	}
	return !names_is_sigh(w) && !names_is_topic(w);
}

/* "Lily as head, Kwame as boy", "Mark as governor: we rubber stamp". */
static bool
is_as(const struct names *n, size_t last)
{
	static const char *const done[] = { "read",    "urgent",     "done",
		                            "usual",   "complete",   "spam",
		                            "private", "unresolved", "well",
		                            "before",  NULL };
	const struct word *role = names_word_after(n, last + 1);

	if (role == NULL || !names_is_word(role - 1, "as") ||
	    role->what & CUE_THE || names_is_one_of(role, done) ||
	    names_ends_in(n, role, "ed"))
		return false;
	return names_is_end(names_after(n, last + 2));
}

/* Whether a role of the list stands behind word last: "Rose, our vicar,". */
static bool
has_role(const struct names *n, size_t last)
{
	size_t i = last + 1, end = i + 6;
	int32_t sign = names_after(n, last);

	if (sign != ',' && sign != '-' && sign != 0x2013 && sign != '(' &&
	    sign != '/')
		return false;
	for (; i < n->words.n && i < end; i++) {
		const struct word *w = &n->words.v[i];
		int64_t held = roster_role_word(n->roster, w->hash);

		if (held > 0 || (held == 0 && sign != '-' && sign != 0x2013) ||
		    (w->shape & SHAPE_UPPER && w->letters <= 6 &&
		     w->letters > 2 && i == last + 1 &&
		     !(w->what & (CUE_ABBREV | R_NAME)) && sign != '-' &&
		     names_is_end(names_after(n, i))))
			return true;
		if (!names_joined(n, i) || w->what & (CUE_SAYS | R_NAME))
			return false;
	}
	return false;
}

/* "**Rose** we need buses": in bold at the beginning of a line. */
static bool
is_bold(const struct names *n, size_t i, size_t last)
{
	uint32_t from = n->words.v[i].start, end = n->words.v[last].end;
	const char *p = n->text.p;

	return from >= 2 && p[from - 1] == '*' && p[from - 2] == '*' &&
	       (from == 2 || p[from - 3] == '\n') && end + 1 < n->text.len &&
	       p[end] == '*' && p[end + 1] == '*';
}

bool
names_has_kin(const struct names *n, size_t last, bool first)
{
	static const char *const kin[] = { "family", "brothers",  "sisters",
		                           "twins",  "household", NULL };
	static const char *const such[] = { "young", "small", "best",  "rich",
		                            "poor",  "black", "white", "large",
		                            "long",  "short", "royal", "holy",
		                            "green", "fair",  NULL };
	const struct word *w = names_word_after(n, last), *next;

	if (w == NULL)
		return false;
	if (names_is_one_of(w, kin))
		return !names_is_one_of(w - 1, such);
	next = names_word_after(n, last + 1);
	return first && names_is_word(w, "of") && next != NULL &&
	       names_is_cap(next);
}

/* "+1 Will" */
static bool
is_counted(const struct names *n, size_t i)
{
	const char *p = n->text.p + n->words.v[i].start;

	while (p > n->text.p && p[-1] == ' ')
		p--;
	while (p > n->text.p && p[-1] >= '0' && p[-1] <= '9')
		p--;
	return p > n->text.p && p[-1] == '+';
}

/* Behind a quotation: '"too far" - Bill'. */
static bool
is_quoted(const struct names *n, size_t i, size_t last, bool first)
{
	static const char *const quotes[] = { "\"", "\xe2\x80\x9d",
		                              "\xe2\x80\x99", "'" };
	int32_t before = names_before(n, i);
	uint32_t p = n->words.v[i].start;

	if (!(fold_is_hyphen(before) || before == 0x2014) ||
	    !names_is_end(names_after(n, last)))
		return false;
	while (p > 0 &&
	       (n->text.p[p - 1] == ' ' || n->text.p[p - 1] == '-' ||
	        (p > 2 && memcmp(n->text.p + p - 3, "\xe2\x80", 2) == 0 &&
	         (unsigned char)n->text.p[p - 1] < 0x98)))
		p -= n->text.p[p - 1] == ' ' || n->text.p[p - 1] == '-' ? 1 : 3;
	/* "more buses - Rose", a signature */
	if (first && last + 1 == n->words.n && p > 0 &&
	    n->text.p[n->words.v[i].start - 1] == ' ' &&
	    !names_is_topic(&n->words.v[i]) && !names_is_sigh(&n->words.v[i]))
		return true;
	for (size_t k = 0; k < sizeof(quotes) / sizeof(*quotes); k++) {
		size_t len = strlen(quotes[k]);

		if (p >= len &&
		    memcmp(n->text.p + p - len, quotes[k], len) == 0)
			return true;
	}
	return false;
}

/* "Waters has log of it", "Banks is late": of several, it would be "have". */
static bool
is_one(const struct names *n, size_t last)
{
	static const char *const verbs[] = { "has",   "is",   "was",   "does",
		                             "hasnt", "isnt", "wasnt", NULL };
	const struct word *w = &n->words.v[last];
	const struct word *after = names_word_after(n, last);

	return after != NULL && w->letters > 4 && lex_level(w->what) < 3 &&
	       names_ends_in(n, w, "s") && !names_ends_in(n, w, "ss") &&
	       names_is_one_of(after, verbs);
}

bool
names_called(const struct names *n, size_t i, size_t last, bool first)
{
	if (first && (is_bold(n, i, last) || is_sentence(n, i, last)))
		return true;
	if (names_has_kin(n, last, first) || is_one(n, last))
		return true;
	if (has_role(n, last) || is_quoted(n, i, last, first) ||
	    is_counted(n, i))
		return true;
	if (!first)
		return false;
	if (names_heads(n, last))
		return true;
	return names_word_after(n, last) == NULL ?
	           is_addressed(n, last) :
	           is_from(n, last) || is_as(n, last);
}
