#include "text/token.h"

#include <stdint.h>
#include <utf8proc.h>

/* What a character does to a word. */
enum sort {
	IN_WORD,
	DIGIT,
	ALONE,      /* a word by itself */
	INVISIBLE,  /* joins nothing, parts nothing */
	APOSTROPHE, /* in a word if letters stand on both sides */
	SPACE,      /* parts words */
	BREAK,      /* parts phrases */
};

static enum sort
sort_of_ascii(unsigned char c)
{
	if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
		return IN_WORD;
	if (c >= '0' && c <= '9')
		return DIGIT;
	if (c == '\'')
		return APOSTROPHE;
	return c == ' ' || c == '\t' || c == '-' || c == '_' ? SPACE : BREAK;
}

static bool
is_ideograph(int32_t c)
{
	return (c >= 0x3040 && c <= 0x30ff && c != 0x30fb) ||
	       (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x4e00 && c <= 0x9fff) ||
	       (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x3ffff);
}

static enum sort
sort_of(int32_t c)
{
	if (c < 0x80)
		return sort_of_ascii((unsigned char)c);
	if (c == 0x2019 || c == 0x02bc || c == 0xff07)
		return APOSTROPHE;
	if (c == 0x2010 || c == 0x2011)
		return SPACE;
	if (is_ideograph(c))
		return ALONE;
	switch (utf8proc_category(c)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ME:
	case UTF8PROC_CATEGORY_NL:
		return IN_WORD;
	case UTF8PROC_CATEGORY_ND:
	case UTF8PROC_CATEGORY_NO:
		return DIGIT;
	case UTF8PROC_CATEGORY_CF:
		return INVISIBLE;
	case UTF8PROC_CATEGORY_ZS:
		return SPACE;
	default:
		return BREAK;
	}
}

/* The class of the character at s[at], and its length in bytes. */
static enum sort
sort_at(struct slice s, size_t at, size_t *len)
{
	unsigned char first = (unsigned char)s.p[at];
	utf8proc_int32_t c;
	utf8proc_ssize_t n;

	*len = 1;
	if (first < 0x80)
		return sort_of_ascii(first);
	n = utf8proc_iterate(
	    (const utf8proc_uint8_t *)s.p + at,
	    (utf8proc_ssize_t)(s.len - at < 4 ? s.len - at : 4), &c);
	if (n <= 0)
		return BREAK;
	*len = (size_t)n;
	return sort_of(c);
}

void
token_start(struct tokens *t, struct slice text)
{
	t->text = text;
	t->at = 0;
}

void
token_end(struct tokens *t)
{
	buf_free(&t->scratch);
}

enum { ROLE_MAX = 70 }; /* bytes of a placeholder */

/* How long the placeholder at the start of s is, or 0. */
static size_t
placeholder_len(struct slice s)
{
	size_t i = 1, letters;

	while (i < s.len && i < 25 &&
	       ((s.p[i] >= 'a' && s.p[i] <= 'z') || s.p[i] == '-'))
		i++;
	letters = i - 1;
	/* A role may say which one: [role: health professional]. */
	if (slice_starts(s, SLICE("[role: ")))
		while (i < s.len && i < ROLE_MAX && s.p[i] != ']')
			i++;
	if (i < s.len && s.p[i] == ' ')
		i++;
	while (i < s.len && i < ROLE_MAX && s.p[i] >= '0' && s.p[i] <= '9')
		i++;
	return letters > 0 && i < s.len && s.p[i] == ']' ? i + 1 : 0;
}

/* How long the web address at the start of s is, or 0. */
static size_t
address_len(struct slice s)
{
	size_t i = 0;

	if (!slice_starts(s, SLICE("http://")) &&
	    !slice_starts(s, SLICE("https://")) &&
	    !slice_starts(s, SLICE("www.")))
		return 0;
	while (i < s.len && (unsigned char)s.p[i] > ' ')
		i++;
	return i;
}

/* The length of the word at the start of s; whether it is all digits. */
static size_t
word_len(struct slice s, bool *digits)
{
	size_t i = 0, end = 0, len, after;

	*digits = true;
	while (i < s.len) {
		enum sort c = sort_at(s, i, &len);

		if (c == APOSTROPHE && i > 0 && i + len < s.len &&
		    sort_at(s, i + len, &after) == IN_WORD)
			c = IN_WORD;
		if (c != IN_WORD && c != DIGIT && c != INVISIBLE)
			break;
		*digits &= c != IN_WORD;
		i += len;
		if (c != INVISIBLE)
			end = i;
	}
	return end;
}

