#include <stdlib.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/mem.h"
#include "text/letters.h"

enum { BLOCK = 16 };

/* Copy a block in lower case; return a bit for each letter. */
static uint64_t
lower_block(const char *from, char *to)
{
#ifdef __SSE2__
	__m128i x = _mm_loadu_si128((const void *)from);
	__m128i low = _mm_or_si128(x, _mm_set1_epi8(0x20));
	__m128i nth = _mm_sub_epi8(low, _mm_set1_epi8('a'));
	__m128i is = _mm_cmpeq_epi8(_mm_min_epu8(nth, _mm_set1_epi8(25)), nth);

	_mm_storeu_si128((void *)to, low);
	return (uint64_t)_mm_movemask_epi8(is);
#else
	uint64_t bits = 0;

	for (size_t i = 0; i < BLOCK; i++) {
		to[i] = from[i] | 0x20;
		bits |= (uint64_t)((unsigned char)(to[i] - 'a') < 26) << i;
	}
	return bits;
#endif
}

void
letters_read(struct letters *l, struct slice text)
{
	size_t words = text.len / 64 + 1, at = 0;
	char rest[BLOCK] = { 0 };

	l->text = text;
	buf_reset(&l->lower);
	buf_reserve(&l->lower, text.len + BLOCK);
	l->bits = mem_grow(l->bits, &l->cap, words, sizeof(*l->bits));
	memset(l->bits, 0, words * sizeof(*l->bits));
	for (; text.len - at >= BLOCK; at += BLOCK)
		l->bits[at / 64] |= lower_block(text.p + at, l->lower.data + at)
		                    << at % 64;
	if (at < text.len) {
		memcpy(rest, text.p + at, text.len - at);
		l->bits[at / 64] |= lower_block(rest, l->lower.data + at)
		                    << at % 64;
	}
}

void
letters_free(struct letters *l)
{
	free(l->bits);
	buf_free(&l->lower);
}

/* A run begins at a letter behind no letter, and ends where that is so. */
size_t
letters_runs(const struct letters *l, size_t at, struct run runs[LETTERS_RUNS])
{
	size_t last = l->text.len / 64, first = at / 64, begun = 0, ended = 0;
	uint64_t behind = first > 0 ? l->bits[first - 1] >> 63 : 0;
	bool earlier = behind != 0; /* a run that began before is to end */

	for (size_t i = first; i <= last && i < first + LETTERS_BLOCK / 64;
	     i++) {
		uint64_t bits = l->bits[i], before = bits << 1 | behind;
		uint64_t begin = bits & ~before, end = before & ~bits;

		behind = bits >> 63;
		if (earlier && end != 0) {
			end &= end - 1;
			earlier = false;
		}
		for (; begin != 0; begin &= begin - 1)
			runs[begun++].at =
			    i * 64 + (size_t)__builtin_ctzll(begin);
		for (; end != 0; end &= end - 1)
			runs[ended++].end =
			    i * 64 + (size_t)__builtin_ctzll(end);
	}
	if (ended < begun)
		runs[ended].end = letters_seek(l, runs[ended].at, false);
	return begun;
}
