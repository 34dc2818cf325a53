#include <stdint.h>
#include <string.h>

#include "io/report_parts.h"

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

enum { WORDS = sizeof(words) / sizeof(*words) };

enum { LETTERS = 4 };

/*
 * Which words have a letter at one of the first places: for the low five bits
 * of the letter, which are the same in both cases, a bit for each word. Hardly
 * a byte of a text begins four letters that some word begins with.
 */
struct starts {
	uint32_t words[LETTERS][32];
};

_Static_assert(WORDS <= 32, "a bit for each word");

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static struct starts
find_starts(void)
{
	struct starts s = { { { 0 } } };

	for (size_t i = 0; i < WORDS; i++)
		for (size_t k = 0; k < LETTERS; k++)
			s.words[k][words[i][k] & 31] |= UINT32_C(1) << i;
	return s;
}

static bool
begins_with(struct slice text, const char *word)
{
	size_t k = 0;

	while (word[k] != '\0' && k < text.len && lower(text.p[k]) == word[k])
		k++;
	return word[k] == '\0';
}

static bool
has_words(struct slice text, const struct starts *s)
{
	for (size_t i = 0; i + LETTERS <= text.len; i++) {
		const char *p = text.p + i;
		unsigned may = s->words[0][p[0] & 31] & s->words[1][p[1] & 31];

		if (may == 0)
			continue;
		may &= s->words[2][p[2] & 31] & s->words[3][p[3] & 31];
		for (size_t k = 0; may >> k != 0; k++)
			if ((may >> k & 1) != 0 &&
			    begins_with((struct slice){ p, text.len - i },
			                words[k]))
				return true;
	}
	return false;
}

/* Whether some of that is in small letters: a heading in capitals is none. */
static bool
has_small(struct slice text)
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
	struct starts starts = find_starts();

	for (size_t i = 0; i < r->h->nnotes; i++) {
		const struct note *n = r->h->notes[i];

		if (has_words(n->text, &starts) && has_small(n->text) &&
		    report_covers(r, n->day)) {
			struct line *l =
			    report_push(r, &r->missing, sizeof(*l));

			*l = report_line(r, n);
		}
	}
}
