/* Initials of people. */
#include <stdlib.h>

#include "base/mem.h"
#include "data/namecues.h"
#include "text/fold.h"
#include "text/names.h"
#include "text/names_parts.h"

enum { LETTERS = 6 };

/* "O'N" in "S O'N": letters with an apostrophe among them. */
static bool
is_broken(const struct word *w)
{
	return w->letters <= 3 && !(w->shape & SHAPE_FOREIGN) &&
	       w->end - w->start > w->letters;
}

/*
 * Whether word j goes on with the initials before it: "S.O.", "S-O", "S O'N",
 * but not "S O".
 */
static bool
goes_on(const struct names *n, size_t j)
{
	const struct word *w = &n->words.v[j];

	if (!(w->shape & SHAPE_LONE) && !is_broken(w))
		return false;
	return names_joined(n, j - 1) &&
	       (n->text.p[w->start - 1] != ' ' || is_broken(w));
}

/* Initials of the roster at word i, dots and hyphens between; how many words.
 */
static struct found
initials_at(const struct names *n, size_t i)
{
	const struct word *v = n->words.v;
	struct found f = names_at(n, i, R_INITIALS);
	char letters[LETTERS];
	size_t len = 0, words = 0;

	if (f.words == 1 &&
	    (!names_is_cap(&v[i]) || v[i].shape & (SHAPE_UPPER | SHAPE_MIXED)))
		return f;
	f.words = 0;
	if (!names_is_cap(&v[i]))
		return f;
	while (i + words < n->words.n &&
	       (words > 0 ? goes_on(n, i + words) :
	                    (v[i].shape & SHAPE_LONE) != 0) &&
	       len + v[i + words].letters <= LETTERS) {
		const struct word *w = &v[i + words];

		for (uint32_t p = w->start; p < w->end; p++)
			if ((n->text.p[p] | 32) >= 'a' &&
			    (n->text.p[p] | 32) <= 'z' && len < LETTERS)
				letters[len++] = n->text.p[p] | 32;
		words++;
	}
	if (words < 2)
		return f;
	f.hash = lexicon_hash((struct slice){ letters, len });
	f.form = roster_form(n->roster, f.hash);
	f.words = f.form != NULL && f.form->flags & R_INITIALS ? words : 0;
	return f;
}

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
	if (i == 0)
		return false;
	if (before == ':' || is_dash(before))
		return n->words.v[i - 1].what & (CUE_OWNER | CUE_BEFORE);
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

/* The next of several, each with a task: "RA script, DL table / NP letter". */
static bool
is_listed(const struct names *n, size_t i)
{
	int32_t before = names_before(n, i);

	return (before == ',' || before == '/' || before == ';') &&
	       among_initials(n, i) > 1 && !n->titled;
}

/* Whether a digit stands right beside word i, but for blanks. */
static bool
is_counted(const struct names *n, size_t i)
{
	int32_t before = names_before(n, i), after = names_after(n, i);

	return (before >= '0' && before <= '9') ||
	       (after >= '0' && after <= '9');
}

/*
 * Two letters that are one person's initials and stand for nothing that is
 * known, where no thing is spoken of: "BG writing", "sketch: YZ", but not "the
 * PB", "in KT", "PB 7", "PK Joinery".
 */
static bool
is_bare(const struct names *n, size_t i, const struct found *f)
{
	static const char *const wheres[] = { "in",   "at",  "of",   "on",
		                              "per",  "via", "near", "into",
		                              "some", "no",  "any",  "more",
		                              NULL };
	const struct word *w = &n->words.v[i], *before, *after;

	if (f->form->person == ROSTER_MANY || !(w->shape & SHAPE_UPPER) ||
	    n->titled || (lex_level(w->what) > 0 && lex_level(w->what) < 7) ||
	    is_counted(n, i))
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

/* Whether initials at words i..last are used as such. */
static bool
initials_meant(const struct names *n, size_t i, size_t last)
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
	if ((start && is_last(after)) || is_rare(n, i) || is_listed(n, i))
		return true;
	if (is_dash(before) && is_last(after))
		return true;
	if ((after == ',' || after == '&' || after == '+') && start &&
	    last + 1 < n->words.n && n->words.v[last + 1].what & R_INITIALS)
		return true;
	return names_says(n, last) || follows_name(n, i, before) ||
	       follows_cue(n, i, before, false);
}

/* The same in small letters: "minutes - js", "js: more buses", "notes by js".
 */
static bool
small_meant(const struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];
	int32_t before = names_before(n, i), after = names_after(n, i);

	if (w->shape & SHAPE_FOREIGN ||
	    (lex_level(w->what) > 0 && lex_level(w->what) <= 6))
		return false;
	if (names_starts(n, i) && (i == 0 || before == '\n') &&
	    (after == ':' || is_dash(after)))
		return true;
	return is_last(after) && (follows_cue(n, i, before, true) ||
	                          (i > 1 && w[-2].what & CUE_OWNER &&
	                           follows_cue(n, i, before, false)));
}

/* Initials that mean something else as well: "MD & RA", "Action: MP". */
static bool
abbreviation_meant(const struct names *n, size_t i, size_t last)
{
	int32_t before = names_before(n, i), after = names_after(n, last);
	const struct word *next = &n->words.v[last + 1];

	if (n->titled)
		return false;
	if (lex_level(n->words.v[i].what) == 1 && names_says(n, last))
		return true;
	if (is_listed(n, i))
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

/* "GPr": a letter of the first name and two of the surname. */
static size_t
try_three(struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];
	const char *p = n->text.p + w->start;
	char two[2];
	int64_t person;

	if (w->letters != 3 || w->end - w->start != 3 || !names_is_cap(w) ||
	    p[1] < 'A' || p[1] > 'Z' || p[2] < 'a' || p[2] > 'z')
		return NO_WORD;
	two[0] = (char)(p[1] | 32);
	two[1] = p[2];
	person = roster_pair(n->roster, roster_initial((char)(*p | 32)),
	                     lexicon_hash((struct slice){ two, 2 }));
	if (person < 0)
		return NO_WORD;
	names_mask(n, i, i + 1, SPAN_NAME, "initials",
	           names_who_person(person, w->hash));
	return 1;
}

/* "JS:", "(JS)", "JS - ", "Action JS". */
size_t
names_try_initials(struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];
	struct found f = initials_at(n, i);
	size_t last = i + f.words - 1;
	bool plain =
	    lex_level(w->what) > 0 && lex_level(w->what) <= 2 && !is_broken(w);

	if (f.words == 0)
		return try_three(n, i);
	if (w->what & CUE_ABBREV || (plain && f.words == 1 && i > 0)) {
		if (!(w->shape & SHAPE_UPPER) ||
		    !abbreviation_meant(n, i, last))
			return NO_WORD;
	} else if (names_is_cap(w) ?
	               !initials_meant(n, i, last) && !is_bare(n, i, &f) :
	               !small_meant(n, i)) {
		return NO_WORD;
	}
	names_mask(n, i, i + f.words, SPAN_NAME, "initials",
	           names_who(f.form, f.hash));
	return f.words;
}
