/* lib/text/wording and lib/text/when: numbers and times in words. */
#include "text/wording.h"
#include "tap.h"
#include "text/when.h"

static const struct noun tables = { "table", "tables" };

static bool
part_is(size_t n, size_t of, const char *want)
{
	struct buf b = BUF_INIT;
	bool good;

	wording_part(&b, n, of, tables);
	wording_capital(&b, 0);
	good = slice_is(buf_view(&b), want);
	buf_free(&b);
	return good;
}

static bool
when_is(const char *text, const char *want)
{
	struct slice got = when_find(slice_of(text));
	bool good = slice_is(got, want);

	if (!good)
		printf("# %s: '%.*s'\n", text, (int)got.len,
		       got.len ? got.p : "");
	return good;
}

static void
says_parts(void)
{
	struct buf b = BUF_INIT;

	ok(part_is(9, 12, "9 of 12 tables") && part_is(1, 12, "1 of 12 tables"),
	   "some of them");
	ok(part_is(12, 12, "All 12 tables") && part_is(2, 2, "Both tables") &&
	       part_is(1, 1, "The one table"),
	   "all of them");
	wording_count(&b, 1, tables);
	buf_addc(&b, ' ');
	wording_count(&b, 1234567, tables);
	ok(slice_is(buf_view(&b), "1 table 1,234,567 tables"), "counts");
	buf_free(&b);
}

static void
finds_times(void)
{
	ok(when_is("Share the list by the end of May 2026.",
	           "by the end of May 2026"),
	   "the end of a month");
	ok(when_is("Meet within six weeks, then report", "within six weeks") &&
	       when_is("Meet next week", "next week") &&
	       when_is("ask at booking, start May", "start May") &&
	       when_is("drop-in, after Easter hols", "after Easter") &&
	       when_is("1 day a week from Sept", "from Sept") &&
	       when_is("Draft it by Friday", "by Friday") &&
	       when_is("Write by 12 June", "by 12 June") &&
	       when_is("Pilot from September", "from September") &&
	       when_is("Ready in Q3 2026: all", "in Q3 2026") &&
	       when_is("Done on 2026-05-01", "on 2026-05-01") &&
	       when_is("Publish before the next meeting",
	               "before the next meeting") &&
	       when_is("Report at the next meeting", "at the next meeting") &&
	       when_is("Host the next meeting", ""),
	   "times of many kinds");
	ok(when_is("We may march on", "") && when_is("One of us will", "") &&
	       when_is("", "") && when_is("For the two of us", "") &&
	       when_is("in one meeting before the summer timetable",
	               "before the summer") &&
	       when_is("list them for 3 months", "") &&
	       when_is("Start with eye clinic", "") &&
	       when_is("In 12 tables", ""),
	   "no time where there is none");
}

int
main(void)
{
	says_parts();
	finds_times();
	return tap_done();
}
