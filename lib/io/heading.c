#include <ctype.h>
#include <strings.h>

#include "io/heading.h"
#include "text/u8.h"

enum { PREFIX = 40 };

/* Words that begin a heading or a line of the form "word value". */
static const struct {
	const char *word;
	enum field field;
	bool number; /* without a colon, a number or one letter must follow */
} words[] = {
	{ "table", F_TABLE, true },
	{ "tables", F_TABLE, true },
	{ "sheet", F_TABLE, true },
	{ "breakout", F_TABLE, true },
	{ "breakout room", F_TABLE, true },
	{ "breakout group", F_TABLE, true },
	{ "room", F_TABLE, true },
	{ "round", F_ROUND, true },
	{ "session", F_ROUND, true },
	{ "question", F_QUESTION, true },
	{ "q", F_QUESTION, true },
	{ "stakeholder group", F_GROUP, false },
	{ "stakeholders", F_GROUP, false },
	{ "group", F_GROUP, false },
	{ "date", F_DATE, false },
	{ "event", F_TITLE, false },
	{ "title", F_TITLE, false },
};

static struct slice
strip(struct slice s, const char *chars)
{
	while (s.len > 0 && s.p[0] != '\0' && strchr(chars, s.p[0]) != NULL)
		s.p++, s.len--;
	while (s.len > 0 && s.p[s.len - 1] != '\0' &&
	       strchr(chars, s.p[s.len - 1]) != NULL)
		s.len--;
	return s;
}

/* A number, or one letter, at the beginning: how long it is, or 0. */
static size_t
number_len(struct slice s)
{
	size_t n = 0;

	while (n < s.len && isdigit((unsigned char)s.p[n]))
		n++;
	if (n == 0 && s.len > 0 && isalpha((unsigned char)s.p[0]))
		n = 1;
	if (n < s.len &&
	    (isalnum((unsigned char)s.p[n]) || (unsigned char)s.p[n] >= 0x80))
		return 0;
	return n;
}

/* What follows the word at the beginning of text, or p NULL. */
static struct slice
after_word(struct slice text, const char *word)
{
	size_t len = strlen(word);

	if (text.len <= len || strncasecmp(text.p, word, len) != 0)
		return (struct slice){ NULL, 0 };
	text = slice_from(text, len);
	if (isalpha((unsigned char)text.p[0]) ||
	    (unsigned char)text.p[0] >= 0x80)
		return (struct slice){ NULL, 0 };
	return text;
}

/* "3: what now?" is a question, "3 - the blue one" is a table's name. */
static struct slice
value_of(enum field f, struct slice rest)
{
	size_t n = number_len(rest);
	struct slice tail = strip(slice_from(rest, n), " \t:.-)");

	if (f == F_QUESTION && n > 0 && tail.len > 0)
		return tail;
	if ((f == F_TABLE || f == F_ROUND) && n > 0)
		return (struct slice){ rest.p, n };
	return rest;
}

static enum field
match(struct slice text, struct slice *value, bool colon)
{
	text = strip(text, " \t*_#");
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		struct slice rest = after_word(text, words[i].word);
		struct slice said;
		bool has_colon;

		if (rest.p == NULL)
			continue;
		rest = strip(rest, " \t*_#");
		has_colon = rest.len > 0 && rest.p[0] == ':';
		said = strip(rest, " \t*_:#");
		if (said.len == 0 || (colon && !has_colon))
			continue;
		if (!has_colon && (!words[i].number || number_len(said) == 0))
			continue;
		*value = value_of(words[i].field, said);
		return words[i].field;
	}
	return F_KNOWN;
}

enum field
heading_field(struct slice text, struct slice *value)
{
	enum field f = match(text, value, false);

	if (f != F_KNOWN)
		return f;
	*value = sink_mark(strip(text, " \t*_:#"));
	return value->len > 0 ? F_MARK : F_KNOWN;
}

struct slice
heading_rest(struct slice text, struct slice value)
{
	struct slice rest =
	    slice_from(text, (size_t)(value.p - text.p) + value.len);

	for (size_t i = 0; i < 2; i++) {
		rest = strip(rest, " \t*_#:.-,()");
		if (slice_starts(rest, SLICE("\xe2\x80\x93")) ||
		    slice_starts(rest, SLICE("\xe2\x80\x94")))
			rest = slice_from(rest, 3);
	}
	return rest;
}

enum field
heading_line(struct slice text, struct slice *value)
{
	enum field f = match(text, value, true);

	if (f != F_KNOWN)
		return f;
	text = strip(text, " \t*_");
	if (text.len == 0 || text.p[text.len - 1] != ':')
		return F_KNOWN;
	*value = sink_mark(strip(text, " \t*_:"));
	return value->len > 0 ? F_MARK : F_KNOWN;
}

