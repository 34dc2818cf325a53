/*
 * Days and ISO 8601 weeks of the Gregorian calendar, without clock, time zone
 * or locale. A day is counted from 1970-01-01, which is day 0, a Thursday.
 */
#ifndef DLG_DATE_H
#define DLG_DATE_H

#include <stdbool.h>

#include "base/buf.h"

#define DATE_NONE (-1000000)

/*
 * The day of "2026-11-21", or of a text that goes on with "T" or a space;
 * DATE_NONE if there is no such day.
 */
int date_parse(struct slice s);

/* The Monday of the week "2026-W47", or DATE_NONE if there is none. */
int date_parse_week(struct slice s);

/* The Monday of the week that day is in. */
int date_monday(int day);

/* Append day as "2026-11-21", its week as "2026-W47", in words as
 * "21 November 2026". */
void date_put(struct buf *out, int day);
void date_put_week(struct buf *out, int day);
void date_put_words(struct buf *out, int day);

#endif
