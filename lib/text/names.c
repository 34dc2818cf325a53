#include <stdlib.h>

#include "base/mem.h"
#include "data/namecues.h"
#include "text/fold.h"
#include "text/names.h"
#include "text/names_parts.h"

/* Whether all words of both forms are small and everyday. */
bool
names_small_talk(const struct names *n, size_t i, size_t j)
{
	for (; i < j; i++)
		if (names_is_cap(&n->words.v[i]) ||
		    !names_is_everyday(&n->words.v[i]))
			return false;
	return true;
}

/* Whether all words but small ones begin with a capital. */
static bool
all_caps(const struct names *n, size_t i, size_t j)
{
	for (; i < j; i++)
		if (!names_is_cap(&n->words.v[i]) && n->words.v[i].letters > 3)
			return false;
	return true;
}

/* Whether "&" or "+" stands among words i..j-1. */
static bool
has_sign(const struct names *n, size_t i, size_t j)
{
	const struct word *v = n->words.v;
	size_t len = v[j - 1].start - v[i].end;

	return memchr(n->text.p + v[i].end, '&', len) != NULL ||
	       memchr(n->text.p + v[i].end, '+', len) != NULL;
}

/*
 * Whether an everyday word with a capital is a body there: "Shelter said", "I
 * work for Crisis", "at Mind".
 */
static bool
is_body_meant(const struct names *n, size_t i)
{
	static const char *const before[] = { "for",  "at",   "from", "with",
		                              "via",  "by",   "join", "ask",
		                              "told", "tell", NULL };
	static const char *const after[] = { "is",  "are",   "has", "we",
		                             "to",  "about", "but", "can",
		                             "who", "will",  NULL };
	const struct word *first = names_word_before(n, i);
	const struct word *next = names_word_after(n, i);

	if (names_says(n, i) ||
	    (n->words.v[i].shape & SHAPE_OWNS &&
	     lex_level(n->words.v[i].what) == CUE_PROPER) ||
	    (next != NULL && names_is_word(next, "told")))
		return true;
	return first != NULL && names_is_one_of(first, before) &&
	       (next == NULL || names_is_one_of(next, after)) && !n->titled;
}

/* An organisation by its name or a part of it: "Stroud Food Bank", "GWH". */
static bool
is_org_meant(const struct names *n, size_t i, const struct found *f)
{
	const struct word *w = &n->words.v[i];

	if (f->words > 1)
		return (!f->form->strict || names_is_cap(w)) &&
		       (!f->form->part ||
		        (!n->whole && all_caps(n, i, i + f->words))) &&
		       (!names_small_talk(n, i, i + f->words) ||
		        (f->form->words > 2 && !f->form->part) ||
		        has_sign(n, i, i + f->words));
	if (f->form->strict && f->form->part && !(w->shape & SHAPE_UPPER))
		return !n->whole && names_is_cap(w) && is_body_meant(n, i);
	if (f->form->strict && !(w->shape & SHAPE_UPPER) &&
	    !names_evident(n, i, 1, R_FIRST))
		return false;
	if (!names_is_cap(w) && lex_level(w->what) > 0)
		return false;
	return !f->form->part ||
	       (!n->whole && names_is_cap(w) && !names_is_spot(n, i));
}

/*
 * Whether one word for a role is part of another's, or of nobody's: "Project
 * Manager", "a parent knows", "their nurse said".
 */
static bool
is_other_role(const struct names *n, size_t i)
{
	static const char *const others[] = { "their", "his",   "her",  "your",
		                              "any",   "every", "each", "no",
		                              "some",  "my",    NULL };
	static const char *const one[] = { "a", "an", NULL };
	const struct word *before = names_word_before(n, i);
	const struct word *after = names_word_after(n, i);

	if (before == NULL)
		return false;
	if (names_is_one_of(before, others))
		return true;
	if (names_is_one_of(before, one))
		return after == NULL || n->text.p[after->end - 1] == 's';
	return names_is_cap(before) && lex_level(before->what) > 0 &&
	       !(before->what &
	         (R_NAME | CUE_THE | CUE_TITLE | CUE_SPOT | CUE_ORG)) &&
	       names_is_cap(&n->words.v[i]) &&
	       (before->letters > 5 || lex_level(before->what) > 1);
}

/* "Attendance officer is a thankless job": a capital for the sentence's sake,
 * and any such officer. */
static bool
is_any_such(const struct names *n, size_t i, size_t last)
{
	const struct word *is = names_word_after(n, last);
	const struct word *next = names_word_after(n, last + 1);

	return names_starts(n, i) && !names_is_cap(&n->words.v[last]) &&
	       is != NULL && next != NULL && names_is_word(is, "is") &&
	       (names_is_word(next, "a") || names_is_word(next, "an"));
}

/* A role of the roster: "Director of Public Health", "the vicar said". */
static bool
is_role_meant(const struct names *n, size_t i, const struct found *f)
{
	const struct word *before = names_word_before(n, i);
	const struct word *w = &n->words.v[i];
	bool one = before != NULL &&
	           (names_is_word(before, "a") || names_is_word(before, "an"));

	if (f->form->part) /* DPH, and MP where he speaks */
		return w->shape & SHAPE_UPPER &&
		       ((w->letters > 2 && !(w->what & CUE_ABBREV)) ||
		        names_role_speaks(n, i, i));
	if (f->words > 1 && names_is_cap(w) && !one &&
	    !names_small_talk(n, i, i + f->words) &&
	    !is_any_such(n, i, i + f->words - 1))
		return true;
	if (f->words >= 3 && before != NULL && before->what & CUE_THE && !one &&
	    roster_role(n->roster, f->hash) == 1)
		return true;
	return !(f->words == 1 && is_other_role(n, i)) &&
	       names_role_speaks(n, i, i + f->words - 1);
}

