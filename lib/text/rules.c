#include "text/rules.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/pool.h"
#include "text/regex.h"
#include "text/stem.h"
#include "text/token.h"

enum {
	LONGEST = 4096, /* bytes of a pattern */
	WORDS = 8,      /* of a keyword */
};

#define NO_STEM UINT32_MAX

/* A keyword: its stems, and what the word after them begins with. */
struct keyword {
	uint32_t code;
	uint32_t stems[WORDS];
	struct slice words[WORDS];
	size_t n;
	struct slice prefix; /* p NULL: nothing more is asked */
	size_t next;         /* keyword of the same first stem, + 1 */
	size_t seen;         /* number of the text that last met it */
};

struct pattern {
	uint32_t code;
	struct regex *regex;
};

/* The words of a text; a break is a word without a stem. */
struct word {
	uint32_t stem;
	struct slice folded;
};

struct rules {
	struct stem *stems;
	bool english;
	struct keyword *v;
	size_t n, cap;
	size_t *first; /* for each stem: the newest keyword with it, + 1 */
	size_t nfirst, cap_first;
	size_t bare; /* the newest keyword that is but a prefix, + 1 */
	struct pattern *patterns;
	size_t npatterns, cap_patterns;
	struct pool pool;
	struct word *words;
	size_t nwords, cap_words;
	size_t texts; /* matched */
};

struct rules *
rules_new(const char *language)
{
	struct rules *r = mem_zalloc(1, sizeof(*r));

	r->stems = stem_new(language);
	r->english =
	    strcmp(language, "english") == 0 || strcmp(language, "en") == 0;
	return r;
}

static void
add_word(struct rules *r, const struct token *k)
{
	struct word w = { NO_STEM, { NULL, 0 } };

	if (k->kind == TOKEN_WORD || k->kind == TOKEN_NUMBER) {
		struct slice base = token_base(k->folded);
		const struct stem_word *known = stem_look(r->stems, base);

		w.stem = known->stem;
		w.folded = stem_word_text(r->stems, known->word);
	}
	r->words =
	    mem_grow(r->words, &r->cap_words, r->nwords + 1, sizeof(*r->words));
	r->words[r->nwords++] = w;
}

static void
read_words(struct rules *r, struct slice text)
{
	struct tokens t = TOKENS_INIT;
	struct token k;

	r->nwords = 0;
	token_start(&t, text);
	while (token_next(&t, &k))
		add_word(r, &k);
	token_end(&t);
}

/* Hang a keyword where texts will find it: at its first stem. */
static void
hang(struct rules *r, struct keyword *k)
{
	size_t *at = &r->bare, before = r->nfirst;

	if (k->n > 0 && k->stems[0] >= before) {
		r->nfirst = (size_t)k->stems[0] + 1;
		r->first = mem_grow(r->first, &r->cap_first, r->nfirst,
		                    sizeof(*r->first));
		memset(r->first + before, 0,
		       (r->nfirst - before) * sizeof(*r->first));
	}
	if (k->n > 0)
		at = &r->first[k->stems[0]];
	k->next = *at;
	*at = r->n;
}

const char *
rules_keyword(struct rules *r, uint32_t code, struct slice words)
{
	struct keyword k = { .code = code };
	bool open;

	words = slice_trim(words);
	open = words.len > 0 && words.p[words.len - 1] == '*';
	words.len -= open;
	read_words(r, words);
	if (r->nwords == 0)
		return "is no word";
	if (r->nwords > WORDS)
		return "has more than 8 words";
	for (size_t i = 0; i < r->nwords; i++) {
		if (r->words[i].stem == NO_STEM)
			return "has punctuation that no word has";
		k.words[k.n] = r->words[i].folded;
		k.stems[k.n++] = r->words[i].stem;
	}
	if (open)
		k.prefix = pool_slice(&r->pool, r->words[--k.n].folded);
	r->v = mem_grow(r->v, &r->cap, r->n + 1, sizeof(*r->v));
	r->v[r->n++] = k;
	hang(r, &r->v[r->n - 1]);
	return NULL;
}

