#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "text/u8.h"

size_t
u8_decode(const char *p, size_t len, uint32_t *code)
{
	/* The least code point that may take so many bytes. */
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	unsigned char lead;
	uint32_t c;
	size_t n;

	if (len == 0)
		return 0;
	lead = (unsigned char)*p;
	if (lead < 0x80) {
		*code = lead;
		return 1;
	}
	n = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
	if (lead < 0xc2 || lead > 0xf4 || len < n)
		return 0;
	c = lead & (0x7fu >> n);
	for (size_t i = 1; i < n; i++) {
		if (((unsigned char)p[i] & 0xc0) != 0x80)
			return 0;
		c = c << 6 | ((unsigned char)p[i] & 0x3f);
	}
	if (c < least[n] || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
		return 0;
	*code = c;
	return n;
}

size_t
u8_encode(uint32_t code, char p[4])
{
	if (code < 0x80) {
		p[0] = (char)code;
		return 1;
	}
	if (code < 0x800) {
		p[0] = (char)(0xc0 | code >> 6);
		p[1] = (char)(0x80 | (code & 0x3f));
		return 2;
	}
	if (code < 0x10000) {
		p[0] = (char)(0xe0 | code >> 12);
		p[1] = (char)(0x80 | (code >> 6 & 0x3f));
		p[2] = (char)(0x80 | (code & 0x3f));
		return 3;
	}
	p[0] = (char)(0xf0 | code >> 18);
	p[1] = (char)(0x80 | (code >> 12 & 0x3f));
	p[2] = (char)(0x80 | (code >> 6 & 0x3f));
	p[3] = (char)(0x80 | (code & 0x3f));
	return 4;
}

/* How many bytes at p are ASCII, counted in blocks of sixteen. */
static size_t
ascii_blocks(const char *p, size_t len)
{
	size_t n = 0;

#ifdef __SSE2__
	while (len - n >= 16 &&
	       _mm_movemask_epi8(_mm_loadu_si128((const void *)(p + n))) == 0)
		n += 16;
#else
	(void)p;
	(void)len;
#endif
	return n;
}

size_t
u8_valid(struct slice s)
{
	size_t at = 0;

	while (at < s.len) {
		uint32_t code;
		size_t n;

		at += ascii_blocks(s.p + at, s.len - at);
		if (at == s.len)
			break;
		n = u8_decode(s.p + at, s.len - at, &code);
		if (n == 0)
			break;
		at += n;
	}
	return at;
}
