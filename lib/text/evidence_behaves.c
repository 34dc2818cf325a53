/*
 * Whether a roster's name that opens a sentence, and is a word as well, is
 * somebody who does or feels something: "Hope sceptical", "Grace has.", "Iris
 * reads every card". What things may do as well is asked of the rest alone.
 */
#include "data/namecues.h"
#include "text/fold.h"
#include "text/names.h"
#include "text/names_parts.h"

/* Names that are things which people talk of: what happens to them is news. */
static bool
is_thing(const struct word *w)
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
static bool
is_end(int32_t code)
{
	return code == 0 ||
	       (code < 0x80 && strchr(".,;:!?()\n-\"", code) != NULL) ||
	       code == 0x2013 || code == 0x2014;
}

/* "sceptical", "v emotional", "not happy", "less so": as people are. */
static bool
feels(const struct names *n, size_t i)
{
	static const char *const very[] = {
		"v",      "very",   "so",      "quite",   "not",  "still",
		"also",   "less",   "more",    "too",     "bit",  "a",
		"rather", "really", "clearly", "visibly", "most", NULL
	};
	static const char *const moods[] = {
		"sceptical",   "skeptical",   "emotional",  "tearful",
		"cross",       "angry",       "upset",      "worried",
		"anxious",     "nervous",     "keen",       "unhappy",
		"happy",       "furious",     "adamant",    "unsure",
		"unconvinced", "delighted",   "proud",      "tired",
		"absent",      "away",        "ill",        "sick",
		"quiet",       "silent",      "annoyed",    "frustrated",
		"supportive",  "doubtful",    "cautious",   "hesitant",
		"optimistic",  "pessimistic", "hopeful",    "confident",
		"relieved",    "grateful",    "surprised",  "shocked",
		"stunned",     "curious",     "torn",       "undecided",
		"willing",     "reluctant",   "passionate", "brilliant",
		"amazing",     "blunt",       "animated",   "moved",
		"sorry",       "pleased",     "convinced",  "puzzled",
		"livid",       "agreed",      "disagreed",  "abstained",
		"convinced",   NULL
	};
	const struct word *w = names_word_after(n, i);

	while (w != NULL && names_is_one_of(w, very)) {
		if (names_is_word(w, "less") &&
		    w + 1 < n->words.v + n->words.n &&
		    names_is_word(w + 1, "so"))
			return true;
		w = names_word_after(n, ++i);
	}
	return w != NULL && !names_is_cap(w) && names_is_one_of(w, moods);
}

/* "Grace has.", "Hope yes.", "Will did too." */
static bool
answers(const struct names *n, size_t i, const struct word *w)
{
	static const char *const answers[] = {
		"yes",  "no",     "yep",    "nope",    "has",  "hasnt",
		"had",  "hadnt",  "did",    "didnt",   "does", "doesnt",
		"will", "wont",   "would",  "wouldnt", "cant", "couldnt",
		"too",  "agreed", "agrees", "first",   "next", NULL
	};

	return names_is_one_of(w, answers) && is_end(names_after(n, i + 1));
}

/* "back from clinic", "again on buses", "had to go": where people are. */
static bool
moves(const struct names *n, size_t i, const struct word *w)
{
	static const char *const moves[] = { "again", "back", "away",
		                             "off",   "out",  "over",
		                             "late",  "here", NULL };
	static const char *const wheres[] = { "on",    "from", "about", "re",
		                              "to",    "at",   "with",  "in",
		                              "after", NULL };
	static const char *const had[] = { "had", "has", NULL };
	const struct word *next = names_word_after(n, i + 1);

	if (next == NULL)
		return false;
	if (names_is_one_of(w, moves))
		return names_is_one_of(next, wheres);
	return names_is_one_of(w, had) && names_is_word(next, "to") &&
	       names_word_after(n, i + 2) != NULL &&
	       !names_is_word(next + 1, "be") && !(next[1].what & CUE_THE);
}

/* What happens to things rather than being done by people. */
static bool
befalls(const struct word *w)
{
	static const char *const befalls[] = {
		"needed",    "required",  "refused",  "increased", "decreased",
		"reduced",   "raised",    "lowered",  "changed",   "approved",
		"passed",    "rejected",  "delayed",  "stopped",   "started",
		"ended",     "continued", "doubled",  "tripled",   "halved",
		"used",      "extended",  "closed",   "launched",  "introduced",
		"published", "printed",   "fixed",    "capped",    "charged",
		"included",  "excluded",  "based",    "related",   "linked",
		"faded",     "lived",     "planned",  "wanted",    "expected",
		"missed",    "shared",    "restored", "granted",   "proposed",
		"supposed",  "hoped",     "advised",  "allowed",   "called",
		"covered",   "filled",    "matched",  "awarded",   "shed",
		"red",       "coloured",  "colored",  "scented",   "tinted",
		"shaped",    "eroded",    "lasted",   "spread",    "flowered",
		"bloomed",   "burned",    "flooded",  "free",      NULL
	};

	return names_is_one_of(w, befalls);
}

