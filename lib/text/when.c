#include <stdbool.h>

#include "text/date.h"
#include "text/when.h"

/* What a word can be in a phrase of time. */
enum kind {
	OTHER,
	LEAD,   /* by, before, within: begins a phrase, not part of its sense */
	FILLER, /* the, of, end: goes between */
	NEXT,   /* next, this: makes a time of a unit */
	NUMBER, /* 12, six, a */
	YEAR,   /* 2026 */
	UNIT,   /* weeks, month */
	OCCASION, /* meeting: a time with next or this */
	SEASON,   /* spring, Easter: a time if led, or with next or this */
	MONTH,    /* April; May and March only if led */
	TIME,     /* Monday, tomorrow, Q3: a time by itself */
};

struct entry {
	const char *word;
	enum kind kind;
};

static const struct entry words[] = {
	{ "by", LEAD },        { "before", LEAD },    { "until", LEAD },
	{ "within", LEAD },    { "in", LEAD },        { "on", LEAD },
	{ "from", LEAD },      { "during", LEAD },    { "after", LEAD },
	{ "the", FILLER },     { "of", FILLER },      { "end", LEAD },
	{ "start", LEAD },     { "beginning", LEAD }, { "middle", LEAD },
	{ "early", LEAD },     { "late", LEAD },      { "first", FILLER },
	{ "second", FILLER },  { "last", FILLER },    { "next", NEXT },
	{ "this", NEXT },      { "coming", NEXT },    { "following", NEXT },
	{ "a", NUMBER },       { "one", NUMBER },     { "two", NUMBER },
	{ "three", NUMBER },   { "four", NUMBER },    { "five", NUMBER },
	{ "six", NUMBER },     { "seven", NUMBER },   { "eight", NUMBER },
	{ "nine", NUMBER },    { "ten", NUMBER },     { "twelve", NUMBER },
	{ "day", UNIT },       { "days", UNIT },      { "week", UNIT },
	{ "weeks", UNIT },     { "fortnight", UNIT }, { "month", UNIT },
	{ "months", UNIT },    { "quarter", UNIT },   { "year", UNIT },
	{ "years", UNIT },     { "term", UNIT },      { "meeting", OCCASION },
	{ "spring", SEASON },  { "summer", SEASON },  { "autumn", SEASON },
	{ "winter", SEASON },  { "easter", SEASON },  { "christmas", SEASON },
	{ "may", SEASON },     { "march", SEASON },   { "january", MONTH },
	{ "jan", MONTH },      { "feb", MONTH },      { "apr", MONTH },
	{ "aug", MONTH },      { "sept", MONTH },     { "sep", MONTH },
	{ "oct", MONTH },      { "nov", MONTH },      { "dec", MONTH },
	{ "february", MONTH }, { "april", MONTH },    { "june", MONTH },
	{ "july", MONTH },     { "august", MONTH },   { "september", MONTH },
	{ "october", MONTH },  { "november", MONTH }, { "december", MONTH },
	{ "monday", TIME },    { "tuesday", TIME },   { "wednesday", TIME },
	{ "thursday", TIME },  { "friday", TIME },    { "saturday", TIME },
	{ "sunday", TIME },    { "tomorrow", TIME },  { "q1", TIME },
	{ "q2", TIME },        { "q3", TIME },        { "q4", TIME },
};

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool
is_word(struct slice s, const char *word)
{
	size_t i = 0;

	if (s.len == 0 || lower(s.p[0]) != word[0])
		return false;
	while (i < s.len && word[i] != '\0' && lower(s.p[i]) == word[i])
		i++;
	return i == s.len && word[i] == '\0';
}

/* 2026, 12, 3rd */
static enum kind
number_kind(struct slice s)
{
	size_t n = 0;

	while (n < s.len && s.p[n] >= '0' && s.p[n] <= '9')
		n++;
	if (n == 4 && s.len == 4 && (s.p[0] == '1' || s.p[0] == '2'))
		return YEAR;
	if (n == 0 || n > 3 || (s.len != n && s.len != n + 2))
		return OTHER;
	return NUMBER;
}

static enum kind
kind_of(struct slice s)
{
	if (date_parse(s) != DATE_NONE)
		return TIME;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (is_word(s, words[i].word))
			return words[i].kind;
	return number_kind(s);
}

static bool
in_word(char c)
{
	return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z') ||
	       c == '-' || c == '\'' || (unsigned char)c >= 0x80;
}

/* The next word at or after *at, which moves behind it. */
static struct slice
next_word(struct slice text, size_t *at)
{
	struct slice w;

	while (*at < text.len && !in_word(text.p[*at]))
		++*at;
	w = (struct slice){ text.p + *at, 0 };
	while (*at < text.len && in_word(text.p[*at]))
		++*at, w.len++;
	return w;
}

/* What was seen of a phrase so far. */
struct phrase {
	size_t start, end; /* end: behind the last word that made it whole */
	bool led, next, number, whole;
};

/* Whether a word of that kind makes what came before a time. */
static bool
completes(const struct phrase *p, enum kind k)
{
	switch (k) {
	case TIME:
	case MONTH:
		return true;
	case YEAR:
		return p->led || p->whole;
	case UNIT:
		return p->next || (p->led && p->number);
	case OCCASION:
		return p->next;
	case SEASON:
		return p->next || p->led || p->number;
	case NUMBER:
		return p->whole;
	default:
		return false;
	}
}

/* Follow a phrase from the word at start as far as it goes. */
static struct phrase
follow(struct slice text, size_t start)
{
	struct phrase p = { .start = start };
	size_t at = start;

	for (;;) {
		struct slice w = next_word(text, &at);
		enum kind k = w.len ? kind_of(w) : OTHER;

		if (k == OTHER || (p.whole && (k == LEAD || k == NEXT)))
			return p;
		if (completes(&p, k)) {
			p.whole = true;
			p.end = at;
		} else if (k == UNIT || k == OCCASION) {
			return p;
		}
		p.led |= k == LEAD;
		p.next |= k == NEXT;
		p.number |= k == NUMBER;
		if (at < text.len && text.p[at] != ' ')
			return p;
	}
}

struct slice
when_find(struct slice text)
{
	size_t at = 0;

	while (at < text.len) {
		struct slice w = next_word(text, &at);
		struct phrase p;

		if (w.len == 0 || kind_of(w) == OTHER)
			continue;
		p = follow(text, (size_t)(w.p - text.p));
		if (p.whole)
			return (struct slice){ text.p + p.start,
				               p.end - p.start };
	}
	return (struct slice){ NULL, 0 };
}
