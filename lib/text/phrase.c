#include "text/phrase.h"

#include <string.h>
#include <utf8proc.h>

#include "text/stop.h"

/* Whether the small words of a text are those of another language. */
static bool
is_foreign(struct stem *stems, struct slice text)
{
	struct tokens t = TOKENS_INIT;
	struct token k;
	size_t foreign = 0, english = 0;

	token_start(&t, text);
	while (foreign < english + 8 && token_next(&t, &k)) {
		if (k.kind != TOKEN_WORD)
			continue;
		if (stem_look(stems, k.folded)->flags & STOP_WORD)
			english++;
		else
			foreign += stop_foreign(k.folded);
	}
	token_end(&t);
	return foreign >= 2 && foreign > english;
}

void
phrases_start(struct phrases *p, struct stem *stems, struct slice text)
{
	*p = (struct phrases){ .stems = stems, .sentence = true };
	p->foreign = is_foreign(stems, text);
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

/* Characters of a word, less the digits that it begins with: 310k, 11am. */
static size_t
characters(struct slice s)
{
	size_t i = 0, n = 0;

	while (i < s.len && s.p[i] >= '0' && s.p[i] <= '9')
		i++;
	for (; i < s.len; i++)
		n += ((unsigned char)s.p[i] & 0xc0) != 0x80;
	return n;
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9');
}

/* Whether a text begins with a word, in small letters. */
static bool
starts_word(struct slice text, const char *word)
{
	size_t len = strlen(word);
	unsigned char next;

	if (!slice_starts(text, slice_of(word)))
		return false;
	next = text.len > len ? (unsigned char)text.p[len] : ' ';
	return next < 0x80 && !is_letter((char)next) && next != '\'';
}

/* Small words that make another verb of one, and of which verb alone. */
static const struct {
	const char *particle, *verb;
} particles[] = {
	{ "up", NULL },        { "off", NULL },  { "out", NULL },
	{ "down", NULL },      { "away", NULL }, { "after", "look" },
	{ "after", "looked" }, { "in", "drop" }, { "in", "sign" },
	{ "in", "check" },
};

enum { PARTICLES = sizeof(particles) / sizeof(*particles) };

bool
phrase_particle(struct slice word)
{
	for (size_t i = 0; i < PARTICLES; i++)
		if (slice_is(word, particles[i].particle))
			return true;
	return false;
}

/*
 * How many bytes the particle of a word takes, with what parts it from the
 * word, which ends at p; 0 if there is none. end is that of the text.
 */
static size_t
particle(struct slice word, const char *p, const char *end)
{
	struct slice rest;

	if (end - p < 3 || (*p != ' ' && *p != '-'))
		return 0;
	rest = (struct slice){ p + 1, (size_t)(end - p) - 1 };
	for (size_t i = 0; i < PARTICLES; i++)
		if (starts_word(rest, particles[i].particle) &&
		    (particles[i].verb == NULL ||
		     slice_is(word, particles[i].verb)))
			return strlen(particles[i].particle) + 1;
	return 0;
}

/* What may stand between two words of a phrase, with a blank on each side. */
static const char *const links[] = {
	"of",  "of the",  "of a", "of our", "and",    "&",  "+",
	"for", "for the", "to",   "to the", "versus", "vs", "vs.",
};

/* How a word goes on from the one that ends at end. */
enum join { APART, JOINED, LINKED };

static enum join
join(const char *end, const char *next)
{
	struct slice between;

	if (end == NULL)
		return APART;
	if (next == end + 1 && (*end == '-' || *end == ' '))
		return JOINED;
	between = slice_trim((struct slice){ end, (size_t)(next - end) });
	if (between.len == 0)
		return memchr(end, '\n', (size_t)(next - end)) != NULL ? APART :
		                                                         JOINED;
	if (between.p == end || between.p + between.len == next)
		return APART;
	for (size_t i = 0; i < sizeof(links) / sizeof(*links); i++)
		if (slice_is(between, links[i]))
			return LINKED;
	return APART;
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

/* How much of a word as it is written comes before its apostrophe. */
static size_t
base_len(const struct token *t)
{
	size_t base = token_base(t->folded).len;

	if (base == t->folded.len || base > t->raw.len)
		return t->raw.len;
	for (size_t i = 0; i < base; i++)
		if (!is_letter(t->raw.p[i]))
			return 0;
	return base;
}

/*
 * The surface of a word: without a possessive, small if it opens a sentence.
 * Return whether that made a capital small.
 */
static bool
add_surface(struct phrases *p, const struct token *t)
{
	size_t from = p->surface.len, base = base_len(t);
	struct slice raw = t->raw;

	p->ending = slice_from(raw, base);
	if (base == 0 || raw.len > TOKEN_MAX) {
		p->ending = (struct slice){ 0 };
		buf_slice(&p->surface, token_base(t->folded));
	} else
		buf_add(&p->surface, raw.p, base);
	if (p->sentence && is_title(raw)) {
		p->surface.data[from] |= 32;
		return true;
	}
	return false;
}

/* What stands between two words, as a phrase shows it. */
static void
add_join(struct phrases *p, enum join how, const char *next)
{
	struct slice between = { p->end, (size_t)(next - p->end) };

	buf_slice(&p->surface, p->ending);
	if (how == JOINED) {
		buf_addc(&p->surface, *p->end == '-' ? '-' : ' ');
		return;
	}
	buf_addc(&p->surface, ' ');
	buf_slice(&p->surface, slice_trim(between));
	buf_addc(&p->surface, ' ');
}

/* The particle behind a word is shown with it: top up. */
static void
add_particle(struct phrases *p, const struct token *t)
{
	const char *all = p->tokens.text.p + p->tokens.text.len;
	size_t more = p->ending.len > 0 ? 0 : particle(t->folded, p->end, all);

	buf_add(&p->surface, p->end, more);
	p->end += more;
}

static void
append(struct phrases *p, const struct token *t, const struct stem_word *w)
{
	enum join how = join(p->end, t->raw.p);
	struct phrase_word *run;

	if (how == APART)
		forget(p);
	else if (p->n == PHRASE_WORDS)
		shift(p);
	if (p->n > 0)
		add_join(p, how, t->raw.p);
	p->end = t->raw.p + t->raw.len;
	run = &p->run[p->n++];
	run->stem = w->stem;
	run->weak = (w->flags & STOP_WEAK) != 0;
	run->linked = how == LINKED;
	run->from = p->surface.len;
	run->guessed = add_surface(p, t);
	add_particle(p, t);
	run->to = p->surface.len;
	p->longest = p->n;
}

/* Whether a word is too short to name anything: BSL is not, nor is GP. */
static bool
too_short(const struct token *t)
{
	const char *p = t->raw.p;

	if (t->raw.len == 2 && p[0] >= 'A' && p[0] <= 'Z' && p[1] >= 'A' &&
	    p[1] <= 'Z')
		return false;
	return characters(token_base(t->folded)) < PHRASE_MIN;
}

/* Whether a word is part of the name of a file or a site: report.pdf. */
static bool
in_a_name(const struct tokens *t, struct slice raw)
{
	const char *start = t->text.p, *end = start + t->text.len;
	const char *after = raw.p + raw.len;

	return (after + 1 < end && *after == '.' && is_letter(after[1]) &&
	        raw.len > 1) ||
	       (raw.p - start > 2 && raw.p[-1] == '.' && is_letter(raw.p[-2]) &&
	        is_letter(raw.p[-3]));
}

/* Read on until the run has a new last word. */
static bool
read_word(struct phrases *p)
{
	struct token t;

	while (token_next(&p->tokens, &t)) {
		const struct stem_word *w;

		if (t.kind != TOKEN_WORD) {
			if (t.kind != TOKEN_BREAK)
				forget(p);
			p->sentence = t.kind == TOKEN_BREAK &&
			              memchr(",&+/", t.raw.p[0], 4) == NULL;
			continue;
		}
		w = stem_look(p->stems, t.folded);
		if ((w->flags & STOP_WORD) || too_short(&t) ||
		    (p->foreign && stop_foreign(t.folded)) ||
		    in_a_name(&p->tokens, t.raw)) {
			p->sentence = false;
			continue;
		}
		w = stem_look(p->stems, token_base(t.folded));
		append(p, &t, w);
		p->sentence = false;
		return true;
	}
	return false;
}

/* Whether the words of the run from first on are one phrase. */
static bool
is_phrase(const struct phrases *p, size_t first)
{
	size_t linked = 0;

	for (size_t i = first + 1; i < p->n; i++) {
		linked += p->run[i].linked;
		/* A part of the town, the kind of thing: no names. */
		if (p->run[i].linked && p->run[i - 1].weak)
			return false;
	}
	return linked <= 1;
}

bool
phrases_next(struct phrases *p, struct phrase *out)
{
	size_t first;

	do {
		if (p->longest == 0 && !read_word(p))
			return false;
		out->words = p->longest--;
		first = p->n - out->words;
	} while (!is_phrase(p, first));
	buf_reset(&p->key);
	out->weak = true;
	for (size_t i = first; i < p->n; i++) {
		if (i > first)
			buf_addc(&p->key, ' ');
		buf_slice(&p->key, stem_text(p->stems, p->run[i].stem));
		out->weak &= p->run[i].weak;
	}
	out->guessed = p->run[first].guessed;
	out->key = buf_view(&p->key);
	out->surface.p = p->surface.data + p->run[first].from;
	out->surface.len = p->surface.len - p->run[first].from;
	return true;
}