static bool
take(struct tokens *t, struct token *out, enum token_kind kind, size_t len)
{
	out->kind = kind;
	out->raw = (struct slice){ t->text.p + t->at, len };
	out->folded = (struct slice){ NULL, 0 };
	t->at += len;
	if (kind == TOKEN_WORD || kind == TOKEN_NUMBER) {
		buf_reset(&t->scratch);
		token_fold(out->raw, &t->scratch);
		out->folded = buf_view(&t->scratch);
	}
	return true;
}

bool
token_next(struct tokens *t, struct token *out)
{
	size_t len, n;
	bool digits;

	while (t->at < t->text.len) {
		struct slice rest = { t->text.p + t->at, t->text.len - t->at };
		enum sort c = sort_at(rest, 0, &len);

		if (rest.p[0] == '[' && (n = placeholder_len(rest)) > 0)
			return take(t, out, TOKEN_PLACEHOLDER, n);
		if ((rest.p[0] == 'h' || rest.p[0] == 'w') &&
		    (n = address_len(rest)) > 0)
			return take(t, out, TOKEN_BREAK, n);
		if (c == ALONE)
			return take(t, out, TOKEN_WORD, len);
		if (c == BREAK)
			return take(t, out, TOKEN_BREAK, len);
		if (c == IN_WORD || c == DIGIT) {
			n = word_len(rest, &digits);
			return take(t, out, digits ? TOKEN_NUMBER : TOKEN_WORD,
			            n);
		}
		t->at += len;
	}
	return false;
}

/* Fold one character into out. */
static void
fold_character(int32_t c, struct buf *out)
{
	utf8proc_int32_t folded[32];
	utf8proc_uint8_t bytes[4];
	int last = UTF8PROC_BOUNDCLASS_START;
	utf8proc_ssize_t n =
	    utf8proc_decompose_char(c, folded, 32,
	                            UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
	                                UTF8PROC_CASEFOLD | UTF8PROC_IGNORE,
	                            &last);

	for (utf8proc_ssize_t i = 0; i < n && i < 32; i++) {
		utf8proc_ssize_t len;

		if (sort_of(folded[i]) == APOSTROPHE)
			folded[i] = '\'';
		len = utf8proc_encode_char(folded[i], bytes);
		if (len > 0)
			buf_add(out, bytes, (size_t)len);
	}
}

/* Compose what a decomposition left in pieces: e, acute is é. */
static void
compose(struct buf *b, size_t from)
{
	utf8proc_int32_t chars[TOKEN_MAX + 1];
	utf8proc_ssize_t n = 0, at = 0, len;
	const utf8proc_uint8_t *p;
	utf8proc_ssize_t all = (utf8proc_ssize_t)(b->len - from);

	if (all == 0)
		return;
	p = (const utf8proc_uint8_t *)b->data + from;
	while (at < all && n < TOKEN_MAX &&
	       (len = utf8proc_iterate(p + at, all - at, &chars[n])) > 0) {
		at += len;
		n++;
	}
	n = utf8proc_normalize_utf32(chars, n, UTF8PROC_COMPOSE);
	buf_cut(b, from);
	for (utf8proc_ssize_t i = 0; i < n; i++) {
		utf8proc_uint8_t bytes[4];

		len = utf8proc_encode_char(chars[i], bytes);
		buf_add(b, bytes, (size_t)len);
	}
}

void
token_fold(struct slice word, struct buf *out)
{
	size_t from = out->len, i = 0, mark = from;
	bool ascii = true;

	while (i < word.len && out->len - from <= TOKEN_MAX) {
		utf8proc_int32_t c = (unsigned char)word.p[i];
		utf8proc_ssize_t n = 1;

		mark = out->len;
		if (c < 0x80)
			buf_addc(out,
			         (char)(c >= 'A' && c <= 'Z' ? c | 32 : c));
		else {
			ascii = false;
			n = utf8proc_iterate(
			    (const utf8proc_uint8_t *)word.p + i,
			    (utf8proc_ssize_t)(word.len - i), &c);
			if (n > 0)
				fold_character(c, out);
		}
		i += n > 0 ? (size_t)n : 1;
	}
	if (out->len - from > TOKEN_MAX)
		buf_cut(out, mark);
	if (!ascii)
		compose(out, from);
}

struct slice
token_base(struct slice folded)
{
	const char *p =
	    folded.len > 0 ? memchr(folded.p, '\'', folded.len) : NULL;

	if (p != NULL && p > folded.p)
		folded.len = (size_t)(p - folded.p);
	return folded;
}
