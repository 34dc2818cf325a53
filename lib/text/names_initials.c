/* Initials of people. */
#include <stdlib.h>

#include "base/mem.h"
#include "data/namecues.h"
#include "text/fold.h"
#include "text/names.h"
#include "text/names_parts.h"

/* Initials of the roster at word i, dots and hyphens between; how many words.
 */
static struct found
initials_at(const struct names *n, size_t i)
{
	const struct word *v = n->words.v;
	struct found f = names_at(n, i, R_INITIALS);
	char letters[5];
	size_t len = 0;

	if (f.words == 1 && names_is_cap(&v[i]) &&
	    (v[i].shape & (SHAPE_UPPER | SHAPE_MIXED)))
		return f;
	f.words = 0;
	while (i + len < n->words.n && len < 4 &&
	       v[i + len].shape & SHAPE_LONE &&
	       (len == 0 || (names_joined(n, i + len - 1) &&
	                     n->text.p[v[i + len].start - 1] != ' '))) {
		letters[len] = n->text.p[v[i + len].start] | 32;
		len++;
	}
	if (len < 2 || !names_is_cap(&v[i]))
		return f;
	f.hash = lexicon_hash((struct slice){ letters, len });
	f.form = roster_form(n->roster, f.hash);
	f.words = f.form != NULL && f.form->flags & R_INITIALS ? len : 0;
	return f;
}

/* Whether initials at words i..last are used as such. */
static bool
initials_meant(const struct names *n, size_t i, size_t last)
{
	const struct word *w = &n->words.v[i];
	int32_t before = names_before(n, i), after = names_after(n, last);
	bool dash = fold_is_hyphen(after) || after == 0x2014;
	bool start = names_starts(n, i);

	if (after == ':' || after == '/' || (dash && start))
		return true;
	if ((before == '(' || before == '[' || before == '/') &&
	    (after == ')' || after == ']' || after == '/'))
		return true;
	if (start && (last > i || names_does(n, last)))
		return true;
	if ((after == ',' || after == '&' || after == '+') && start &&
	    last + 1 < n->words.n && n->words.v[last + 1].what & R_INITIALS)
		return true;
	if (i == 0)
		return false;
	if (before == '/' || before == ',' || before == '&' || before == '+')
		return n->taken[i - 1] == TAKEN_NAME;
	return w[-1].what & (CUE_OWNER | CUE_BEFORE) &&
	       (fold_is_letter(before) || before == ':' || before == '-');
}

/* "JS:", "(JS)", "JS - ", "Action JS". */
size_t
names_try_initials(struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];
	struct found f = initials_at(n, i);
	bool plain = lex_level(w->what) > 0 && lex_level(w->what) <= 2;

	if (f.words == 0 || w->what & CUE_ABBREV ||
	    (plain && f.words == 1 && i > 0) ||
	    !initials_meant(n, i, i + f.words - 1))
		return NO_WORD;
	names_mask(n, i, i + f.words, SPAN_NAME, "initials",
	           names_who(f.form, f.hash));
	return f.words;
}
