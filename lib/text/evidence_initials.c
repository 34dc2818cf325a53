/* Whether initials of the roster stand for somebody: what is around them. */
#include <stdlib.h>

#include "data/namecues.h"
#include "text/fold.h"
#include "text/names.h"
#include "text/names_parts.h"

static bool
is_dash(int32_t code)
{
	return fold_is_hyphen(code) || code == 0x2014;
}

/* Whether nothing more is said: a signature. */
static bool
is_last(int32_t after)
{
	return after == 0 || after == '\n' || after == ')' || after == ']';
}

/* "JP will host", "JP and X", "JP (residents)": as one who does things. */
static bool
is_subject(const struct names *n, size_t last)
{
	return names_does(n, last) || names_may_do(n, last) ||
	       names_after(n, last) == '(' ||
	       n->words.v[last].shape & SHAPE_OWNS;
}

/* Right beside somebody: "Rose, JP", "Rose and JP". */
static bool
follows_name(const struct names *n, size_t i, int32_t before)
{
	if (i > 0 && before < 0x80 && before > 0 &&
	    strchr("/,&+", before) != NULL)
		return n->taken[i - 1] == TAKEN_NAME;
	return i > 1 && names_is_and(n, i - 1) && n->taken[i - 2] == TAKEN_NAME;
}

/* After "by", "action:", "minutes -", in this line. */
static bool
follows_cue(const struct names *n, size_t i, int32_t before, bool sign)
{
	const struct word *w = &n->words.v[i];

	if (i == 0 ||
	    memchr(n->text.p + w[-1].end, '\n', w->start - w[-1].end) != NULL)
		return false;
	if (before == ':' || is_dash(before))
		return w[-1].what & (CUE_OWNER | CUE_BEFORE);
	return !sign && fold_is_letter(before) &&
	       n->words.v[i - 1].what & (CUE_OWNER | CUE_BEFORE);
}

/* Three letters or more that stand for nothing else: "HFD", "AvdM". */
static bool
is_rare(const struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];

	return w->letters >= 3 && w->shape & (SHAPE_UPPER | SHAPE_MIXED) &&
	       !n->titled && lex_level(w->what) == 0 && !(w->what & CUE_ABBREV);
}

bool
names_initials_numbered(const struct names *n, size_t i)
{
	const char *p = n->text.p + n->words.v[i].start;
	const char *from = p;

	while (p > n->text.p && (p[-1] == ' ' || p[-1] == '.' || p[-1] == ')'))
		p--;
	if (p == from || p == n->text.p || p[-1] < '0' || p[-1] > '9')
		return false;
	while (p > n->text.p && p[-1] >= '0' && p[-1] <= '9')
		p--;
	return (p == n->text.p || p[-1] == '\n') &&
	       n->words.v[i].shape & SHAPE_UPPER && !n->titled &&
	       !fold_is_hyphen(names_after(n, i));
}

/* How many other initials were found before word i. */
static size_t
among_initials(const struct names *n, size_t i)
{
	size_t found = 0;

	for (size_t j = 0; j < i; j++)
		found += n->taken[j] == TAKEN_NAME &&
		         n->words.v[j].what & R_INITIALS;
	return found;
}

/*
 * The next of several, each with a task or by itself: "RA script, DL table / NP
 * letter", "DL, RA, NP".
 */
static bool
is_listed(const struct names *n, size_t i)
{
	const struct word *next = &n->words.v[i + 1];
	int32_t before = names_before(n, i);
	size_t others;

	if ((before != ',' && before != '/' && before != ';') || n->titled)
		return false;
	others = among_initials(n, i);
	if (others > 0 && names_after(n, i) == ',' && i + 1 < n->words.n)
		others += next->what & R_INITIALS &&
		          next->shape & (SHAPE_UPPER | SHAPE_MIXED) &&
		          !(next->what & CUE_ABBREV);
	return others > 1;
}

/* Whether a digit stands right beside word i, but for blanks. */
static bool
is_counted(const struct names *n, size_t i)
{
	int32_t before = names_before(n, i), after = names_after(n, i);

	return (before >= '0' && before <= '9') ||
	       (after >= '0' && after <= '9');
}

bool
names_initials_bare(const struct names *n, size_t i, const struct found *f)
{
	static const char *const wheres[] = { "in",   "at",  "of",   "on",
		                              "per",  "via", "near", "into",
		                              "some", "no",  "any",  "more",
		                              NULL };
	/* What letters are short for in notes, but for initials with a sign. */
	static const char *const things[] = {
		"sm", "ed", "ft", "pt", "st", "vs", "sp", "pp", "tb", "cb",
		"kg", "km", "cm", "mm", "ml", "mb", "gb", "kb", "kw", "mw",
		"sw", "nw", "se", "ne", "ec", "ni", "ww", "bc", "ad", "ca",
		"co", "ot", "sa", "gm", "ip", "os", "ui", "ux", "op", "pi",
		"bt", "ee", "dj", "cs", "ps", "qr", "sv", "av", "wi", "ta",
		"la", "nz", "nl", "fr", "vc", "ya", "cp", "dp", "rt", NULL
	};
	const struct word *w = &n->words.v[i], *before, *after;

	if (f->form->person == ROSTER_MANY || !(w->shape & SHAPE_UPPER) ||
	    n->titled || (lex_level(w->what) > 0 && lex_level(w->what) < 3) ||
	    is_counted(n, i) || names_is_one_of(w, things))
		return false;
	before = names_word_before(n, i);
	after = names_word_after(n, i);
	if (before != NULL &&
	    (before->what & CUE_THE || names_is_one_of(before, wheres) ||
	     (names_is_cap(before) && !names_starts(n, i - 1) &&
	      !n->taken[i - 1])))
		return false;
	return after == NULL || !names_is_cap(after) ||
	       after->what & R_INITIALS;
}

