/* What text/tagger looks at. Change anything here and the weights are void. */
#include "data/namecues.h"
#include "text/tagger_parts.h"

/* How a word is written. */
enum letters {
	LETTERS_SMALL,
	LETTERS_CAPITAL,
	LETTERS_UPPER,
	LETTERS_LONE,
	LETTERS_MIXED,
};

/* A word as its features see it. */
struct view {
	uint32_t word, letters, known, coarse;
};

static const struct view edge = { 1, 7, 1, 1 };

static enum letters
letters_of(const struct word *v)
{
	if (v->shape & SHAPE_LONE && v->shape & SHAPE_CAP)
		return LETTERS_LONE;
	if (v->shape & SHAPE_UPPER)
		return LETTERS_UPPER;
	if (v->shape & SHAPE_MIXED)
		return LETTERS_MIXED;
	return v->shape & SHAPE_CAP ? LETTERS_CAPITAL : LETTERS_SMALL;
}

/* What the tables say of a word, in rough numbers. */
static uint32_t
coarse_of(uint32_t what)
{
	static const unsigned char firsts[8] = { 0, 1, 1, 2, 2, 3, 3, 3 };
	static const unsigned char lasts[8] = { 0, 1, 1, 2, 3, 3, 3, 3 };
	static const unsigned char levels[8] = { 0, 1, 1, 2, 2, 2, 3, 3 };

	return (uint32_t)firsts[lex_first(what)] << 6 |
	       (uint32_t)lasts[lex_last(what)] << 4 |
	       (uint32_t)(lex_place(what) > 1) << 3 |
	       (uint32_t)((what & (CUE_TITLE | CUE_SPOT | CUE_ORG)) != 0) << 2 |
	       levels[lex_level(what)];
}

/* Which word it is. */
static uint32_t
number_of(const struct words *w, size_t i)
{
	return i < w->n ? (uint32_t)(w->v[i].hash >> 16) : edge.word;
}

static struct view
view_of(const struct words *w, size_t i)
{
	static const unsigned char common[8] = { 0, 1, 1, 2, 2, 2, 3, 4 };
	const struct word *v;

	if (i >= w->n)
		return edge;
	v = &w->v[i];
	return (struct view){
		number_of(w, i),
		letters_of(v),
		(v->what & (LEX_FIRST | LEX_LAST | LEX_PLACE | CUE_TITLE |
		            CUE_SAYS | CUE_MONTH | CUE_SPOT | CUE_ORG |
		            CUE_PARTICLE | CUE_THE | CUE_BEFORE)) |
		    common[lex_level(v->what)],
		coarse_of(v->what),
	};
}

static uint32_t
join(uint32_t a, uint32_t b)
{
	return (a * 0x9e3779b1u ^ b) * 0x85ebca6bu + (a >> 15);
}

/* Features on their way out. */
struct writer {
	uint32_t *out;
	size_t n;
};

/* Kinds of features, in the order they are put; the first say which word. */
enum kind {
	F_WORD,
	F_WORD_HAS, /* with its letters' case and whether it begins */
	F_BEFORE_WORD,
	F_WORD_AFTER,
	F_BEFORE,
	F_AFTER,
	F_BEFORE_LAST, /* the word but one before */
	F_AFTER_NEXT,
	F_SHAPE,
	F_BEFORE_LETTERS,
	F_AFTER_LETTERS,
	F_KNOWN, /* what the tables say */
	F_ALL,
	F_COARSE,    /* what they say of it and its neighbours */
	F_STYLE,     /* how the words about are written */
	F_ELSEWHERE, /* how the same word is written elsewhere */
	F_ROW,       /* where it stands among words with a capital */
	F_TAIL = 32, /* and how many letters */
	F_HEAD = 40,
};

static void
put(struct writer *w, uint32_t kind, uint32_t value)
{
	uint32_t h = join(kind * 0xc2b2ae35u + 1, value);

	h ^= h >> 15;
	h *= 0x27d4eb2fu;
	w->out[w->n++] = h ^ h >> 13;
}

