#include <stdlib.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/mem.h"
#include "text/fold.h"
#include "text/words.h"

/* What a byte may be. Bytes from 0x80 are looked at as code points. */
enum class {
	OTHER,
	LOWER,
	UPPER,
	QUOTE, /* an apostrophe */
	DIGIT,
	AT,
	COLON,
	BRACKET, /* a closing one */
	OPENING, /* a square one, as placeholders begin with */
	LINE,    /* a line's end, or a tab */
	SLASH,
	HIGH,
};

#define R8(c) c, c, c, c, c, c, c, c
#define R26(c) R8(c), R8(c), R8(c), c, c

static const unsigned char classes[256] = {
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

/* A word being read. */
struct reader {
	const char *start, *p, *end;
	struct lexicon_hasher hash;
	size_t capitals, smalls;
	uint16_t shape;
};

static enum class class_of(const char *p) { return classes[(unsigned char)*p]; }

static void
take_code(struct reader *r, int32_t code)
{
	char plain[FOLD_MAX];
	size_t n = fold_code(code, plain);
	bool capital = fold_is_capital(code);

	r->shape |= SHAPE_FOREIGN;
	if (n == 0)
		return;
	if (fold_is_unspaced(code))
		r->shape |= SHAPE_UNSPACED;
	if (r->hash.len == 0 && capital)
		r->shape |= SHAPE_CAP;
	if (capital && r->smalls > 0)
		r->shape |= SHAPE_MIXED;
	capital ? r->capitals++ : r->smalls++;
	for (size_t i = 0; i < n; i++)
		lexicon_letter(&r->hash, (unsigned char)plain[i]);
}

/* Whether a letter stands at p; the modifier letter apostrophe (U+02BC) is one
 * to Unicode, and none to us: a word cannot begin with it. */
static bool
letter_at(const char *p, const char *end)
{
	int32_t code;

	if (p >= end)
		return false;
	if (class_of(p) != HIGH)
		return class_of(p) == LOWER || class_of(p) == UPPER;
	fold_decode(p, end, &code);
	return fold_is_letter(code) && !fold_is_apostrophe(code);
}

/* At an apostrophe of n bytes: whether it is the one of "'s" at a word's end.
 */
static bool
owns_at(const char *p, size_t n, const char *end)
{
	return p + n < end && (p[n] == 's' || p[n] == 'S') &&
	       !letter_at(p + n + 1, end);
}

/* Whether a word of another way of writing begins: "Kavanagh" and what is said
 * of him in Han. */
static bool
is_border(const struct reader *r, int32_t code)
{
	bool unspaced = (r->shape & SHAPE_UNSPACED) != 0;

	return r->hash.len > 0 && fold_is_unspaced(code) != unspaced &&
	       !fold_is_hidden(code);
}

/* Read on after the fast part stopped at r->p; say whether the word goes on. */
static bool
step_slow(struct reader *r)
{
	int32_t code;
	size_t n = fold_decode(r->p, r->end, &code);

	if (fold_is_apostrophe(code)) {
		if (owns_at(r->p, n, r->end))
			r->shape |= SHAPE_OWNS;
		else if (letter_at(r->p + n, r->end)) {
			r->p += n;
			return true;
		}
		return false;
	}
	if (n == 1 || !fold_is_letter(code) || is_border(r, code))
		return false;
	take_code(r, code);
	r->p += n;
	return true;
}

static void
take_ascii(struct reader *r, bool capital)
{
	if (capital && r->hash.len == 0)
		r->shape |= SHAPE_CAP;
	if (capital && r->smalls > 0)
		r->shape |= SHAPE_MIXED;
	capital ? r->capitals++ : r->smalls++;
	lexicon_letter(&r->hash, (unsigned char)(*r->p++ | 32));
}

/* Read any word, letter by letter. */
static void
read_word(struct reader *r)
{
	while (r->p < r->end) {
		enum class c = class_of(r->p);

		if (c == LOWER || c == UPPER) {
			if (r->shape & SHAPE_UNSPACED)
				break;
			take_ascii(r, c == UPPER);
		} else if (c < QUOTE || c == DIGIT || !step_slow(r))
			break;
	}
	if (r->capitals + r->smalls == 1)
		r->shape |= SHAPE_LONE;
	else if (r->smalls == 0 && !(r->shape & SHAPE_UNSPACED))
		r->shape |= SHAPE_UPPER;
}

/* Room for one word more. */
static struct word *
next_word(struct words *w)
{
	if (w->n == w->cap)
		w->v = mem_grow(w->v, &w->cap, w->n + 1, sizeof(*w->v));
	return &w->v[w->n];
}

/* Read the word at p, any word; return what follows it. */
static const char *
add_any(struct words *w, struct slice text, const char *p)
{
	struct reader r = { p, p, text.p + text.len, LEXICON_HASHER, 0, 0, 0 };

	read_word(&r);
	if (r.hash.len > 0) {
		*next_word(w) = (struct word){
			.start = (uint32_t)(p - text.p),
			.end = (uint32_t)(r.p - text.p),
			.hash = lexicon_hashed(&r.hash),
			.shape = r.shape,
			.letters = r.hash.len < UINT16_MAX ?
			               (uint16_t)r.hash.len :
			               UINT16_MAX,
		};
		w->n++;
	}
	w->foreign |= (r.shape & SHAPE_FOREIGN) != 0;
	return r.p;
}

#ifdef __SSE2__
/* The shape of a word of n ASCII letters; a bit of capitals for each. */
static uint16_t
shape_of(unsigned capitals, unsigned n)
{
	unsigned smalls = ~capitals & ((1u << n) - 1);
	uint16_t shape = capitals & 1 ? SHAPE_CAP : 0;

	if (n == 1)
		return shape | SHAPE_LONE;
	if (smalls == 0)
		return shape | SHAPE_UPPER;
	if (capitals > (smalls & -smalls))
		shape |= SHAPE_MIXED;
	return shape;
}

/* The hash of n letters, fewer than 16, small or capital. */
static uint64_t
hash_of(__m128i letters, unsigned n)
{
	const __m128i small = _mm_set1_epi8(32);
	uint64_t half[2], h = LEX_SEED;

	_mm_storeu_si128((void *)half, _mm_or_si128(letters, small));
	if (n >= 8) {
		h = lexicon_step(h, half[0]);
		half[0] = half[1];
	}
	if (n % 8 != 0)
		h = lexicon_step(h, half[0] & (((uint64_t)1 << n % 8 * 8) - 1));
	return lexicon_seal(h, n);
}

/*
 * Read the word at p if it is fewer than 16 ASCII letters and nothing else, all
 * at once, which takes a third of the time of letter by letter; return what
 * follows it, or p.
 */
static const char *
add_ascii(struct words *w, struct slice text, const char *p)
{
	const __m128i small = _mm_set1_epi8(32), a = _mm_set1_epi8('a');
	__m128i x, from_a;
	unsigned rest, n, capitals;
	enum class c;

	if (text.p + text.len - p < 16)
		return p;
	x = _mm_loadu_si128((const void *)p);
	from_a = _mm_sub_epi8(_mm_or_si128(x, small), a);
	rest = (unsigned)_mm_movemask_epi8(
	    _mm_cmpeq_epi8(_mm_max_epu8(from_a, _mm_set1_epi8(26)), from_a));
	if (rest == 0)
		return p;
	n = (unsigned)__builtin_ctz(rest);
	c = class_of(p + n);
	if (c == QUOTE || c == HIGH)
		return p;
	/* What tells capitals is bit 5; movemask looks at bit 7. */
	capitals = ~(unsigned)_mm_movemask_epi8(_mm_slli_epi16(x, 2)) &
	           ((1u << n) - 1);
	*next_word(w) = (struct word){
		.start = (uint32_t)(p - text.p),
		.end = (uint32_t)(p - text.p) + n,
		.hash = hash_of(x, n),
		.shape = shape_of(capitals, n),
		.letters = (uint16_t)n,
	};
	w->n++;
	return p + n;
}
#else
static const char *
add_ascii(struct words *w, struct slice text, const char *p)
{
	(void)w, (void)text;
	return p;
}
#endif

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
			enum class c = class_of(plain);

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
	return class_of(p - 1) == LOWER || class_of(p - 1) == UPPER ||
	       class_of(p - 1) == HIGH;
}

