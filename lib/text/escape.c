#include <string.h>

#include "text/escape_parts.h"
#include "text/u8.h"

enum { REPLACEMENT = 0xfffd, GONE = 0x110000, SPACE = ' ', BLOCK = 16 };

struct range {
	uint32_t first, last, becomes;
};

/*
 * What no reader sees or what reorders the line, from Unicode's
 * Default_Ignorable_Code_Point, Bidi_Control and White_Space.
 */
static const struct range special[] = {
	{ 0x0000, 0x0008, REPLACEMENT }, { 0x0009, 0x000d, SPACE },
	{ 0x000e, 0x001f, REPLACEMENT }, { 0x007f, 0x0084, REPLACEMENT },
	{ 0x0085, 0x0085, SPACE },       { 0x0086, 0x009f, REPLACEMENT },
	{ 0x00a0, 0x00a0, SPACE },       { 0x00ad, 0x00ad, GONE },
	{ 0x034f, 0x034f, GONE },        { 0x061c, 0x061c, GONE },
	{ 0x115f, 0x1160, GONE },        { 0x1680, 0x1680, SPACE },
	{ 0x180e, 0x180e, GONE },        { 0x2000, 0x200a, SPACE },
	{ 0x200b, 0x200b, GONE },        { 0x200e, 0x200f, GONE },
	{ 0x2028, 0x2029, SPACE },       { 0x202a, 0x202e, REPLACEMENT },
	{ 0x202f, 0x202f, SPACE },       { 0x205f, 0x205f, SPACE },
	{ 0x2060, 0x2065, GONE },        { 0x2066, 0x2069, REPLACEMENT },
	{ 0x206a, 0x206f, GONE },        { 0x3000, 0x3000, SPACE },
	{ 0x3164, 0x3164, GONE },        { 0xfeff, 0xfeff, GONE },
	{ 0xffa0, 0xffa0, GONE },        { 0xfff9, 0xfffb, GONE },
	{ 0xfffe, 0xffff, REPLACEMENT }, { 0xe0000, 0xe007f, GONE },
};

/* The character that stands for c: itself, another, or GONE. */
static uint32_t
tidy_char(uint32_t c)
{
	size_t low = 0, high = sizeof(special) / sizeof(*special);

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (c < special[mid].first)
			high = mid;
		else if (c > special[mid].last)
			low = mid + 1;
		else
			return special[mid].becomes;
	}
	return c;
}

static bool
is_joiner(uint32_t c)
{
	return c == 0x200c || c == 0x200d;
}

/* The character at the start of s and its length; never 0 bytes. */
static size_t
next_char(struct slice s, uint32_t *c)
{
	size_t len = u8_decode(s.p, s.len, c);

	if (len == 0)
		*c = REPLACEMENT;
	return len ? len : 1;
}

/* A joiner matters between letters beyond ASCII; elsewhere it only hides. */
static bool
joins(uint32_t before, struct slice rest)
{
	uint32_t after = 0;

	if (rest.len > 0)
		next_char(rest, &after);
	return before >= 0x80 && after >= 0x80 && !is_joiner(after);
}

/* End a text that was cut: at a space if one is near, then with dots. */
static void
cut(struct buf *b, size_t start)
{
	size_t end = b->len, room = 40;

	while (end > start && room-- > 0 && b->data[end - 1] != ' ')
		end--;
	if (end > start && b->data[end - 1] == ' ')
		buf_cut(b, end);
	while (b->len > start && b->data[b->len - 1] == ' ')
		buf_cut(b, b->len - 1);
	buf_adds(b, "…");
}

/*
 * Whether a byte, not the last one, is tidy: printable ASCII, or the space
 * before it.
 */
static bool
is_plain(const char *p)
{
	return ((p[0] > ' ') & (p[0] < 0x7f)) |
	       ((p[0] == ' ') & (p[1] > ' ') & (p[1] < 0x7f));
}

