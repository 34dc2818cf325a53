/* Misspelt names. */
#include <stdlib.h>

#include "base/mem.h"
#include "data/namecues.h"
#include "text/fold.h"
#include "text/names.h"
#include "text/names_parts.h"

enum { SHORTEST = 4 }; /* letters of a name that a word may nearly be */

/* The folded letters of a word, borrowed until the next call. */
static struct slice
letters_of(struct names *n, size_t i)
{
	buf_reset(&n->scratch);
	words_fold(&n->scratch, n->text, &n->words.v[i]);
	return buf_view(&n->scratch);
}

/*
 * Whether a word may be nearly a name. As a rule each is looked at once: a
 * harvest says the same odd words again and again.
 */
static bool
may_be_slip(struct names *n, size_t i)
{
	const struct near *near = &n->roster->near;
	uint64_t hash = n->words.v[i].hash;
	bool may;

	if (!memo_has(&n->slips, hash, &may)) {
		struct slice letters = letters_of(n, i);

		may = near_find(near, letters, SHORTEST) != MAP_NONE ||
		      near_sound(near, letters) != MAP_NONE ||
		      near_far(near, letters) != MAP_NONE;
		memo_put(&n->slips, hash, may);
	}
	return may;
}

/* The same of pet names. */
static bool
may_be_pet(struct names *n, size_t i)
{
	const struct pets *pets = &n->roster->pets;
	uint64_t hash = n->words.v[i].hash;
	bool may;

	if (!memo_has(&n->petted, hash, &may)) {
		struct slice letters = letters_of(n, i);

		may = pets_find(pets, letters) != MAP_NONE ||
		      pets_find_bones(pets, letters) != MAP_NONE;
		memo_put(&n->petted, hash, may);
	}
	return may;
}

/*
 * "Annas bus is late": the hash of a first name of the list and an "s" without
 * its apostrophe, where something that one may have follows; or 0.
 */
static uint64_t
owner_of(struct names *n, size_t i)
{
	static const char *const verbs[] = { "are",  "were", "have",  "need",
		                             "will", "can",  "was",   "made",
		                             "who",  "that", "which", NULL };
	const struct word *w = &n->words.v[i], *thing;
	struct slice letters;
	const struct form *f;

	if (!names_is_cap(w) || w->letters < 5 || lex_level(w->what) != 6 ||
	    w->what & R_NAME || !names_starts(n, i) ||
	    !names_ends_in(n, w, "s") ||
	    (thing = names_word_after(n, i)) == NULL || names_is_cap(thing) ||
	    thing->what & (CUE_SAYS | CUE_BEFORE | CUE_DOES | CUE_THE) ||
	    thing->letters < 3 || names_is_one_of(thing, verbs))
		return 0;
	letters = letters_of(n, i);
	letters.len--;
	f = roster_form(n->roster, lexicon_hash(letters));
	return f != NULL && f->flags & (R_FIRST | R_NICK) ?
	           lexicon_hash(letters) :
	           0;
}

bool
names_is_unlike(struct names *n, size_t i)
{
	return !may_be_slip(n, i) && owner_of(n, i) == 0 &&
	       (!names_is_cap(&n->words.v[i]) || !may_be_pet(n, i));
}

/* The hash of the name that a word nearly is, or 0; least is SHORTEST or more.
 */
static uint64_t
near_name(struct names *n, size_t i, size_t least, uint32_t flags)
{
	const struct near *near = &n->roster->near;
	const struct word *w = &n->words.v[i];
	struct slice letters;
	size_t k;
	uint64_t hash;
	const struct form *f;

	if (!may_be_slip(n, i))
		return 0;
	letters = letters_of(n, i);
	k = near_find(near, letters, least);
	if (k == MAP_NONE)
		k = near_sound(near, letters);
	if (k == MAP_NONE && words_is_odd(w) && names_is_cap(w) &&
	    lex_place(w->what) == 0)
		k = near_far(near, letters);
	if (k == MAP_NONE)
		return 0;
	hash = lexicon_hash(map_key(&near->words, k));
	f = roster_form(n->roster, hash);
	return f != NULL && f->flags & flags ? hash : 0;
}

