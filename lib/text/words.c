#include <stdlib.h>

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
	uint64_t state; /* of the hash */
	size_t letters, capitals, smalls;
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
	if (fold_is_unspaced(code))
		r->shape |= SHAPE_UNSPACED;
	if (n == 0)
		return;
	if (r->letters == 0 && capital)
		r->shape |= SHAPE_CAP;
	if (capital && r->smalls > 0)
		r->shape |= SHAPE_MIXED;
	capital ? r->capitals++ : r->smalls++;
	for (size_t i = 0; i < n; i++)
		r->state = lexicon_step(r->state, (unsigned char)plain[i]);
	r->letters += n;
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
	if (n == 1 || !fold_is_letter(code))
		return false;
	take_code(r, code);
	r->p += n;
	return true;
}

/* Read small ASCII letters: most of all there is. */
static void
take_smalls(struct reader *r)
{
	const char *p = r->p, *end = r->end;
	uint64_t state = r->state;
	size_t n;

	for (; p < end && class_of(p) == LOWER; p++)
		state = lexicon_step(state, (unsigned char)*p);
	n = (size_t)(p - r->p);
	r->smalls += n;
	r->letters += n;
	r->state = state;
	r->p = p;
}

static void
take_capital(struct reader *r)
{
	if (r->letters == 0)
		r->shape |= SHAPE_CAP;
	if (r->smalls > 0)
		r->shape |= SHAPE_MIXED;
	r->capitals++;
	r->letters++;
	r->state = lexicon_step(r->state, (unsigned char)(*r->p | 32));
	r->p++;
}

static void
read_word(struct reader *r)
{
	for (;;) {
		enum class c;

		take_smalls(r);
		if (r->p >= r->end)
			break;
		c = class_of(r->p);
		if (c == UPPER)
			take_capital(r);
		else if (c < QUOTE || c == DIGIT || !step_slow(r))
			break;
	}
	if (r->capitals + r->smalls == 1)
		r->shape |= SHAPE_LONE;
	else if (r->smalls == 0 && !(r->shape & SHAPE_UNSPACED))
		r->shape |= SHAPE_UPPER;
}

static void
add_word(struct words *w, const struct reader *r, const char *text,
         const struct lexicon *l)
{
	struct word *word;

	if (w->n == w->cap)
		w->v = mem_grow(w->v, &w->cap, w->n + 1, sizeof(*w->v));
	word = &w->v[w->n++];
	word->start = (uint32_t)(r->start - text);
	word->end = (uint32_t)(r->p - text);
	word->hash = lexicon_seal(r->state);
	word->what = lexicon_find(l, word->hash);
	word->shape = r->shape;
	word->letters =
	    r->letters < UINT16_MAX ? (uint16_t)r->letters : UINT16_MAX;
	w->seen |= word->what;
	w->odd |= words_is_odd(word);
}

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

static uint64_t
www_state(void)
{
	return lexicon_step(lexicon_step(lexicon_step(LEX_SEED, 'w'), 'w'),
	                    'w');
}

void
words_find(struct words *w, struct slice text, const struct lexicon *l)
{
	const char *end = text.p + text.len;

	*w = (struct words){ .v = w->v, .cap = w->cap };
	for (const char *p = text.p; p < end;) {
		enum class c = class_of(p);

		if (c == OTHER) {
			p++;
		} else if (c == LOWER || c == UPPER ||
		           (c == HIGH && letter_at(p, end))) {
			struct reader r = { p, p, end, LEX_SEED, 0, 0, 0, 0 };

			read_word(&r);
			if (r.letters > 0)
				add_word(w, &r, text.p, l);
			w->lones += r.letters == 1;
			w->foreign |= (r.shape & SHAPE_FOREIGN) != 0;
			w->link |= r.letters == 3 && r.state == www_state();
			p = r.p;
		} else if (c == HIGH) {
			p += skip_code(w, p, end);
		} else {
			if (c == DIGIT) {
				w->digits++;
				w->mixed |= p > text.p && letter_before(p);
			}
			w->at |= c == AT;
			w->bracket |= c == BRACKET;
			w->link |= c == COLON && p + 1 < end && p[1] == '/';
			p++;
		}
	}
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
	*w = (struct words)WORDS_INIT;
}
