/* People of no list, by their first names. */
#include "data/namecues.h"
#include "text/fold.h"
#include "text/names.h"
#include "text/names_parts.h"

/* A word that may well be a surname behind a first name: "Baker", "Khan". */
static bool
is_surname(const struct names *n, size_t j)
{
	const struct word *w = &n->words.v[j];

	return j < n->words.n && names_is_cap(w) && !n->taken[j] &&
	       !(w->shape & (SHAPE_UPPER | SHAPE_LONE)) &&
	       !(w->what & (CUE_SPOT | CUE_ORG | CUE_MONTH | CUE_ABBREV |
	                    CUE_THE | CUE_SAYS | CUE_TITLE)) &&
	       lex_last(w->what) >= (names_is_everyday(w) ? 4 : 3);
}

/* Words from j on that are the surname of a first name: "van der Berg", "del
 * Carmen Lopez", "Miller-Jones". */
static size_t
surname(const struct names *n, size_t j)
{
	size_t end = j;

	while (end < n->words.n && end < j + 6 && names_joined(n, end - 1) &&
	       n->text.p[n->words.v[end].start - 1] != '\n') {
		const struct word *w = &n->words.v[end];
		bool hangs = n->text.p[w->start - 1] == '-';
		bool particle =
		    w->what & CUE_PARTICLE && end + 1 < n->words.n &&
		    (names_is_cap(&w[1]) || w[1].what & CUE_PARTICLE) &&
		    names_joined(n, end) && !n->taken[end];

		if (!particle && !is_surname(n, end) &&
		    !((hangs || (end > j && w[-1].what & CUE_PARTICLE)) &&
		      names_is_cap(w) && !n->taken[end]))
			break;
		end++;
	}
	while (end > j && n->words.v[end - 1].what & CUE_PARTICLE &&
	       !names_is_cap(&n->words.v[end - 1]))
		end--;
	return end - j;
}

bool
names_is_saint(const struct word *w)
{
	static const char *const saints[] = { "santa", "san", "santo",  "sao",
		                              "saint", "st",  "sainte", NULL };

	return names_is_one_of(w, saints);
}

/* A common first name and a surname: "Deborah Baker", "Maria del Carmen". */
static size_t
full_name(const struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];
	const struct word *before = names_word_before(n, i), *after;
	size_t more;

	if (n->titled ||
	    lex_first(w->what) < (lex_level(w->what) == 0 ? 4 : 5) ||
	    lex_place(w->what) >= 2 || w->shape & (SHAPE_UPPER | SHAPE_LONE) ||
	    w->what & (CUE_MONTH | CUE_ABBREV | CUE_TITLE | CUE_SPOT) ||
	    (names_is_everyday(w) &&
	     (lex_first(w->what) < 6 || lex_level(w->what) < 3)) ||
	    (before != NULL && before->what & CUE_THE))
		return 0;
	more = surname(n, i + 1);
	after = more == 0 ? NULL : names_word_after(n, i + more);
	return after != NULL && after->what & (CUE_SPOT | CUE_ORG) ? 0 : more;
}

/* A first name of nobody on the roster, clearly used as one. */
size_t
names_try_stranger(struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];
	size_t end = i + 1, pair;

	if (n->mode == NAMES_OFF || w->what & R_NAME || names_is_saint(w))
		return NO_WORD;
	end += full_name(n, i);
	if (end == i + 1 && (pair = names_unknown_pair(n, i)) > 0)
		end = i + pair;
	if (end == i + 1) {
		if (!names_evident_stranger(n, i) &&
		    !names_unknown_person(n, i))
			return NO_WORD;
		end += names_rest(n, end, w->hash);
	}
	names_mask(n, names_belongs_before(n, i) ? i - 1 : i, end, SPAN_NAME,
	           "name of a stranger", w->hash | 1);
	return end - i;
}
