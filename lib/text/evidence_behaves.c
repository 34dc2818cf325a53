/*
 * Whether a roster's name that opens a sentence, and is a word as well, is
 * somebody who does or feels something: "Hope sceptical", "Grace has.", "Iris
 * reads every card". What things may do as well is asked of the rest alone.
 */
#include "data/namecues.h"
#include "text/fold.h"
#include "text/names.h"
#include "text/names_parts.h"

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
		"yes",    "no",      "yep",  "nope",    "has",  "hasnt",
		"had",    "hadnt",   "did",  "didnt",   "does", "doesnt",
		"is",     "isnt",    "was",  "wasnt",   "will", "wont",
		"would",  "wouldnt", "cant", "couldnt", "too",  "agreed",
		"agrees", "first",   "next", NULL
	};

	return names_is_one_of(w, answers) &&
	       names_is_end(names_after(n, i + 1));
}

/* "back from clinic", "again on buses", "had to go": where people are. */
static bool
moves(const struct names *n, size_t i, const struct word *w)
{
	static const char *const moves[] = { "again", "back", "away",
		                             "off",   "out",  "over",
		                             "late",  "here", NULL };
	static const char *const wheres[] = { "on", "from",  "of", "about",
		                              "re", "to",    "at", "with",
		                              "in", "after", NULL };
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

/* Whether a number follows a word. */
static bool
counts(const struct names *n, size_t i)
{
	int32_t after = names_after(n, i);

	return after >= '0' && after <= '9';
}

/* "quoted the law", but no "quoted by". */
static bool
cites(const struct names *n, size_t i, const struct word *w)
{
	static const char *const verbs[] = { "quoted", "cited", "conceded",
		                             NULL };
	const struct word *next = names_word_after(n, i + 1);

	return names_is_one_of(w, verbs) && !names_is_topic(&n->words.v[i]) &&
	       !(next != NULL && names_is_word(next, "by"));
}

/* "opened", "employs 46 people", "nearly fell". */
static bool
does(const struct names *n, size_t i, const struct word *w, bool first)
{
	static const char *const pasts[] = {
		"fell",  "spoke",   "rang",   "drove",   "wrote",  "led",
		"sang",  "swore",   "threw",  "shook",   "took",   "gave",
		"made",  "got",     "saw",    "thought", "felt",   "caught",
		"began", "kept",    "held",   "ate",     "slept",  "woke",
		"chose", "forgot",  "ran",    "left",    "went",   "came",
		"grew",  "brought", "bought", "sat",     "stood",  "read",
		"put",   "met",     "paid",   "won",     "lost",   "quit",
		"drew",  "heard",   "spent",  "fights",  "fought", "does",
		"goes",  "never",   NULL
	};
	static const char *const alone[] = {
		"intervened", "nodded",      "sighed",    "shrugged",
		"smiled",     "arrived",     "chipped",   "joined",
		"waved",      "clapped",     "paused",    "apologised",
		"laughed",    "cried",       "hesitated", "employs",
		"reads",      "facilitated", NULL
	};
	const struct word *next = names_word_after(n, i + 1);

	if (names_is_cap(w))
		return false;
	if (names_is_one_of(w, alone) || cites(n, i, w))
		return true;
	if (!first || names_is_topic(&n->words.v[i]))
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
	       (counts(n, i + 1) || (next != NULL && next->what & CUE_THE));
}

bool
names_behaves(const struct names *n, size_t i, size_t last, bool first)
{
	const struct word *w = names_word_after(n, last);

	if (n->words.v[last].what & CUE_MONTH)
		return false;
	if (names_called(n, i, last, first))
		return true;
	if (w == NULL)
		return false;
	return feels(n, last) || answers(n, last, w) ||
	       (first && !names_is_topic(&n->words.v[last]) &&
	        moves(n, last, w)) ||
	       does(n, last, w, first);
}