/* The end of "St Anne's [School]": words for bodies behind a part of a name. */
static size_t
end_of_org(const struct names *n, const struct found *f, size_t end)
{
	while (f->form->part && end < n->words.n && names_joined(n, end - 1) &&
	       !n->taken[end] && names_is_cap(&n->words.v[end]) &&
	       n->words.v[end].what & (CUE_ORG | CUE_SPOT) &&
	       !(n->words.v[end].what & R_NAME))
		end++;
	return end;
}

static size_t
try_thing(struct names *n, size_t i)
{
	struct found f = names_forms_at(n, i).thing;
	size_t end;
	bool role;

	if (f.words == 0)
		return NO_WORD;
	role = f.form->kind == FORM_ROLE;
	if (role ? !is_role_meant(n, i, &f) : !is_org_meant(n, i, &f))
		return NO_WORD;
	end = role ? i + f.words : end_of_org(n, &f, i + f.words);
	names_mask(n, i, end, role ? SPAN_ROLE : SPAN_ORG,
	           role ? "roster role" : "roster organisation", f.hash | 1);
	return end - i;
}

/*
 * A small word that is nothing by itself to the roster but, perhaps, somebody's
 * initials: only a longer form can begin with it.
 */
static bool
only_begins(const struct word *w)
{
	return words_is_small(w) &&
	       !(w->what & (LEX_ROSTER & ~(R_INITIALS | R_MULTI)));
}

static size_t
try_each(struct names *n, size_t i)
{
	enum needs { NOTHING, NAME, THING };
	static const struct
	try {
		size_t (*look)(struct names *, size_t);
		enum needs needs; /* of the roster's forms at word i */
	}
	tries[] = {
		{ try_thing, THING },
		{ names_try_full, NAME },
		{ names_try_initial, NOTHING },
		{ names_try_comma, NAME },
		{ names_try_near, NOTHING },
		{ names_try_single, NAME },
		{ names_try_initials, NOTHING },
	};
	size_t taken = NO_WORD;
	bool has[3] = { true };

	n->at_here = names_forms_at(n, i);
	n->here = i;
	has[NAME] = n->at_here.name.words > 0;
	has[THING] = n->at_here.thing.words > 0;
	if (only_begins(&n->words.v[i]) && n->at_here.name.words < 2 &&
	    !has[THING])
		return NO_WORD;
	for (size_t t = 0; t < sizeof(tries) / sizeof(*tries); t++)
		if (has[tries[t].needs] &&
		    (taken = tries[t].look(n, i)) != NO_WORD)
			break;
	return taken;
}

static size_t
try_all(struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];
	size_t taken = NO_WORD;

	if (w->what & CUE_TITLE)
		taken = names_try_title(n, i);
	if (taken != NO_WORD)
		return taken;
	if (w->what & LEX_ROSTER || w->shape & SHAPE_LONE || words_is_odd(w) ||
	    w->shape & SHAPE_UPPER ||
	    (names_is_cap(w) && lex_level(w->what) % 6 == 0) ||
	    (names_is_cap(w) && i + 1 < n->words.n && w[1].what & R_LAST))
		if ((taken = try_each(n, i)) != NO_WORD)
			return taken;
	return names_is_cap(w) &&
	               (lex_first(w->what) > 0 || lex_level(w->what) == 0 ||
	                w->end - w->start > w->letters) ?
	           names_try_stranger(n, i) :
	           NO_WORD;
}

void
names_find(struct names *n)
{
	const struct words *w = &n->words;

	n->taken = mem_grow(n->taken, &n->taken_cap, w->n + 1, 1);
	memset(n->taken, 0, w->n + 1);
	if (w->opening)
		names_take_placeholders(n);
	if (n->mode == NAMES_OFF && !(w->seen & (LEX_ROSTER | CUE_TITLE)) &&
	    !w->odd) {
		names_find_claims(n);
		names_find_numbered(n);
		return;
	}
	n->titled = names_is_titled(w);
	n->here = SIZE_MAX;
	if (w->foreign || w->lones > 2 || w->lines || w->star)
		names_find_split(n);
	for (size_t k = 0, next = 0; k < w->ntelling; k++) {
		size_t i = w->telling[k];

		if (i >= next && !n->taken[i] && !names_is_quiet(n, i))
			next = i + try_all(n, i);
	}
	n->here = SIZE_MAX;
	if (w->foreign)
		names_find_unspaced(n);
	if (w->foreign && n->roster->scripts.n > 0)
		names_find_scripts(n);
	if (n->spans->n > 0)
		names_stretch(n);
	names_find_claims(n);
	names_find_numbered(n);
	if (n->mode == NAMES_BALANCED || n->mode == NAMES_HIGH)
		names_find_tagged(n);
	if (w->seen & R_NAME && n->spans->n > 0)
		names_find_again(n);
	if (n->spans->n > 0)
		names_find_beside(n);
}

void
names_free(struct names *n)
{
	words_free(&n->words);
	buf_free(&n->scratch);
	free(n->taken);
	free(n->tags);
	memo_free(&n->slips);
	memo_free(&n->petted);
	tagger_free(&n->tagger);
}