/* A byte that begins no word: note what it tells, and go on behind it. */
static const char *
skip_other(struct words *w, struct slice text, const char *p)
{
	const char *end = text.p + text.len;

	switch (class_of(p)) {
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

/* Where the words are, and their hashes. */
static void
find_all(struct words *w, struct slice text, const struct lexicon *l, bool fast)
{
	const char *end = text.p + text.len;

	for (const char *p = text.p; p < end;) {
		enum class c = class_of(p);
		const char *from = p;
		size_t n = w->n;

		if (c == OTHER) {
			p++;
			continue;
		}
		if (fast && (c == LOWER || c == UPPER))
			p = add_ascii(w, text, p);
		if (p == from && (c == LOWER || c == UPPER ||
		                  (c == HIGH && letter_at(p, end))))
			p = add_any(w, text, p);
		if (p == from)
			p = skip_other(w, text, p);
		if (w->n > n)
			lexicon_await(l, w->v[n].hash);
	}
}

/* The hash of three letters. */
static uint64_t
letters_hash(const char *p)
{
	uint64_t letters =
	    (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16;

	return lexicon_seal(lexicon_step(LEX_SEED, letters), 3);
}

/* Add to w->telling. */
static void
add_telling(struct words *w, size_t i)
{
	if (w->ntelling == w->telling_cap)
		w->telling = mem_grow(w->telling, &w->telling_cap,
		                      w->ntelling + 1, sizeof(*w->telling));
	w->telling[w->ntelling++] = (uint32_t)i;
}

/* Note of a word that is not plain what the rules for names will ask. */
static void
note_telling(struct words *w, size_t i)
{
	const struct word *word = &w->v[i];

	w->odd |= words_is_odd(word);
	w->lones += word->letters == 1;
	w->long_caps += word->letters >= 4 && word->shape & SHAPE_CAP;
	add_telling(w, i);
}

/*
 * What the lexicon knows of each word. This comes when all have been read:
 * what it will look at is on its way from memory meanwhile, which saves a
 * tenth of the time.
 */
static void
look_up(struct words *w, const struct lexicon *l)
{
	const uint64_t www = letters_hash("www"), dot = letters_hash("dot");
	uint32_t seen = 0;
	size_t longs = 0;

	for (size_t i = 0; i < w->n; i++) {
		struct word *word = &w->v[i];

		seen |= word->what = lexicon_find(l, word->hash);
		longs += word->letters >= 4;
		w->link |= word->letters == 3 && word->hash == www;
		w->dot |= word->letters == 3 && word->hash == dot;
		if (!words_is_plain(word))
			note_telling(w, i);
	}
	w->seen = seen;
	w->longs = longs;
}

static void
find(struct words *w, struct slice text, const struct lexicon *l, bool fast)
{
	*w = (struct words){
		.v = w->v,
		.cap = w->cap,
		.telling = w->telling,
		.telling_cap = w->telling_cap,
	};
	find_all(w, text, l, fast);
	look_up(w, l);
}

void
words_find(struct words *w, struct slice text, const struct lexicon *l)
{
	find(w, text, l, true);
}

void
words_find_slowly(struct words *w, struct slice text, const struct lexicon *l)
{
	find(w, text, l, false);
}

void
words_fold(struct buf *out, struct slice text, const struct word *w)
{
	const char *end = text.p + w->end;

	if (w->letters == w->end - w->start && !(w->shape & SHAPE_FOREIGN)) {
		char *to = buf_reserve(out, w->letters);

		for (size_t i = 0; i < w->letters; i++)
			to[i] = text.p[w->start + i] | 32;
		out->len += w->letters;
		return;
	}
	for (const char *p = text.p + w->start; p < end;) {
		char plain[FOLD_MAX];
		int32_t code;
		size_t len;

		p += fold_decode(p, end, &code);
		if (fold_is_apostrophe(code))
			continue;
		len = fold_code(code, plain);
		buf_add(out, plain, len);
	}
}

void
words_free(struct words *w)
{
	free(w->v);
	free(w->telling);
	*w = (struct words)WORDS_INIT;
}
