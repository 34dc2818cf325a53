#include "math/candidate.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "text/phrase.h"
#include "text/piece.h"
#include "text/stop.h"
#include "text/token.h"
#include "text/wordclass.h"

/* The log probability of a rare word; rarer ones are worth no more. */
static const double MOST_RARE = 12;

static void
count_form(struct candidates *c, uint32_t number, const struct phrase *p,
           struct buf *scratch)
{
	size_t before = c->forms.n, form;

	buf_reset(scratch);
	buf_add(scratch, &number, sizeof(number));
	buf_slice(scratch, p->surface);
	form = map_add(&c->forms, buf_view(scratch));
	c->seen = mem_grow(c->seen, &c->cap_seen, form + 1, sizeof(*c->seen));
	if (form == before)
		c->seen[form] = 0;
	/* Of a word that opens a sentence one cannot tell. */
	c->seen[form] += p->guessed ? 1 : 2;
}

static uint32_t
count_phrase(struct candidates *c, const struct phrase *p, struct buf *scratch)
{
	size_t before = c->keys.n;
	size_t n = map_add(&c->keys, p->key);

	c->of = mem_grow(c->of, &c->cap, n + 1, sizeof(*c->of));
	if (n == before) {
		memset(&c->of[n], 0, sizeof(c->of[n]));
		c->of[n].words = (unsigned char)p->words;
	}
	c->of[n].weak |= p->weak;
	count_form(c, (uint32_t)n, p, scratch);
	return (uint32_t)n;
}

/* Where the stem of a key that begins at from ends. */
static size_t
stem_end(struct slice key, size_t from)
{
	while (from < key.len && key.p[from] != ' ')
		from++;
	return from;
}

/* Whether a phrase says a word twice: carers carer, but not face to face. */
static bool
repeats(const struct phrase *p)
{
	struct slice key = p->key, s = p->surface;

	if (p->words < 2 || memmem(s.p, s.len, " to ", 4) != NULL ||
	    memmem(s.p, s.len, "-to-", 4) != NULL)
		return false;
	for (size_t i = 0, end; i < key.len; i = end + 1) {
		end = stem_end(key, i);
		for (size_t j = end + 1, last; j < key.len; j = last + 1) {
			last = stem_end(key, j);
			if (slice_eq((struct slice){ key.p + i, end - i },
			             (struct slice){ key.p + j, last - j }))
				return true;
		}
	}
	return false;
}

static void
read_text(struct candidates *c, struct stem *stems, struct slice text)
{
	struct phrases p;
	struct phrase phrase;
	struct buf scratch = BUF_INIT;
	uint32_t *list = NULL;
	size_t n = 0, cap = 0;

	phrases_start(&p, stems, text);
	while (phrases_next(&p, &phrase)) {
		if (repeats(&phrase))
			continue;
		if (phrase.words == 1 && !phrase.guessed)
			casing_count(&c->casing, phrase.surface);
		list = mem_grow(list, &cap, n + 1, sizeof(*list));
		list[n++] = count_phrase(c, &phrase, &scratch);
	}
	phrases_end(&p);
	sparse_count(&c->held, list, n);
	free(list);
	buf_free(&scratch);
}

/*
 * How odd the capitals of a form look: those inside a small word, those after
 * a small first word, then any. All capitals is how some names are written.
 */
static size_t
oddness(struct slice s)
{
	size_t inner = 0, after = 0, all = 0;

	for (size_t i = 0; i < s.len; i++) {
		bool start = i == 0 || s.p[i - 1] == ' ';
		bool small = s.p[i > 0 ? i - 1 : 0] >= 'a';

		if (s.p[i] < 'A' || s.p[i] > 'Z')
			continue;
		all++;
		inner += !start && small;
		after += start && s.p[0] >= 'a';
	}
	return 100 * inner + 10 * after + all;
}

/* Where the word of a form that begins at from ends. */
static size_t
word_end(struct slice form, size_t from)
{
	while (from < form.len && form.p[from] != ' ' && form.p[from] != '-')
		from++;
	return from;
}

/* Whether the word of a form that begins at from is a particle: top up. */
static bool
is_particle(struct slice form, size_t from)
{
	struct slice word = { form.p + from, word_end(form, from) - from };

	return from > 0 && phrase_particle(word);
}

/* Whether form a, seen as often as b, is the better one to show. */
static bool
better_form(struct slice a, struct slice b)
{
	size_t x = oddness(a), y = oddness(b);

	return x != y ? x < y : slice_cmp(a, b) < 0;
}

/* Show the form of a candidate in the harvest's usual case. */
static void
mend_case(struct candidates *c, struct candidate *d, struct buf *scratch)
{
	size_t i = 0;

	while (i < d->surface.len &&
	       (d->surface.p[i] < 'A' || d->surface.p[i] > 'Z'))
		i++;
	if (i == d->surface.len)
		return;
	buf_reset(scratch);
	casing_show(&c->casing, d->surface, scratch);
	if (!slice_eq(buf_view(scratch), d->surface))
		d->surface = pool_slice(&c->shown, buf_view(scratch));
}

