/* Names that a text holds once more: "Jane Price left. Price came back." */
#include "base/map.h"
#include "data/namecues.h"
#include "text/names.h"
#include "text/names_parts.h"

/* Whether a surname, this word, stands behind another name somewhere. */
static bool
was_whole(const struct names *n, uint64_t hash)
{
	for (size_t i = 1; i < n->words.n; i++)
		if (n->words.v[i].hash == hash && n->words.v[i].what & R_LAST &&
		    n->taken[i] == TAKEN_NAME &&
		    n->taken[i - 1] == TAKEN_NAME && names_joined(n, i - 1))
			return true;
	return false;
}

/* "came back", "went home", "left.": as people do, and no price or law. */
static bool
comes_or_goes(const struct names *n, size_t i)
{
	static const char *const moves[] = { "came", "went", "comes", "goes",
		                             "is",   "was",  NULL };
	static const char *const wheres[] = { "home",  "along", "outside",
		                              "quiet", "late",  "there",
		                              NULL };
	static const char *const deeds[] = {
		"arrived", "apologised", "apologized", "laughed",  "smiled",
		"nodded",  "shrugged",   "cried",      "spoke",    "phoned",
		"rang",    "emailed",    "objected",   "listened", "knows",
		"knew",    "remembers",  "talked",     "insisted", "resigned",
		"retired", "chaired",    NULL
	};
	const struct word *verb = names_word_after(n, i), *next;
	int32_t after;

	if (verb == NULL || names_is_cap(verb))
		return false;
	if (names_is_one_of(verb, deeds))
		return true;
	if (names_is_word(verb, "left")) {
		after = names_after(n, i + 1);
		return after == '.' || after == ',' || after == 0;
	}
	next = names_word_after(n, i + 1);
	if (next == NULL || !names_is_one_of(verb, moves))
		return false;
	if (names_is_word(next, "back") && names_is_word(verb, "came")) {
		after = names_after(n, i + 2);
		return after == '.' || after == ',' || after == 0;
	}
	return names_is_one_of(next, wheres) &&
	       !(names_is_word(next, "there") && names_word_after(n, i + 2));
}

/* Put the words that were found as names, by their hashes, in found. */
static void
find_names(const struct names *n, struct map *found)
{
	const struct word *v = n->words.v;

	for (size_t i = 0; i < n->words.n; i++)
		if (n->taken[i] && v[i].what & R_NAME && v[i].letters >= 3)
			map_add(found, (struct slice){ (const char *)&v[i].hash,
			                               sizeof(v[i].hash) });
}

/* What was found once in a text is found in all of it, with a capital. */
void
names_find_again(struct names *n)
{
	const struct words *w = &n->words;
	struct map found = MAP_INIT;
	bool known = false;

	for (size_t k = 0; k < w->ntelling; k++) {
		size_t j = w->telling[k];
		const struct word *v = &w->v[j];

		if (n->taken[j] || !(v->what & R_NAME) || !names_is_cap(v) ||
		    v->what & CUE_MONTH)
			continue;
		/* As a rule it does not come to this. */
		if (!known)
			find_names(n, &found);
		known = true;
		if (map_find(&found, (struct slice){ (const char *)&v->hash,
		                                     sizeof(v->hash) }) !=
		        MAP_NONE &&
		    !names_is_spot(n, j) &&
		    (!names_starts(n, j) ||
		     (comes_or_goes(n, j) && was_whole(n, v->hash))))
			names_mask(n, j, j + 1, SPAN_NAME, "again",
			           v->hash | 1);
	}
	map_free(&found);
}
