#include <stdlib.h>

#include "base/mem.h"
#include "data/namecues.h"
#include "text/fold.h"
#include "text/names.h"

/* A form of the roster that stands at a word. */
struct found {
	const struct form *form;
	uint64_t hash;
	size_t words;
};

enum { NO_WORD = 0 };

void
names_mask(struct names *n, size_t i, size_t j, enum span_kind kind,
           const char *rule, uint64_t who)
{
	const struct word *v = n->words.v;

	memset(n->taken + i, kind == SPAN_NAME ? TAKEN_NAME : TAKEN_THING,
	       j - i);
	spans_add(n->spans, (struct span){ .start = v[i].start,
	                                   .end = v[j - 1].end,
	                                   .who = who,
	                                   .rule = rule,
	                                   .kind = (uint8_t)kind });
}

/* One number for a person, or for a form that several share. */
static uint64_t
who_is(const struct form *form, uint64_t hash)
{
	if (form == NULL || form->person == ROSTER_MANY)
		return hash | 1;
	return ((uint64_t)form->person + 1) << 1;
}

static uint64_t
who_is_person(int64_t person, uint64_t hash)
{
	struct form form = { .person = (uint32_t)person };

	return who_is(&form, hash);
}

/* The longest form of names (or of things) at word i; words 0 if none. */
static struct found
form_at(const struct names *n, size_t i, bool name)
{
	const struct word *v = n->words.v;
	struct found best = { NULL, 0, 0 };
	uint64_t hash = 0;

	if (i >= n->words.n || !(v[i].what & LEX_ROSTER))
		return best;
	for (size_t len = 1; len <= FORM_WORDS && i + len <= n->words.n;
	     len++) {
		const struct form *f;

		hash = roster_join(hash, v[i + len - 1].hash);
		f = roster_form(n->roster, hash);
		if (f != NULL && f->words == len &&
		    (f->kind == FORM_NAME) == name)
			best = (struct found){ f, hash, len };
		if (!(v[i].what & R_MULTI) || !names_joined(n, i + len - 1))
			break;
	}
	return best;
}

static struct found
name_at(const struct names *n, size_t i, uint32_t flags)
{
	struct found f = form_at(n, i, true);

	if (f.words == 0 || !(f.form->flags & flags))
		return (struct found){ NULL, 0, 0 };
	return f;
}

/* Whether all words of both forms are small and everyday. */
static bool
is_small_talk(const struct names *n, size_t i, size_t j)
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

/* "Director of Public Health", "Stroud Food Bank", "GWH". */
static size_t
try_thing(struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];
	struct found f = form_at(n, i, false);
	bool role;

	if (f.words == 0)
		return NO_WORD;
	role = f.form->kind == FORM_ROLE;
	if (f.words == 1 && f.form->strict &&
	    !(w->shape & SHAPE_UPPER || names_evident(n, i, 1, R_FIRST)))
		return NO_WORD;
	if (f.words == 1 && !names_is_cap(w) && lex_level(w->what) > 0)
		return NO_WORD;
	if (f.words > 1 &&
	    ((f.form->strict && !names_is_cap(w)) ||
	     (f.form->part && (n->whole || !all_caps(n, i, i + f.words))) ||
	     is_small_talk(n, i, i + f.words)))
		return NO_WORD;
	if (f.words == 1 && f.form->part && (n->whole || !names_is_cap(w)))
		return NO_WORD;
	names_mask(n, i, i + f.words, role ? SPAN_ROLE : SPAN_ORG,
	           role ? "roster role" : "roster organisation", f.hash | 1);
	return f.words;
}

/* Words between first name and surname: an initial, or with a capital. */
static size_t
skip_middle(const struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];

	return i + 1 < n->words.n && names_joined(n, i) &&
	       (w->shape & SHAPE_LONE || names_is_cap(w));
}

/* "Jane Smith", "jane m. smith", "Smith Jane", "Smith, Jane". */
static size_t
try_full(struct names *n, size_t i)
{
	struct found a = name_at(n, i, R_FIRST | R_NICK | R_LAST);
	size_t j = i + a.words;

	if (a.words == 0 || j >= n->words.n)
		return NO_WORD;
	for (size_t middle = 0; middle <= 2; middle++) {
		struct found b = name_at(n, j, R_LAST | R_FIRST | R_NICK);
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
		if (!names_is_cap(&n->words.v[i]) &&
		    (n->words.v[i].letters < 4 ||
		     names_is_everyday(&n->words.v[i])) &&
		    is_small_talk(n, j, j + b.words) &&
		    !names_evident_small(n, i, j + b.words - i))
			return NO_WORD;
		names_mask(n, i, j + b.words, SPAN_NAME, "full name",
		           who_is_person(person, a.hash));
		return j + b.words - i;
	next:
		if (!names_joined(n, j - 1) || !skip_middle(n, j))
			return NO_WORD;
		j++;
	}
	return NO_WORD;
}

