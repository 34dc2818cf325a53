/* First names and surnames together, initials and titles before surnames. */
#include <stdlib.h>

#include "base/mem.h"
#include "data/namecues.h"
#include "text/fold.h"
#include "text/names.h"
#include "text/names_parts.h"

/* Words between first name and surname: an initial, or with a capital. */
static size_t
skip_middle(const struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];

	return i + 1 < n->words.n && names_joined(n, i) &&
	       (w->shape & SHAPE_LONE || names_is_cap(w)) &&
	       !(w->shape & SHAPE_UNSPACED);
}

/* Whether the sentence that goes on at word j ends in a question mark. */
static bool
is_question(const struct names *n, size_t j)
{
	for (uint32_t p = n->words.v[j].end; p < n->text.len; p++)
		if (memchr(".!?\n", n->text.p[p], 4) != NULL)
			return n->text.p[p] == '?';
	return false;
}

/*
 * "It will power the pump", "we may day by day": one word and another, which
 * are no name where something goes before or only initials lie between.
 */
static bool
is_modal(const struct names *n, size_t i, size_t j)
{
	static const char *const modals[] = { "will", "may", "can", "do",
		                              "an",   "so",  "in",  "my",
		                              "to",   "no",  "the", NULL };
	const struct word *w = &n->words.v[i];
	const struct word *before = names_word_before(n, i);

	if (names_is_cap(w) || !names_is_one_of(w, modals))
		return false;
	if (names_starts(n, i))
		return is_question(n, j);
	return before != NULL && !(before->what & CUE_BEFORE) &&
	       !names_is_and(n, i - 1) && n->words.v[j].start == w->end + 1 &&
	       n->text.p[w->end] == ' ';
}

/* "Jane Smith", "jane m. smith", "Smith Jane", "Smith, Jane". */
size_t
names_try_full(struct names *n, size_t i)
{
	struct found a = names_at(n, i, R_FIRST | R_NICK | R_LAST);
	size_t j = i + a.words;

	if (a.words == 0 || j >= n->words.n)
		return NO_WORD;
	for (size_t middle = 0; middle <= 2; middle++) {
		struct found b = names_at(n, j, R_LAST | R_FIRST | R_NICK);
		bool comma = names_after(n, j - 1) == ',';
		int64_t person;

		if (b.words == 0 || !(names_joined(n, j - 1) || comma))
			goto next;
		person = comma ? -1 : roster_pair(n->roster, a.hash, b.hash);
		if (person < 0 && names_is_cap(&n->words.v[i]) &&
		    names_is_cap(&n->words.v[j]))
			person = roster_pair(n->roster, b.hash, a.hash);
		if (person < 0)
			goto next;
		if (names_small_talk(n, j, j + b.words) && is_modal(n, i, j) &&
		    !names_evident_small(n, i, j + b.words - i))
			return NO_WORD;
		names_mask(n, i, j + b.words, SPAN_NAME, "full name",
		           names_who_person(person, a.hash));
		return j + b.words - i;
	next:
		if (!names_joined(n, j - 1) || !skip_middle(n, j))
			return NO_WORD;
		j++;
	}
	return NO_WORD;
}

/* The initial before a surname: "J. Smith", "J M Smith", "JM Smith". */
size_t
names_try_initial(struct names *n, size_t i)
{
	const struct word *v = n->words.v;
	size_t j = i;
	struct found f;
	char letter;
	int64_t person;

	bool small = !names_is_cap(&v[i]);

	if (v[i].letters > 3 || !(v[i].shape & (SHAPE_LONE | SHAPE_UPPER)) ||
	    (small && n->text.p[v[i].end] != '.'))
		return NO_WORD;
	do {
		if (!names_joined(n, j))
			return NO_WORD;
		j++;
	} while (j < i + 3 && v[j].shape & SHAPE_LONE && names_is_cap(&v[j]));
	/* "A Ní Bhriain" */
	if (!small && names_is_cap(&v[j]) && names_joined(n, j) &&
	    names_is_one_of(&v[j], (const char *const[]){ "ni", "nic", NULL }))
		j++;
	f = names_at(n, j, R_LAST);
	if (f.words == 0 || (unsigned char)n->text.p[v[i].start] > 127)
		return NO_WORD;
	letter = (char)(n->text.p[v[i].start] | 32);
	person = roster_pair(n->roster, roster_initial(letter), f.hash);
	if (person < 0 &&
	    (small || v[i].shape & SHAPE_UPPER || v[i].what & CUE_THE ||
	     letter == 'i' || names_is_everyday(&v[j])))
		return NO_WORD;
	if (!small && !names_is_cap(&v[j]) && names_is_everyday(&v[j]))
		return NO_WORD;
	names_mask(n, i, j + f.words, SPAN_NAME, "initial and surname",
	           person < 0 ? f.hash | 1 : names_who_person(person, f.hash));
	return j + f.words - i;
}

