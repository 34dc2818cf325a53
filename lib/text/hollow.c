#include "text/hollow.h"

#include "text/token.h"

static const char *const words[] = {
	"a",       "above", "add",   "agree",   "agreed",   "all",   "any",
	"as",      "below", "blank", "comment", "comments", "ditto", "else",
	"exactly", "i",     "idem",  "n",       "na",       "nil",   "no",
	"none",    "not",   "noted", "nothing", "ok",       "okay",  "really",
	"same",    "say",   "see",   "sure",    "table",    "tbc",   "tbd",
	"the",     "this",  "to",    "too",     "we",       "with",  "yep",
	"yes",
};

static bool
is_listed(struct slice word)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (slice_is(word, words[i]))
			return true;
	return false;
}

bool
hollow(struct slice text)
{
	struct tokens t = TOKENS_INIT;
	struct token k;
	bool only = true;

	token_start(&t, text);
	while (only && token_next(&t, &k))
		only = k.kind == TOKEN_BREAK || k.kind == TOKEN_NUMBER ||
		       (k.kind == TOKEN_WORD && is_listed(k.folded));
	token_end(&t);
	return only;
}
