#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/mem.h"
#include "text/cues.h"
#include "text/regex.h"

enum {
	PATTERNS_MOST = 64,
	HEADS = 1 << 15, /* of three letters, five bits each */
};

/* A beginning of a word that some patterns wait for. */
struct trigger {
	struct slice word;
	bool whole;
	uint64_t needs, also; /* the patterns, one bit each */
	uint32_t next;        /* with the same head; 0 for none */
};

struct cues {
	struct regex *code[PATTERNS_MOST];
	struct trigger *triggers; /* from 1 */
	size_t n, cap;
	uint64_t also_free; /* patterns that need no second word */
	uint64_t kind[3];   /* patterns of each kind */
	uint32_t head[HEADS];
	uint64_t
	    heads[HEADS / 64]; /* which there are: for a look at less memory */
};

/* 1 to 26 for a letter of either case, else 0. */
static unsigned
letter(char c)
{
	unsigned l = ((unsigned char)c | 0x20) - 'a';

	return l < 26 ? l + 1 : 0;
}

static unsigned
head_of(const char *p, size_t len)
{
	unsigned h = 0;

	for (size_t i = 0; i < 3; i++)
		h = h << 5 | (i < len ? letter(p[i]) : 0);
	return h;
}

static void
add_trigger(struct cues *c, struct slice word, uint64_t needs, uint64_t also)
{
	bool whole = word.p[word.len - 1] == '$';
	struct trigger *t;
	uint32_t *head;

	word.len -= whole;
	head = &c->head[head_of(word.p, word.len)];
	c->heads[head_of(word.p, word.len) / 64] |=
	    (uint64_t)1 << head_of(word.p, word.len) % 64;
	for (uint32_t i = *head; i != 0; i = c->triggers[i].next)
		if (slice_eq(c->triggers[i].word, word) &&
		    c->triggers[i].whole == whole) {
			c->triggers[i].needs |= needs;
			c->triggers[i].also |= also;
			return;
		}
	c->triggers = mem_grow(c->triggers, &c->cap, c->n + 2, sizeof(*t));
	t = &c->triggers[++c->n];
	*t =
	    (struct trigger){ word, whole || word.len < 3, needs, also, *head };
	*head = (uint32_t)c->n;
}

static void
add_words(struct cues *c, const char *words, uint64_t needs, uint64_t also)
{
	while (words != NULL && *words != '\0') {
		size_t len = strcspn(words, " ");

		if (len > 0)
			add_trigger(c, (struct slice){ words, len }, needs,
			            also);
		words += len + (words[len] == ' ');
	}
}

static struct regex *
compile(const struct cue_pattern *p)
{
	struct regex *r =
	    regex_new(slice_of(p->pattern), p->cased ? 0 : REGEX_ANY_CASE);

	if (r == NULL)
		diag_die(STATUS_FAULT, "cue '%s' does not compile", p->name);
	return r;
}

struct cues *
cues_new(void)
{
	struct cues *c = mem_zalloc(1, sizeof(*c));

	for (size_t i = 0; i < cue_table_len; i++) {
		const struct cue_pattern *p = &cue_table[i];
		uint64_t bit = (uint64_t)1 << i;

		c->code[i] = compile(p);
		c->kind[p->kind] |= bit;
		c->also_free |= p->also == NULL ? bit : 0;
		add_words(c, p->needs, bit, 0);
		add_words(c, p->also, 0, bit);
	}
	return c;
}

void
cues_free(struct cues *c)
{
	if (c == NULL)
		return;
	for (size_t i = 0; i < cue_table_len; i++)
		regex_free(c->code[i]);
	free(c->triggers);
	free(c);
}

bool
cues_speak(struct slice lang)
{
	return lang.len == 0 || slice_is(lang, "en") || slice_is(lang, "eng") ||
	       slice_starts(lang, SLICE("en-")) ||
	       slice_starts(lang, SLICE("en_"));
}

/* The head of the word at p, in lower case and followed by other bytes. */
static unsigned
head_at(const char *p, size_t len)
{
	static const unsigned there[] = { 0, 0x7c00, 0x7fe0, 0x7fff };
	unsigned h = (p[0] & 31u) << 10 | (p[1] & 31u) << 5 | (p[2] & 31u);

	return h & there[len < 3 ? len : 3];
}

static bool
begins(const char *p, size_t len, const struct trigger *t)
{
	return len >= t->word.len && (!t->whole || len == t->word.len) &&
	       memcmp(p, t->word.p, t->word.len) == 0;
}

/* The patterns both of whose lists have a word in the text. */
static uint64_t
worth_trying(const struct cues *c, const struct letters *text)
{
	uint64_t needs = 0, also = c->also_free;
	struct run r = { 0, 0 };

	while (letters_next(text, r.end, &r)) {
		const char *p = text->lower.data + r.at;
		size_t len = r.end - r.at;

		unsigned head = head_at(p, len);

		if (!(c->heads[head / 64] >> head % 64 & 1))
			continue;
		for (uint32_t i = c->head[head]; i != 0;
		     i = c->triggers[i].next)
			if (begins(p, len, &c->triggers[i])) {
				needs |= c->triggers[i].needs;
				also |= c->triggers[i].also;
			}
	}
	return needs & also;
}

static int
try_pattern(struct cues *c, unsigned i, struct slice text, struct cue_hit *hit)
{
	const size_t *at;
	int n = regex_find(c->code[i], text, 0, &at);

	if (n > 0)
		*hit = (struct cue_hit){ true, i, at[0], at[1] };
	return n < 0 ? -1 : 0;
}

static int
find_kind(struct cues *c, uint64_t patterns, struct slice text,
          struct cue_hit *hit)
{
	*hit = (struct cue_hit){ 0 };
	for (unsigned i = 0; patterns >> i != 0; i++)
		if ((patterns >> i & 1) != 0 && !hit->found &&
		    try_pattern(c, i, text, hit) < 0)
			return -1;
	return 0;
}

int
cues_find(struct cues *c, const struct letters *text,
          struct cue_hit *divergence, struct cue_hit *convergence)
{
	uint64_t patterns = worth_trying(c, text);

	if (find_kind(c, patterns & c->kind[CUE_DIVERGENCE], text->text,
	              divergence) < 0)
		return -1;
	return find_kind(c, patterns & c->kind[CUE_CONVERGENCE], text->text,
	                 convergence);
}
