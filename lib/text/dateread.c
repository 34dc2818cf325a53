#include "text/dateread.h"

#include <strings.h>

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c & 0x80;
}

static const char *const months[] = { "january", "february", "march",
	                              "april",   "may",      "june",
	                              "july",    "august",   "september",
	                              "october", "november", "december" };

/* The month that a word of three letters or more begins, from 1, or 0. */
static int
month_of(struct slice word)
{
	for (int i = 0; word.len >= 3 && i < 12; i++)
		if (word.len <= strlen(months[i]) &&
		    strncasecmp(word.p, months[i], word.len) == 0)
			return i + 1;
	return word.len == 4 && strncasecmp(word.p, "sept", 4) == 0 ? 9 : 0;
}

/* Words that a day may have with it: its name, of, the, 26th. */
static bool
is_mute(struct slice word)
{
	static const char *const mute[] = {
		"monday",   "tuesday", "wednesday", "thursday", "friday",
		"saturday", "sunday",  "of",        "the",      "st",
		"nd",       "rd",      "th",
	};

	for (size_t i = 0; i < sizeof(mute) / sizeof(*mute); i++) {
		size_t len = strlen(mute[i]);

		if (word.len <= len && word.len >= (len < 3 ? len : 3) &&
		    strncasecmp(word.p, mute[i], word.len) == 0)
			return true;
	}
	return false;
}

/* What a text has before its time of day. */
struct pieces {
	int number[3];
	size_t digits[3]; /* of each number */
	size_t n;
	int month;  /* in letters, from 1, or 0 */
	bool point; /* between the first two numbers */
	size_t end;
};

static bool
take_number(struct pieces *p, struct slice s, size_t len)
{
	int value = 0;

	if (p->n == 3 || len > 8)
		return false;
	for (size_t i = 0; i < len; i++)
		value = 10 * value + s.p[i] - '0';
	p->point |= p->n == 0 && s.len > len && s.p[len] == '.';
	p->number[p->n] = value;
	p->digits[p->n++] = len;
	return true;
}

static bool
take_word(struct pieces *p, struct slice word)
{
	int month = month_of(word);

	if (month == 0)
		return is_mute(word);
	if (p->month != 0)
		return false;
	p->month = month;
	return true;
}

/* Whether a time of day, or the T before it, begins at s. */
static bool
begins_time(struct slice s)
{
	size_t n = 0;

	if (s.len > 0 && s.p[0] == 'T')
		s = slice_from(s, 1);
	while (n < s.len && n < 2 && is_digit(s.p[n]))
		n++;
	return n > 0 && n < s.len && s.p[n] == ':';
}

/* Take text apart; false if something in it is no part of a day. */
static bool
take_apart(struct slice s, struct pieces *p)
{
	size_t i = 0, len;

	while (i < s.len && !begins_time(slice_from(s, i))) {
		struct slice rest = slice_from(s, i);

		for (len = 0; len < rest.len && is_digit(rest.p[len]);)
			len++;
		if (len > 0 && !take_number(p, rest, len))
			return false;
		i += len;
		if (len > 0)
			continue;
		while (len < rest.len && is_letter(rest.p[len]))
			len++;
		if (len > 0 && !take_word(p, (struct slice){ rest.p, len }))
			return false;
		if (len == 0 && strchr(" ,./-", rest.p[0]) == NULL)
			return false;
		i += len + (len == 0);
	}
	p->end = i;
	return true;
}

static int
day_of(int year, size_t digits, int month, int day)
{
	struct buf b = BUF_INIT;
	int found;

	if (digits == 2)
		year += 2000;
	else if (digits != 4)
		return DATE_NONE;
	buf_addf(&b, "%04d-%02d-%02d", year, month, day);
	found = date_parse(buf_view(&b));
	buf_free(&b);
	return found;
}

/* Three numbers, or eight digits. */
static void
read_numbers(const struct pieces *p, int days[DATE_ORDERS])
{
	const int *v = p->number;

	if (p->n == 1 && p->digits[0] == 8)
		days[0] = days[1] =
		    day_of(v[0] / 10000, 4, v[0] / 100 % 100, v[0] % 100);
	if (p->n != 3)
		return;
	if (p->digits[0] == 4) {
		days[0] = days[1] = day_of(v[0], 4, v[1], v[2]);
		return;
	}
	days[DATE_DAY_FIRST] = day_of(v[2], p->digits[2], v[1], v[0]);
	days[DATE_MONTH_FIRST] = p->point ?
	                             days[DATE_DAY_FIRST] :
	                             day_of(v[2], p->digits[2], v[0], v[1]);
}

void
date_read(struct slice text, int days[DATE_ORDERS])
{
	struct pieces p = { .n = 0 };
	bool year_first;

	days[0] = days[1] = DATE_NONE;
	if (!take_apart(text, &p))
		return;
	if (p.month == 0) {
		read_numbers(&p, days);
		return;
	}
	if (p.n != 2)
		return;
	year_first = p.digits[0] == 4;
	days[0] = days[1] = day_of(p.number[!year_first], p.digits[!year_first],
	                           p.month, p.number[year_first]);
}

struct slice
date_time(struct slice text)
{
	struct pieces p = { .n = 0 };
	struct slice rest;

	if (!take_apart(text, &p))
		return (struct slice){ "", 0 };
	rest = slice_from(text, p.end);
	if (rest.len > 0 && rest.p[0] == 'T')
		rest = slice_from(rest, 1);
	for (size_t i = 0; i < rest.len; i++)
		if (!is_digit(rest.p[i]) && rest.p[i] != ':')
			rest.len = 0;
	return rest;
}
