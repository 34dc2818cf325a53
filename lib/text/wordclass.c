#include "text/wordclass.h"

#include <stdbool.h>
#include <string.h>

#include "data/wordclass.h"

static bool
ends(struct slice s, const char *suffix)
{
	size_t len = strlen(suffix);

	return s.len > len && memcmp(s.p + s.len - len, suffix, len) == 0;
}

/* The word of the line that starts at p. */
static struct slice
word_at(const char *p)
{
	const char *end = memchr(p, ' ', (size_t)(wordclass_text_end - p));

	return (struct slice){ p, (size_t)(end - p) };
}

/* The letter that the table has for a word, or 0. */
static char
find(struct slice word)
{
	const char *low = wordclass_text, *high = wordclass_text_end;

	while (low < high) {
		const char *line = low + (high - low) / 2;
		struct slice s;
		int c;

		while (line > low && line[-1] != '\n')
			line--;
		s = word_at(line);
		c = slice_cmp(word, s);
		if (c == 0)
			return s.p[s.len + 1];
		if (c < 0)
			high = line;
		else
			low = s.p + s.len + 3;
	}
	return 0;
}

/* Whether a word without its last n letters, and with more, is a verb. */
static bool
is_form(struct slice word, size_t n, const char *more)
{
	char stem[32];
	size_t len = word.len - n, add = strlen(more);

	if (word.len < n + 3 || len + add > sizeof(stem))
		return false;
	memcpy(stem, word.p, len);
	memcpy(stem + len, more, add);
	return find((struct slice){ stem, len + add }) == 'v';
}

enum word_class
word_class(struct slice folded)
{
	switch (find(folded)) {
	case 'v':
		return WORD_VERB;
	case 'a':
		return WORD_ADJECTIVE;
	case 'r':
		return WORD_ADVERB;
	}
	if (ends(folded, "ing"))
		return is_form(folded, 3, "") || is_form(folded, 3, "e") ?
		           WORD_GERUND :
		           WORD_NOUN;
	if (!ends(folded, "s"))
		return WORD_NOUN;
	if (is_form(folded, 1, "") ||
	    (ends(folded, "es") && is_form(folded, 2, "")) ||
	    (ends(folded, "ies") && is_form(folded, 3, "y")))
		return WORD_VERB;
	return WORD_NOUN;
}
