#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/mem.h"
#include "text/cue_context.h"
#include "text/cues.h"
#include "text/regex.h"

enum { HEADS = 1 << 15 }; /* of three letters, five bits each */

/* A beginning of a word that some patterns wait for. */
struct trigger {
	struct slice word;
	bool whole;
	struct cue_wait wait;
	uint32_t next; /* with the same head; 0 for none */
};

struct cues {
	struct regex *code[CUES_MOST];
	struct trigger *triggers; /* from 1 */
	size_t n, cap;
	struct cue_wait none; /* patterns that have no words in a list */
	uint64_t kind[3];     /* patterns of each kind */
	uint32_t head[HEADS];
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
add_trigger(struct cues *c, struct slice word, size_t list, uint64_t bit)
{
	bool whole = word.p[word.len - 1] == '$';
	struct trigger *t;
	uint32_t *head;

	word.len -= whole;
	head = &c->head[head_of(word.p, word.len)];
	for (uint32_t i = *head; i != 0; i = c->triggers[i].next)
		if (slice_eq(c->triggers[i].word, word) &&
		    c->triggers[i].whole == whole) {
			c->triggers[i].wait.list[list] |= bit;
			return;
		}
	c->triggers = mem_grow(c->triggers, &c->cap, c->n + 2, sizeof(*t));
	t = &c->triggers[++c->n];
	*t = (struct trigger){ .word = word,
		               .whole = whole || word.len < 3,
		               .next = *head };
	t->wait.list[list] = bit;
	*head = (uint32_t)c->n;
}

static void
add_words(struct cues *c, const char *words, size_t list, uint64_t bit)
{
	if (words == NULL)
		c->none.list[list] |= bit;
	while (words != NULL && *words != '\0') {
		size_t len = strcspn(words, " ");

		if (len > 0)
			add_trigger(c, (struct slice){ words, len }, list, bit);
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
		for (size_t list = 0; list < CUE_LISTS; list++)
			add_words(c, p->words[list], list, bit);
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

static bool
begins(const char *p, size_t len, const struct trigger *t)
{
	return len >= t->word.len && (!t->whole || len == t->word.len) &&
	       memcmp(p, t->word.p, t->word.len) == 0;
}

void
cues_wait(const struct cues *c, const char *letters, size_t len,
          struct cue_wait *w)
{
	uint32_t i = c->head[head_of(letters, len)];

	for (; i != 0; i = c->triggers[i].next)
		if (begins(letters, len, &c->triggers[i]))
			for (size_t n = 0; n < CUE_LISTS; n++)
				w->list[n] |= c->triggers[i].wait.list[n];
}

uint64_t
cues_ready(const struct cues *c, const struct cue_wait *w)
{
	uint64_t ready = ~(uint64_t)0;

	for (size_t n = 0; n < CUE_LISTS; n++)
		ready &= w->list[n] | c->none.list[n];
	return ready;
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
find_kind(struct cues *c, uint64_t patterns, enum cue_kind kind,
          struct slice text, struct cue_hit *hit)
{
	*hit = (struct cue_hit){ 0 };
	for (patterns &= c->kind[kind]; patterns != 0;
	     patterns &= patterns - 1) {
		if (try_pattern(c, (unsigned)__builtin_ctzll(patterns), text,
		                hit) < 0)
			return -1;
		if (hit->found && cue_context_holds(text, hit, kind))
			return 0;
		hit->found = false;
	}
	return 0;
}

int
cues_find(struct cues *c, struct slice text, uint64_t patterns,
          struct cue_hit *divergence, struct cue_hit *convergence)
{
	if (find_kind(c, patterns, CUE_DIVERGENCE, text, divergence) < 0)
		return -1;
	return find_kind(c, patterns, CUE_CONVERGENCE, text, convergence);
}
