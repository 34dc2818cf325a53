#include <stdlib.h>
#include <utf8proc.h>

#include "text/fold.h"

/* Folded letters by code point, for what utf8proc leaves alone; sorted. */
static const struct odd {
	int32_t code;
	const char *plain;
} odds[] = {
	{ 0xdf, "ss" }, { 0xe6, "ae" }, { 0xf0, "d" },  { 0xf8, "o" },
	{ 0xfe, "th" }, { 0x111, "d" }, { 0x127, "h" }, { 0x131, "i" },
	{ 0x138, "k" }, { 0x142, "l" }, { 0x14b, "n" }, { 0x153, "oe" },
	{ 0x167, "t" }, { 0x180, "b" }, { 0x19a, "l" }, { 0x1dd, "e" },
	{ 0x253, "b" }, { 0x257, "d" }, { 0x259, "e" }, { 0x268, "i" },
	{ 0x269, "i" }, { 0x26a, "i" }, { 0x3b1, "a" }, { 0x3b5, "e" },
	{ 0x3b9, "i" }, { 0x3ba, "k" }, { 0x3bd, "v" }, { 0x3bf, "o" },
	{ 0x3c1, "p" }, { 0x3c5, "u" }, { 0x3c7, "x" }, { 0x430, "a" },
	{ 0x432, "b" }, { 0x435, "e" }, { 0x43a, "k" }, { 0x43c, "m" },
	{ 0x43d, "h" }, { 0x43e, "o" }, { 0x440, "p" }, { 0x441, "c" },
	{ 0x442, "t" }, { 0x443, "y" }, { 0x445, "x" }, { 0x455, "s" },
	{ 0x456, "i" }, { 0x458, "j" }, { 0x4bb, "h" }, { 0x501, "d" },
	{ 0x51b, "q" }, { 0x51d, "w" }, { 0x585, "o" },
};

static int
odd_cmp(const void *key, const void *entry)
{
	int32_t a = *(const int32_t *)key;
	int32_t b = ((const struct odd *)entry)->code;

	return (a > b) - (a < b);
}

static const char *
odd_plain(int32_t code)
{
	const struct odd *o = bsearch(&code, odds, sizeof(odds) / sizeof(*odds),
	                              sizeof(*odds), odd_cmp);

	return o == NULL ? NULL : o->plain;
}

size_t
fold_decode(const char *p, const char *end, int32_t *code)
{
	utf8proc_int32_t c;
	utf8proc_ssize_t n;

	if ((unsigned char)*p < 0x80) {
		*code = (unsigned char)*p;
		return 1;
	}
	n = utf8proc_iterate((const utf8proc_uint8_t *)p, end - p, &c);
	*code = n > 0 ? c : -1;
	return n > 0 ? (size_t)n : 1;
}

bool
fold_is_hidden(int32_t code)
{
	if (code < 0xad)
		return false;
	/* Not ignorable to Unicode, or not given to anything yet, but ignored
	 * by all who draw it. */
	if ((code >= 0xfff9 && code <= 0xfffb) || code == 0x2065 ||
	    (code >= 0xe0000 && code <= 0xe0fff))
		return true;
	return utf8proc_get_property(code)->ignorable;
}

static bool
is_mark(int32_t code)
{
	utf8proc_category_t c = utf8proc_category(code);

	return c == UTF8PROC_CATEGORY_MN || c == UTF8PROC_CATEGORY_MC ||
	       c == UTF8PROC_CATEGORY_ME;
}

bool
fold_is_letter(int32_t code)
{
	utf8proc_category_t c;

	if (code < 0)
		return false;
	c = utf8proc_category(code);
	return (c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO) ||
	       is_mark(code) || fold_is_hidden(code);
}

bool
fold_is_unspaced(int32_t code)
{
	return (code >= 0x2e80 && code <= 0x9fff) ||
	       (code >= 0xac00 && code <= 0xd7ff) ||
	       (code >= 0xf900 && code <= 0xfaff) ||
	       (code >= 0x20000 && code <= 0x3ffff) ||
	       (code >= 0xe00 && code <= 0xeff) ||
	       (code >= 0x1000 && code <= 0x109f) ||
	       (code >= 0x1780 && code <= 0x17ff);
}

bool
fold_is_capital(int32_t code)
{
	utf8proc_category_t c =
	    code < 0 ? UTF8PROC_CATEGORY_CN : utf8proc_category(code);

	return c == UTF8PROC_CATEGORY_LU || c == UTF8PROC_CATEGORY_LT ||
	       c == UTF8PROC_CATEGORY_LO;
}

bool
fold_is_space(int32_t code)
{
	return code == ' ' || (code >= '\t' && code <= '\r') || code == 0x85 ||
	       code == 0xa0 || code == 0x1680 ||
	       (code >= 0x2000 && code <= 0x200a) || code == 0x2028 ||
	       code == 0x2029 || code == 0x202f || code == 0x205f ||
	       code == 0x3000;
}

bool
fold_is_apostrophe(int32_t code)
{
	return code == '\'' || code == '`' || code == 0x2018 ||
	       code == 0x2019 || code == 0x201b || code == 0x2bc ||
	       code == 0xb4 || code == 0xff07 || code == 0x2032;
}

bool
fold_is_hyphen(int32_t code)
{
	return code == '-' || code == 0x2010 || code == 0x2011 ||
	       code == 0x2012 || code == 0x2013 || code == 0xfe63 ||
	       code == 0xff0d || code == 0x2212;
}

/* Append what one decomposed code point folds to. */
static size_t
put_plain(int32_t code, char *out)
{
	const char *plain;

	if (is_mark(code) && !fold_is_unspaced(code) &&
	    (code < 0x590 || code > 0x1cff))
		return 0;
	code = utf8proc_tolower(code);
	if ((plain = odd_plain(code)) != NULL) {
		size_t len = strlen(plain);

		memcpy(out, plain, len);
		return len;
	}
	return (size_t)utf8proc_encode_char(code, (utf8proc_uint8_t *)out);
}

size_t
fold_code(int32_t code, char *out)
{
	utf8proc_int32_t parts[18]; /* the longest decomposition there is */
	utf8proc_ssize_t n;
	size_t len = 0;
	int bound = 0;

	if (code < 0x80) {
		out[0] = code < 0                   ? '?' :
		         code >= 'A' && code <= 'Z' ? (char)(code + 32) :
		                                      (char)code;
		return 1;
	}
	if (fold_is_hidden(code))
		return 0;
	if (code >= 0xac00 && code <= 0xd7a3) /* Hangul stays whole */
		return put_plain(code, out);
	n = utf8proc_decompose_char(
	    code, parts, 18, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT, &bound);
	for (utf8proc_ssize_t i = 0; i < n && i < 18; i++)
		len += put_plain(parts[i], out + len);
	return len;
}

void
fold_text(struct buf *out, struct slice text)
{
	const char *end = text.p + text.len;

	for (const char *p = text.p; p < end;) {
		char plain[FOLD_MAX];
		int32_t code;
		size_t len;

		p += fold_decode(p, end, &code);
		len = fold_code(code, plain);
		buf_add(out, plain, len);
	}
}
