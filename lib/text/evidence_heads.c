/*
 * Whether a first name of the roster that heads a clause, and is a word as
 * well, is somebody whose remark, place or task follows: "Grace also:", "Rose
 * on climate: ...", "Mark, quietly, to me:", "Iris seconding".
 */
#include "data/namecues.h"
#include "text/fold.h"
#include "text/names.h"
#include "text/names_parts.h"

/* "also:", "on climate:", "at table 4:", "to me:": what a remark begins with.
 */
static bool
is_remarking(const struct names *n, size_t last)
{
	static const char *const also[] = { "also", "again", "too", NULL };
	static const char *const links[] = { "on", "about", "re", "at", NULL };
	const struct word *v = n->words.v;

	if (names_is_one_of(&v[last + 1], also))
		return names_after(n, last + 1) == ':';
	if (!names_is_one_of(&v[last + 1], links))
		return false;
	for (size_t j = last + 2; j < n->words.n && j < last + 6; j++) {
		int32_t after = names_after(n, j);

		if (!fold_is_letter(after))
			return after == ':' && !names_is_sigh(&v[last]);
	}
	return false;
}

/* ", quietly, to me", ", asked straight, said": set between commas. */
static bool
is_parted(const struct names *n, size_t last)
{
	const struct word *v = n->words.v;
	size_t j = last + 1;

	while (j < n->words.n && j < last + 5 &&
	       fold_is_letter(names_after(n, j)))
		j++;
	return j + 1 < n->words.n && names_after(n, j) == ',' &&
	       (v[j + 1].what & CUE_SAYS ||
	        (j == last + 1 && names_ends_in(n, &v[j], "ly")));
}

/* "seconding", "drafting it", "in the chair", "to compare", "counts them". */
static bool
is_at_work(const struct names *n, size_t last)
{
	static const char *const works[] = {
		"seconding", "drafting",  "deputising",   "writing",
		"typing",    "chairing",  "scribing",     "hosting",
		"bringing",  "checking",  "facilitating", "presenting",
		"reporting", "crying",    "laughing",     "nodding",
		"smiling",   "listening", "volunteering", "noting",
		NULL
	};
	static const char *const whom[] = { "me",  "us",  "him", "her",
		                            "all", "you", NULL };
	static const char *const them[] = { "them",     "him",       "us",
		                            "everyone", "everybody", NULL };
	const struct word *w = &n->words.v[last + 1];
	const struct word *next = names_word_after(n, last + 1);

	if (names_is_one_of(w, works))
		return true;
	/* "Dawn chair pro tem" */
	if (names_is_word(w, "chair") &&
	    (next == NULL || names_is_word(next, "pro")))
		return true;
	if (next == NULL)
		return false;
	if (names_is_word(w, "to"))
		return names_is_one_of(next, whom);
	if (names_is_word(w, "in"))
		return last + 3 < n->words.n && names_is_word(next, "the") &&
		       names_is_word(next + 1, "chair");
	return names_ends_in(n, w, "s") && !names_ends_in(n, w, "ss") &&
	       names_is_one_of(next, them);
}

bool
names_heads(const struct names *n, size_t last)
{
	if (last + 1 >= n->words.n || names_is_topic(&n->words.v[last]))
		return false;
	if (names_after(n, last) == ',')
		return is_parted(n, last);
	return names_word_after(n, last) != NULL &&
	       (is_remarking(n, last) || is_at_work(n, last));
}