bool
names_initials_meant(const struct names *n, size_t i, size_t last)
{
	int32_t before = names_before(n, i), after = names_after(n, last);
	bool start = names_starts(n, i);

	if (after == ':' || after == '/' || (is_dash(after) && start))
		return true;
	/* "TS = Tom" */
	if (after == '=' && last + 1 < n->words.n &&
	    n->words.v[last + 1].what & (R_FIRST | R_NICK))
		return true;
	if ((before == '(' || before == '[' || before == '/') &&
	    (after == ')' || after == ']' || after == '/'))
		return true;
	if ((start || before == ',') &&
	    (last > i || is_subject(n, last) || names_acts(n, last) ||
	     names_behaves(n, i, last, true)))
		return true;
	if ((start && is_last(after)) || is_rare(n, i) || is_listed(n, i) ||
	    names_initials_numbered(n, i))
		return true;
	if (is_dash(before) && is_last(after))
		return true;
	if ((after == ',' || after == '&' || after == '+') && start &&
	    last + 1 < n->words.n && n->words.v[last + 1].what & R_INITIALS)
		return true;
	return names_says(n, last) || follows_name(n, i, before) ||
	       follows_cue(n, i, before, false);
}

bool
names_initials_small(const struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];
	int32_t before = names_before(n, i), after = names_after(n, i);

	if (w->shape & SHAPE_FOREIGN ||
	    (lex_level(w->what) > 0 && lex_level(w->what) <= 6))
		return false;
	if (names_starts(n, i) && (i == 0 || before == '\n') &&
	    (after == ':' || is_dash(after)))
		return true;
	if (names_starts(n, i) &&
	    (after == ':' || names_says(n, i) || names_does(n, i)))
		return true;
	/* "rose akintola (ra)", "bw + zw" */
	if (i > 0 && n->taken[i - 1] == TAKEN_NAME &&
	    ((before == '(' && after == ')') || before == '+' ||
	     before == '&' || before == ','))
		return true;
	if ((after == '+' || after == '&') && i + 1 < n->words.n)
		return names_starts(n, i) && w[1].what & R_INITIALS &&
		       lex_level(w[1].what) % 7 == 0;
	return is_last(after) && (follows_cue(n, i, before, true) ||
	                          (i > 1 && w[-2].what & CUE_OWNER &&
	                           follows_cue(n, i, before, false)));
}

bool
names_abbreviation_meant(const struct names *n, size_t i, size_t last)
{
	static const char *const things[] = { "nb", "np", "ms", "ar",
		                              "fm", "ba", NULL };
	int32_t before = names_before(n, i), after = names_after(n, last);
	const struct word *next = &n->words.v[last + 1];

	if (n->titled)
		return false;
	/* "(AM) more buses", "more buses [AM]": who says all of the note */
	if ((i == 0 && before == '(' && after == ')') ||
	    (last + 1 == n->words.n && before == '[' && after == ']'))
		return true;
	/* "AM (me)" */
	if (after == '(' && last + 1 < n->words.n && names_is_word(next, "me"))
		return true;
	if (lex_level(n->words.v[i].what) == 1 && names_says(n, last))
		return true;
	/* "NB stood up": no body or office, that acts as well */
	if (names_starts(n, i) && names_is_one_of(&n->words.v[i], things) &&
	    (names_says(n, last) || names_acts(n, last) ||
	     names_does(n, last) || after == 0x2192))
		return true;
	/* ", NB again." */
	if (before == ',' && names_word_after(n, last) != NULL &&
	    names_is_word(next, "again"))
		return true;
	if (is_listed(n, i) ||
	    (before == ',' && among_initials(n, i) > 0 &&
	     names_word_after(n, last) != NULL && names_is_word(next, "to")))
		return true;
	if (among_initials(n, i) > 0 &&
	    ((after == ':' && names_starts(n, i)) || names_does(n, last)))
		return true;
	if (follows_name(n, i, before) || follows_cue(n, i, before, true))
		return true;
	return (after == '&' || after == '/' || after == '+' || after == ',') &&
	       last + 1 < n->words.n && next->what & R_INITIALS &&
	       next->shape & SHAPE_UPPER && !(next->what & CUE_ABBREV);
}
