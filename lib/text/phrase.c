#include "text/phrase.h"

#include <string.h>
#include <utf8proc.h>

#include "text/stop.h"

void
phrases_start(struct phrases *p, struct stem *stems, struct slice text)
{
	*p = (struct phrases){ .stems = stems, .sentence = true };
	p->tokens = (struct tokens)TOKENS_INIT;
	token_start(&p->tokens, text);
}

void
phrases_end(struct phrases *p)
{
	token_end(&p->tokens);
	buf_free(&p->surface);
	buf_free(&p->key);
}

static size_t
characters(struct slice s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++)
		n += ((unsigned char)s.p[i] & 0xc0) != 0x80;
	return n;
}

/* Whether only blanks, or one hyphen, stand between end and next. */
static bool
joined(const char *end, const char *next)
{
	if (end == NULL)
		return false;
	if (next == end + 1 && (*end == '-' || *end == ' '))
		return true;
	for (; end < next; end++)
		if (*end != ' ' && *end != '\t')
			return false;
	return true;
}

/* Whether a word has a capital at its start and nowhere else. */
static bool
is_title(struct slice raw)
{
	if (raw.len < 2 || raw.p[0] < 'A' || raw.p[0] > 'Z')
		return false;
	for (size_t i = 1; i < raw.len; i++)
		if (raw.p[i] >= 'A' && raw.p[i] <= 'Z')
			return false;
	return true;
}

static void
forget(struct phrases *p)
{
	p->n = 0;
	buf_reset(&p->surface);
}

/* Make room: the run holds the last PHRASE_WORDS - 1 words. */
static void
shift(struct phrases *p)
{
	size_t cut = p->run[1].from;

	memmove(p->run, p->run + 1, (PHRASE_WORDS - 1) * sizeof(p->run[0]));
	memmove(p->surface.data, p->surface.data + cut, p->surface.len - cut);
	buf_cut(&p->surface, p->surface.len - cut);
	p->n--;
	for (size_t i = 0; i < p->n; i++) {
		p->run[i].from -= cut;
		p->run[i].to -= cut;
	}
}

/* The surface of a word: without a possessive, small if it opens a sentence. */
static void
add_surface(struct phrases *p, const struct token *t)
{
	size_t from = p->surface.len;
	struct slice raw = t->raw;

	if (token_base(t->folded).len < t->folded.len)
		buf_slice(&p->surface, token_base(t->folded));
	else if (raw.len > TOKEN_MAX)
		buf_slice(&p->surface, t->folded);
	else
		buf_slice(&p->surface, raw);
	if (p->sentence && is_title(raw))
		p->surface.data[from] |= 32;
}

static void
append(struct phrases *p, const struct token *t, const struct stem_word *w)
{
	struct phrase_word *run;

	if (!joined(p->end, t->raw.p))
		forget(p);
	else if (p->n == PHRASE_WORDS)
		shift(p);
	if (p->n > 0)
		buf_addc(&p->surface,
		         t->raw.p == p->end + 1 && *p->end == '-' ? '-' : ' ');
	run = &p->run[p->n++];
	run->stem = w->stem;
	run->weak = (w->flags & STOP_WEAK) != 0;
	run->from = p->surface.len;
	add_surface(p, t);
	run->to = p->surface.len;
	p->longest = p->n;
}

/* Read on until the run has a new last word. */
static bool
read_word(struct phrases *p)
{
	struct token t;

	while (token_next(&p->tokens, &t)) {
		const struct stem_word *w;
		const char *end = t.raw.p + t.raw.len;

		if (t.kind != TOKEN_WORD) {
			forget(p);
			p->end = NULL;
			p->sentence = t.kind == TOKEN_BREAK;
			continue;
		}
		w = stem_look(p->stems, t.folded);
		if ((w->flags & STOP_WORD) ||
		    characters(token_base(t.folded)) < PHRASE_MIN) {
			forget(p);
			p->end = NULL;
			p->sentence = false;
			continue;
		}
		w = stem_look(p->stems, token_base(t.folded));
		append(p, &t, w);
		p->end = end;
		p->sentence = false;
		return true;
	}
	return false;
}

bool
phrases_next(struct phrases *p, struct phrase *out)
{
	size_t first;

	if (p->longest == 0 && !read_word(p))
		return false;
	first = p->n - p->longest;
	buf_reset(&p->key);
	out->words = p->longest--;
	out->weak = true;
	for (size_t i = first; i < p->n; i++) {
		if (i > first)
			buf_addc(&p->key, ' ');
		buf_slice(&p->key, stem_text(p->stems, p->run[i].stem));
		out->weak &= p->run[i].weak;
	}
	out->key = buf_view(&p->key);
	out->surface.p = p->surface.data + p->run[first].from;
	out->surface.len = p->surface.len - p->run[first].from;
	return true;
}
