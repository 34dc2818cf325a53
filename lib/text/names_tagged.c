/* Names that only the tagger finds. */
#include <stdlib.h>

#include "base/mem.h"
#include "text/names.h"
#include "text/names_parts.h"

/*
 * How sure the tagger must be of a word, in TAGGER_UNIT: that it names a
 * person, or, in high mode, some other thing, that alone is an everyday word
 * or not; how much surer where it is in
 * small letters, unknown or in the dictionary, where a word of the dictionary
 * begins a sentence, and where it is an abbreviation; and how near to
 * the best tag that of a person must come to be preferred. SURE_HIGH is not
 * above SURE_BALANCED, so that high masks all that balanced does.
 */
enum {
	SURE_BALANCED = -136,
	SURE_HIGH = -192,
	SURE_THING = -58,
	SURE_LONE = 32,
	SURE_SMALL = 48,
	SURE_KNOWN = 96,
	SURE_START = 64,
	SURE_ABBREV = 96,
	NEARLY = 64,
};

/* What is masked, and as what: a product or a work may be a person's. */
static const enum span_kind kinds[TAGS] = {
	[TAG_PERSON] = SPAN_NAME,
	[TAG_ORG] = SPAN_ORG,
	[TAG_PLACE] = SPAN_PLACE,
	[TAG_OTHER] = SPAN_NAME,
};

/* "GP", "VCs": capitals that are short for something. */
static bool
is_abbreviation(const struct names *n, const struct word *w)
{
	const char *p = n->text.p + w->start;

	if (w->shape & SHAPE_UPPER)
		return w->letters <= 3;
	return w->letters >= 3 && w->letters <= 5 && p[1] >= 'A' &&
	       p[1] <= 'Z' && p[w->end - w->start - 1] == 's';
}

/* How much surer the tagger must be of word i: its letters speak against it. */
static int
doubt(const struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];
	unsigned level = lex_level(w->what);

	if (!names_is_cap(w))
		return level == 0 ? SURE_SMALL : SURE_KNOWN;
	if (is_abbreviation(n, w))
		return SURE_ABBREV;
	return level > 0 && lex_first(w->what) < 4 && names_starts(n, i) ?
	           SURE_START :
	           0;
}

/* The tag of word i, if that is sure enough. */
static unsigned char
tag_of(const struct names *n, size_t i, int sure)
{
	const struct tagged *t = &n->tagger.v[i];

	if (t->sure <= sure)
		return TAG_NONE;
	sure += doubt(n, i);
	if (t->person > sure && t->person + NEARLY > t->sure)
		return TAG_PERSON;
	return t->sure > sure ? t->tag : TAG_NONE;
}

/* A word that is a name in the tables and little else. */
static bool
is_listed(const struct word *w)
{
	return names_is_cap(w) && !(w->shape & (SHAPE_LONE | SHAPE_UPPER)) &&
	       lex_level(w->what) == 0 && lex_place(w->what) == 0 &&
	       (lex_first(w->what) >= 2 || lex_last(w->what) >= 3) &&
	       !(w->what & (CUE_MONTH | CUE_ABBREV | CUE_TITLE));
}

/* A first name and a surname by the tables: "Webb Jennings". */
static bool
is_pair(const struct names *n, size_t i)
{
	const struct word *a = &n->words.v[i], *b = a + 1;

	return i + 1 < n->words.n && names_is_cap(a) && names_is_cap(b) &&
	       !(a->shape & SHAPE_LONE) && !(b->shape & SHAPE_LONE) &&
	       lex_first(a->what) >= (names_is_everyday(a) ? 4 : 2) &&
	       (lex_last(b->what) > 0 || lex_level(b->what) == 0) &&
	       !(b->what & (CUE_SPOT | CUE_ORG | CUE_MONTH | CUE_THE)) &&
	       !(names_is_everyday(a) && names_is_everyday(b)) &&
	       names_joined(n, i);
}

/* A common surname before "said" or the like. */
static bool
is_speaker(const struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];

	return names_is_cap(w) && lex_last(w->what) >= 3 && names_says(n, i);
}

/*
 * Of a word that the tagger takes for some name, whether it may as well be a
 * person's: it is in no table, or in those of people's names.
 */
static bool
may_be_person(const struct word *w)
{
	bool unknown = lex_level(w->what) == 0 && lex_place(w->what) == 0;
	bool name = lex_first(w->what) >= 3 || lex_last(w->what) >= 3;

	return (names_is_cap(w) && unknown && !(w->shape & SHAPE_UPPER)) ||
	       (name && lex_place(w->what) < 2 && !names_is_everyday(w));
}

/* Take for people's names what the tables say is one. */
static void
tag_listed(struct names *n)
{
	for (size_t k = 0; k < n->words.ntelling; k++) {
		size_t i = n->words.telling[k];
		const struct word *w = &n->words.v[i];

		if (!names_is_cap(w) && n->tags[i] == TAG_NONE)
			continue;
		if (is_pair(n, i))
			n->tags[i] = n->tags[i + 1] = TAG_PERSON;
		else if (is_listed(w) || is_speaker(n, i) ||
		         (n->tags[i] != TAG_NONE && may_be_person(w)))
			n->tags[i] = TAG_PERSON;
	}
}