/* Whether c begins a name: a capital of any script with cases, roughly. */
static bool
is_capital(struct slice word)
{
	uint32_t c;

	if (u8_decode(word.p, word.len, &c) == 0)
		return false;
	return (c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde) ||
	       (c >= 0x410 && c <= 0x42f) || (c >= 0x391 && c <= 0x3a9) ||
	       (c >= 0x100 && c <= 0x17f && c % 2 == 0);
}

/* "JS", but not the short forms that begin many a note. */
static bool
is_initials(struct slice s)
{
	static const char *const others[] = {
		"AI", "EU",  "UK",  "US",  "UN",  "UX", "UI", "IT",  "HR",
		"PR", "QA",  "NB",  "PS",  "ID",  "TV", "OK", "FAQ", "NGO",
		"GP", "NHS", "SSI", "API", "CEO", "PM", "AM", "RE",  "FYI",
	};

	if (s.len < 2 || s.len > 3)
		return false;
	for (size_t i = 0; i < s.len; i++)
		if (s.p[i] < 'A' || s.p[i] > 'Z')
			return false;
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (slice_is(s, others[i]))
			return false;
	return true;
}

/* "Ann Lee", "Ann van Lee", "A. Lee": two or three words, capitals at ends. */
static bool
is_name(struct slice s)
{
	size_t words_seen = 0, at = 0;
	bool last = false;

	for (size_t i = 0; i <= s.len; i++) {
		struct slice word = { s.p + at, i - at };

		if (i < s.len && s.p[i] != ' ') {
			if (strchr("(),;!?\"/0123456789&+=", s.p[i]) != NULL)
				return false;
			continue;
		}
		last = is_capital(word);
		if (words_seen == 0 && !last)
			return false;
		words_seen++;
		at = i + 1;
	}
	return last &&
	       (words_seen == 2 ||
	        (words_seen == 3 &&
	         !is_capital(slice_from(
		     s, (size_t)((const char *)memchr(s.p, ' ', s.len) - s.p) +
			    1))));
}

/* "[x] done" is an action; so is "[ ] to do". */
static void
take_checkbox(struct note *n, struct slice *text)
{
	if (text->len < 4 || text->p[0] != '[' || text->p[2] != ']' ||
	    strchr(" xX", text->p[1]) == NULL || text->p[3] != ' ')
		return;
	n->f[F_MARK] = SLICE("action");
	*text = slice_trim(slice_from(*text, 4));
}

/* What stands before a colon, or before " - ": empty if nothing does. */
static struct slice
before_text(struct slice text, struct slice *rest, bool *dash)
{
	static const char *const dashes[] = { " - ", " \xe2\x80\x93 ",
		                              " \xe2\x80\x94 " };
	size_t len = text.len < PREFIX ? text.len : PREFIX;
	const char *at = memchr(text.p, ':', len), *found;
	struct slice before = { NULL, 0 };

	*dash = at == NULL;
	for (size_t i = 0; i < 3 && at == NULL; i++) {
		found = memmem(text.p, len, dashes[i], strlen(dashes[i]));
		if (found != NULL)
			at = found + strlen(dashes[i]) - 2;
		len = found != NULL ? (size_t)(found - text.p) : len;
	}
	if (at == NULL)
		return before;
	before.p = text.p;
	before.len = *dash ? len : (size_t)(at - text.p);
	*rest = slice_from(text, (size_t)(at - text.p) + 1);
	while (rest->len > 0 && strchr("*_])", rest->p[0]) != NULL)
		*rest = slice_from(*rest, 1);
	if (rest->len == 0 || rest->p[0] != ' ')
		before.len = 0;
	return before;
}

void
heading_prefix(struct note *n, struct slice *text)
{
	struct slice before, mark, after = { NULL, 0 };
	bool dash, spoken = n->f[F_SPEAKER].len > 0;

	if (text->len == 0)
		return;
	take_checkbox(n, text);
	before = strip(before_text(*text, &after, &dash), " \t*_[(");
	if (before.len == 0)
		return;
	mark = sink_mark(before);
	if (mark.len > 0)
		n->f[F_MARK] = mark;
	else if (!dash && !spoken && (is_initials(before) || is_name(before)))
		n->f[F_SPEAKER] = before;
	else
		return;
	*text = slice_trim(after);
	heading_prefix(n, text);
}

struct slice
heading_table_of_file(struct slice name)
{
	struct slice none = { NULL, 0 };

	for (size_t i = 0; i + 6 <= name.len; i++) {
		struct slice rest = slice_from(name, i);
		size_t n;

		if (strncasecmp(rest.p, "table", 5) != 0)
			continue;
		rest = strip(slice_from(rest, 5), "-_ .");
		while (rest.len > 1 && rest.p[0] == '0' &&
		       isdigit((unsigned char)rest.p[1]))
			rest = slice_from(rest, 1);
		n = number_len(rest);
		if (n > 0 && isdigit((unsigned char)rest.p[0]))
			return (struct slice){ rest.p, n };
		if (n == 1 && name.p[i + 5] != rest.p[0])
			return (struct slice){ rest.p, n };
	}
	return none;
}