/* The hash of the name that a word is a pet name of, or 0. */
static uint64_t
pet_name(struct names *n, size_t i)
{
	const struct pets *pets = &n->roster->pets;
	const struct word *w = &n->words.v[i];
	struct slice letters;
	size_t k;

	if (!may_be_pet(n, i))
		return 0;
	letters = letters_of(n, i);
	k = pets_find(pets, letters);
	if (k == MAP_NONE && words_is_odd(w) && lex_place(w->what) == 0)
		k = pets_find_bones(pets, letters);
	return k == MAP_NONE ? 0 : lexicon_hash(map_key(&pets->names, k));
}

/* Whether a word by itself may be a misspelling of a name. */
static bool
may_be_near(const struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];

	if (w->what & (R_NAME | CUE_MONTH))
		return false;
	if (!names_is_cap(w))
		return words_is_odd(w) &&
		       (w->letters >= 6 ||
		        (names_starts(n, i) &&
		         (names_says(n, i) ||
		          names_does_something(n, i, true))));
	return lex_level(w->what) == 0 ||
	       (lex_level(w->what) > 5 && names_evident(n, i, 1, R_FIRST));
}

/* "Jane Smyth", "Jnae Smith": half of a full name is spelt right. */
static size_t
try_half(struct names *n, size_t i)
{
	const struct word *v = n->words.v;
	struct found f = names_at(n, i, R_FIRST | R_NICK);
	size_t j = i + f.words;

	while (f.words > 0 && j + 1 < n->words.n && names_joined(n, j - 1) &&
	       v[j].what & CUE_PARTICLE)
		j++;
	if (f.words > 0 && j < n->words.n && names_joined(n, j - 1) &&
	    (names_is_cap(&v[j]) || words_is_odd(&v[j])) && !n->taken[j] &&
	    v[j].letters >= 4 && near_name(n, j, 5, R_LAST) != 0) {
		names_mask(n, i, j + 1, SPAN_NAME, "near full name",
		           names_who(f.form, f.hash));
		return j + 1 - i;
	}
	if (!names_is_cap(&v[i]) || i + 1 >= n->words.n ||
	    !names_joined(n, i) || v[i].letters < 3 ||
	    (names_is_everyday(&v[i]) && v[i + 1].what & CUE_SPOT) ||
	    !names_is_cap(&v[i + 1]))
		return NO_WORD;
	f = names_at(n, i + 1, R_LAST);
	if (f.words == 0 || near_name(n, i, 4, R_FIRST | R_NICK) == 0)
		return NO_WORD;
	names_mask(n, i, i + 1 + f.words, SPAN_NAME, "near full name",
	           names_who(f.form, f.hash));
	return 1 + f.words;
}

/* A misspelt name, alone or beside one that is spelt right. */
size_t
names_try_near(struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];
	bool cap = names_is_cap(w), odd = cap && lex_level(w->what) == 0;
	size_t half = try_half(n, i), j;
	uint64_t hash;

	if (half != NO_WORD)
		return half;
	if ((hash = owner_of(n, i)) == 0) {
		if ((w->shape & SHAPE_UPPER && !names_starts(n, i)) ||
		    !may_be_near(n, i))
			return NO_WORD;
		hash = near_name(n, i, odd || !cap ? 4 : 5, R_NAME);
	}
	if (hash == 0 && odd && lex_place(w->what) < 2)
		hash = pet_name(n, i);
	if (hash == 0)
		return NO_WORD;
	j = i + 1 + (cap ? names_rest(n, i + 1, hash) : 0);
	names_mask(n, names_particles(n, i), j, SPAN_NAME, "near name",
	           names_who(roster_form(n->roster, hash), hash));
	return j - i;
}
