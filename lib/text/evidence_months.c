/* Whether somebody's name that is a month's too is the month: "in May". */
#include "data/namecues.h"
#include "text/fold.h"
#include "text/names.h"
#include "text/names_parts.h"

/* Another month, or a season, in the same text: "April: survey, May: report".
 */
static bool
is_among_months(const struct names *n, size_t i)
{
	static const char *const seasons[] = { "summer", "winter", "spring",
		                               "autumn", "easter", NULL };
	static const char *const months[] = {
		"january",  "february", "march",  "april",     "may",
		"june",     "july",     "august", "september", "october",
		"november", "december", "jan",    "feb",       "apr",
		"jun",      "jul",      "aug",    "sept",      "oct",
		"nov",      "dec",      "spring", "summer",    "autumn",
		"winter",   "easter",   "xmas",   "christmas", NULL
	};

	if (names_says(n, i) || names_is_one_of(&n->words.v[i], seasons))
		return false;
	for (size_t j = 0; j < n->words.n; j++)
		if (n->words.v[j].hash != n->words.v[i].hash &&
		    n->words.v[j].what & CUE_MONTH && !n->taken[j] &&
		    names_is_cap(&n->words.v[j]) &&
		    names_is_one_of(&n->words.v[j], months))
			return true;
	return false;
}

/* "start May", "ready for May", "3rd May": the word before, which may be. */
static bool
is_dated_by(const struct names *n, size_t i, const struct word *before)
{
	static const char *const times[] = {
		"start",    "end",   "due",      "review",  "mid",
		"late",     "early", "deadline", "opens",   "closes",
		"launch",   "by",    "starting", "ending",  "starts",
		"ends",     "from",  "until",    "through", "beginning",
		"meeting",  "mtg",   "expires",  "before",  "after",
		"reviewed", NULL
	};
	static const char *const ready[] = { "ready", "planned", "scheduled",
		                             "due",   "booked",  "set",
		                             NULL };
	static const char *const ordinals[] = { "st", "nd", "rd", "th", NULL };

	if (before->what & (CUE_WHEN | CUE_MONTH))
		return true;
	if (before->start > 0 && n->text.p[before->start - 1] >= '0' &&
	    n->text.p[before->start - 1] <= '9')
		return names_is_one_of(before, ordinals);
	if (names_is_word(before, "for"))
		return i > 1 && names_is_one_of(before - 1, ready);
	return names_is_one_of(before, times) && !names_says(n, i) &&
	       !(n->words.v[i].shape & SHAPE_OWNS);
}

bool
names_is_month(const struct names *n, size_t i)
{
	static const char *const dated[] = {
		"mtg",      "meeting", "meetings", "deadline", "event",
		"session",  "figures", "budget",   "issue",    "edition",
		"half",     "term",    "holiday",  "holidays", "elections",
		"election", "day",     "bank",     "weekend",  "floods",
		"storms",   "mtgs",    NULL
	};
	const struct word *w = &n->words.v[i],
			  *before = names_word_before(n, i);
	const struct word *after = names_word_after(n, i);
	int32_t b = names_before(n, i), a = names_after(n, i);

	if (!(w->what & CUE_MONTH))
		return false;
	if (after != NULL && names_is_one_of(after, dated))
		return true;
	return (before != NULL && is_dated_by(n, i, before)) ||
	       (b >= '0' && b <= '9') || (a >= '0' && a <= '9') ||
	       is_among_months(n, i);
}
