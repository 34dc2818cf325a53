/*
 * Whether a roster's first name that opens a sentence, and is a word as well,
 * is somebody who is, has or does something: "Bill will paint the doors".
 */
#include "data/namecues.h"
#include "text/fold.h"
#include "text/names.h"
#include "text/names_parts.h"

/* The word behind word i, or NULL; moves i there. */
static const struct word *
step(const struct names *n, size_t *i)
{
	const struct word *w = names_word_after(n, *i);

	if (w != NULL)
		++*i;
	return w;
}

/* What a bill, a grant or hope may be: "paid", "low", "too late", "cut". */
static bool
is_of_things(const struct names *n, const struct word *w)
{
	static const char *const things[] = {
		"too",       "low",    "high",       "lower",      "higher",
		"due",       "up",     "down",       "cut",        "paid",
		"sent",      "spent",  "lost",       "made",       "put",
		"set",       "given",  "gone",       "run",        "kept",
		"taken",     "found",  "held",       "shown",      "won",
		"full",      "empty",  "small",      "smaller",    "big",
		"large",     "long",   "short",      "key",        "vital",
		"essential", "good",   "bad",        "better",     "worse",
		"important", "enough", "what",       "where",      "why",
		"how",       "when",   "everywhere", "fixed",      "free",
		"expensive", "cheap",  "possible",   "impossible", "never",
		"written",   "drawn",  "built",      "sold",       "bought",
		NULL
	};
	static const char *const people[] = {
		"elected",   "appointed",  "invited",      "pleased",
		"delighted", "interested", "disappointed", "surprised",
		"annoyed",   "frustrated", "retired",      "scared",
		"tired",     "bored",      "relieved",     "opposed",
		"married",   NULL
	};

	if (names_is_one_of(w, things))
		return true;
	return names_ends_in(n, w, "ed") && !(w->what & CUE_SAYS) &&
	       !names_is_one_of(w, people);
}

/* "was there", "is not sure", but not "is not a plan", "was not paid". */
static bool
is_somebody(const struct names *n, size_t i, bool never)
{
	static const char *const articles[] = { "a", "an", "the", NULL };
	static const char *const fillers[] = { "not",   "also",  "still",
		                               "now",   "just",  "already",
		                               "very",  "being", "quite",
		                               "again", NULL };
	const struct word *w;

	while ((w = step(n, &i)) != NULL && names_is_one_of(w, fillers))
		never = never || names_is_word(w, "not");
	if (w == NULL)
		return false;
	/* "was paid to mend the roof" */
	if (names_is_word(w, "paid") && names_word_after(n, i) != NULL &&
	    names_is_word(w + 1, "to"))
		return names_word_after(n, i + 1) != NULL &&
		       !(w[2].what & CUE_THE);
	return !(never && names_is_one_of(w, articles)) && !is_of_things(n, w);
}

/* "has two sons", "had not been there", but not "has gone up", "had ended". */
static bool
has_somebody(const struct names *n, size_t i)
{
	static const char *const fillers[] = { "not",     "also", "still",
		                               "already", "just", "always",
		                               "now",     NULL };
	const struct word *w;

	while ((w = step(n, &i)) != NULL && names_is_one_of(w, fillers))
		continue;
	if (w == NULL)
		return false;
	if (names_is_word(w, "been"))
		return is_somebody(n, i, false);
	return !names_is_one_of(
		   w, (const char *const[]){ "gone", "run", "fallen", "risen",
	                                     "grown", "come", "to", NULL }) &&
	       (!names_ends_in(n, w, "ed") || w->what & CUE_SAYS);
}

/* "will paint", "could not come", but not "will be high", "can wait". */
static bool
would_somebody(const struct names *n, size_t i)
{
	static const char *const fillers[] = { "not",    "also",  "still",
		                               "then",   "never", "now",
		                               "always", NULL };
	static const char *const things[] = {
		"rise", "fall", "increase", "decrease", "double", "grow",
		"last", "cost", "depend",   "mean",     "matter", "end",
		"fade", "run",  "expire",   "wait",     NULL
	};
	const struct word *w;

	while ((w = step(n, &i)) != NULL && names_is_one_of(w, fillers))
		continue;
	if (w == NULL)
		return true;
	if (names_is_word(w, "be"))
		return is_somebody(n, i, false);
	if (names_is_word(w, "have"))
		return has_somebody(n, i);
	return !names_is_one_of(w, things) && !(w->what & CUE_THE) &&
	       !names_is_one_of(w, (const char *const[]){
				       "we", "you", "they", "i", "he", "she",
				       "it", "there", "this", "that", "and",
				       "of", "in", "to", NULL });
}

