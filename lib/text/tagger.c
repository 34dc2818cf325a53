#include <stdlib.h>

#include "base/mem.h"
#include "data/namecues.h"
#include "text/fold.h"
#include "text/tagger.h"

/* What stands between two words. */
enum gap {
	GAP_EDGE,
	GAP_BLANK,
	GAP_HYPHEN,
	GAP_COMMA,
	GAP_STOP,
	GAP_COLON,
	GAP_OPEN,
	GAP_AT,
	GAP_HASH,
	GAP_NUMBER,
	GAP_SLASH,
	GAP_LINE,
	GAP_OTHER,
};

static enum gap
gap_of(struct slice gap)
{
	enum gap found = GAP_BLANK;

	for (size_t i = 0; i < gap.len; i++) {
		char c = gap.p[i];

		if (c == '@')
			return GAP_AT;
		if (c == '#')
			return GAP_HASH;
		if (c == '.' || c == '!' || c == '?')
			found = GAP_STOP;
		else if (c >= '0' && c <= '9')
			found = GAP_NUMBER;
		else if (c == ',')
			found = GAP_COMMA;
		else if (c == ':' || c == ';')
			found = GAP_COLON;
		else if (c == '(' || c == '[' || c == '"')
			found = GAP_OPEN;
		else if (c == '/' || c == '&')
			found = GAP_SLASH;
		else if (c == '\n')
			found = found == GAP_STOP ? GAP_STOP : GAP_LINE;
		else if (c == '-' && gap.len == 1)
			found = GAP_HYPHEN;
		else if (c != ' ' && found == GAP_BLANK)
			found = GAP_OTHER;
	}
	return found;
}

/* The gap before word i, which may be one past the last. */
static enum gap
gap_before(const struct words *w, struct slice text, size_t i)
{
	size_t from = i == 0 ? 0 : w->v[i - 1].end;
	size_t end = i == w->n ? text.len : w->v[i].start;
	enum gap gap;

	if (i > 0 && w->v[i - 1].shape & SHAPE_OWNS)
		from += end - from > 1 ? 2 : 0;
	if (from > end)
		from = end;
	gap = gap_of((struct slice){ text.p + from, end - from });
	if (i == 0 || i == w->n)
		return gap == GAP_AT || gap == GAP_HASH ? gap : GAP_EDGE;
	return gap;
}

/* A word as its features see it. */
struct view {
	uint32_t word, shape, known;
};

static const struct view edge = { 1, 1, 1 };

static struct view
view_of(const struct words *w, size_t i)
{
	static const unsigned char common[16] = { 0, 1, 1, 2, 2, 2, 3, 3, 3 };
	const struct word *v;

	if (i >= w->n)
		return edge;
	v = &w->v[i];
	return (struct view){
		(uint32_t)(v->hash >> 16),
		(uint32_t)(v->shape & 0x7f) << 3 |
		    (v->letters < 7 ? v->letters : 7u),
		(v->what &
		 (LEX_FIRST | LEX_LAST | LEX_PLACE | CUE_TITLE | CUE_SAYS |
		  CUE_MONTH | CUE_SPOT | CUE_ORG | CUE_PARTICLE | CUE_THE)) |
		    common[lex_level(v->what)],
	};
}

static uint32_t
join(uint32_t a, uint32_t b)
{
	return (a * 0x9e3779b1u ^ b) * 0x85ebca6bu + (a >> 15);
}

/* Features on their way out. */
struct writer {
	uint16_t *out;
	size_t n;
};

static void
put(struct writer *w, uint32_t kind, uint32_t value)
{
	uint32_t h = join(kind * 0xc2b2ae35u + 1, value);

	h ^= h >> 15;
	h *= 0x27d4eb2fu;
	w->out[w->n++] = (uint16_t)(h >> 16);
}

/* The first or last letters of a word. */
static void
put_affixes(struct writer *f, struct slice word)
{
	uint32_t head = 0, tail = 0;

	for (size_t len = 1; len <= 4 && len <= word.len; len++) {
		head = join(head, (unsigned char)word.p[len - 1] | 32u);
		tail = join(tail, (unsigned char)word.p[word.len - len] | 32u);
		if (len >= 2) {
			put(f, 20 + (uint32_t)len, head);
			put(f, 30 + (uint32_t)len, tail);
		}
	}
}

