#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/mem.h"
#include "data/opinion_table.h"
#include "text/stance.h"

enum {
	REACH = 6,    /* words that a negation turns */
	LONGEST = 32, /* bytes of a word that are looked at */
	SLOTS = 1 << 14,
};

/* An antonym by the numbers of its words' stems. */
struct opposite {
	uint32_t a, b;
	uint32_t entry;
};

struct stance {
	uint32_t slots[SLOTS];      /* number + 1 of a stem in the table */
	uint32_t hashes[SLOTS];     /* of it */
	struct opposite *opposites; /* each both ways round, by a */
	size_t nopposites;
};

static uint32_t
hash(const char *p, size_t len)
{
	uint32_t h = 2166136261u;

	for (size_t i = 0; i < len; i++)
		h = (h ^ (unsigned char)p[i]) * 16777619u;
	return h ^ h >> 15;
}

static bool
ends(const char *w, size_t len, const char *end, size_t n)
{
	return len >= n + 3 && memcmp(w + len - n, end, n) == 0;
}

/* Cut a word, lower case, to its stem; the same as stem in opinion.pl. */
static size_t
stem(char *w, size_t len)
{
	static const struct slice endings[] = {
		{ "ies", 3 }, { "ing", 3 }, { "ed", 2 },
		{ "es", 2 },  { "s", 1 },   { "ly", 2 },
	};
	bool bare = len < 4 || memchr("sgdy", w[len - 1], 4) == NULL ||
	            (w[len - 1] == 's' && w[len - 2] == 's');

	for (size_t i = 0; i < 6 && !bare; i++)
		if (ends(w, len, endings[i].p, endings[i].len)) {
			len -= endings[i].len;
			if (i == 0)
				w[len++] = 'y';
			break;
		}
	if (len > 4 && w[len - 1] == 'e')
		len--;
	if (len > 3 && w[len - 1] == w[len - 2] &&
	    memchr("aeiouls", w[len - 1], 7) == NULL)
		len--;
	return len;
}

/*
 * The number of a stem: its place in the table, or one beyond the table that
 * stands for it. Stems are told apart by their 32-bit hashes.
 */
static uint32_t
number(const struct stance *s, const char *w, size_t len)
{
	uint32_t h = hash(w, len);

	for (uint32_t i = h % SLOTS; s->slots[i] != 0; i = (i + 1) % SLOTS) {
		if (s->hashes[i] == h)
			return s->slots[i] - 1;
	}
	return (uint32_t)opinion_table_len + h % (1u << 30);
}

static uint32_t
number_of_word(const struct stance *s, const char *word)
{
	char w[LONGEST];
	size_t len = strlen(word);

	len = len < LONGEST ? len : LONGEST;
	memcpy(w, word, len);
	return number(s, w, stem(w, len));
}

static int
by_first(const void *va, const void *vb)
{
	const struct opposite *a = va, *b = vb;

	if (a->a != b->a)
		return a->a < b->a ? -1 : 1;
	if (a->b != b->b)
		return a->b < b->b ? -1 : 1;
	return (a->entry > b->entry) - (a->entry < b->entry);
}

struct stance *
stance_new(void)
{
	struct stance *s = mem_zalloc(1, sizeof(*s));

	for (size_t n = 0; n < opinion_table_len; n++) {
		const char *w = opinion_table[n].word;
		uint32_t h = hash(w, strlen(w)), i = h % SLOTS;

		while (s->slots[i] != 0)
			i = (i + 1) % SLOTS;
		s->slots[i] = (uint32_t)n + 1;
		s->hashes[i] = h;
	}
	s->nopposites = 2 * antonym_table_len;
	s->opposites = mem_alloc(s->nopposites * sizeof(*s->opposites));
	for (size_t n = 0; n < antonym_table_len; n++) {
		uint32_t a = number_of_word(s, antonym_table[n].a);
		uint32_t b = number_of_word(s, antonym_table[n].b);

		s->opposites[2 * n] = (struct opposite){ a, b, (uint32_t)n };
		s->opposites[2 * n + 1] =
		    (struct opposite){ b, a, (uint32_t)n };
	}
	qsort(s->opposites, s->nopposites, sizeof(*s->opposites), by_first);
	return s;
}

