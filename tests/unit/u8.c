/* text/u8: strict UTF-8. */
#include <string.h>

#include "tap.h"
#include "text/u8.h"

static void
round_trip(void)
{
	bool good = true;

	for (uint32_t c = 0; c <= 0x10ffff; c++) {
		char p[4];
		uint32_t got = 0;
		size_t n;

		if (c >= 0xd800 && c <= 0xdfff)
			continue;
		n = u8_encode(c, p);
		good &= u8_decode(p, n, &got) == n && got == c;
		good &= u8_decode(p, n - 1, &got) == 0;
	}
	ok(good, "every code point is written and read back");
}

static void
refuses(void)
{
	static const char *const bad[] = {
		"\x80",         "\xc0\xaf",         "\xe0\x80\xaf",
		"\xed\xa0\x80", "\xf0\x80\x80\xaf", "\xf4\x90\x80\x80",
		"\xff",         "\xe2\x82",
	};
	bool good = true;
	uint32_t c;

	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		good &= u8_decode(bad[i], strlen(bad[i]), &c) == 0;
	ok(good, "overlong forms, surrogates and fragments are refused");
	ok(u8_valid(SLICE("0123456789abcdef0123\xc3\xa9 z\xff...")) == 24,
	   "validity is told to the byte");
}

int
main(void)
{
	round_trip();
	refuses();
	return tap_done();
}
