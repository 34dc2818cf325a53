/* Where the words of a text are, and what stands between them. */
#include "text/fold.h"
#include "text/words_view.h"

#define R8(c) c, c, c, c, c, c, c, c
#define R26(c) R8(c), R8(c), R8(c), c, c

const unsigned char words_classes[256] = {
	['\''] = QUOTE,
	['`'] = QUOTE,
	['0'] = R8(DIGIT),
	DIGIT,
	DIGIT,
	[':'] = COLON,
	[')'] = BRACKET,
	[']'] = BRACKET,
	['}'] = BRACKET,
	['['] = OPENING,
	['/'] = SLASH,
	['*'] = STAR,
	['\n'] = LINE,
	['\t'] = LINE,
	['@'] = AT,
	['A'] = R26(UPPER),
	['a'] = R26(LOWER),
	[0x80] = R8(HIGH),
	R8(HIGH),
	R8(HIGH),
	R8(HIGH),
	[0xa0] = R8(HIGH),
	R8(HIGH),
	R8(HIGH),
	R8(HIGH),
	[0xc0] = R8(HIGH),
	R8(HIGH),
	R8(HIGH),
	R8(HIGH),
	[0xe0] = R8(HIGH),
	R8(HIGH),
	R8(HIGH),
	R8(HIGH),
};

/* What stands between words: note what the patterns will want to know. */
static size_t
skip_code(struct words *w, const char *p, const char *end)
{
	int32_t code;
	size_t n = fold_decode(p, end, &code);

	w->foreign = true;
	/* A digit, an @ or a colon in another guise: full width, Arabic. */
	if (n > 1) {
		char plain[FOLD_MAX];

		if (fold_code(code, plain) > 0) {
			enum words_class c = words_class(plain);

			w->digits += c == DIGIT;
			w->at |= c == AT;
			w->link |= c == COLON;
			w->mixed |= c == DIGIT;
		}
	}
	return n;
}

static bool
letter_before(const char *p)
{
	return words_class(p - 1) == LOWER || words_class(p - 1) == UPPER ||
	       words_class(p - 1) == HIGH;
}

/* A byte that begins no word: note what it tells, and go on behind it. */
static const char *
skip_other(struct words *w, struct slice text, const char *p)
{
	const char *end = text.p + text.len;

	switch (words_class(p)) {
	case HIGH:
		return p + skip_code(w, p, end);
	case DIGIT:
		w->digits++;
		w->mixed |= p > text.p && letter_before(p);
		break;
	case AT:
		w->at = true;
		break;
	case BRACKET:
		w->bracket = true;
		break;
	case OPENING:
		w->opening = true;
		break;
	case LINE:
		w->lines = true;
		break;
	case STAR:
		w->star = true;
		break;
	case SLASH:
		w->slash = true;
		break;
	case COLON:
		w->link |= p + 1 < end && p[1] == '/';
		break;
	default:
		break;
	}
	return p + 1;
}

/* Read what stands at p, a word or no word; return what follows it. */
static const char *
read_one(struct words *w, struct slice text, const char *p,
         const struct lexicon *l)
{
	enum words_class c = words_class(p);
	const char *next = p;

	if (c == LOWER || c == UPPER ||
	    (c == HIGH && words_letter_at(p, text.p + text.len)))
		next = words_add_any(w, text, p, l);
	return next > p ? next : skip_other(w, text, p);
}

/* Whether a word of letters may go on with a byte that is none. */
static bool
goes_on(char next)
{
	return words_classes[(unsigned char)next] == QUOTE ||
	       words_classes[(unsigned char)next] == HIGH;
}

/* Add the word of n letters, fewer than LETTERS, that begins k bytes into a
 * view of what is at p, byte at of its text. */
static void
add_letters(struct words *w, const char *p, size_t at, const struct view *v,
            unsigned k, unsigned n, const struct lexicon *l)
{
	struct word *word = words_room(w, 1);

	word->start = (uint32_t)(at + k);
	word->end = (uint32_t)(at + k + n);
	word->hash = words_hash(words_letters(p + k, n), n);
	word->shape = words_shape(v->capitals >> k, n);
	word->letters = (uint16_t)n;
	words_know(w, word, l);
	w->n++;
}

