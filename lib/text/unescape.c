#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/u8.h"
#include "text/unescape.h"

enum { LONGEST = 12 }; /* bytes between "&" and ";" */

/* The names of U+00A0 to U+00FF, in that order. */
static const char *const latin[96] = {
	"nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar",
	"sect",   "uml",    "copy",   "ordf",   "laquo",  "not",    "shy",
	"reg",    "macr",   "deg",    "plusmn", "sup2",   "sup3",   "acute",
	"micro",  "para",   "middot", "cedil",  "sup1",   "ordm",   "raquo",
	"frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc",
	"Atilde", "Auml",   "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute",
	"Ecirc",  "Euml",   "Igrave", "Iacute", "Icirc",  "Iuml",   "ETH",
	"Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde", "Ouml",   "times",
	"Oslash", "Ugrave", "Uacute", "Ucirc",  "Uuml",   "Yacute", "THORN",
	"szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",
	"aelig",  "ccedil", "egrave", "eacute", "ecirc",  "euml",   "igrave",
	"iacute", "icirc",  "iuml",   "eth",    "ntilde", "ograve", "oacute",
	"ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave", "uacute",
	"ucirc",  "uuml",   "yacute", "thorn",  "yuml",
};

/* Others that texts have. */
static const struct {
	const char *name;
	uint32_t code;
} names[] = {
	{ "amp", '&' },       { "lt", '<' },        { "gt", '>' },
	{ "quot", '"' },      { "apos", '\'' },     { "commat", '@' },
	{ "period", '.' },    { "hyphen", 0x2010 }, { "ndash", 0x2013 },
	{ "mdash", 0x2014 },  { "lsquo", 0x2018 },  { "rsquo", 0x2019 },
	{ "ldquo", 0x201c },  { "rdquo", 0x201d },  { "hellip", 0x2026 },
	{ "thinsp", 0x2009 }, { "ensp", 0x2002 },   { "emsp", 0x2003 },
	{ "zwnj", 0x200c },   { "zwj", 0x200d },    { "Scaron", 0x160 },
	{ "scaron", 0x161 },  { "OElig", 0x152 },   { "oelig", 0x153 },
	{ "Yuml", 0x178 },    { "ccaron", 0x10d },  { "zcaron", 0x17e },
	{ "Zcaron", 0x17d },  { "lstrok", 0x142 },  { "Lstrok", 0x141 },
};

/* The code point of a name, or 0. */
static uint32_t
named(struct slice name)
{
	for (uint32_t i = 0; i < 96; i++)
		if (slice_is(name, latin[i]))
			return 0xa0 + i;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (slice_is(name, names[i].name))
			return names[i].code;
	return 0;
}

/* The code point of "#38" or "#x26", or 0 if there is none. */
static uint32_t
numbered(struct slice s)
{
	uint32_t code = 0, base = 10;
	size_t i = 1;

	if (s.len > 1 && (s.p[1] | 32) == 'x')
		base = 16, i = 2;
	for (; i < s.len; i++) {
		char c = s.p[i];

		if (base == 10 ? !isdigit((unsigned char)c) :
		                 !isxdigit((unsigned char)c))
			return 0;
		code = code * base +
		       (uint32_t)(c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
		if (code > 0x10ffff)
			return 0;
	}
	return code >= 0xd800 && code < 0xe000 ? 0 : code;
}

/* The length of the entity at the start of s and its code point, or 0. */
static size_t
entity(struct slice s, uint32_t *code)
{
	struct slice name = { s.p + 1, 0 };
	const char *end = memchr(s.p, ';', s.len < LONGEST ? s.len : LONGEST);

	if (end == NULL || end - s.p < 3)
		return 0;
	name.len = (size_t)(end - name.p);
	*code = name.p[0] == '#' ? numbered(name) : named(name);
	if (*code < ' ' && *code != 0)
		*code = ' ';
	return *code == 0 ? 0 : name.len + 2;
}

/* How many bytes of s stand for the character that is written to out. */
static size_t
next(struct slice s, char out[4], size_t *len)
{
	uint32_t code = 0;
	size_t n = *s.p == '&' ? entity(s, &code) : 0;

	if (n > 0) {
		*len = u8_encode(code, out);
		return n;
	}
	n = *s.p == '\\' && s.len > 1 && ispunct((unsigned char)s.p[1]);
	*len = 1;
	*out = s.p[n];
	return n + 1;
}

void
unescape(struct unescaped *u, struct slice text)
{
	free(u->at);
	u->at = NULL;
	u->cap = 0;
	u->text = text;
	if (text.len == 0 || (memchr(text.p, '&', text.len) == NULL &&
	                      memchr(text.p, '\\', text.len) == NULL))
		return;
	buf_reset(&u->buf);
	for (size_t i = 0; i < text.len;) {
		struct slice rest = { text.p + i, text.len - i };
		size_t len, n = next(rest, buf_reserve(&u->buf, 4), &len);

		u->at = mem_grow(u->at, &u->cap, u->buf.len + len + 1,
		                 sizeof(*u->at));
		for (size_t k = 0; k < len; k++)
			u->at[u->buf.len + k] = (uint32_t)i;
		u->buf.len += len;
		u->at[u->buf.len] = (uint32_t)(i + n);
		i += n;
	}
	u->text = buf_view(&u->buf);
}

void
unescape_free(struct unescaped *u)
{
	free(u->at);
	buf_free(&u->buf);
}
