#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

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
	OCCASION, /* meeting: a time if led, with next or this */
	SEASON,   /* spring, Easter: a time if led, or with next or this */
	MONTH,    /* April; May and March only if led */
	TIME,     /* Monday, tomorrow, Q3: a time by itself */
};

enum {
	LONGEST = 9, /* bytes of a word below */
	PHRASE = 12  /* words */
};

struct entry {
	const char *word;
	enum kind kind;
};

/* In alphabetical order. */
static const struct entry words[] = {
	{ "a", NUMBER },         { "after", LEAD },
	{ "apr", MONTH },        { "april", MONTH },
	{ "at", LEAD },          { "aug", MONTH },
	{ "august", MONTH },     { "autumn", SEASON },
	{ "before", LEAD },      { "beginning", LEAD },
	{ "by", LEAD },          { "christmas", SEASON },
	{ "coming", NEXT },      { "day", UNIT },
	{ "days", UNIT },        { "dec", MONTH },
	{ "december", MONTH },   { "during", LEAD },
	{ "early", LEAD },       { "easter", SEASON },
	{ "eight", NUMBER },     { "end", LEAD },
	{ "feb", MONTH },        { "february", MONTH },
	{ "first", FILLER },     { "five", NUMBER },
	{ "following", NEXT },   { "fortnight", UNIT },
	{ "four", NUMBER },      { "friday", TIME },
	{ "from", LEAD },        { "in", LEAD },
	{ "jan", MONTH },        { "january", MONTH },
	{ "july", MONTH },       { "june", MONTH },
	{ "last", FILLER },      { "late", LEAD },
	{ "march", SEASON },     { "may", SEASON },
	{ "meeting", OCCASION }, { "middle", LEAD },
	{ "monday", TIME },      { "month", UNIT },
	{ "months", UNIT },      { "next", NEXT },
	{ "nine", NUMBER },      { "nov", MONTH },
	{ "november", MONTH },   { "oct", MONTH },
	{ "october", MONTH },    { "of", FILLER },
	{ "on", LEAD },          { "one", NUMBER },
	{ "q1", TIME },          { "q2", TIME },
	{ "q3", TIME },          { "q4", TIME },
	{ "quarter", UNIT },     { "saturday", TIME },
	{ "second", FILLER },    { "sep", MONTH },
	{ "sept", MONTH },       { "september", MONTH },
	{ "seven", NUMBER },     { "six", NUMBER },
	{ "spring", SEASON },    { "start", LEAD },
	{ "summer", SEASON },    { "sunday", TIME },
	{ "ten", NUMBER },       { "term", UNIT },
	{ "the", FILLER },       { "this", NEXT },
	{ "three", NUMBER },     { "thursday", TIME },
	{ "tomorrow", TIME },    { "tuesday", TIME },
	{ "twelve", NUMBER },    { "two", NUMBER },
	{ "until", LEAD },       { "wednesday", TIME },
	{ "week", UNIT },        { "weeks", UNIT },
	{ "winter", SEASON },    { "within", LEAD },
	{ "year", UNIT },        { "years", UNIT },
};

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static int
compare(const void *key, const void *entry)
{
	return strcmp(key, ((const struct entry *)entry)->word);
}

static enum kind
word_kind(struct slice s)
{
	char word[LONGEST + 1] = "";
	const struct entry *e;

	if (s.len > LONGEST)
		return OTHER;
	for (size_t i = 0; i < s.len; i++)
		word[i] = lower(s.p[i]);
	e = bsearch(word, words, sizeof(words) / sizeof(*words), sizeof(*words),
	            compare);
	return e != NULL ? e->kind : OTHER;
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
	if (s.p[0] < 'A')
		return date_parse(s) != DATE_NONE ? TIME : number_kind(s);
	return word_kind(s);
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
		return p->led && p->next;
	case SEASON:
		return p->next || p->led || p->number;
	case NUMBER:
		return p->whole;
	default:
		return false;
	}
}

/*
 * Follow a phrase from the word at start as far as it goes, but no further than
 * a person would: it is followed again from each of its words.
 */
static struct phrase
follow(struct slice text, size_t start)
{
	struct phrase p = { .start = start };
	size_t at = start;

	for (size_t n = 0; n < PHRASE; n++) {
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
	return p;
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
