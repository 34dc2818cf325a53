/* Names that stand alone, and what belongs to them. */
#include <stdlib.h>

#include "base/mem.h"
#include "data/namecues.h"
#include "text/fold.h"
#include "text/names.h"
#include "text/names_parts.h"

static bool
is_letter(const struct word *w, char letter)
{
	return w->hash == roster_initial(letter);
}

/* The word after a first name, if it looks like that person's surname. */
static size_t
surname_after(const struct names *n, size_t j)
{
	const struct word *w;

	if (j >= n->words.n || !names_joined(n, j - 1) || n->taken[j])
		return 0;
	w = &n->words.v[j];
	if (!names_is_cap(w) || w->shape & (SHAPE_UPPER | SHAPE_LONE) ||
	    w->what & (CUE_SPOT | CUE_ABBREV | CUE_MONTH | CUE_SAYS))
		return 0;
	if (w->what & R_LAST)
		return !names_is_everyday(w) || !names_starts(n, j);
	return (lex_level(w->what) == 0 ?
	            lex_place(w->what) == 0 :
	            lex_last(w->what) >= 3 && !n->titled &&
	                !(w->what & (CUE_ORG | CUE_THE))) &&
	       n->words.v[j - 1].end + 1 == w->start &&
	       n->text.p[w->start - 1] != '\n';
}

/*
 * Whether the word before word i, which is a name, is a part of it: no table
 * knows it, or it is a first name and no more.
 */
bool
names_belongs_before(const struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i] - 1;

	if (i == 0 || n->taken[i - 1] || !names_joined(n, i - 1) ||
	    n->text.p[w->end] == '\n' || !names_is_cap(w) ||
	    w->shape & (SHAPE_UPPER | SHAPE_LONE) ||
	    w->what & (CUE_TITLE | CUE_MONTH | CUE_ABBREV | CUE_ORG | CUE_SPOT |
	               CUE_SAYS) ||
	    lex_place(w->what) >= 2)
		return false;
	return lex_level(w->what) == 0 ||
	       (lex_first(w->what) >= 3 &&
	        (!names_is_everyday(w) || lex_first(w->what) >= 6));
}

/* Whether several letters are the initials of that person's surname. */
static bool
is_short_surname(const struct names *n, const struct word *w, uint64_t first)
{
	if (roster_pair(n->roster, first, w->hash) < 0)
		return false;
	return lex_level(w->what) % 7 == 0 || w->end - w->start > w->letters ||
	       (w->shape & SHAPE_UPPER && !n->titled);
}

/* Letters that hang on to an initial: "-B" of "Chloe M-B", "B." of "M.B." */
static size_t
more_initials(const struct names *n, size_t j)
{
	size_t more = 0;

	while (j + more + 1 < n->words.n && more < 3 &&
	       n->words.v[j + more + 1].shape & SHAPE_LONE &&
	       names_is_cap(&n->words.v[j + more + 1]) &&
	       names_joined(n, j + more) &&
	       n->text.p[n->words.v[j + more + 1].start - 1] != ' ')
		more++;
	return more;
}

/* The first of them. */
static size_t
one_initial_after(const struct names *n, size_t j, uint64_t first)
{
	const struct word *w = &n->words.v[j];
	bool dot;

	if (j >= n->words.n || !names_joined(n, j - 1) || n->taken[j] ||
	    w->letters > 4 || w[-1].what & R_INITIALS)
		return 0;
	dot = w->end < n->text.len && n->text.p[w->end] == '.';
	if (!names_is_cap(w) && !dot && !(w->shape & SHAPE_MIXED))
		return 0;
	if (w->letters > 1)
		return is_short_surname(n, w, first);
	if (is_letter(w, 'i') || is_letter(w, 'a'))
		return dot && roster_pair(n->roster, first, w->hash) >= 0;
	return roster_pair(n->roster, first, w->hash) >= 0 ||
	       (names_is_cap(w) && w[-1].end + 1 == w->start &&
	        !names_is_everyday(w - 1) && lex_first(w[-1].what) > 0);
}

/* Initials of a surname behind a first name: "Helen B", "June w.", "Alex vdH",
 * "Chloe M-B".
 */
