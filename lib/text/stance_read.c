#include <string.h>

#include "text/stance_parts.h"

enum { REACH = 6 }; /* words that a negation turns */

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
	const struct letters *text;
	size_t next; /* byte from which to look on */
	bool negated;
	int left;       /* words that the negation still reaches */
	size_t at, len; /* the word, its n't cut off */
	bool not ;      /* it ends in n't */
};

static bool
has_stop(struct slice text, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (is_stop((unsigned char)text.p[i]))
			return true;
	return false;
}

/* What follows an apostrophe belongs to the word before and is not read. */
static void
cut_ending(struct reader *r)
{
	const struct letters *t = r->text;
	const char *lower = t->lower.data;
	size_t skip = apostrophe(t->text, r->next), at = r->next + skip;

	if (skip == 0 || !letters_at(t, at))
		return;
	r->not =
	    lower[at] == 't' && r->len > 1 && lower[r->at + r->len - 1] == 'n';
	r->len -= r->not ;
	r->next = letters_seek(t, at, false);
}

/* The next word, or false at the end. */
static bool
next_word(struct reader *r)
{
	struct run run;

	if (!letters_next(r->text, r->next, &run))
		return false;
	if (r->left > 0 && has_stop(r->text->text, r->next, run.at)) {
		r->negated = false;
		r->left = 0;
	}
	r->at = run.at;
	r->len = run.end - run.at;
	r->len = r->len < STANCE_LONGEST ? r->len : STANCE_LONGEST;
	r->not = false;
	r->next = run.end;
	cut_ending(r);
	return true;
}

/* What the table has of the word. */
static struct stance_seen
find_word(const struct stance *s, const struct reader *r)
{
	struct stance_seen w = { .flags = 0 };
	char word[STANCE_LONGEST];

	memcpy(word, r->text->lower.data + r->at, r->len);
	w.number = stance_number(s, word, r->len);
	if (w.number < opinion_table_len)
		w.flags = opinion_table[w.number].flags;
	return w;
}

/* The same, remembered: few words make most of what is said. */
static struct stance_seen
recall_word(struct stance *s, const struct reader *r)
{
	struct letters_key key;
	struct stance_seen *w;
	uint64_t h;

	if (r->len > LETTERS_KEY)
		return find_word(s, r);
	key = letters_key(r->text, r->at, r->len);
	h = (key.v[0] ^ key.v[1] * 0xff51afd7ed558ccdu) * 0x9e3779b97f4a7c15u;
	w = &s->seen[h >> 32 & (STANCE_SEEN - 1)];
	if (w->key.v[0] != key.v[0] || w->key.v[1] != key.v[1]) {
		*w = find_word(s, r);
		w->key = key;
	}
	return *w;
}

static void
turn(struct reader *r)
{
	r->negated = !r->negated;
	r->left = REACH;
}

typedef int32_t four __attribute__((vector_size(16), may_alias));

/* How many of the numbers in n vectors are less than x. */
static size_t
count_less(const four *v, size_t n, int32_t x)
{
	const four limit = { x, x, x, x };
	four less = { 0 };
	int32_t sum;

	for (size_t i = 0; i < n; i++)
		less -= v[i] < limit;
	sum = less[0] + less[1] + less[2] + less[3];
	return (size_t)sum;
}

/*
 * Sort, and drop what is there twice: each word goes where its rank says,
 * without a branch that depends on it. Vectors compare with a sign, so the
 * highest bit is turned.
 */
static size_t
sort_words(uint32_t *v, size_t n)
{
	four turned[STANCE_WORDS / 4];
	uint32_t place[STANCE_WORDS];
	uint64_t taken = 0;
	size_t kept = 0, vectors = (n + 3) / 4;

	for (size_t i = 0; i < 4 * vectors; i++)
		turned[i / 4][i % 4] =
		    i < n ? (int32_t)(v[i] ^ 0x80000000u) : INT32_MAX;
	for (size_t i = 0; i < n; i++) {
		size_t rank = count_less(turned, vectors, turned[i / 4][i % 4]);

		place[rank] = v[i];
		taken |= (uint64_t)1 << rank;
	}
	for (; taken != 0; taken &= taken - 1)
		v[kept++] = place[__builtin_ctzll(taken)];
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
	struct slice t = r->text->text;

	return r->next >= t.len || is_stop((unsigned char)t.p[r->next]);
}

void
stance_read(struct stance *s, const struct letters *text,
            struct stance_words *words)
{
	struct reader r = { .text = text };
	struct gist gist = { 0 };

	words->n = 0;
	while (words->n < STANCE_WORDS && next_word(&r)) {
		struct stance_seen w = recall_word(s, &r);
		unsigned flags = w.flags;

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
			words->v[words->n++] = w.number << 1 | r.negated;
		}
		if (r.not )
			turn(&r);
	}
	gist_close(&gist, text->text, words);
	words->n = sort_words(words->v, words->n);
}
