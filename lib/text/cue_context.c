#include "text/cue_context.h"

#include <ctype.h>
#include <string.h>

enum { LONGEST = 20 }; /* bytes of a word that are looked at */

/* Before a cue of either kind: it is denied. */
static const char *const denials[] = { "nobody",   "none",  "hardly",
	                               "scarcely", "never", "nor",
	                               "few",      "not",   "no",
	                               "without",  NULL };

/* Before one of agreement: it is wished for, or had not. */
static const char *const wishes[] = { "want",   "wants", "need",   "needs",
	                              "seek",   "hope",  "cannot", "neither",
	                              "unless", "until", "if",     NULL };

/* Those who are not the room; and those who are. */
static const char *const strangers[] = {
	"council",    "government", "cabinet",  "parliament", "landlord",
	"landlords",  "tenants",    "mum",      "dad",        "parents",
	"neighbours", "police",     "minister", "ministers",  NULL
};
static const char *const room[] = { "we",           "us",    "our",
	                            "table",        "group", "room",
	                            "participants", "all",   "people",
	                            "everyone",     "some",  NULL };

/* Behind one of agreement: there is none, or not of all. */
static const char *const excepts[] = { "apart", "except", "not",       "never",
	                               "none",  "nil",    "overrated", NULL };

/* Behind one of divergence: there is none. */
static const char *const nothing[] = { "none", "nil", "nothing", NULL };

/* Where a clause ends that goes on before another. */
static const char *const joints[] = { "but",      "and",    "while", "whereas",
	                              "although", "though", "so",    NULL };

static bool
is_letter(char c)
{
	return isalpha((unsigned char)c) || (unsigned char)c >= 0x80;
}

static bool
is_among(struct slice word, const char *const list[])
{
	char w[LONGEST];

	if (word.len == 0 || word.len > LONGEST)
		return false;
	for (size_t i = 0; i < word.len; i++)
		w[i] = (char)tolower((unsigned char)word.p[i]);
	for (size_t i = 0; list[i] != NULL; i++)
		if (slice_is((struct slice){ w, word.len }, list[i]))
			return true;
	return false;
}

/* The word that ends before *at, which goes to its start; empty: none. */
static struct slice
word_before(struct slice text, size_t *at)
{
	size_t end;

	while (*at > 0 && memchr(" '\"*", text.p[*at - 1], 4) != NULL)
		--*at;
	end = *at;
	while (*at > 0 && is_letter(text.p[*at - 1]))
		--*at;
	return (struct slice){ text.p + *at, end - *at };
}

/* The words of a clause before a cue: which of the lists they are in. */
struct before {
	bool denied, wished, strange, own;
};

static struct before
look_back(struct slice text, size_t at)
{
	struct before b = { 0 };
	struct slice word;

	while ((word = word_before(text, &at)).len > 0 &&
	       !is_among(word, joints)) {
		b.denied |= is_among(word, denials) ||
		            (slice_is(word, "one") && at >= 3 &&
		             strncasecmp(text.p + at - 3, "no ", 3) == 0);
		b.wished |= is_among(word, wishes);
		b.strange |= is_among(word, strangers);
		b.own |= is_among(word, room);
	}
	return b;
}

/* Whether the clause goes on so that nobody agrees, or not all. */
static bool
is_excepted(struct slice text, size_t at, const char *const list[])
{
	for (size_t n = 0; n < 3; n++) {
		size_t from;
		struct slice word;

		while (at < text.len && memchr(" :-", text.p[at], 3) != NULL)
			at++;
		from = at;
		while (at < text.len && is_letter(text.p[at]))
			at++;
		if (at == from)
			return false;
		word = (struct slice){ text.p + from, at - from };
		if (is_among(word, list))
			return true;
		if (at == text.len &&
		    (slice_is(word, "no") || slice_is(word, "No")))
			return true;
	}
	return false;
}

bool
cue_context_holds(struct slice text, const struct cue_hit *hit,
                  enum cue_kind kind)
{
	struct before b = look_back(text, hit->start);
	bool strange = b.strange && !b.own;

	if (kind == CUE_DIVERGENCE)
		return !strange && !b.denied &&
		       !is_excepted(text, hit->end, nothing);
	return !strange && !b.denied && !b.wished &&
	       !is_excepted(text, hit->end, excepts);
}