/* The initial before a surname: "J. Smith", "J M Smith", "JM Smith". */
static size_t
try_initial(struct names *n, size_t i)
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
	f = name_at(n, j, R_LAST);
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
	           person < 0 ? f.hash | 1 : who_is_person(person, f.hash));
	return j + f.words - i;
}

/* "Smith, J." and "Smith J": the surname stands at i. */
static size_t
try_comma(struct names *n, size_t i)
{
	struct found f = name_at(n, i, R_LAST);
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
	           who_is(f.form, f.hash));
	s = &n->spans->v[n->spans->n - 1];
	s->end += s->end < n->text.len && n->text.p[s->end] == '.';
	return f.words + 1;
}

static bool
is_letter(const struct word *w, char letter)
{
	return w->hash == roster_initial(letter);
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

/* After a title: a name of the roster, nearly one, or what looks like one. */
static size_t
try_title(struct names *n, size_t i)
{
	const struct word *v = n->words.v;
	size_t j = i + 1, end;

	if (!names_joined(n, i) || !(names_is_cap(&v[i]) || v[i].letters < 5))
		return NO_WORD;
	while (j < i + 3 && v[j].shape & SHAPE_LONE && names_joined(n, j))
		j++;
	end = j;
	if (v[end].what & CUE_PARTICLE && names_joined(n, end))
		end++;
	if (!is_name_like(&v[end]) || n->taken[end])
		return NO_WORD;
	end++;
	while (end < n->words.n && end < j + 4 && names_joined(n, end - 1) &&
	       !n->taken[end] &&
	       (is_name_like(&v[end]) ||
	        (v[end].what & CUE_PARTICLE && end + 1 < n->words.n &&
	         names_is_cap(&v[end + 1]))))
		end++;
	names_mask(
	    n, i + 1, end, SPAN_NAME, "title and name",
	    who_is(roster_form(n->roster, v[end - 1].hash), v[end - 1].hash));
	return end - i;
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
	return lex_level(w->what) == 0 && lex_place(w->what) == 0 &&
	       n->words.v[j - 1].end + 1 == w->start;
}

/* Initials of a surname behind a first name: "Helen B", "June w.", "Alex vdH"
 */
static size_t
initial_after(const struct names *n, size_t j, uint64_t first)
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
		return roster_pair(n->roster, first, w->hash) >= 0 &&
		       lex_level(w->what) == 0;
	if (is_letter(w, 'i') || is_letter(w, 'a'))
		return dot && roster_pair(n->roster, first, w->hash) >= 0;
	return roster_pair(n->roster, first, w->hash) >= 0 ||
	       (names_is_cap(w) && w[-1].end + 1 == w->start &&
	        !names_is_everyday(w - 1) && lex_first(w[-1].what) > 0);
}

/* The words behind a first name that belong to it. */
static size_t
rest_of_name(const struct names *n, size_t j, uint64_t first)
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

/* A name by itself. */
static size_t
try_single(struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];
	struct found f = name_at(n, i, R_NAME);
	size_t from = i, end = i + f.words;
	bool sure;

	if (f.words == 0)
		return NO_WORD;
	sure = f.words > 1 || !names_is_everyday(w);
	if (sure && f.words == 1 && !names_is_cap(w) &&
	    (lex_level(w->what) > 0 || w->letters < 3 ||
	     w->what & CUE_PARTICLE))
		sure = false;
	if (sure && ((w->letters < 3 && w->shape & SHAPE_UPPER) ||
	             (w->letters < 4 && !names_is_cap(w) && f.words == 1)))
		sure = false;
	if (sure && !(f.form->flags & (R_FIRST | R_NICK)) &&
	    names_is_spot(n, end - 1))
		return NO_WORD;
	if (sure && f.words > 1 && is_small_talk(n, i, end))
		sure = false;
	if (names_is_cap(w) && f.form->flags & (R_FIRST | R_NICK) &&
	    initial_after(n, end, f.hash))
		sure = true;
	if (!sure && !names_evident(n, i, f.words, f.form->flags) &&
	    (names_is_cap(w) || !(f.form->flags & (R_FIRST | R_NICK)) ||
	     !names_says_small(n, end - 1)))
		return NO_WORD;
	if (names_is_cap(w) && f.form->flags & (R_FIRST | R_NICK))
		end += rest_of_name(n, end, f.hash);
	else if (names_is_cap(w))
		end += more_surnames(n, end);
	if (i > 0 && f.form->flags & R_LAST && names_is_cap(w) &&
	    names_is_cap(w - 1) && !n->taken[i - 1] && names_joined(n, i - 1) &&
	    lex_first(w[-1].what) >= 3 && !names_is_everyday(w - 1) &&
	    !(w[-1].what & CUE_TITLE))
		from--;
	names_mask(n, from, end, SPAN_NAME, "name", who_is(f.form, f.hash));
	return end - i;
}

