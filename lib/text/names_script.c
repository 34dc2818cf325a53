/* Names of the list in Cyrillic or Arabic letters, in any case. */
#include "text/names.h"
#include "text/names_parts.h"
#include "text/script.h"

/* Whose name the bones of a Cyrillic word are, an ending set aside. */
static int64_t
cyrillic_person(const struct names *n, const char *bones, size_t len)
{
	int64_t person = -1;

	for (size_t stem = len; stem >= 3 && person < 0; stem--)
		if (script_is_ending(bones + stem, len - stem))
			person = roster_script(n->roster, SCRIPT_CYRILLIC,
			                       bones, stem, len == stem);
	return person;
}

/* Whose name an Arabic word is, and, for, with and the left off. */
static int64_t
arabic_person(const struct names *n, struct slice word)
{
	static const char *const prefixes[] = { "\xd9\x88", "\xd9\x81",
		                                "\xd8\xa8", "\xd9\x84",
		                                "\xd9\x83", "\xd8\xa7\xd9\x84",
		                                NULL };
	char bones[SCRIPT_LONGEST];

	for (int tries = 0; tries < 3; tries++) {
		size_t len = script_bones(word, SCRIPT_ARABIC, bones), k = 0;
		int64_t person = len < 3 ?
		                     -1 :
		                     roster_script(n->roster, SCRIPT_ARABIC,
		                                   bones, len, true);

		if (person >= 0)
			return person;
		while (prefixes[k] != NULL &&
		       !slice_starts(word, slice_of(prefixes[k])))
			k++;
		if (prefixes[k] == NULL)
			break;
		word.p += strlen(prefixes[k]);
		word.len -= strlen(prefixes[k]);
	}
	return -1;
}

void
names_find_scripts(struct names *n)
{
	for (size_t k = 0; k < n->words.ntelling; k++) {
		size_t i = n->words.telling[k], len;
		char bones[SCRIPT_LONGEST];
		struct slice word;
		int64_t person = -1;

		if (n->taken[i] || !(n->words.v[i].shape & SHAPE_FOREIGN))
			continue;
		word.p = n->text.p + n->words.v[i].start;
		word.len = n->words.v[i].end - n->words.v[i].start;
		if (script_of(word) == SCRIPT_CYRILLIC &&
		    (len = script_bones(word, SCRIPT_CYRILLIC, bones)) >= 3)
			person = cyrillic_person(n, bones, len);
		else if (script_of(word) == SCRIPT_ARABIC)
			person = arabic_person(n, word);
		if (person >= 0)
			names_mask(
			    n, i, i + 1, SPAN_NAME, "name, in its script",
			    names_who_person(person, n->words.v[i].hash));
	}
}
