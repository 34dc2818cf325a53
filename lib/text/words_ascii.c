/* Words of ASCII letters, read sixteen letters at once. */
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "text/words_parts.h"

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

const char *
words_add_ascii(struct words *w, struct slice text, const char *p)
{
	const __m128i small = _mm_set1_epi8(32), a = _mm_set1_epi8('a');
	__m128i x, from_a;
	unsigned rest, n, capitals;
	unsigned char c;

	if (text.p + text.len - p < 16)
		return p;
	x = _mm_loadu_si128((const void *)p);
	from_a = _mm_sub_epi8(_mm_or_si128(x, small), a);
	rest = (unsigned)_mm_movemask_epi8(
	    _mm_cmpeq_epi8(_mm_max_epu8(from_a, _mm_set1_epi8(26)), from_a));
	if (rest == 0)
		return p;
	n = (unsigned)__builtin_ctz(rest);
	c = (unsigned char)p[n];
	if (c == '\'' || c == '`' || c >= 0x80)
		return p;
	/* What tells capitals is bit 5; movemask looks at bit 7. */
	capitals = ~(unsigned)_mm_movemask_epi8(_mm_slli_epi16(x, 2)) &
	           ((1u << n) - 1);
	*words_next(w) = (struct word){
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
const char *
words_add_ascii(struct words *w, struct slice text, const char *p)
{
	(void)w, (void)text;
	return p;
}
#endif