const char *
rules_pattern(struct rules *r, uint32_t code, struct slice s)
{
	struct regex *regex;

	s = slice_trim(s);
	if (s.len > 2 && s.p[0] == '/' && s.p[s.len - 1] == '/')
		s = (struct slice){ s.p + 1, s.len - 2 };
	if (s.len == 0 || s.len > LONGEST)
		return "is empty or longer than 4096 bytes";
	regex = regex_new(s, REGEX_ANY_CASE | REGEX_UNICODE);
	if (regex == NULL)
		return "is not a regular expression that PCRE2 can read";
	r->patterns = mem_grow(r->patterns, &r->cap_patterns, r->npatterns + 1,
	                       sizeof(*r->patterns));
	r->patterns[r->npatterns++] = (struct pattern){ code, regex };
	if (regex_find(regex, SLICE(""), 0, NULL) > 0)
		return "matches where there is nothing";
	return NULL;
}

/* Whether s is what English adds to a word to bend it. */
static bool
bends(struct slice s, char before)
{
	static const char *const endings[] = { "",    "s", "es", "d",   "ed",
		                               "ing", "e", "y",  "ies", "ied" };

	if (s.len > 2 && s.p[0] == before)
		s = slice_from(s, 1); /* plan, planned */
	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
		if (slice_is(s, endings[i]))
			return true;
	return false;
}

/*
 * Whether two words of one stem are forms of one word: hospital and
 * hospitality have a stem in common, and nothing else.
 */
static bool
same_word(const struct rules *r, struct slice a, struct slice b)
{
	size_t same = 0;

	if (!r->english || slice_eq(a, b))
		return true;
	while (same < a.len && same < b.len && a.p[same] == b.p[same])
		same++;
	return same > 0 && bends(slice_from(a, same), a.p[same - 1]) &&
	       bends(slice_from(b, same), a.p[same - 1]);
}

static bool
fits(const struct rules *r, const struct keyword *k, size_t at)
{
	size_t after = at + k->n;

	if (after + (k->prefix.p != NULL) > r->nwords)
		return false;
	for (size_t i = 0; i < k->n; i++)
		if (r->words[at + i].stem != k->stems[i] ||
		    !same_word(r, r->words[at + i].folded, k->words[i]))
			return false;
	return k->prefix.p == NULL ||
	       slice_starts(r->words[after].folded, k->prefix);
}

/* Count the keywords of a chain that begin at a word of the text. */
static void
try_chain(struct rules *r, size_t chain, size_t at, uint32_t *hits)
{
	while (chain > 0) {
		struct keyword *k = &r->v[chain - 1];

		if (k->seen != r->texts && fits(r, k, at)) {
			k->seen = r->texts;
			hits[k->code]++;
		}
		chain = k->next;
	}
}

static int
match_pattern(const struct pattern *p, struct slice text, uint32_t *hits)
{
	int rc = regex_find(p->regex, text.p ? text : SLICE(""), 0, NULL);

	if (rc < 0)
		return -1;
	hits[p->code] += (uint32_t)rc;
	return 0;
}

int
rules_match(struct rules *r, struct slice text, uint32_t *hits, uint32_t *code)
{
	r->texts++;
	if (r->n > 0)
		read_words(r, text);
	for (size_t i = 0; r->n > 0 && i < r->nwords; i++) {
		uint32_t stem = r->words[i].stem;

		if (stem == NO_STEM)
			continue;
		try_chain(r, r->bare, i, hits);
		if (stem < r->nfirst)
			try_chain(r, r->first[stem], i, hits);
	}
	for (size_t i = 0; i < r->npatterns; i++) {
		if (match_pattern(&r->patterns[i], text, hits) == 0)
			continue;
		*code = r->patterns[i].code;
		return -1;
	}
	return 0;
}

void
rules_free(struct rules *r)
{
	if (r == NULL)
		return;
	for (size_t i = 0; i < r->npatterns; i++)
		regex_free(r->patterns[i].regex);
	free(r->patterns);
	free(r->words);
	free(r->first);
	free(r->v);
	pool_free(&r->pool);
	stem_free(r->stems);
	free(r);
}