/* The commonest form of each candidate. */
static void
choose_forms(struct candidates *c)
{
	for (size_t i = 0; i < c->forms.n; i++) {
		struct slice s = map_key(&c->forms, i);
		struct candidate *d;
		uint32_t number;

		memcpy(&number, s.p, sizeof(number));
		s.p += sizeof(number);
		s.len -= sizeof(number);
		d = &c->of[number];
		if (c->seen[i] > d->surfaces ||
		    (c->seen[i] == d->surfaces && better_form(s, d->surface))) {
			d->surfaces = c->seen[i];
			d->surface = s;
		}
	}
}

void
candidates_init(struct candidates *c, struct stem *stems,
                const struct slice *texts, size_t n)
{
	struct buf scratch = BUF_INIT;

	*c = (struct candidates){ .keys = MAP_INIT,
		                  .forms = MAP_INIT,
		                  .casing = CASING_INIT,
		                  .shown = POOL_INIT };
	for (size_t i = 0; i < n; i++)
		read_text(c, stems, texts[i]);
	for (size_t i = 0; i < c->held.n; i++)
		c->of[c->held.column[i]].texts++;
	choose_forms(c);
	for (size_t i = 0; i < c->keys.n; i++)
		mend_case(c, &c->of[i], &scratch);
	buf_free(&scratch);
}

void
candidates_free(struct candidates *c)
{
	map_free(&c->keys);
	map_free(&c->forms);
	free(c->seen);
	free(c->of);
	sparse_free(&c->held);
	casing_free(&c->casing);
	pool_free(&c->shown);
}

static bool
ends_with(struct slice s, const char *suffix)
{
	size_t len = strlen(suffix);

	return s.len > len + 1 && memcmp(s.p + s.len - len, suffix, len) == 0;
}

/* Whether a word hides another: XXXX, or a cry. */
static bool
one_letter(struct slice word)
{
	for (size_t i = 1; i < word.len; i++)
		if (word.p[i] != word.p[0])
			return false;
	return word.len > 2;
}

/* How well a word serves in a name; last says whether it ends the name. */
static double
fitness(struct slice word, bool first, bool last)
{
	enum word_class class = word_class(word);

	if (one_letter(word))
		return 0.1;
	if (slice_is(word, "needs") || slice_is(word, "need"))
		return first && !last ? 0.3 : 1;
	if (class == WORD_ADVERB || ends_with(word, "ly"))
		return 0.3;
	if (ends_with(word, "ed"))
		return last ? 0.4 : 0.9;
	if (class == WORD_VERB)
		return first && last ? 0.4 : first || last ? 0.3 : 0.6;
	if (class == WORD_ADJECTIVE)
		return last ? 0.4 : 1;
	if (class == WORD_GERUND && first && !last)
		return 0.75;
	return first && last && ends_with(word, "ing") ? 0.8 : 1;
}

static double
rarity(struct slice word)
{
	double r = (double)piece_rarity(word) / 65536;

	return r < MOST_RARE ? r : MOST_RARE;
}

/* Whether the word of a form that begins at from is one that links nouns. */
static bool
is_link(struct slice form, size_t from)
{
	struct slice word;

	if (from >= form.len)
		return true;
	word = (struct slice){ form.p + from, word_end(form, from) - from };
	return stop_word(word) & STOP_WORD || word.p[0] == '&' ||
	       word.p[0] == '+' || slice_starts(word, SLICE("vs"));
}

/* Judge a form word by word: a name, or two that are linked. */
static void
judge(struct candidate *d)
{
	struct slice form = d->surface;
	struct buf word = BUF_INIT;
	bool first = true;
	double sum = 0;

	d->worth = 1;
	for (size_t i = 0, end; i < form.len; i = end + 1) {
		end = word_end(form, i);
		if (is_particle(form, i))
			continue;
		if (is_link(form, i)) {
			d->linked = first = true;
			continue;
		}
		buf_reset(&word);
		token_fold((struct slice){ form.p + i, end - i }, &word);
		sum += rarity(buf_view(&word));
		d->worth *=
		    fitness(buf_view(&word), first, is_link(form, end + 1));
		first = false;
	}
	d->rare = sum / d->words / MOST_RARE;
	buf_free(&word);
}

const struct candidate *
candidates_parts(struct candidates *c, uint32_t number)
{
	struct slice key = map_key(&c->keys, number);
	struct candidate *d = &c->of[number];

	for (size_t i = 0, n = 0; !d->parted && n < d->words && i <= key.len;
	     n++) {
		size_t end = stem_end(key, i);

		d->part[n] = (uint32_t)map_find(
		    &c->keys, (struct slice){ key.p + i, end - i });
		i = end + 1;
	}
	d->parted = true;
	return d;
}

const struct candidate *
candidates_judge(struct candidates *c, uint32_t number)
{
	struct candidate *d = &c->of[number];

	if (!d->known) {
		judge(d);
		candidates_parts(c, number);
		d->known = true;
	}
	return d;
}
