#include "text/date.h"

struct civil {
	int year, month, day;
};

/*
 * Days from 1970-01-01 to a date: years begin in March, so that the leap day
 * is the last of a year, and 400 of them have 146,097 days.
 */
static int
days_of(struct civil c)
{
	int year = c.year - (c.month <= 2);
	int era = year / 400, of_era = year % 400;
	int of_year = (153 * ((c.month + 9) % 12) + 2) / 5 + c.day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 +
	       of_year - 719468;
}

static struct civil
civil_of(int days)
{
	int z = days + 719468, era = z / 146097, of_era = z % 146097;
	int year =
	    (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int of_year = of_era - (365 * year + year / 4 - year / 100);
	int month = (5 * of_year + 2) / 153;
	struct civil c = { .day = of_year - (153 * month + 2) / 5 + 1 };

	c.month = month < 10 ? month + 3 : month - 9;
	c.year = year + era * 400 + (c.month <= 2);
	return c;
}

/* The number of n digits at p, or -1. */
static int
digits(struct slice s, size_t at, size_t n)
{
	int value = 0;

	if (at + n > s.len)
		return -1;
	for (size_t i = at; i < at + n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return -1;
		value = 10 * value + s.p[i] - '0';
	}
	return value;
}

int
date_parse(struct slice s)
{
	struct civil c = { digits(s, 0, 4), digits(s, 5, 2), digits(s, 8, 2) };
	struct civil back;
	int days;

	if (c.year < 1 || c.month < 1 || c.month > 12 || c.day < 1 ||
	    s.p[4] != '-' || s.p[7] != '-')
		return DATE_NONE;
	if (s.len > 10 && s.p[10] != 'T' && s.p[10] != ' ')
		return DATE_NONE;
	days = days_of(c);
	back = civil_of(days);
	return back.day == c.day && back.month == c.month ? days : DATE_NONE;
}

int
date_monday(int day)
{
	return day - (day + 3 + 7 * 200000) % 7;
}

/* The Monday of week 1 of a year: the week with its 4 January. */
static int
first_monday(int year)
{
	return date_monday(days_of((struct civil){ year, 1, 4 }));
}

int
date_parse_week(struct slice s)
{
	int year = digits(s, 0, 4), week = digits(s, 6, 2), monday;

	if (s.len != 8 || year < 1 || week < 1 || s.p[4] != '-' ||
	    s.p[5] != 'W')
		return DATE_NONE;
	monday = first_monday(year) + 7 * (week - 1);
	return monday < first_monday(year + 1) ? monday : DATE_NONE;
}

void
date_put(struct buf *out, int day)
{
	struct civil c = civil_of(day);

	buf_addf(out, "%04d-%02d-%02d", c.year, c.month, c.day);
}

void
date_put_week(struct buf *out, int day)
{
	int monday = date_monday(day), year = civil_of(monday + 3).year;

	buf_addf(out, "%04d-W%02d", year,
	         (monday - first_monday(year)) / 7 + 1);
}

void
date_put_words(struct buf *out, int day)
{
	static const char *const months[] = {
		"January",   "February", "March",    "April",
		"May",       "June",     "July",     "August",
		"September", "October",  "November", "December"
	};
	struct civil c = civil_of(day);

	buf_addf(out, "%d %s %d", c.day, months[c.month - 1], c.year);
}
