/* lib/text/date: days and weeks. */
#include "text/date.h"
#include "tap.h"

static bool
week_is(const char *day, const char *want)
{
	struct buf b = BUF_INIT;
	bool good;

	date_put_week(&b, date_parse(slice_of(day)));
	good = slice_is(buf_view(&b), want);
	if (!good)
		printf("# %s is in %s\n", day, b.data);
	buf_free(&b);
	return good;
}

static void
reads_days(void)
{
	ok(date_parse(SLICE("1970-01-01")) == 0 &&
	       date_parse(SLICE("2000-03-01")) == 11017 &&
	       date_parse(SLICE("2026-11-21T23:59")) == 20778,
	   "days are counted from 1970");
	ok(date_parse(SLICE("2024-02-29")) != DATE_NONE &&
	       date_parse(SLICE("2026-02-29")) == DATE_NONE &&
	       date_parse(SLICE("2026-13-01")) == DATE_NONE &&
	       date_parse(SLICE("21/11/2026")) == DATE_NONE &&
	       date_parse(SLICE("2026-11-211")) == DATE_NONE &&
	       date_parse(SLICE("")) == DATE_NONE,
	   "a day that there is not is none");
}

static void
knows_weeks(void)
{
	ok(week_is("2026-11-21", "2026-W47"), "a week");
	ok(week_is("2027-01-01", "2026-W53") &&
	       week_is("2027-01-04", "2027-W01"),
	   "1 January 2027 is in week 53 of 2026");
	ok(week_is("2024-12-30", "2025-W01") &&
	       week_is("2021-01-03", "2020-W53"),
	   "a week belongs to the year of its Thursday");
	ok(date_parse_week(SLICE("2026-W53")) ==
	       date_parse(SLICE("2026-12-28")),
	   "week 53 begins on 28 December 2026");
	ok(date_parse_week(SLICE("2025-W53")) == DATE_NONE &&
	       date_parse_week(SLICE("2026-W00")) == DATE_NONE &&
	       date_parse_week(SLICE("2026-47")) == DATE_NONE,
	   "a week that there is not is none");
}

/* Every day of 400 years comes back, and weeks have seven days. */
static void
goes_round(void)
{
	struct buf b = BUF_INIT;
	int bad = 0;

	for (int day = -25567; day < 120530; day++) {
		buf_reset(&b);
		date_put(&b, day);
		bad += date_parse(buf_view(&b)) != day;
		buf_reset(&b);
		date_put_week(&b, day);
		bad += date_parse_week(buf_view(&b)) != date_monday(day);
		bad += day - date_monday(day) < 0 || day - date_monday(day) > 6;
	}
	ok(bad == 0, "every day of 400 years and its week come back");
	buf_reset(&b);
	date_put_words(&b, date_parse(SLICE("2026-03-04")));
	ok(slice_is(buf_view(&b), "4 March 2026"), "a day in words");
	buf_free(&b);
}

int
main(void)
{
	reads_days();
	knows_weeks();
	goes_round();
	return tap_done();
}
