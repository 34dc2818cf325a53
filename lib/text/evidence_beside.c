/* Whether an everyday word stands beside somebody's name, as one of several. */
#include "data/namecues.h"
#include "text/fold.h"
#include "text/names.h"
#include "text/names_parts.h"

/* Somebody's name, with a capital, at word i. */
static bool
is_name(const struct names *n, size_t i)
{
	return i < n->words.n && names_is_cap(&n->words.v[i]) &&
	       n->words.v[i].what & R_NAME;
}

/* "Mark, Rose and Grace", "Mark, Rose to draft": another name, which stands
 * for a person there. */
static bool
in_list(const struct names *n, size_t last)
{
	size_t next = last + 1;

	if (names_after(n, last) != ',' || !is_name(n, next))
		return false;
	return names_after(n, next) == ',' ||
	       !names_is_everyday(&n->words.v[next]) ||
	       names_does_something(n, next, true) ||
	       (names_and_after(n, next) && is_name(n, next + 2));
}

/* Whether nothing but an arrow stands between word i and the next. */
static bool
is_arrow(const struct names *n, size_t i)
{
	const char *p = n->text.p + n->words.v[i].end;
	const char *end = n->text.p + n->words.v[i + 1].start;
	bool head = false;

	while (p < end) {
		int32_t code;

		p += fold_decode(p, end, &code);
		head |= code == '>' || code == '<' ||
		        (code >= 0x2190 && code <= 0x21ff);
		if (!fold_is_space(code) && !fold_is_hyphen(code) &&
		    code != '>' && code != '<' && code != '=' &&
		    (code < 0x2190 || code > 0x21ff))
			return false;
	}
	return head;
}

/* "Ahmed 2, Rita 3, Bill 1": behind somebody and a number. */
bool
names_in_tally(const struct names *n, size_t i)
{
	const char *p, *end;
	bool digits = false, comma = false;

	if (i == 0 || n->taken[i - 1] != TAKEN_NAME)
		return false;
	end = n->text.p + n->words.v[i].start;
	for (p = n->text.p + n->words.v[i - 1].end; p < end; p++) {
		digits |= *p >= '0' && *p <= '9';
		comma |= *p == ',' || *p == ';';
		if (*p != ' ' && *p != ',' && *p != ';' && *p != '/' &&
		    (*p < '0' || *p > '9'))
			return false;
	}
	return digits && comma;
}

/* "Green v Bond", "Hill <-> Winter", "Rose -> Siobhan": two people. */
static bool
faces_name(const struct names *n, size_t first, size_t last)
{
	static const char *const against[] = { "v", "vs", "versus", "cc",
		                               NULL };
	const struct word *v = n->words.v;

	if (last + 1 < n->words.n && is_arrow(n, last))
		return is_name(n, last + 1);
	if (first > 0 && is_arrow(n, first - 1))
		return is_name(n, first - 1);
	if (is_name(n, last + 2) && names_is_one_of(&v[last + 1], against))
		return true;
	return first > 1 && is_name(n, first - 2) &&
	       names_is_one_of(&v[first - 1], against);
}

/* A word that is a name for sure, right after "and" or a comma or slash. */
bool
names_beside(const struct names *n, size_t first, size_t last)
{
	static const char *const us[] = { "i",   "we",   "me",     "he",
		                          "she", "they", "others", NULL };
	const struct word *v = n->words.v;
	int32_t before = names_before(n, first), after = names_after(n, last);

	if (first > 0 && before > 0 && n->taken[first - 1] &&
	    (before == 0x2013 ||
	     (before < 0x80 && strchr("/&,+", before) != NULL)))
		return true;
	if (first > 1 && names_is_word(&v[first - 1], "and") &&
	    n->taken[first - 2])
		return true;
	if (names_and_after(n, last) && names_is_one_of(&v[last + 2], us) &&
	    v[last].what & (R_FIRST | R_NICK))
		return true;
	if (names_and_after(n, last) &&
	    (is_name(n, last + 2) || (v[last + 2].what & R_INITIALS &&
	                              v[last + 2].shape & SHAPE_UPPER)))
		return true;
	if (in_list(n, last) || faces_name(n, first, last))
		return true;
	return (after == '/' || after == '&' || after == '+') &&
	       is_name(n, last + 1);
}