void
stance_free(struct stance *s)
{
	if (s == NULL)
		return;
	free(s->opposites);
	free(s);
}

static bool
is_letter(unsigned char c)
{
	return (unsigned char)((c | 0x20) - 'a') < 26;
}

/* One of .,;:!? - what ends a clause. */
static bool
is_stop(unsigned char c)
{
	const uint64_t stops = 1ull << '.' | 1ull << ',' | 1ull << ';' |
	                       1ull << ':' | 1ull << '!' | 1ull << '?';

	return c < 64 && (stops >> c & 1) != 0;
}

/* How many bytes of text an apostrophe takes, ' or the curly one; or 0. */
static size_t
apostrophe(struct slice t, size_t at)
{
	if (at < t.len && t.p[at] == '\'')
		return 1;
	if (at + 2 < t.len && memcmp(t.p + at, "\xe2\x80\x99", 3) == 0)
		return 3;
	return 0;
}

/* Where a reader of words is. */
struct reader {
	struct slice text;
	size_t at;
	bool negated;
	int left; /* words that the negation still reaches */
	char word[LONGEST];
	size_t len;
	bool not ; /* the word ends in n't */
};

/* The next word in r->word, its n't cut off; or false at the end. */
static bool
next_word(struct reader *r)
{
	struct slice t = r->text;
	size_t skip;

	while (r->at < t.len && !is_letter((unsigned char)t.p[r->at])) {
		if (is_stop((unsigned char)t.p[r->at])) {
			r->negated = false;
			r->left = 0;
		}
		r->at++;
	}
	if (r->at >= t.len)
		return false;
	r->len = 0;
	for (; r->at < t.len && is_letter((unsigned char)t.p[r->at]); r->at++)
		if (r->len < LONGEST)
			r->word[r->len++] = t.p[r->at] | 0x20;
	r->not = false;
	skip = apostrophe(t, r->at);
	if (skip > 0 && r->at + skip < t.len &&
	    is_letter((unsigned char)t.p[r->at + skip])) {
		r->at += skip;
		r->not = (t.p[r->at] | 0x20) == 't' && r->len > 1 &&
		         r->word[r->len - 1] == 'n';
		r->len -= r->not ;
		while (r->at < t.len && is_letter((unsigned char)t.p[r->at]))
			r->at++;
	}
	return true;
}

static void
turn(struct reader *r)
{
	r->negated = !r->negated;
	r->left = REACH;
}

/* Sort what is nearly always a few dozen, and drop what is there twice. */
static size_t
sort_words(uint32_t *v, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		uint32_t x = v[i];
		size_t at = kept;

		while (at > 0 && v[at - 1] > x)
			at--;
		if (at > 0 && v[at - 1] == x)
			continue;
		memmove(v + at + 1, v + at, (kept - at) * sizeof(*v));
		v[at] = x;
		kept++;
	}
	return kept;
}

/* What the words of a note come to, taken together. */
struct gist {
	size_t words, claims, keep, drop;
	bool against; /* the last word is against: it turns what came before */
};

static void
gist_add(struct gist *g, unsigned flags, bool negated)
{
	g->words++;
	g->claims += (flags & OPINION_CLAIM) != 0;
	if (flags & (OPINION_KEEP | OPINION_DROP)) {
		bool keep = (flags & OPINION_KEEP) != 0;

		g->keep += keep != negated;
		g->drop += keep == negated;
	}
}

static void
gist_close(const struct gist *g, struct slice text, struct stance_words *words)
{
	bool asks = memchr(text.p, '?', text.len) != NULL;

	words->claim = g->claims > 0 && g->words >= STANCE_CLAIM_WORDS && !asks;
	words->position = asks ? 0 : (g->keep > 0) - (g->drop > 0);
	if (g->against)
		words->position = -words->position;
}

/* Whether a word "against" ends its clause: against what was said before. */
static bool
ends_clause(const struct reader *r)
{
	return r->at >= r->text.len || is_stop((unsigned char)r->text.p[r->at]);
}