/* "opened", "employs 46 people", "nearly fell". */
static bool
does(const struct names *n, size_t i, const struct word *w, bool first)
{
	static const char *const pasts[] = {
		"fell",   "spoke",   "rang",   "drove",   "wrote", "led",
		"sang",   "swore",   "threw",  "shook",   "took",  "gave",
		"made",   "got",     "saw",    "thought", "felt",  "caught",
		"began",  "kept",    "held",   "ate",     "slept", "woke",
		"chose",  "forgot",  "ran",    "left",    "went",  "came",
		"grew",   "brought", "bought", "sat",     "stood", "read",
		"put",    "met",     "paid",   "won",     "lost",  "quit",
		"fights", "fought",  "does",   "goes",    "never", NULL
	};
	static const char *const alone[] = {
		"intervened", "nodded",      "sighed",    "shrugged",
		"smiled",     "arrived",     "chipped",   "joined",
		"waved",      "clapped",     "paused",    "apologised",
		"laughed",    "cried",       "hesitated", "employs",
		"reads",      "facilitated", NULL
	};
	const struct word *next = names_word_after(n, i + 1);
	int32_t after = names_after(n, i + 1);

	if (names_is_cap(w))
		return false;
	if (names_is_one_of(w, alone))
		return true;
	if (!first || is_thing(&n->words.v[i]))
		return false;
	if (names_ends_in(n, w, "ly") && next != NULL)
		return names_ends_in(n, next, "ed") ||
		       names_is_one_of(next, pasts);
	if (names_is_one_of(w, pasts))
		return true;
	if (names_ends_in(n, w, "ing"))
		return next != NULL &&
		       (next->what & CUE_THE || names_is_word(next, "to") ||
		        names_is_word(next, "with"));
	if (names_ends_in(n, w, "ed"))
		return !befalls(w) &&
		       !(next != NULL && names_is_word(next, "by"));
	return names_ends_in(n, w, "s") && !names_ends_in(n, w, "ss") &&
	       ((after >= '0' && after <= '9') ||
	        (next != NULL && next->what & CUE_THE));
}

/* "Will!", "Hyacinth 34 yrs in", "Will, yes", "Will +1". */
static bool
is_addressed(const struct names *n, size_t last)
{
	static const char *const sighs[] = { "joy",   "hope",       "grace",
		                             "faith", "rich",       "glory",
		                             "best",  "art",        "cash",
		                             "trust", "price",      "park",
		                             "light", "hallelujah", NULL };
	static const char *const years[] = { "yrs", "years", "yr", "year",
		                             NULL };
	static const char *const yes[] = { "yes", "no", "agreed", "thanks",
		                           NULL };
	const struct word *w = &n->words.v[last];
	int32_t after = names_after(n, last);

	if (after == '!')
		return !names_is_one_of(w, sighs);
	if (last + 1 >= n->words.n || is_thing(w))
		return after == '+';
	if (after >= '0' && after <= '9')
		return names_is_one_of(w + 1, years);
	return after == '+' || (after == ',' && names_is_one_of(w + 1, yes));
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
		     is_end(names_after(n, i))))
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

/* "Hay family", "Will of Marsh Road"; no "young family". */
static bool
is_kin(const struct names *n, size_t last, const struct word *w, bool first)
{
	static const char *const kin[] = { "family", "brothers",  "sisters",
		                           "twins",  "household", NULL };
	static const char *const such[] = { "young", "small", "best",  "rich",
		                            "poor",  "black", "white", "large",
		                            "long",  "short", "royal", "holy",
		                            "green", "fair",  NULL };
	const struct word *next = names_word_after(n, last + 1);

	if (names_is_one_of(w, kin))
		return !names_is_one_of(&n->words.v[last], such);
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
	static const char *const sighs[] = { "joy", "faith", "rich", NULL };
	static const char *const quotes[] = { "\"", "\xe2\x80\x9d",
		                              "\xe2\x80\x99", "'" };
	int32_t before = names_before(n, i);
	uint32_t p = n->words.v[i].start;

	if (!(fold_is_hyphen(before) || before == 0x2014) ||
	    !is_end(names_after(n, last)))
		return false;
	while (p > 0 &&
	       (n->text.p[p - 1] == ' ' || n->text.p[p - 1] == '-' ||
	        (p > 2 && memcmp(n->text.p + p - 3, "\xe2\x80", 2) == 0 &&
	         (unsigned char)n->text.p[p - 1] < 0x98)))
		p -= n->text.p[p - 1] == ' ' || n->text.p[p - 1] == '-' ? 1 : 3;
	/* "more buses - Rose", a signature */
	if (first && last + 1 == n->words.n && p > 0 &&
	    n->text.p[n->words.v[i].start - 1] == ' ' &&
	    !is_thing(&n->words.v[i]) &&
	    !names_is_one_of(&n->words.v[i], sighs))
		return true;
	for (size_t k = 0; k < sizeof(quotes) / sizeof(*quotes); k++) {
		size_t len = strlen(quotes[k]);

		if (p >= len &&
		    memcmp(n->text.p + p - len, quotes[k], len) == 0)
			return true;
	}
	return false;
}

bool
names_behaves(const struct names *n, size_t i, size_t last, bool first)
{
	const struct word *w = names_word_after(n, last);

	if (n->words.v[last].what & CUE_MONTH)
		return false;
	if (first && is_bold(n, i, last))
		return true;
	if (w != NULL && is_kin(n, last, w, first))
		return true;
	if (has_role(n, last) || is_quoted(n, i, last, first) ||
	    is_counted(n, i))
		return true;

	if (w == NULL)
		return first && is_addressed(n, last);
	return feels(n, last) || answers(n, last, w) ||
	       (first && !is_thing(&n->words.v[last]) && moves(n, last, w)) ||
	       does(n, last, w, first);
}