/* "painted the doors", "joined us": what only people do to something. */
static bool
did_something(const struct names *n, size_t i)
{
	static const char *const objects[] = {
		"the",     "a",       "an",    "his",  "her", "my",
		"our",     "their",   "us",    "me",   "him", "them",
		"that",    "it",      "all",   "some", "two", "both",
		"himself", "herself", "after", NULL
	};
	static const char *const others[] = {
		"put",   "held",    "found", "paid",   "cut", "lost",
		"ran",   "grew",    "kept",  "won",    "set", "hid",
		"spent", "stopped", "looks", "looked", NULL
	};
	const struct word *verb = names_word_after(n, i), *next;

	next = names_word_after(n, i + 1);
	/* "paid for the tea", but not "paid for by the council" */
	if (next != NULL && names_is_word(verb, "paid") &&
	    names_is_word(next, "for")) {
		verb = next;
		next = names_word_after(n, i + 2);
		return next != NULL && !names_is_word(next, "by");
	}
	return next != NULL && !names_is_cap(verb) &&
	       (names_ends_in(n, verb, "ed") ||
	        names_is_one_of(verb, others)) &&
	       names_is_one_of(next, objects);
}

/* Whether the same word, in small letters, is a thing in this text. */
static bool
is_topic(const struct names *n, size_t last)
{
	for (size_t i = 1; i < n->words.n; i++) {
		const struct word *w = &n->words.v[i], *before;

		if (w->hash != n->words.v[last].hash || names_is_cap(w))
			continue;
		before = names_word_before(n, i);
		if (before != NULL && before->what & CUE_THE)
			return true;
	}
	return false;
}

/* What follows a name in a sentence, by what decides whether it is one. */
static const char *const bes[] = { "was",   "is",     "isnt",
	                           "wasnt", "seems",  "seemed",
	                           "feels", "looked", NULL };
static const char *const nots[] = { "isnt", "wasnt", NULL };
static const char *const haves[] = { "has", "had", "hasnt", "hadnt", NULL };
static const char *const woulds[] = {
	"will",  "would",    "can",     "could",  "should", "might",
	"must",  "wont",     "wouldnt", "cant",   "cannot", "couldnt",
	"shall", "shouldnt", "didnt",   "doesnt", NULL
};
static const char *const verbs[] = {
	"who",        "knows",  "knew",       "remembers", "stood",
	"stands",     "sat",    "met",        "meets",     "heard",
	"hears",      "built",  "builds",     "drove",     "drives",
	"walks",      "walked", "voted",      "votes",     "stayed",
	"joined",     "joins",  "arrived",    "laughed",   "cried",
	"shouted",    "smiled", "lived",      "lives",     "told",
	"tells",      "taught", "promised",   "promises",  "prefers",
	"preferred",  "read",   "writes",     "brings",    "buys",
	"sells",      "sold",   "spends",     "cooks",     "cooked",
	"became",     "began",  "understood", "chairs",    "moved",
	"phoned",     "rang",   "emailed",    "helped",    "did",
	"goes",       "asks",   "doubts",     "doubted",   "owns",
	"pays",       "uses",   "visits",     "visited",   "volunteers",
	"used",       "does",   "worked",     "works",     "turned",
	"waited",     "talked", "climbed",    "slept",     "apologised",
	"apologized", NULL
};

static bool
acts(const struct names *n, size_t last)
{
	const struct word *after = names_word_after(n, last);

	if (names_is_one_of(after, verbs))
		return true;
	if (names_is_one_of(after, bes))
		return is_somebody(n, last + 1, names_is_one_of(after, nots));
	if (names_is_one_of(after, haves))
		return has_somebody(n, last + 1);
	if (names_is_one_of(after, woulds))
		return would_somebody(n, last + 1);
	return did_something(n, last);
}

bool
names_acts(const struct names *n, size_t last)
{
	static const char *const adverbs[] = { "never",   "always",  "still",
		                               "already", "only",    "really",
		                               "often",   "usually", "once",
		                               "also",    "just",    "then",
		                               "later",   "clearly", NULL };
	size_t i = last;
	const struct word *after = names_word_after(n, i);

	if (n->words.v[last].what & CUE_MONTH)
		return false;
	/* "Rose, who lives next door" */
	if (names_after(n, last) == ',' && last + 1 < n->words.n)
		return names_is_word(&n->words.v[last + 1], "who");
	if (after == NULL)
		return false;
	if (names_is_one_of(after, adverbs) &&
	    names_word_after(n, i + 1) != NULL) {
		after = names_word_after(n, ++i);
		if (after->what & CUE_SAYS)
			return !is_topic(n, last);
	}
	return acts(n, i) && !is_topic(n, last);
}
