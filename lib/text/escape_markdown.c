#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "text/escape_parts.h"

/*
 * A mark of punctuation is escaped only where a renderer would act on it, and
 * with a backslash where they all know that, so that the Markdown itself can
 * be read and pasted into a mail. Entities stand for
 *
 *	\	else "\\]" could end a formula
 *	{	template languages read the text before Markdown does
 *	|	cells are divided before backslashes are read
 *	(	"\\(" could begin a formula
 *	&	what looks like an entity
 *	% #	lowdown knows no backslash before them, or at a heading's end
 *	< `	pandoc divides lists before it reads backslashes
 *
 * A quote that is no apostrophe within a word, before which lowdown knows no
 * backslash either, becomes the curved one that it would be shown as.
 */

#define WORD_JOINER "\xe2\x81\xa0" /* U+2060 */

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_alnum(char c)
{
	return is_digit(c) || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

/*
 * Whether the "." or ")" at s[i] ends what looks like the number of a list:
 * 1. 12) a. iv) (3) as the first word.
 */
static bool
ends_marker(struct slice s, size_t i)
{
	size_t start = s.p[0] == '(', digits = 0, letters = 0;

	if (i > 10 || (i + 1 < s.len && s.p[i + 1] != ' '))
		return false;
	for (size_t k = start; k < i; k++) {
		digits += is_digit(s.p[k]);
		letters += i == start + 1 ?
		               is_alnum(s.p[k]) :
		               strchr("ivxlcdmIVXLCDM", s.p[k]) != NULL;
	}
	return digits == i - start || letters == i - start;
}

/* Whether the "(" at the start begins such a number, or an example's (@). */
static bool
begins_marker(struct slice s)
{
	const char *end = memchr(s.p, ')', s.len < 12 ? s.len : 12);

	return end != NULL &&
	       (s.p[1] == '@' || ends_marker(s, (size_t)(end - s.p)));
}

/* Whether what follows the "&" at s[i] may be read as an entity. */
static bool
begins_entity(struct slice s, size_t i)
{
	for (i++; i < s.len && (is_alnum(s.p[i]) || s.p[i] == '#'); i++)
		;
	return i < s.len && s.p[i] == ';';
}

/*
 * Whether each double quote has its partner, one at the start of a word, the
 * other at the end of one. A quote without would look for it beyond the text.
 */
static bool
quotes_pair(struct slice s)
{
	bool open = false;

	if (s.len == 0 || memchr(s.p, '"', s.len) == NULL)
		return true;
	for (size_t i = 0; i < s.len; i++) {
		char before = i > 0 ? s.p[i - 1] : ' ';
		char after = i + 1 < s.len ? s.p[i + 1] : ' ';

		if (s.p[i] != '"')
			continue;
		if (open ? before == ' ' || strchr(" .,;:)!?", after) == NULL :
		           (before != ' ' && before != '(') || after == ' ')
			return false;
		open = !open;
	}
	return !open;
}

static bool
begins_table(struct slice s, size_t i)
{
	return i == 5 && (s.p[0] == 'T' || s.p[0] == 't') &&
	       memcmp(s.p + 1, "able", 4) == 0;
}

/* Whether only the same mark follows to the end, as closes a heading. */
static bool
ends_in(struct slice s, size_t i)
{
	char c = s.p[i];

	while (i < s.len && s.p[i] == c)
		i++;
	return i == s.len;
}

/* Whether the punctuation at s[i] could mean something to a renderer. */
static bool
is_active(struct slice s, size_t i, bool quoted)
{
	char next = i + 1 < s.len ? s.p[i + 1] : '\0';
	char before = i > 0 ? s.p[i - 1] : '\0';

	switch (s.p[i]) {
	case '<':
		return next == '\0' || is_alnum(next) ||
		       strchr("/!?", next) != NULL;
	case '&':
		return begins_entity(s, i);
	case '"':
		return !quoted;
	case '\'':
		return !is_alnum(before) && !(before & 0x80);
	case '#':
		return i == 0 || ends_in(s, i);
	case '=':
		return i == 0 || before == '=' || next == '=';
	case '.':
	case ')':
		return i > 0 && ends_marker(s, i);
	case ':':
		return i == 0 || next == '/' || next == '+' ||
		       begins_table(s, i) ||
		       (is_alnum(next) && is_alnum(before) &&
		        !is_digit(before));
	case '(':
		return i == 0 && begins_marker(s);
	case '>':
	case '-':
	case '+':
	case '%':
		return i == 0;
	}
	return s.p[i] != '\0' && strchr("\\`*_[{|~^$", s.p[i]) != NULL;
}

/* Whether something found in plain text would begin at s[i], already put. */
static bool
must_break(struct slice s, size_t i)
{
	char next = i + 1 < s.len ? s.p[i + 1] : ' ';

	switch (s.p[i]) {
	case '@':
		return true;
	case '#':
		return is_alnum(next);
	case '[': /* [ ] and [x] are boxes to tick */
		return i == 0 && s.len > 2 && s.p[2] == ']';
	case ':':
		return next == '/' || next == '+' || next == '-' ||
		       (is_alnum(next) && (i == 0 || !is_alnum(s.p[i - 1])));
	case 'w':
	case 'W':
		return next == '.' && i >= 2 && (s.p[i - 1] | 32) == 'w' &&
		       (s.p[i - 2] | 32) == 'w';
	}
	return false;
}

/* The bytes that is_active and must_break may say yes to. */
static const bool matters[256] = {
	['\\'] = true, ['`'] = true, ['*'] = true, ['_'] = true,  ['['] = true,
	['{'] = true,  ['|'] = true, ['~'] = true, ['^'] = true,  ['$'] = true,
	['<'] = true,  ['&'] = true, ['"'] = true, ['\''] = true, ['#'] = true,
	['='] = true,  ['.'] = true, [')'] = true, [':'] = true,  ['('] = true,
	['>'] = true,  ['-'] = true, ['+'] = true, ['%'] = true,  ['@'] = true,
	['w'] = true,  ['W'] = true,
};

/* Whether the quote at s[i] opens: a word begins there, behind a space. */
static bool
opens(struct slice s, size_t i)
{
	return (i == 0 || s.p[i - 1] == ' ' || s.p[i - 1] == '(') &&
	       i + 1 < s.len && s.p[i + 1] != ' ';
}

/* Whether the quote at s[i] closes what was opened before. */
static bool
closes(struct slice s, size_t i)
{
	return i + 1 == s.len || !(is_alnum(s.p[i + 1]) || s.p[i + 1] & 0x80);
}

static void
put_active(struct buf *out, char c)
{
	if (strchr("\\{|(&%<`#", c) != NULL) {
		escape_entity(out, c);
		return;
	}
	buf_addc(out, '\\');
	buf_addc(out, c);
}

/*
 * The first byte from i on that may matter, or some byte before it. Most texts
 * are letters and blanks: sixteen of these are passed at once, which leaves a
 * third of the time that looking at each takes.
 */
static size_t
pass_idle(struct slice s, size_t i)
{
#ifdef __SSE2__
	for (; s.len - i >= 16; i += 16) {
		__m128i x = _mm_loadu_si128((const void *)(s.p + i));
		__m128i low = _mm_or_si128(x, _mm_set1_epi8(32));
		__m128i from_a = _mm_sub_epi8(low, _mm_set1_epi8('a'));
		__m128i letter = _mm_cmpeq_epi8(
		    _mm_min_epu8(from_a, _mm_set1_epi8(25)), from_a);
		__m128i idle = _mm_or_si128(
		    _mm_andnot_si128(_mm_cmpeq_epi8(low, _mm_set1_epi8('w')),
		                     letter),
		    _mm_cmpeq_epi8(x, _mm_set1_epi8(' ')));
		unsigned rest = ~(unsigned)_mm_movemask_epi8(idle) & 0xffff;

		if (rest != 0)
			return i + (size_t)__builtin_ctz(rest);
	}
#endif
	return i;
}

static void
encode(struct buf *out, struct slice s)
{
	bool quoted = quotes_pair(s), open = false;
	size_t from = 0;

	for (size_t i = pass_idle(s, 0); i < s.len; i = pass_idle(s, i + 1)) {
		bool active, breaks;

		if (!matters[(unsigned char)s.p[i]])
			continue;
		active = is_active(s, i, quoted) ||
		         (open && s.p[i] == '\'' && closes(s, i));
		breaks = must_break(s, i);
		if (!active && !breaks)
			continue;
		buf_add(out, s.p + from, i - from + !active);
		from = i + 1;
		if (active && s.p[i] == '\'') {
			open = opens(s, i);
			buf_adds(out, open ? "\xe2\x80\x98" : "\xe2\x80\x99");
		} else if (active) {
			put_active(out, s.p[i]);
		}
		if (breaks)
			buf_adds(out, WORD_JOINER);
	}
	if (s.len > from)
		buf_add(out, s.p + from, s.len - from);
}

void
escape_markdown(struct buf *out, struct slice text, size_t max)
{
	escape_tidied(out, text, max, encode);
}
