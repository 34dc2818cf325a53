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

/* Short for something, and for nobody: of the stop list, in the time of day. */
static bool
is_abbreviation(const struct names *n, size_t i, const struct found *f)
{
	static const char *const times[] = { "am", "pm", "wc", "dv",
		                             "pe", "cc", NULL };
	struct word all = n->words.v[i];

	/* "P.E." */
	if (f->words > 1) {
		all.hash = f->hash;
		all.letters = (uint16_t)f->words;
		all.what = lexicon_find(&n->roster->lexicon, f->hash);
	}
	return all.what & CUE_ABBREV || names_is_one_of(&all, times);
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
	/* "9AM" */
	if (w->start > 0 && n->text.p[w->start - 1] >= '0' &&
	    n->text.p[w->start - 1] <= '9')
		return NO_WORD;
	if (is_abbreviation(n, i, &f) || (plain && f.words == 1 && i > 0 &&
	                                  !names_initials_numbered(n, i))) {
		if (!(w->shape & (SHAPE_UPPER | SHAPE_LONE)) ||
		    !names_abbreviation_meant(n, i, last))
			return NO_WORD;
	} else if (names_is_cap(w) ? !names_initials_meant(n, i, last) &&
	                                 !names_initials_bare(n, i, &f) :
	                             !names_initials_small(n, i)) {
		return NO_WORD;
	}
	names_mask(n, i, i + f.words, SPAN_NAME, "initials",
	           names_who(f.form, f.hash));
	return f.words;
}