/* "Smith, J." and "Smith J": the surname stands at i. */
size_t
names_try_comma(struct names *n, size_t i)
{
	struct found f = names_at(n, i, R_LAST);
	size_t j = i + f.words;
	const struct word *w = &n->words.v[j];
	struct span *s;

	if (f.words == 0 || j >= n->words.n || !names_is_cap(&n->words.v[i]) ||
	    !(w->shape & SHAPE_LONE) || !names_is_cap(w))
		return NO_WORD;
	if (names_after(n, j - 1) != ',' && !names_joined(n, j - 1))
		return NO_WORD;
	if (roster_pair(n->roster, w->hash, f.hash) < 0)
		return NO_WORD;
	names_mask(n, i, j + 1, SPAN_NAME, "surname and initial",
	           names_who(f.form, f.hash));
	s = &n->spans->v[n->spans->n - 1];
	s->end += s->end < n->text.len && n->text.p[s->end] == '.';
	return f.words + 1;
}

/* A word that may be the surname of anybody. */
static bool
is_name_like(const struct word *w)
{
	if (!names_is_cap(w) || w->letters < 2 || w->what & CUE_ABBREV ||
	    w->what & CUE_TITLE)
		return false;
	return !names_is_everyday(w) || w->what & R_NAME ||
	       (lex_last(w->what) >= 4 && lex_level(w->what) >= 3) ||
	       lex_first(w->what) >= 6;
}

/* "cllr wood", but not "nurse price". */
static bool
is_small_title(const struct word *title, const struct word *name)
{
	static const char *const titles[] = { "mr", "mrs",  "ms",  "mx",
		                              "dr", "prof", "rev", NULL };

	if (names_is_one_of(title, titles))
		return !names_is_cap(title) && name->what & R_NAME;
	return !names_is_cap(title) && name->what & (R_LAST | R_FIRST) &&
	       title->letters <= 4 &&
	       (lex_level(title->what) == 0 || lex_level(title->what) > 2);
}

/* "Cllr", where but one of the roster is: it would say who [name] is. */
static bool
title_tells(const struct names *n, uint64_t title, const struct form *name)
{
	return name != NULL && roster_role_word(n->roster, title) == 1 &&
	       roster_holds(n->roster, name->person, title);
}

/* "Mrs K said", "Dr. M." */
static size_t
titled_initial(struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i + 1];

	if (!(w->shape & SHAPE_LONE) || !names_is_cap(w) || n->taken[i + 1] ||
	    !names_is_cap(w - 1) || (unsigned char)n->text.p[w->start] > 127)
		return NO_WORD;
	names_mask(n, i + 1, i + 2, SPAN_NAME, "title and initial",
	           w->hash | 1);
	return 2;
}

/* After a title: a name of the roster, nearly one, or what looks like one. */
size_t
names_try_title(struct names *n, size_t i)
{
	const struct word *v = n->words.v;
	const struct form *name;
	size_t j = i + 1, end;

	if (!names_joined(n, i) || !(names_is_cap(&v[i]) || v[i].letters < 5))
		return NO_WORD;
	while (j < i + 3 && v[j].shape & SHAPE_LONE && names_joined(n, j))
		j++;
	end = j;
	if (v[end].what & CUE_PARTICLE && names_joined(n, end))
		end++;
	if (!(is_name_like(&v[end]) || is_small_title(&v[i], &v[end])) ||
	    n->taken[end])
		return titled_initial(n, i);
	end++;
	while (end < n->words.n && end < j + 4 && names_joined(n, end - 1) &&
	       !n->taken[end] &&
	       (is_name_like(&v[end]) ||
	        (v[end].what & CUE_PARTICLE && end + 1 < n->words.n &&
	         names_is_cap(&v[end + 1]))))
		end++;
	name = roster_form(n->roster, v[end - 1].hash);
	names_mask(n, title_tells(n, v[i].hash, name) ? i : i + 1, end,
	           SPAN_NAME, "title and name",
	           names_who(name, v[end - 1].hash));
	return end - i;
}
