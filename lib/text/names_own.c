/*
 * What speakers say they lead or belong to: "I run the food bank", "I chair
 * Wendle Council", "our school". Where k people of the list may say so it
 * stays.
 */
#include "data/namecues.h"
#include "text/fold.h"
#include "text/names.h"
#include "text/names_parts.h"

enum { LONGEST = 6 };

/* Bodies that people lead or are of, by kind. */
static const char *const bodies[] = {
	"school",      "academy",    "college",     "university", "nursery",
	"practice",    "surgery",    "clinic",      "hospital",   "hospice",
	"trust",       "council",    "ward",        "charity",    "church",
	"mosque",      "temple",     "synagogue",   "gurdwara",   "parish",
	"library",     "museum",     "theatre",     "club",       "society",
	"association", "federation", "partnership", "company",    "firm",
	"business",    "union",      "group",       "forum",      "board",
	"committee",   "network",    "service",     "department", "agency",
	"foundation",  "centre",     "center",      "farm",       "shop",
	"pub",         "cafe",       "bakery",      "garage",     "pharmacy",
	"hub",         "pantry",     "foodbank",    "bank",       "project",
	"scheme",      "team",       "branch",      "office",     "hotel",
	"tenants",     "residents",  "governors",   "trustees",   "pta",
	"hall",        "estate",     "salon",       "kitchen",    "playgroup",
	NULL
};

/* What "my" or "our" is said of by those who work there. */
static const char *const own[] = { "trust",  "council",  "ward",
	                           "school", "practice", NULL };

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

/* Whether k people of the list, or nobody, are of such a body. */
static bool
many_are(const struct names *n, uint64_t hash, bool nobody)
{
	static const char *const like[][5] = {
		{ "school", "academy", "primary", "college", NULL },
		{ "practice", "surgery", "clinic", "health", NULL },
	};
	size_t people = roster_body(n->roster, hash);

	for (size_t k = 0; k < sizeof(like) / sizeof(*like); k++)
		for (size_t m = 0; hash == lexicon_hash(slice_of(like[k][0])) &&
		                   like[k][++m] != NULL;)
			people += roster_body(
			    n->roster, lexicon_hash(slice_of(like[k][m])));
	return people >= n->roster->k || (nobody && people == 0);
}

/* "my practice", "our primary school". */
static void
try_own(struct names *n, size_t i)
{
	size_t last = i + 1;

	while (last < n->words.n && last < i + 4 && names_joined(n, last - 1) &&
	       !names_is_one_of(&n->words.v[last], own))
		last++;
	if (last >= n->words.n || last == i + 4 || !names_joined(n, last - 1) ||
	    !ends_there(n, last))
		return;
	for (size_t j = i + 1; j <= last; j++)
		if (n->taken[j] || n->words.v[j].what & CUE_THE)
			return;
	if (!many_are(n, n->words.v[last].hash, true))
		names_mask(n, i + 1, last + 1, SPAN_ORG, "own organisation",
		           n->words.v[last].hash | 1);
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

		if (names_is_one_of(w, bodies) ||
		    (n->taken[j] == TAKEN_THING && from == i)) {
			end = j + 1;
			*head = w->hash;
		}
		if (!names_joined(n, j))
			break;
	}
	return end;
}

/* "I run the food bank", "I chair", "I represent". */
static void
try_lead(struct names *n, size_t i)
{
	static const char *const verbs[] = { "chair",  "run",     "represent",
		                             "manage", "lead",    "head",
		                             "own",    "founded", "chaired",
		                             "ran",    "led",     "managed",
		                             NULL };
	uint64_t head = 0;
	size_t verb = i + 1, end;

	if (names_is_word(&n->words.v[verb], "also") && names_joined(n, verb))
		verb++;
	if (verb + 1 >= n->words.n || !names_joined(n, verb) ||
	    !names_is_one_of(&n->words.v[verb], verbs))
		return;
	end = body_at(n, verb + 1, &head);
	if (end <= verb + 1 || many_are(n, head, false))
		return;
	names_mask(n, verb + 1, end, SPAN_ORG, "what somebody leads", head | 1);
	names_mask_where(n, end, SPAN_PLACE);
}

/* The hash of a few small letters, the first lowest. */
static inline uint64_t
hash_of(uint64_t letters, size_t len)
{
	return lexicon_seal(lexicon_step(LEX_SEED, letters), len);
}

void
names_find_own(struct names *n)
{
	const uint64_t me = hash_of('i', 1), my = hash_of('m' | 'y' << 8, 2);
	const uint64_t our = hash_of('o' | 'u' << 8 | 'r' << 16, 3);

	for (size_t k = 0; k < n->words.ntelling; k++) {
		size_t i = n->words.telling[k];
		uint64_t hash = n->words.v[i].hash;

		if (i + 1 == n->words.n)
			break;
		if ((hash != me && hash != my && hash != our) || n->taken[i] ||
		    !names_joined(n, i))
			continue;
		if (hash != me)
			try_own(n, i);
		else if (!n->taken[i + 1])
			try_lead(n, i);
	}
}
