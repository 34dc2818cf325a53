/* What goes on with a name that was found: "[name]-Coal", "[name] O Sullivan".
 */
#include "data/namecues.h"
#include "text/fold.h"
#include "text/names.h"
#include "text/names_parts.h"

/* Whether a hyphen, and nothing else, joins word i to the next. */
static bool
is_hyphened(const struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];
	int32_t code;

	if (i + 1 >= n->words.n || w->shape & SHAPE_OWNS)
		return false;
	return w->end + fold_decode(n->text.p + w->end, n->text.p + n->text.len,
	                            &code) ==
	           w[1].start &&
	       fold_is_hyphen(code);
}

/* A word that may be half of a surname. */
static bool
is_half(const struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];

	return !n->taken[i] && (names_is_cap(w) || w->what & R_LAST) &&
	       !(w->shape & (SHAPE_UPPER | SHAPE_LONE)) &&
	       !(w->what & (CUE_ABBREV | CUE_THE));
}

/* "O", "Mc", "Ni": before the name of a clan. */
static bool
is_clan(const struct word *w)
{
	static const char *const heads[] = { "o",   "mc", "mac", "ni",
		                             "nic", "ui", NULL };

	return names_is_cap(w) && names_is_one_of(w, heads);
}

/* Whether a name with a capital may go on at word i. */
static bool
may_go_on(const struct names *n, size_t i)
{
	return i < n->words.n && names_joined(n, i - 1) && !n->taken[i] &&
	       names_is_cap(&n->words.v[i]) &&
	       !(n->words.v[i].shape & (SHAPE_LONE | SHAPE_UPPER));
}

/* Words behind word last, the name's first is i: "O Sullivan", "Das". */
static size_t
more(const struct names *n, size_t i, size_t last)
{
	const struct word *v = n->words.v;

	if (last > i && is_clan(&v[last]) && may_go_on(n, last + 1))
		return 1;
	if (last + 2 < n->words.n && names_joined(n, last) &&
	    is_clan(&v[last + 1]) && may_go_on(n, last + 2))
		return 2;
	return may_go_on(n, last + 1) && v[last + 1].what & CUE_PARTICLE &&
	       !names_is_everyday(&v[last + 1]);
}

size_t
names_word_at(const struct names *n, uint32_t start)
{
	size_t low = 0, high = n->words.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (n->words.v[mid].start < start)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* The letter of a handle: "marco-b", "siobhan.k", "rose_w". */
static bool
is_tail(const struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];

	return i < n->words.n && !n->taken[i] && w->shape & SHAPE_LONE &&
	       w[-1].end + 1 == w->start &&
	       memchr("-._", n->text.p[w->start - 1], 3) != NULL &&
	       names_is_cap(w) == names_is_cap(w - 1);
}

/*
 * Whether a first name stands before the surname at word i, of somebody whose
 * first name the list does not tell, or only by its letter.
 */
static bool
is_untold(const struct names *n, size_t i)
{
	const struct word *w = i > 0 ? &n->words.v[i - 1] : NULL;
	char letter;

	if (w == NULL || n->roster == NULL || n->taken[i - 1] ||
	    !(n->words.v[i].what & R_NAME) || !names_joined(n, i - 1) ||
	    !names_is_cap(w) || w->shape & (SHAPE_UPPER | SHAPE_LONE) ||
	    w->what & (CUE_TITLE | CUE_THE | CUE_ORG | CUE_MONTH) ||
	    lex_place(w->what) > 0 ||
	    (lex_level(w->what) > 0 && lex_level(w->what) < 7 &&
	     lex_first(w->what) < 2))
		return false;
	letter = (char)(n->text.p[w->start] | 32);
	return roster_pair(n->roster, roster_untold(letter), w[1].hash) >= 0 ||
	       roster_pair(n->roster, roster_untold(0), w[1].hash) >= 0;
}

/* Let a span over words i..last reach over what belongs to it. */
static void
stretch(struct names *n, struct span *s, size_t i, size_t last)
{
	size_t from = i, end = last + 1;

	while (from > 0 && is_hyphened(n, from - 1) && is_half(n, from - 1))
		from--;
	while (end < n->words.n && is_hyphened(n, end - 1) && is_half(n, end))
		end++;
	if (end == last + 1)
		end += is_tail(n, end) ? 1 : more(n, i, last);
	if (from == i && is_untold(n, i))
		from--;
	memset(n->taken + from, TAKEN_NAME, end - from);
	if (from < i)
		s->start = n->words.v[from].start;
	if (end > last + 1)
		s->end = n->words.v[end - 1].end;
}

void
names_stretch(struct names *n)
{
	const struct word *v = n->words.v;

	for (size_t k = 0; k < n->spans->n; k++) {
		struct span *s = &n->spans->v[k];
		size_t i = names_word_at(n, s->start), last = i;

		if (s->kind != SPAN_NAME)
			continue;
		while (last + 1 < n->words.n && v[last + 1].end <= s->end)
			last++;
		if (last < n->words.n)
			stretch(n, s, i, last);
	}
}