/* Remember a word of n letters, and what the lexicon says of it. */
static void
learn(struct words_known *known, struct letters s, unsigned n,
      const struct lexicon *l)
{
	uint64_t hash = words_hash(s, n);
	struct word w = { .hash = hash,
		          .what = lexicon_find(l, hash),
		          .shape = n == 1 ? SHAPE_LONE : 0 };

	*known = (struct words_known){ s.first, s.rest, hash, w.what,
		                       words_is_plain(&w) };
}

/*
 * Read words where nothing is odd: each ends where its letters do. Return where
 * to go on, at itself where a word is too long for that. Nearly all words of a
 * text are read here, and nearly all were read before.
 */
static size_t
read_plain(struct words *w, const char *copy, size_t at, const struct view *v,
           const struct lexicon *l)
{
	uint64_t starts = v->letters & ~(v->letters << 1);
	uint64_t ends = ~v->letters & v->letters << 1;
	struct word *word = words_room(w, VIEW / 2);
	uint32_t *telling = words_telling(w, VIEW / 2), seen = 0;

	for (; ends != 0; ends &= ends - 1, starts &= starts - 1, word++) {
		unsigned k = (unsigned)__builtin_ctzll(starts);
		unsigned n = (unsigned)__builtin_ctzll(ends) - k;
		bool capital =
		    v->capitals & ((ends & -ends) - (starts & -starts));
		struct words_known *known;
		struct letters s;

		if (n >= LETTERS)
			break;
		s = words_letters(copy + at + k, n);
		known = words_place(w->known, s);
		if (known->first != s.first || known->rest != s.rest)
			learn(known, s, n, l);
		*word = (struct word){ (uint32_t)(at + k),
			               (uint32_t)(at + k + n),
			               known->hash,
			               known->what,
			               n == 1 ? SHAPE_LONE : 0,
			               (uint16_t)n };
		seen |= known->what;
		if (capital)
			word->shape = words_shape(v->capitals >> k, n);
		/* No branch: whether a word is plain cannot be foreseen. */
		*telling = (uint32_t)(word - w->v);
		telling += capital || !known->plain;
	}
	w->ntelling = (size_t)(telling - w->telling);
	w->n = (size_t)(word - w->v);
	w->seen |= seen;
	return starts == 0 ? at + VIEW : at + (size_t)__builtin_ctzll(starts);
}

/*
 * Read what begins among the VIEW bytes from at on; return where to go on.
 * copy is the text with as many zeroes behind it as may be looked at.
 */
static size_t
read_view(struct words *w, struct slice text, const char *copy, size_t at,
          const struct lexicon *l)
{
	struct view v = words_view(copy + at);
	uint64_t todo = v.odd | (v.letters & ~(v.letters << 1));

	if (v.odd == 0 && w->known != NULL) {
		size_t next = read_plain(w, copy, at, &v, l);

		if (next > at)
			return next;
	}
	while (todo != 0) {
		unsigned k = (unsigned)__builtin_ctzll(todo), n;
		uint64_t rest = ~(v.letters >> k);
		size_t next;

		if (!(rest & 1)) {
			n = rest == 0 ? VIEW : (unsigned)__builtin_ctzll(rest);
			if (k + n >= VIEW && k > 0)
				return at + k;
			if (n < LETTERS && !goes_on(copy[at + k + n])) {
				add_letters(w, copy + at, at, &v, k, n, l);
				todo &= todo - 1;
				continue;
			}
		}
		next = (size_t)(read_one(w, text, text.p + at + k, l) - text.p);
		if (next - at >= VIEW)
			return next;
		todo &= ~(uint64_t)0 << (next - at);
		todo |= v.letters & (uint64_t)1 << (next - at);
	}
	return at + VIEW;
}

void
words_read(struct words *w, struct slice text, const struct lexicon *l,
           bool fast)
{
	char *copy;

	if (!fast) {
		for (const char *p = text.p; p < text.p + text.len;)
			p = read_one(w, text, p, l);
		return;
	}
	buf_reset(&w->copy);
	copy = buf_reserve(&w->copy, text.len + VIEW + LETTERS);
	if (text.len > 0)
		memcpy(copy, text.p, text.len);
	memset(copy + text.len, 0, VIEW + LETTERS);
	for (size_t at = 0; at < text.len;)
		at = read_view(w, text, copy, at, l);
}