static size_t
initial_after(const struct names *n, size_t j, uint64_t first)
{
	size_t one = one_initial_after(n, j, first);

	if (one == 0 || !(n->words.v[j].shape & SHAPE_LONE))
		return one;
	return one + more_initials(n, j);
}

/* The words behind a first name that belong to it. */
size_t
names_rest(const struct names *n, size_t j, uint64_t first)
{
	size_t more = surname_after(n, j);

	return more > 0 ? more : initial_after(n, j, first);
}

/* The words behind a surname that are surnames too: "Ferreira da Silva". */
static size_t
more_surnames(const struct names *n, size_t j)
{
	size_t from = j;

	while (j < n->words.n && names_joined(n, j - 1)) {
		const struct word *w = &n->words.v[j];
		bool particle = w->what & CUE_PARTICLE && j + 1 < n->words.n &&
		                names_joined(n, j);

		if (particle)
			w++;
		if (!(w->what & R_LAST) || !names_is_cap(w))
			break;
		j += particle ? 2 : 1;
	}
	return j - from;
}

size_t
names_particles(const struct names *n, size_t i)
{
	const struct word *v = n->words.v;

	while (i > 0 && !n->taken[i - 1] && names_joined(n, i - 1) &&
	       v[i - 1].what & CUE_PARTICLE && v[i - 1].letters > 1 &&
	       (!names_is_everyday(&v[i - 1]) || v[i].what & CUE_PARTICLE ||
	        (names_is_cap(&v[i - 1]) && names_is_cap(&v[i]))))
		i--;
	return i;
}

/* Whether a name means somebody wherever it stands: it is no word besides. */
static bool
is_sure(const struct names *n, size_t i, const struct found *f)
{
	const struct word *w = &n->words.v[i];

	if (f->words == 1 && names_is_everyday(w))
		return false;
	if (f->words == 1 && !names_is_cap(w) &&
	    ((lex_level(w->what) > 0 &&
	      (lex_level(w->what) < 6 || lex_first(w->what) < 3)) ||
	     w->letters < (lex_first(w->what) < 4 ? 4 : 3) ||
	     w->what & CUE_PARTICLE))
		return false;
	return !(w->letters < 3 && w->shape & SHAPE_UPPER) &&
	       !(f->words > 1 && names_small_talk(n, i, i + f->words));
}

/* A surname that is part of a place: "Gill Road", "Santa Cruz". */
static bool
is_of_place(const struct names *n, size_t i, const struct found *f)
{
	return !(f->form->flags & (R_FIRST | R_NICK)) &&
	       (names_is_spot(n, i + f->words - 1) ||
	        (i > 0 && names_joined(n, i - 1) &&
	         names_is_saint(&n->words.v[i] - 1)));
}

/* A name by itself. */
size_t
names_try_single(struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];
	struct found f = names_at(n, i, R_NAME);
	size_t from = i, end = i + f.words, typed = 0;
	bool cap = names_is_cap(w), first, sure;

	if (f.words == 0)
		return NO_WORD;
	first = f.form->flags & (R_FIRST | R_NICK);
	sure = is_sure(n, i, &f);
	if (sure && is_of_place(n, i, &f))
		return NO_WORD;
	if (cap && first && initial_after(n, end, f.hash))
		sure = true;
	if (!sure && !cap && f.words == 1) {
		typed = names_typed(n, i);
		sure = typed > 0 || names_in_file(n, i);
	}
	if (!sure && !names_evident(n, i, f.words, f.form->flags) &&
	    (cap || !(first ? names_says_small(n, end - 1) :
	                      names_beside_small(n, end - 1))))
		return NO_WORD;
	if (typed > 0)
		end = i + typed;
	else if (cap)
		end +=
		    first ? names_rest(n, end, f.hash) : more_surnames(n, end);
	if (f.form->flags & R_LAST && cap && names_belongs_before(n, i))
		from--;
	if (from == i && f.form->flags & R_LAST)
		from = names_particles(n, i);
	names_mask(n, from, end, SPAN_NAME, "name", names_who(f.form, f.hash));
	return end - i;
}
