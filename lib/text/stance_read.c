#include <string.h>

#include "text/stance_parts.h"

enum { REACH = 6 }; /* words that a negation turns */

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
	char word[STANCE_LONGEST];
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
		if (r->len < STANCE_LONGEST)
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
		uint32_t w = stance_number(s, r.word, r.len);
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
