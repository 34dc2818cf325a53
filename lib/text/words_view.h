/*
 * Sixty-four bytes of a text at once, a bit for each, and the words of ASCII
 * letters in them: most words of most texts. For text/words_read.c alone.
 */
#ifndef DLG_WORDS_VIEW_H
#define DLG_WORDS_VIEW_H

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "text/words_parts.h"

enum { VIEW = 64, LETTERS = 16 };

struct view {
	uint64_t letters;  /* of ASCII */
	uint64_t capitals; /* among them */
	uint64_t odd;      /* neither letters nor OTHER */
};

#ifdef __SSE2__
/* The bytes of x from a to b, as 0xff. */
static inline __m128i
words_between(__m128i x, char a, char b)
{
	__m128i from_a = _mm_sub_epi8(x, _mm_set1_epi8(a));
	__m128i most = _mm_set1_epi8((char)(b - a));

	return _mm_cmpeq_epi8(_mm_min_epu8(from_a, most), from_a);
}

static inline uint64_t
words_bits(__m128i x, unsigned at)
{
	return (uint64_t)(unsigned)_mm_movemask_epi8(x) << at;
}

/*
 * Of OTHER the commonest are known here: blanks, and the signs from comma to
 * stop and from semicolon to question mark. The others count as odd, and are
 * found to be OTHER one by one.
 */
static inline struct view
words_view(const char *p)
{
	const __m128i small = _mm_set1_epi8(32);
	struct view v = { 0, 0, 0 };

	for (unsigned at = 0; at < VIEW; at += 16) {
		__m128i x = _mm_loadu_si128((const void *)(p + at));
		__m128i letter =
		    words_between(_mm_or_si128(x, small), 'a', 'z');
		__m128i plain = _mm_or_si128(_mm_cmpeq_epi8(x, small),
		                             words_between(x, ',', '.'));
		/* What tells capitals is bit 5; movemask looks at bit 7. */
		__m128i lower = _mm_slli_epi16(x, 2);

		plain = _mm_or_si128(plain, words_between(x, ';', '?'));
		plain = _mm_or_si128(plain, letter);
		plain =
		    _mm_or_si128(plain, _mm_cmpeq_epi8(x, _mm_setzero_si128()));
		v.letters |= words_bits(letter, at);
		v.capitals |= words_bits(_mm_andnot_si128(lower, letter), at);
		v.odd |= words_bits(plain, at);
	}
	v.odd = ~v.odd;
	return v;
}
#else
static inline struct view
words_view(const char *p)
{
	struct view v = { 0, 0, 0 };

	for (unsigned at = 0; at < VIEW; at++) {
		enum words_class c = words_class(p + at);
		uint64_t bit = (uint64_t)1 << at;

		v.letters |= c == LOWER || c == UPPER ? bit : 0;
		v.capitals |= c == UPPER ? bit : 0;
		v.odd |= c > UPPER ? bit : 0;
	}
	return v;
}
#endif

/* The shape of a word of n ASCII letters; the lowest bits of capitals tell. */
static inline uint16_t
words_shape(uint64_t capitals, unsigned n)
{
	uint64_t all = ((uint64_t)1 << n) - 1, smalls = ~capitals & all;
	uint16_t shape = capitals & 1 ? SHAPE_CAP : 0;

	if (n == 1)
		return shape | SHAPE_LONE;
	if (smalls == 0)
		return shape | SHAPE_UPPER;
	if ((capitals & all) > (smalls & -smalls))
		shape |= SHAPE_MIXED;
	return shape;
}

static inline uint64_t
words_load(const char *s)
{
	const unsigned char *p = (const unsigned char *)s;

	return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 |
	       (uint64_t)p[3] << 24 | (uint64_t)p[4] << 32 |
	       (uint64_t)p[5] << 40 | (uint64_t)p[6] << 48 |
	       (uint64_t)p[7] << 56;
}

/* Of two times eight bytes, those that are among the first n. */
#define ALL UINT64_MAX
#define ONLY(n) (((uint64_t)1 << 8 * (n)) - 1)
static const uint64_t words_masks[LETTERS][2] = {
	{ 0, 0 },         { ONLY(1), 0 },   { ONLY(2), 0 },   { ONLY(3), 0 },
	{ ONLY(4), 0 },   { ONLY(5), 0 },   { ONLY(6), 0 },   { ONLY(7), 0 },
	{ ALL, 0 },       { ALL, ONLY(1) }, { ALL, ONLY(2) }, { ALL, ONLY(3) },
	{ ALL, ONLY(4) }, { ALL, ONLY(5) }, { ALL, ONLY(6) }, { ALL, ONLY(7) },
};
#undef ALL
#undef ONLY

/* n ASCII letters, fewer than LETTERS, small; LETTERS bytes are read. */
struct letters {
	uint64_t first, rest;
};

static inline struct letters
words_letters(const char *p, unsigned n)
{
	const uint64_t small = 0x2020202020202020u;

	return (struct letters){
		(words_load(p) | small) & words_masks[n][0],
		(words_load(p + 8) | small) & words_masks[n][1],
	};
}

static inline uint64_t
words_hash(struct letters s, unsigned n)
{
	uint64_t h = lexicon_step(LEX_SEED, s.first);

	return lexicon_seal(n > 8 ? lexicon_step(h, s.rest) : h, n);
}

/* What is known of n letters, if they were read before; or where to keep it. */
static inline struct words_known *
words_place(struct words_known *known, struct letters s)
{
	uint64_t h = (s.first ^ s.rest * 0xd6e8feb86659fd93u) * LEX_SEED;

	return &known[h >> (64 - WORDS_KNOWN_BITS)];
}

#endif
