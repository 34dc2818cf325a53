#include <string.h>

#include "io/report_parts.h"

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool
has_words(struct slice text, const char *words)
{
	size_t len = strlen(words);

	for (size_t i = 0; i + len <= text.len; i++) {
		size_t k = 0;

		while (k < len && lower(text.p[i + k]) == words[k])
			k++;
		if (k == len)
			return true;
	}
	return false;
}

/* Whether a text may say who was missing: quick, and never wrongly no. */
static bool
may_say(struct slice text)
{
	static const char *const parts[] = { "not ",  "issing", "nvited",
		                             "bsent", "hould ", "ere from" };

	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		if (memmem(text.p, text.len, parts[i], strlen(parts[i])))
			return true;
	return false;
}

/* Notes that say who was missing from the room. */
void
report_missing(struct report *r)
{
	static const char *const words[] = {
		"not in the room",       "missing from the room",
		"missing voice",         "voices missing",
		"absent from the room",  "should have been here",
		"should be in the room", "who is missing",
		"who was missing",       "nobody here from",
		"no one here from",      "wasn't invited",
		"were not invited",      "weren't invited",
		"not represented here",  "not around the table",
		"not at the table",
	};

	for (size_t i = 0; i < r->h->nnotes; i++) {
		const struct note *n = r->h->notes[i];
		bool says = false, may = may_say(n->text);

		for (size_t k = 0; k < sizeof(words) / sizeof(*words) && may;
		     k++)
			says |= has_words(n->text, words[k]);
		if (says && report_covers(r, n->day)) {
			struct line *l =
			    report_push(r, &r->missing, sizeof(*l));

			*l = report_line(r, n);
		}
	}
}