/*
 * The first and last letters of a word, one to four. Bytes beyond ASCII are
 * folded as if they were ASCII: numbers only, the same in training.
 */
static void
put_affixes(struct writer *f, struct slice word, uint32_t letters)
{
	uint32_t head = 0, tail = letters;

	for (size_t len = 1; len <= 4 && len <= word.len; len++) {
		head = join(head, (unsigned char)word.p[len - 1] | 32u);
		tail = join(tail, (unsigned char)word.p[word.len - len] | 32u);
		put(f, F_TAIL + (uint32_t)len, tail);
		if (len == 2 || len == 3)
			put(f, F_HEAD + (uint32_t)len, head);
	}
}

static uint32_t
kind_of(char c)
{
	return c >= 'A' && c <= 'Z' ? 1 :
	       c >= 'a' && c <= 'z' ? 2 :
	       c == '\''            ? 3 :
	                              4;
}

static bool
is_digit(struct slice text, size_t at)
{
	return at < text.len && text.p[at] >= '0' && text.p[at] <= '9';
}

/* Runs of capitals (two or more count as many), small letters and others, six
 * at most; digits right beside it. */
static uint32_t
shape_of(const struct word *v, struct slice text)
{
	uint32_t h = 0, runs = 0;

	for (size_t at = v->start, next; at < v->end && runs < 6; at = next) {
		uint32_t kind = kind_of(text.p[at]);

		for (next = at + 1;
		     next < v->end && kind_of(text.p[next]) == kind;)
			next++;
		h = h << 3 | (kind == 1 && next > at + 1 ? 5 : kind);
		runs++;
	}
	return h | (uint32_t)is_digit(text, v->start - 1u) << 30 |
	       (uint32_t)is_digit(text, v->end) << 31;
}

/* How many of the words about i have a capital, or are all capitals. */
static uint32_t
style(const struct words *w, size_t i)
{
	size_t from = i > 5 ? i - 5 : 0, end = i + 6 < w->n ? i + 6 : w->n;
	size_t n = 0, caps = 0, uppers = 0;

	for (size_t k = from; k < end; k++) {
		if (k == i || w->v[k].letters < 3)
			continue;
		n++;
		caps += w->v[k].shape & SHAPE_CAP;
		uppers += (w->v[k].shape & SHAPE_UPPER) != 0;
	}
	return (uint32_t)((n == 0           ? 0 :
	                   caps == 0        ? 1 :
	                   caps * 3 < n     ? 2 :
	                   caps * 3 < n * 2 ? 3 :
	                                      4) *
	                      2 +
	                  (uppers * 2 > n));
}

enum { NEAR = 60 };

/* How the same word stands elsewhere: small, or with a capital inside. */
static uint32_t
elsewhere(const struct words *w, size_t i)
{
	size_t from = i > NEAR ? i - NEAR : 0;
	size_t end = i + NEAR < w->n ? i + NEAR : w->n;
	uint32_t found = 0;

	for (size_t k = from; k < end; k++)
		if (w->v[k].hash == w->v[i].hash && k != i)
			found |= w->v[k].shape & SHAPE_CAP ? 2 : 1;
	return found;
}

/* How many words with a capital stand in a row before i and after it. */
static uint32_t
row(const struct words *w, size_t i)
{
	uint32_t before = 0, after = 0;

	while (before < 3 && i > before &&
	       w->v[i - before - 1].shape & SHAPE_CAP)
		before++;
	while (after < 3 && i + after + 1 < w->n &&
	       w->v[i + after + 1].shape & SHAPE_CAP)
		after++;
	return before * 4 + after;
}

/* How the letters of word i are written, and whether it begins a sentence. */
static uint32_t
has_of(const struct words *w, size_t i, enum gap before)
{
	uint32_t start = before == GAP_EDGE || before == GAP_STOP ||
	                 before == GAP_LINE || before == GAP_COLON;

	return (uint32_t)letters_of(&w->v[i]) << 1 | start;
}

