#include "text/labelled.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* Bytes beyond ASCII are parts of words. */
static bool
is_part(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* The next word of s from *at on; empty at the end. */
static struct slice
next_word(struct slice s, size_t *at)
{
	size_t from;

	while (*at < s.len && !is_part(s.p[*at]))
		++*at;
	from = *at;
	while (*at < s.len && is_part(s.p[*at]))
		++*at;
	return (struct slice){ s.p + from, *at - from };
}

static bool
is_form(struct slice word, struct slice of)
{
	size_t stem = of.len > 4 ? of.len - of.len / 4 : of.len;

	if (word.len < stem || strncasecmp(word.p, of.p, stem) != 0)
		return false;
	return of.len > 4 || word.len == of.len ||
	       (word.len == of.len + 1 && (word.p[of.len] | 32) == 's');
}

bool
labelled_by(struct slice text, struct slice label)
{
	struct slice word, of;

	for (size_t at = 0; (of = next_word(label, &at)).len > 0;) {
		if (of.len < 3 || is_form(of, SLICE("and")) ||
		    is_form(of, SLICE("the")))
			continue;
		for (size_t i = 0; (word = next_word(text, &i)).len > 0;)
			if (is_form(word, of))
				return true;
	}
	return false;
}
