#include "text/script.h"

#include <string.h>

#include "text/fold.h"

/* Cyrillic letters from U+0430 to U+044F. */
static const char *const cyrillic[] = {
	"a",  "b", "v", "h",  "d", "e", "z", "z", "i", "i", "k",
	"l",  "m", "n", "o",  "p", "r", "s", "t", "u", "f", "h",
	"ts", "c", "s", "sc", "",  "i", "",  "e", "u", "a",
};

/* Arabic letters from U+0627 to U+064A; w and y stand at the beginning only. */
static const char *const arabic[] = {
	"",  "b", "",  "t", "t", "j", "h", "x", "d", "d", "r", "z",
	"s", "c", "s", "d", "t", "z", "",  "j", "",  "",  "",  "",
	"",  "",  "f", "k", "k", "l", "m", "n", "h", "w", "",  "y",
};

/* Two Latin letters that are one sound; the second is h. */
struct pair {
	char letters[3];
	char cyrillic[2], arabic[2];
};

static const struct pair pairs[] = {
	{ "sh", "s", "c" }, { "ch", "c", "c" }, { "zh", "z", "j" },
	{ "kh", "h", "x" }, { "th", "t", "t" }, { "dh", "d", "d" },
	{ "gh", "h", "j" }, { "ph", "f", "f" },
};

enum { NPAIRS = sizeof(pairs) / sizeof(*pairs) };

/* Latin letters from a to z. */
static const char latin_cyrillic[] = "abkdefhhiiklmnopkrstuvvsiz";
static const char latin_arabic[] = " bkd fjh jklmn bkrst fwsyz";

/* The small letter. */
static int32_t
small(int32_t code)
{
	if (code >= 'A' && code <= 'Z')
		return code + 32;
	if (code >= 0x410 && code <= 0x42f)
		return code + 32;
	return code >= 0x400 && code <= 0x40f ? code + 0x50 :
	       code == 0x490 || code == 0x40e ? code + 1 :
	                                        code;
}

/* Marks above letters and apostrophes say nothing. */
static bool
is_mark(int32_t code)
{
	return (code >= 0x300 && code < 0x370) ||
	       (code >= 0x622 && code <= 0x626) ||
	       (code >= 0x64b && code < 0x660) || code == 0x670 ||
	       fold_is_apostrophe(code);
}

enum script
script_of(struct slice word)
{
	int32_t code;

	if (word.len == 0)
		return SCRIPT_OTHER;
	fold_decode(word.p, word.p + word.len, &code);
	code = small(code);
	if (code >= 'a' && code <= 'z')
		return SCRIPT_LATIN;
	if (code >= 0x400 && code < 0x500)
		return SCRIPT_CYRILLIC;
	return code >= 0x620 && code < 0x700 ? SCRIPT_ARABIC : SCRIPT_OTHER;
}

/* What a letter of another script is; NULL if it is none. */
static const char *
letter_of(int32_t code, enum script to)
{
	static const struct {
		int32_t code;
		const char *is;
	} more[] = {
		{ 0x454, "e" }, { 0x456, "i" }, { 0x457, "i" }, { 0x491, "h" },
		{ 0x45e, "u" }, { 0x67e, "b" }, { 0x686, "c" }, { 0x6a9, "k" },
		{ 0x6af, "j" }, { 0x6cc, "y" }, { 0x621, "" },  { 0x640, "" },
	};

	if (to == SCRIPT_CYRILLIC && code >= 0x430 && code <= 0x44f)
		return cyrillic[code - 0x430];
	if (to == SCRIPT_ARABIC && code >= 0x627 && code <= 0x64a)
		return arabic[code - 0x627];
	for (size_t i = 0; i < sizeof(more) / sizeof(*more); i++)
		if (more[i].code == code)
			return more[i].is;
	return NULL;
}

/* What Latin letters at p are; *len is how many. */
static const char *
latin_of(const char *p, const char *end, enum script to, size_t *len, char *one)
{
	const char *table =
	    to == SCRIPT_CYRILLIC ? latin_cyrillic : latin_arabic;

	*len = 1;
	for (size_t i = 0; end - p > 1 && p[1] == 'h' && i < NPAIRS; i++)
		if (*p == *pairs[i].letters) {
			*len = 2;
			return to == SCRIPT_CYRILLIC ? pairs[i].cyrillic :
			                               pairs[i].arabic;
		}
	if (*p < 'a' || *p > 'z')
		return NULL;
	one[0] = table[*p - 'a'] == ' ' ? '\0' : table[*p - 'a'];
	return one;
}

static bool
is_vowel(char c)
{
	return memchr("aeiou", c, 5) != NULL;
}

/* "ia" is "a", two letters alike are one, w and y inside are none. */
static size_t
tidy(char *s, size_t n, enum script to)
{
	size_t k = 0;

	for (size_t i = 0; i < n; i++) {
		if (to == SCRIPT_ARABIC && i > 0 &&
		    (s[i] == 'w' || s[i] == 'y'))
			continue;
		if (k > 0 && s[k - 1] == s[i])
			continue;
		if (to == SCRIPT_CYRILLIC && k > 0 && s[k - 1] == 'i' &&
		    is_vowel(s[i]))
			k--;
		s[k++] = s[i];
	}
	if (to == SCRIPT_ARABIC && k > 3 && s[k - 1] == 'h')
		k--;
	return k;
}

size_t
script_bones(struct slice word, enum script to, char *out)
{
	const char *p = word.p, *end = word.len > 0 ? p + word.len : p;
	enum script from = script_of(word);
	size_t n = 0;

	if (from != SCRIPT_LATIN && from != to)
		return 0;
	while (p < end) {
		char one[2] = "";
		const char *is;
		size_t len;
		int32_t code;

		if (from == SCRIPT_LATIN) {
			is = latin_of(p, end, to, &len, one);
		} else {
			len = fold_decode(p, end, &code);
			is = is_mark(code) ? "" : letter_of(small(code), to);
		}
		if (is == NULL)
			return 0;
		for (; *is != '\0'; is++) {
			if (n == SCRIPT_LONGEST)
				return 0;
			out[n++] = *is;
		}
		p += len;
	}
	return tidy(out, n, to);
}

size_t
script_stem(const char *bones, size_t len)
{
	size_t n = len;

	while (n > 0 && is_vowel(bones[n - 1]))
		n--;
	return n >= 4 ? n : len;
}

bool
script_is_ending(const char *p, size_t len)
{
	static const char *const endings[] = { "",    "a",   "u",  "i",
		                               "o",   "e",   "om", "em",
		                               "ovi", "evi", "oi", "ei",
		                               "ou",  "eu",  "im", NULL };

	for (size_t i = 0; endings[i] != NULL; i++)
		if (strlen(endings[i]) == len &&
		    memcmp(p, endings[i], len) == 0)
			return true;
	return false;
}