size_t
tagger_features(const struct words *w, struct slice text, size_t i,
                uint16_t *out)
{
	struct writer f = { out, 0 };
	struct view t = view_of(w, i), n = view_of(w, i + 1);
	struct view p = i > 0 ? view_of(w, i - 1) : edge;
	struct view pp = i > 1 ? view_of(w, i - 2) : edge;
	struct view nn = view_of(w, i + 2);
	uint32_t before = gap_before(w, text, i);
	uint32_t after =
	    gap_before(w, text, i + 1) | (w->v[i].shape & SHAPE_OWNS ? 16u : 0);
	uint32_t gaps = before << 5 | after;

	put(&f, 1, t.word);
	put(&f, 2, join(t.word, t.shape));
	put(&f, 3, join(p.word, before));
	put(&f, 4, join(n.word, after));
	put(&f, 5, pp.word);
	put(&f, 6, nn.word);
	put(&f, 7, join(p.word, t.word));
	put(&f, 8, join(t.word, n.word));
	put(&f, 9, t.shape);
	put(&f, 10, join(join(p.shape, t.shape), before));
	put(&f, 11, join(join(t.shape, n.shape), after));
	put(&f, 12, join(t.shape, gaps));
	put(&f, 13, join(join(p.word, before), t.shape));
	put(&f, 14, join(join(n.word, after), t.shape));
	put(&f, 15, join(join(p.word, n.word), t.shape));
	put(&f, 16, join(t.known, t.shape));
	put(&f, 17, join(join(t.known, before), t.shape & 31 << 3));
	put(&f, 18, join(join(p.known, t.known), before));
	put(&f, 19, join(join(t.known, n.known), after));
	put(&f, 40, join(t.known & (LEX_FIRST | 15), t.shape & 31 << 3));
	put(&f, 41, join(t.known & (LEX_LAST | 15), t.shape & 31 << 3));
	put(&f, 42,
	    join(join(p.known & LEX_FIRST, t.known & LEX_LAST),
	         join(p.shape & 8, t.shape & 31 << 3)));
	put(&f, 43,
	    join(join(t.known & LEX_FIRST, n.known & LEX_LAST),
	         join(n.shape & 31 << 3, t.shape & 31 << 3)));
	put(&f, 44, join(t.known, p.word));
	put(&f, 45, join(t.known, n.word));
	put(&f, 46, join(join(pp.word, p.word), t.shape & 31 << 3));
	put(&f, 47, join(join(n.word, nn.word), t.shape & 31 << 3));
	put(&f, 48, 0);
	put_affixes(&f, (struct slice){ text.p + w->v[i].start,
	                                w->v[i].end - w->v[i].start });
	return f.n;
}

static void
score_word(const struct words *w, struct slice text, size_t i, int favour,
           int32_t *score)
{
	uint16_t rows[TAGGER_FEATURES];
	size_t n = tagger_features(w, text, i, rows);

	for (size_t k = 0; k < n; k++)
		for (int tag = 0; tag < TAGS; tag++)
			score[tag] += tagger_weights[rows[k]][tag];
	score[TAG_NONE] -= favour;
}

/* The best way to each tag of word i from those of the word before. */
static void
step(struct tagger *t, size_t i)
{
	const int32_t *before = t->score[i - 1];

	for (int to = 0; to < TAGS; to++) {
		int32_t best = INT32_MIN;

		for (int from = 0; from < TAGS; from++) {
			int32_t sum = before[from] + tagger_moves[from][to];

			if (sum > best) {
				best = sum;
				t->from[i][to] = (unsigned char)from;
			}
		}
		t->score[i][to] += best;
	}
}

enum { NEVER = -100000000 };

void
tagger_run(struct tagger *t, const struct words *w, struct slice text,
           int favour, unsigned char *tags)
{
	unsigned char tag = TAG_NONE;

	if (w->n == 0)
		return;
	t->score = mem_grow(t->score, &t->cap, w->n, sizeof(*t->score));
	t->from = mem_grow(t->from, &t->from_cap, w->n, sizeof(*t->from));
	for (size_t i = 0; i < w->n; i++) {
		memset(t->score[i], 0, sizeof(t->score[i]));
		if (tagger_may(&w->v[i]))
			score_word(w, text, i, favour, t->score[i]);
		else
			for (int k = 1; k < TAGS; k++)
				t->score[i][k] = NEVER;
		if (i > 0)
			step(t, i);
		for (int k = 0; k < TAGS; k++)
			if (t->score[i][k] < NEVER)
				t->score[i][k] = NEVER;
	}
	for (unsigned char k = 1; k < TAGS; k++)
		if (t->score[w->n - 1][k] > t->score[w->n - 1][tag])
			tag = k;
	for (size_t i = w->n; i-- > 0;) {
		tags[i] = tag;
		if (i > 0)
			tag = t->from[i][tag];
	}
}

void
tagger_free(struct tagger *t)
{
	free(t->score);
	free(t->from);
	*t = (struct tagger)TAGGER_INIT;
}