void
stance_read(const struct stance *s, struct slice text,
            struct stance_words *words)
{
	struct reader r = { .text = text };
	struct gist gist = { 0 };

	words->n = 0;
	while (words->n < STANCE_WORDS && next_word(&r)) {
		uint32_t w = number(s, r.word, stem(r.word, r.len));
		unsigned flags =
		    w < opinion_table_len ? opinion_table[w].flags : 0;

		gist_add(&gist, flags, r.negated);
		if (flags & OPINION_BREAK) {
			r.negated = false;
			r.left = 0;
		} else if (flags & OPINION_NEGATOR) {
			gist.against |=
			    (flags & OPINION_CLAIM) && ends_clause(&r);
			turn(&r);
		} else {
			if (r.left > 0 && --r.left == 0)
				r.negated = false;
			words->v[words->n++] = w << 1 | r.negated;
		}
		if (r.not )
			turn(&r);
	}
	gist_close(&gist, text, words);
	words->n = sort_words(words->v, words->n);
}

int
stance_weight(const struct stance *s, uint32_t word)
{
	const struct opinion_word *w;

	(void)s;
	if (word >> 1 >= opinion_table_len)
		return 0;
	w = &opinion_table[word >> 1];
	return word & 1 ? w->negated : w->plain;
}

bool
stance_content(const struct stance *s, uint32_t word)
{
	(void)s;
	return word >> 1 >= opinion_table_len ||
	       !(opinion_table[word >> 1].flags & OPINION_STOP);
}

size_t
stance_known(const struct stance *s)
{
	(void)s;
	return opinion_table_len;
}

/* The antonym of which x and y are the words, or NULL. */
static const struct antonym *
antonym_of(const struct stance *s, uint32_t x, uint32_t y)
{
	size_t low = 0, high = s->nopposites;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		const struct opposite *o = &s->opposites[mid];

		if (o->a < x || (o->a == x && o->b < y))
			low = mid + 1;
		else
			high = mid;
	}
	if (low < s->nopposites && s->opposites[low].a == x &&
	    s->opposites[low].b == y)
		return &antonym_table[s->opposites[low].entry];
	return NULL;
}

static bool
holds(const uint32_t *v, size_t n, uint32_t stem_number)
{
	for (size_t i = 0; i < n; i++)
		if (v[i] >> 1 == stem_number)
			return true;
	return false;
}

/* The first pair of opposite words, one in each note and in no both. */
static const struct antonym *
opposite_words(const struct stance *s, const uint32_t *a, size_t na,
               const uint32_t *b, size_t nb)
{
	for (size_t i = 0; i < na; i++)
		for (size_t j = 0; j < nb; j++) {
			const struct antonym *o;

			if ((a[i] & 1) != (b[j] & 1))
				continue;
			o = antonym_of(s, a[i] >> 1, b[j] >> 1);
			if (o != NULL && !holds(a, na, b[j] >> 1) &&
			    !holds(b, nb, a[i] >> 1))
				return o;
		}
	return NULL;
}

bool
stance_opposed(const struct stance *s, const uint32_t *a, size_t na,
               const uint32_t *b, size_t nb, struct buf *why)
{
	const struct antonym *o;
	size_t i = 0, j = 0, shared = 0, turned = 0, ca = 0, cb = 0;

	for (size_t k = 0; k < na; k++)
		ca += stance_content(s, a[k]);
	for (size_t k = 0; k < nb; k++)
		cb += stance_content(s, b[k]);
	while (i < na && j < nb) {
		uint32_t x = a[i] >> 1, y = b[j] >> 1;

		if (x == y && stance_content(s, a[i])) {
			shared++;
			turned += (a[i] & 1) != (b[j] & 1);
		}
		i += x <= y;
		j += y <= x;
	}
	if (shared < 2 || 3 * shared < 2 * (ca < cb ? ca : cb))
		return false;
	if (shared >= 3 && 3 * turned >= 2 * shared) {
		buf_adds(why, "the one denies what the other says");
		return true;
	}
	o = opposite_words(s, a, na, b, nb);
	if (o != NULL)
		buf_addf(why, "opposite words about the same: %s, %s", o->a,
		         o->b);
	return o != NULL;
}