/* The folded letters of a word, borrowed until the next call. */
static struct slice
letters_of(struct names *n, size_t i)
{
	buf_reset(&n->scratch);
	words_fold(&n->scratch, n->text, &n->words.v[i]);
	return buf_view(&n->scratch);
}

/* The hash of the name that a word nearly is, or 0. */
static uint64_t
near_name(struct names *n, size_t i, size_t least, uint32_t flags)
{
	const struct near *near = &n->roster->near;
	struct slice letters = letters_of(n, i);
	size_t k = near_find(near, letters, least);
	uint64_t hash;
	const struct form *f;

	if (k == MAP_NONE)
		k = near_sound(near, letters);
	if (k == MAP_NONE)
		return 0;
	hash = lexicon_hash(map_key(&near->words, k));
	f = roster_form(n->roster, hash);
	return f != NULL && f->flags & flags ? hash : 0;
}

/* Whether a word by itself may be a misspelling of a name. */
static bool
may_be_near(const struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];

	if (w->what & (R_NAME | CUE_MONTH))
		return false;
	if (!names_is_cap(w))
		return words_is_odd(w) && w->letters >= 6;
	return lex_level(w->what) == 0 ||
	       (lex_level(w->what) > 5 && names_evident(n, i, 1, R_FIRST));
}

/* A misspelt name, alone or beside one that is spelt right. */
static size_t
try_near(struct names *n, size_t i)
{
	const struct word *v = n->words.v;
	bool cap = names_is_cap(&v[i]);
	struct found f = name_at(n, i, R_FIRST | R_NICK);
	size_t j = i + f.words;
	uint64_t hash;

	if (f.words > 0 && j < n->words.n && names_joined(n, j - 1) &&
	    (names_is_cap(&v[j]) || words_is_odd(&v[j])) && !n->taken[j] &&
	    v[j].letters >= 4 && (hash = near_name(n, j, 5, R_LAST)) != 0) {
		names_mask(n, i, j + 1, SPAN_NAME, "near full name",
		           who_is(f.form, f.hash));
		return j + 1 - i;
	}
	if (cap && i + 1 < n->words.n && names_joined(n, i) &&
	    v[i].letters >= 3 && (f = name_at(n, i + 1, R_LAST)).words > 0 &&
	    names_is_cap(&v[i + 1]) &&
	    (hash = near_name(n, i, 4, R_FIRST | R_NICK)) != 0) {
		names_mask(n, i, i + 1 + f.words, SPAN_NAME, "near full name",
		           who_is(f.form, f.hash));
		return 1 + f.words;
	}
	if ((v[i].shape & SHAPE_UPPER && !names_starts(n, i)) ||
	    !may_be_near(n, i) ||
	    (hash = near_name(n, i, cap && lex_level(v[i].what) == 0 ? 4 : 5,
	                      R_NAME)) == 0)
		return NO_WORD;
	j = i + 1 + (cap ? rest_of_name(n, i + 1, hash) : 0);
	names_mask(n, i, j, SPAN_NAME, "near name",
	           who_is(roster_form(n->roster, hash), hash));
	return j - i;
}

/* Initials of the roster at word i, dots and hyphens between; how many words.
 */
static struct found
initials_at(const struct names *n, size_t i)
{
	const struct word *v = n->words.v;
	struct found f = name_at(n, i, R_INITIALS);
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
static size_t
try_initials(struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];
	struct found f = initials_at(n, i);
	bool plain = lex_level(w->what) > 0 && lex_level(w->what) <= 2;

	if (f.words == 0 || w->what & CUE_ABBREV ||
	    (plain && f.words == 1 && i > 0) ||
	    !initials_meant(n, i, i + f.words - 1))
		return NO_WORD;
	names_mask(n, i, i + f.words, SPAN_NAME, "initials",
	           who_is(f.form, f.hash));
	return f.words;
}