/* A capital word that no table knows, right beside a person's name. */
static bool
is_rest(const struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];

	return names_is_cap(w) && n->tags[i] != TAG_PERSON && !n->taken[i] &&
	       !(w->what &
	         (CUE_TITLE | CUE_SPOT | CUE_ORG | CUE_MONTH | CUE_ABBREV)) &&
	       (lex_level(w->what) == 0 || lex_last(w->what) >= 3) &&
	       lex_place(w->what) < 2;
}

/* People's names reach over particles and words that only they explain. */
static void
stretch(struct names *n)
{
	const struct word *v = n->words.v;

	for (size_t i = 0; i + 1 < n->words.n; i++) {
		if (n->tags[i] != TAG_PERSON || !names_joined(n, i))
			continue;
		if (is_rest(n, i + 1) && !(v[i + 1].shape & SHAPE_UPPER))
			n->tags[i + 1] = TAG_PERSON;
		if (v[i + 1].what & CUE_PARTICLE &&
		    !names_is_everyday(&v[i + 1]) && i + 2 < n->words.n &&
		    names_joined(n, i + 1) && names_is_cap(&v[i + 2]))
			n->tags[i + 1] = n->tags[i + 2] = TAG_PERSON;
	}
	for (size_t i = n->words.n; i-- > 1;)
		if (n->tags[i] == TAG_PERSON && names_joined(n, i - 1) &&
		    (v[i - 1].what & CUE_PARTICLE ?
		         !names_is_everyday(&v[i - 1]) :
		         is_rest(n, i - 1) && lex_level(v[i - 1].what) == 0))
			n->tags[i - 1] = TAG_PERSON;
}

/* An everyday word that is tagged alone: "Officer", "the Court". */
static bool
is_lone(const struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];

	return names_is_everyday(w) && lex_place(w->what) == 0 &&
	       (i == 0 || n->tags[i - 1] == TAG_NONE) &&
	       (i + 1 == n->words.n || n->tags[i + 1] == TAG_NONE);
}

/* Whether a tagged word is to be masked. */
static bool
is_wanted(const struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];

	/* "'ve" torn off its word is no name. */
	if (n->tags[i] == TAG_NONE || n->taken[i] ||
	    (w->letters <= 2 && !names_is_cap(w) && w->start > 0 &&
	     n->text.p[w->start - 1] == '\''))
		return false;
	if (n->tags[i] == TAG_PERSON)
		return true;
	return n->mode == NAMES_HIGH &&
	       n->tagger.v[i].sure > (is_lone(n, i) ? SURE_LONE : SURE_THING);
}

/* Whether words i..j-1 go on with a name that was found; then they are its. */
static bool
goes_on(struct names *n, size_t i, size_t j)
{
	struct spans *s = n->spans;
	size_t k = s->n;

	if (i == 0 || n->tags[i] != TAG_PERSON ||
	    n->taken[i - 1] != TAKEN_NAME || !names_joined(n, i - 1))
		return false;
	while (k > 0 && s->v[k - 1].end != n->words.v[i - 1].end)
		k--;
	if (k == 0)
		return false;
	s->v[k - 1].end = n->words.v[j - 1].end;
	memset(n->taken + i, TAKEN_NAME, j - i);
	return true;
}

/*
 * Ask the tagger of all words that may be tagged, but for those of which it
 * makes no difference what it says; take what it is sure of. Return how many.
 */
static size_t
tag_words(struct names *n)
{
	const struct words *w = &n->words;
	int sure = n->mode == NAMES_HIGH ? SURE_HIGH : SURE_BALANCED;
	size_t tagged = 0;

	tagger_begin(&n->tagger, w);
	for (size_t k = 0, next = 0; k < w->ntelling; k++) {
		size_t i = w->telling[k];

		if (i < next || !tagger_may(&w->v[i]))
			continue;
		next = tagger_row(w, i);
		if (next > i + 1 || n->thorough || n->mode == NAMES_HIGH ||
		    !names_is_moot(n, i))
			tagger_judge(&n->tagger, w, n->text, i, next);
	}
	n->tags = mem_grow(n->tags, &n->tags_cap, w->n + 1, 1);
	memset(n->tags, TAG_NONE, w->n + 1);
	for (size_t k = 0; k < w->ntelling; k++)
		n->tags[w->telling[k]] = tag_of(n, w->telling[k], sure);
	tag_listed(n);
	for (size_t k = 0; k < w->ntelling; k++)
		tagged += n->tags[w->telling[k]] != TAG_NONE;
	return tagged;
}

void
names_find_tagged(struct names *n)
{
	size_t count = n->words.n;

	if (tag_words(n) == 0)
		return;
	stretch(n);
	for (size_t i = 0, j; i < count; i = j) {
		j = i + 1;
		if (!is_wanted(n, i))
			continue;
		while (j < count && n->tags[j] == n->tags[i] &&
		       is_wanted(n, j) && names_joined(n, j - 1))
			j++;
		if (n->mode == NAMES_BALANCED && names_spared(n, i, j))
			continue;
		if (!goes_on(n, i, j))
			names_mask(n, i, j, kinds[n->tags[i]], "tagger",
			           n->words.v[j - 1].hash | 1);
	}
}
