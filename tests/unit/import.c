/* What dlg-import makes of names, headings, prefixes and Excel's dates. */
#include "tap.h"

#include "io/columns.h"
#include "io/heading.h"
#include "io/sheet.h"
#include "text/caption.h"

static bool
folds(const char *name, const char *want)
{
	struct buf b = BUF_INIT;
	bool good;

	caption_fold(slice_of(name), &b);
	good = slice_is(buf_view(&b), want);
	buf_free(&b);
	return good;
}

static bool
dates(double days, bool since1904, const char *want)
{
	struct buf b = BUF_INIT;
	bool good =
	    sheet_date(days, since1904, &b) && slice_is(buf_view(&b), want);

	buf_free(&b);
	return good;
}

static bool
says(const char *heading, enum field want, const char *value)
{
	struct slice got = { NULL, 0 };

	return heading_field(slice_of(heading), &got) == want &&
	       (want == F_KNOWN || slice_is(got, value));
}

static bool
prefixed(const char *text, const char *speaker, const char *mark,
         const char *rest)
{
	struct note n = { .line = 1 };
	struct slice s = slice_of(text);

	heading_prefix(&n, &s);
	return slice_is(n.f[F_SPEAKER], speaker) &&
	       slice_is(n.f[F_MARK], mark) && slice_is(s, rest);
}

int
main(void)
{
	ok(folds("  Stakeholder\n\tGROUP ", "stakeholder group"),
	   "names fold in case and white space");
	ok(folds("Caf\xc3\xa9\xc2\xa0", "caf\xc3\xa9") &&
	       folds("Cafe\xcc\x81", "caf\xc3\xa9"),
	   "and in form, and no-break spaces are spaces");
	ok(columns_alias(SLICE("comment_text")) == F_TEXT &&
	       columns_alias(SLICE("comment-text")) == F_TEXT &&
	       columns_alias(SLICE("commentary")) == F_KNOWN,
	   "- and _ are spaces in a known name, which is whole");

	ok(dates(45231, false, "2023-11-01"), "Excel counts days from 1900");
	ok(dates(1, false, "1900-01-01") && dates(59, false, "1900-02-28") &&
	       dates(61, false, "1900-03-01"),
	   "with a day too many in February 1900");
	ok(dates(43769, true, "2023-11-01"), "or from 1904");
	ok(dates(45231.5, false, "2023-11-01T12:00:00"), "a time follows");
	ok(dates(0.25, false, "06:00:00"), "less than a day is a time");
	ok(dates(45230.9999999, false, "2023-11-01"),
	   "and is rounded to a second");
	ok(!dates(-1, false, "") && !dates(1e9, false, ""),
	   "what is out of range is no date");
	ok(sheet_is_date_format("yyyy\\-mm\\-dd") &&
	       sheet_is_date_format("[h]:mm") &&
	       !sheet_is_date_format("0.00\" days\"") &&
	       !sheet_is_date_format("[Red]0") &&
	       !sheet_is_date_format("General"),
	   "formats that show dates are told from others");

	ok(says("Table 3", F_TABLE, "3") &&
	       says("Table: Blue", F_TABLE, "Blue") &&
	       says("Table 3 - residents", F_TABLE, "3"),
	   "headings name tables");
	ok(says("Q1: What now?", F_QUESTION, "What now?") &&
	       says("Round 2", F_ROUND, "2"),
	   "and questions and rounds");
	ok(says("Points of agreement", F_MARK, "agreement") &&
	       says("**Next steps:**", F_MARK, "action"),
	   "and marks");
	ok(says("Tables and chairs", F_KNOWN, "") &&
	       says("Table manners", F_KNOWN, "") &&
	       says("Question", F_MARK, "question"),
	   "but not every heading that begins so");

	ok(prefixed("Agreement: yes", "", "agreement", "yes") &&
	       prefixed("**Action:** write", "", "action", "write"),
	   "a mark stands before a note");
	ok(prefixed("JS: no", "JS", "", "no") &&
	       prefixed("Ann Lee: no", "Ann Lee", "", "no") &&
	       prefixed("Ann van Lee: no", "Ann van Lee", "", "no"),
	   "or a speaker");
	ok(prefixed("Agreement: JS: no", "JS", "agreement", "no"), "or both");
	ok(prefixed("EU: far away", "", "", "EU: far away") &&
	       prefixed("Open Wallet Foundation: interop", "", "",
	                "Open Wallet Foundation: interop") &&
	       prefixed("we said: no", "", "", "we said: no"),
	   "but other words with a colon are text");
	ok(slice_is(heading_table_of_file(SLICE("table-03.csv")), "3") &&
	       slice_is(heading_table_of_file(SLICE("Table_B.md")), "B") &&
	       heading_table_of_file(SLICE("tables.csv")).len == 0,
	   "files are named for tables");
	return tap_done();
}