size_t
tagger_own_features(const struct words *w, struct slice text, size_t i,
                    uint32_t *out)
{
	const struct word *v = &w->v[i];
	struct writer f = { out, 0 };
	struct view t = view_of(w, i);
	uint32_t has = has_of(w, i, tagger_gap(w, text, i));
	uint32_t len = v->letters < 9 ? v->letters : 9u;

	put(&f, F_WORD, t.word);
	put(&f, F_WORD_HAS, join(t.word, has));
	put(&f, F_SHAPE, join(shape_of(v, text), len));
	put(&f, F_KNOWN, join(t.known, has));
	put(&f, F_ALL, 0);
	put_affixes(&f, (struct slice){ text.p + v->start, v->end - v->start },
	            t.letters);
	return f.n;
}

size_t
tagger_near_features(const struct words *w, struct slice text, size_t i,
                     uint32_t *out)
{
	struct writer f = { out, 0 };
	struct view t = view_of(w, i), n = view_of(w, i + 1);
	struct view p = i > 0 ? view_of(w, i - 1) : edge;
	enum gap gap = tagger_gap(w, text, i);
	uint32_t owns = w->v[i].shape & SHAPE_OWNS ? 16u : 0;
	uint32_t before = join(p.word, gap);
	uint32_t after = join(n.word, tagger_gap(w, text, i + 1) | owns);

	put(&f, F_BEFORE_WORD, join(p.word, t.word));
	put(&f, F_WORD_AFTER, join(t.word, n.word));
	put(&f, F_BEFORE, before);
	put(&f, F_AFTER, after);
	put(&f, F_BEFORE_LAST, i > 1 ? number_of(w, i - 2) : edge.word);
	put(&f, F_AFTER_NEXT, number_of(w, i + 2));
	put(&f, F_BEFORE_LETTERS, join(before, t.letters));
	put(&f, F_AFTER_LETTERS, join(after, t.letters));
	put(&f, F_COARSE,
	    join(join(p.coarse << 3 | p.letters, n.coarse << 3 | n.letters),
	         join(t.coarse, t.letters)));
	put(&f, F_STYLE, join(style(w, i), has_of(w, i, gap)));
	put(&f, F_ELSEWHERE, join(join(elsewhere(w, i), t.letters), t.coarse));
	put(&f, F_ROW, join(join(row(w, i), t.letters), t.coarse));
	return f.n;
}

/* In the order of training: own, near and own again. */
size_t
tagger_features(const struct words *w, struct slice text, size_t i,
                uint32_t *out)
{
	uint32_t own[TAGGER_FEATURES], near[TAGGER_FEATURES];
	size_t nown = tagger_own_features(w, text, i, own);
	size_t n = 0, from[2] = { 0, 0 };
	static const struct {
		unsigned char near, n;
	} parts[] = { { 0, 2 }, { 1, 6 }, { 0, 1 }, { 1, 2 },
		      { 0, 2 }, { 1, 4 }, { 0, 6 } };

	tagger_near_features(w, text, i, near);
	for (size_t k = 0; k < sizeof(parts) / sizeof(*parts); k++)
		for (size_t m = 0; m < parts[k].n; m++) {
			bool is_near = parts[k].near;

			if (is_near || from[0] < nown)
				out[n++] =
				    (is_near ? near : own)[from[is_near]++];
		}
	return n;
}

/* Several capitals before small letters: "GPs", "JSmith". */
static bool
is_stacked(const struct word *v, struct slice text)
{
	return v->shape & SHAPE_CAP && !(v->shape & SHAPE_UPPER) &&
	       v->letters > 1 && kind_of(text.p[v->start + 1]) == 1;
}

uint64_t
tagger_own_key(const struct words *w, struct slice text, size_t i)
{
	const struct word *v = &w->v[i];

	if (v->shape & (SHAPE_FOREIGN | SHAPE_MIXED) ||
	    v->letters != v->end - v->start || is_stacked(v, text) ||
	    is_digit(text, v->start - 1u) || is_digit(text, v->end))
		return 0;
	return (v->hash & ~(uint64_t)15) | has_of(w, i, tagger_gap(w, text, i));
}
