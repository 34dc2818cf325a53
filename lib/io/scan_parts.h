/*
 * What the parts of the scanner share: not for anybody else.
 */
#ifndef DLG_SCAN_PARTS_H
#define DLG_SCAN_PARTS_H

#include <stdint.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/mem.h"
#include "io/scan.h"

/* Where a scan is. Functions that go on with it return false after scan_fail.
 */
struct scan_cursor {
	struct scan *s;
	const char *p, *end;
	size_t depth;
	int high;     /* a byte over 0x7f was seen: UTF-8 is to be checked */
	bool escaped; /* the string skipped last has an escape */
};

static inline bool
scan_fail(struct scan_cursor *c, const char *what)
{
	c->s->error = what;
	c->s->error_at = (size_t)c->p; /* made an offset by scan_object */
	return false;
}

/* scan_number.c: go on behind the number that c->p is at. */
bool scan_number(struct scan_cursor *c);

/*
 * The first byte at p or behind it that a JSON string treats specially - a
 * quote, a backslash, a control character - or end. *high is set if a byte
 * over 0x7f was passed.
 */
static inline const char *
scan_run(const char *p, const char *end, int *high)
{
#ifdef __SSE2__
	const __m128i quote = _mm_set1_epi8('"');
	const __m128i back = _mm_set1_epi8('\\');
	const __m128i last = _mm_set1_epi8(0x1f);

	for (; end - p >= 16; p += 16) {
		__m128i x = _mm_loadu_si128((const void *)p);
		__m128i special = _mm_or_si128(_mm_cmpeq_epi8(x, quote),
		                               _mm_cmpeq_epi8(x, back));
		int stop, over = _mm_movemask_epi8(x);

		special = _mm_or_si128(
		    special, _mm_cmpeq_epi8(_mm_min_epu8(x, last), x));
		stop = _mm_movemask_epi8(special);
		if (stop != 0) {
			int n = __builtin_ctz((unsigned)stop);

			*high |= over & ((1 << n) - 1);
			return p + n;
		}
		*high |= over;
	}
#endif
	for (; p < end; p++) {
		unsigned char ch = (unsigned char)*p;

		if (ch < 0x20 || ch == '"' || ch == '\\')
			return p;
		*high |= ch >> 7;
	}
	return end;
}

/* The value of the four hexadecimal digits at p, or -1. */
int scan_hex4(const char *p, const char *end);

static inline bool
is_high_surrogate(int v)
{
	return v >= 0xd800 && v <= 0xdbff;
}

static inline bool
is_low_surrogate(int v)
{
	return v >= 0xdc00 && v <= 0xdfff;
}

/* What has been seen of the keys of one object. */
struct keys {
	size_t first;  /* where they begin in scan.keys */
	uint64_t bits; /* a bit for each by a weak hash */
	bool suspect;  /* two share a bit */
	bool escaped;  /* one has an escape */
};

/* One more key of the object that k stands for. */
static inline void
scan_add_key(struct scan *s, struct keys *k, struct slice key, bool escaped)
{
	uint32_t h = (uint32_t)key.len;
	uint64_t bit;

	if (key.len > 0)
		h |= (uint32_t)(unsigned char)key.p[0] << 24 |
		     (uint32_t)(unsigned char)key.p[key.len / 2] << 16 |
		     (uint32_t)(unsigned char)key.p[key.len - 1] << 8;
	bit = (uint64_t)1 << (h * 0x9e3779b1u >> 26);
	k->suspect |= (k->bits & bit) != 0;
	k->bits |= bit;
	k->escaped |= escaped;
	if (s->nkeys == s->keys_cap)
		s->keys = mem_grow(s->keys, &s->keys_cap, s->nkeys + 1,
		                   sizeof(*s->keys));
	s->keys[s->nkeys++] = key;
}

/* Whether what stands here is what stood there before the value. */
static inline bool
scan_is_seen(const struct scan_seen *seen, const struct scan_cursor *c)
{
	uint64_t at[2];

	if ((size_t)(c->end - c->p) < sizeof(at))
		return false;
	memcpy(at, c->p, sizeof(at));
	return (((at[0] ^ seen->bytes[0]) & seen->mask[0]) |
	        ((at[1] ^ seen->bytes[1]) & seen->mask[1])) == 0;
}

/*
 * scan_keys.c: the member kept last stands at from, and its value at val: next
 * time this is known at a glance, if the one before is. keys are those of the
 * object.
 */
void scan_learn(struct scan *s, const char *from, struct slice key,
                const char *val, const struct keys *keys);

/* The object ends: whether its keys all differ. Forgets them. */
bool scan_keys_differ(struct scan *s, const struct keys *k);

#endif