/* A first name of nobody on the roster, clearly used as one. */
static size_t
try_stranger(struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];
	size_t end = i + 1;

	if (n->mode == NAMES_OFF || w->what & R_NAME ||
	    !names_evident_stranger(n, i))
		return NO_WORD;
	end += rest_of_name(n, end, w->hash);
	names_mask(n, i, end, SPAN_NAME, "name of a stranger", w->hash | 1);
	return end - i;
}

static size_t
try_all(struct names *n, size_t i)
{
	static size_t (*const tries[])(struct names *, size_t) = {
		try_thing, try_full,   try_initial,  try_comma,
		try_near,  try_single, try_initials,
	};
	const struct word *w = &n->words.v[i];
	size_t taken = NO_WORD;

	if (w->what & CUE_TITLE)
		taken = try_title(n, i);
	if (taken != NO_WORD)
		return taken;
	if (w->what & LEX_ROSTER || w->shape & SHAPE_LONE || words_is_odd(w) ||
	    w->shape & SHAPE_UPPER ||
	    (names_is_cap(w) && lex_level(w->what) == 0) ||
	    (names_is_cap(w) && i + 1 < n->words.n && w[1].what & R_LAST))
		for (size_t t = 0; t < sizeof(tries) / sizeof(*tries); t++)
			if ((taken = tries[t](n, i)) != NO_WORD)
				return taken;
	return names_is_cap(w) && lex_first(w->what) > 0 ? try_stranger(n, i) :
	                                                   NO_WORD;
}

/* What was found once in a text is found in all of it, with a capital. */
static void
find_again(struct names *n, const unsigned char *first)
{
	const struct word *v = n->words.v;

	for (size_t i = 0; i < n->words.n; i++) {
		if (!first[i] || !(v[i].what & R_NAME) || v[i].letters < 3)
			continue;
		for (size_t j = 0; j < n->words.n; j++)
			if (!n->taken[j] && v[j].hash == v[i].hash &&
			    names_is_cap(&v[j]) && !names_starts(n, j) &&
			    !(v[j].what & CUE_MONTH))
				names_mask(n, j, j + 1, SPAN_NAME, "again",
				           v[j].hash | 1);
	}
}

/* Set which words must not be looked at: those of placeholders. */
static void
take_placeholders(struct names *n)
{
	const char *at = memchr(n->text.p, '[', n->text.len);

	while (at != NULL) {
		size_t from = (size_t)(at - n->text.p);
		size_t end = span_placeholder(n->text, from);

		for (size_t i = 0; end > 0 && i < n->words.n; i++)
			if (n->words.v[i].start >= from &&
			    n->words.v[i].end <= end)
				n->taken[i] = TAKEN_PLACEHOLDER;
		at = memchr(at + 1, '[', n->text.len - from - 1);
	}
}

static bool
is_titled(const struct words *w)
{
	size_t caps = 0, all = 0;

	for (size_t i = 0; i < w->n; i++) {
		if (w->v[i].letters < 4)
			continue;
		all++;
		caps += names_is_cap(&w->v[i]);
	}
	return all >= 4 && caps * 10 >= all * 7;
}

void
names_find(struct names *n)
{
	const struct words *w = &n->words;

	n->taken = mem_grow(n->taken, &n->taken_cap, w->n + 1, 1);
	memset(n->taken, 0, w->n + 1);
	take_placeholders(n);
	if (n->mode == NAMES_OFF && !(w->seen & (LEX_ROSTER | CUE_TITLE)) &&
	    !w->odd)
		return;
	n->lines = memchr(n->text.p, '\n', n->text.len) != NULL ||
	           memchr(n->text.p, '\t', n->text.len) != NULL;
	n->titled = is_titled(w);
	if (w->foreign || w->lones > 2 || n->lines)
		names_find_split(n);
	for (size_t i = 0; i < w->n;) {
		size_t taken = n->taken[i] ? NO_WORD : try_all(n, i);

		i += taken == NO_WORD ? 1 : taken;
	}
	if (n->mode == NAMES_BALANCED || n->mode == NAMES_HIGH)
		names_find_tagged(n);
	if (w->seen & R_NAME && n->spans->n > 0) {
		unsigned char *first = mem_dup(n->taken, w->n);

		find_again(n, first);
		free(first);
	}
}

void
names_free(struct names *n)
{
	words_free(&n->words);
	buf_free(&n->scratch);
	free(n->taken);
	free(n->tags);
	tagger_free(&n->tagger);
}