/* How many bytes of s are tidy as they are. */
static size_t
plain_run(struct slice s)
{
	size_t n = 0;

	for (unsigned bad = 0; n + BLOCK < s.len; n += BLOCK) {
		for (size_t i = 0; i < BLOCK; i++)
			bad |= !is_plain(s.p + n + i);
		if (bad)
			break;
	}
	while (n + 1 < s.len && is_plain(s.p + n))
		n++;
	if (n + 1 == s.len && s.p[n] > ' ' && s.p[n] < 0x7f)
		n++;
	return n;
}

void
escape_tidy(struct buf *out, struct slice s, size_t max)
{
	size_t start = out->len, n = 0, run;
	uint32_t c, before = 0;
	bool space = false;
	char bytes[4];

	while (s.len > 0) {
		struct slice at = s;
		size_t len = next_char(s, &c);

		s.p += len, s.len -= len;
		c = is_joiner(c) && !joins(before, s) ? GONE : tidy_char(c);
		space |= c == SPACE;
		if (c == SPACE || c == GONE)
			continue;
		if (max > 0 && n + (space && n > 0) >= max) {
			cut(out, start);
			return;
		}
		if (space && n > 0)
			buf_addc(out, ' '), n++;
		space = false;
		before = c;
		run = plain_run(at);
		if (max > 0 && run > max - n)
			run = max - n;
		run -= run > 0 && at.p[run - 1] == ' ';
		if (run > 1) {
			buf_add(out, at.p, run);
			s.p = at.p + run, s.len = at.len - run;
			n += run;
			before = 'a';
			continue;
		}
		buf_add(out, bytes, u8_encode(c, bytes));
		n++;
	}
}

static bool
is_alnum(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z');
}

static bool
is_punct(char c)
{
	return c > ' ' && c < 0x7f && !is_alnum(c);
}

void
escape_entity(struct buf *out, char c)
{
	buf_addc(out, '&');
	buf_addc(out, '#');
	if (c >= 100)
		buf_addc(out, '1');
	buf_addc(out, (char)('0' + c / 10 % 10));
	buf_addc(out, (char)('0' + c % 10));
	buf_addc(out, ';');
}

void
escape_tidied(struct buf *out, struct slice text, size_t max,
              void (*encode)(struct buf *, struct slice))
{
	struct buf tidy = BUF_INIT;

	if (text.len > 0 && text.p[0] != ' ' && (max == 0 || text.len <= max) &&
	    plain_run(text) == text.len) {
		encode(out, text);
		return;
	}
	escape_tidy(&tidy, text, max);
	encode(out, buf_view(&tidy));
	buf_free(&tidy);
}

static void
encode_xml(struct buf *out, struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (strchr("&<>\"'", s.p[i]) != NULL)
			escape_entity(out, s.p[i]);
		else
			buf_addc(out, s.p[i]);
}

void
escape_xml(struct buf *out, struct slice text, size_t max)
{
	escape_tidied(out, text, max, encode_xml);
}

static void
encode_yaml(struct buf *out, struct slice s)
{
	for (size_t i = 0; i < s.len; i++) {
		if (s.p[i] == '"' || s.p[i] == '\\')
			buf_addc(out, '\\');
		buf_addc(out, s.p[i]);
	}
}

void
escape_yaml(struct buf *out, struct slice text, size_t max)
{
	escape_tidied(out, text, max, encode_yaml);
}

static void
encode_words(struct buf *out, struct slice s)
{
	bool space = false;
	size_t start = out->len;

	for (size_t i = 0; i < s.len; i++) {
		if (is_punct(s.p[i]) || s.p[i] == ' ') {
			space = true;
			continue;
		}
		if (space && out->len > start)
			buf_addc(out, ' ');
		space = false;
		buf_addc(out, s.p[i]);
	}
}

void
escape_words(struct buf *out, struct slice text, size_t max)
{
	escape_tidied(out, text, max, encode_words);
}

void
escape_path(struct buf *out, struct slice path)
{
	for (size_t i = 0; i < path.len; i++)
		if (is_alnum(path.p[i]) || memchr("/._-", path.p[i], 4))
			buf_addc(out, path.p[i]);
		else
			buf_addf(out, "%%%02X", (unsigned char)path.p[i]);
}
