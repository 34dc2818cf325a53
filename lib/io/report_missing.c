#include <stdint.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

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
	"not at the table",      "nobody from",
	"no one from",           "no-one from",
};

/* Behind these last three words stands, in the same sentence, one of these. */
enum { NOBODY = sizeof(words) / sizeof(*words) - 3 };
static const char *const whereabouts[] = {
	" here",    " present",      " in the room", " at the table",
	" invited", " at our table", " attended",    " took part",
	" came",    " turned up",    " joined",      " was there",
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
	char first[32], second[32]; /* the first two letters of words */
	size_t nfirst, nsecond;
};

_Static_assert(WORDS <= 32, "a bit for each word");

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static void
add_letter(char *letters, size_t *n, char c)
{
	if (memchr(letters, c, *n) == NULL)
		letters[(*n)++] = c;
}

static struct starts
find_starts(void)
{
	struct starts s = { .nfirst = 0 };

	for (size_t i = 0; i < WORDS; i++) {
		for (size_t k = 0; k < LETTERS; k++)
			s.words[k][words[i][k] & 31] |= UINT32_C(1) << i;
		add_letter(s.first, &s.nfirst, words[i][0]);
		add_letter(s.second, &s.nsecond, words[i][1]);
	}
	return s;
}

/* Whether a sentence says that nobody was there, from behind "nobody from". */
static bool
tells_of_nobody(struct slice text)
{
	size_t end = 0;

	while (end < text.len && memchr(".!?;", text.p[end], 4) == NULL)
		end++;
	for (size_t i = 0; i < sizeof(whereabouts) / sizeof(*whereabouts); i++)
		if (memmem(text.p, end, whereabouts[i], strlen(whereabouts[i])))
			return true;
	return false;
}

static bool
begins_with(struct slice text, const char *word)
{
	size_t k = 0;

	while (word[k] != '\0' && k < text.len && lower(text.p[k]) == word[k])
		k++;
	return word[k] == '\0';
}

/* Whether one of the words begins at p, behind which there are len bytes. */
static bool
begins_any(const char *p, size_t len, const struct starts *s)
{
	unsigned may;

	if (len < LETTERS)
		return false;
	may = s->words[0][p[0] & 31] & s->words[1][p[1] & 31] &
	      s->words[2][p[2] & 31] & s->words[3][p[3] & 31];
	for (size_t k = 0; may >> k != 0; k++)
		if ((may >> k & 1) != 0 &&
		    begins_with((struct slice){ p, len }, words[k]) &&
		    (k < NOBODY || tells_of_nobody((struct slice){ p, len })))
			return true;
	return false;
}

#ifdef __SSE2__
/* A byte of all ones for each that is one of n small letters, in any case. */
static __m128i
any_of(__m128i x, const char *letters, size_t n)
{
	__m128i is = _mm_setzero_si128();

	x = _mm_or_si128(x, _mm_set1_epi8(32));
	for (size_t i = 0; i < n; i++)
		is = _mm_or_si128(is,
		                  _mm_cmpeq_epi8(x, _mm_set1_epi8(letters[i])));
	return is;
}

/* Where in sixteen bytes a word may begin, by its first two letters. */
static unsigned
may_begin(const char *p, const struct starts *s)
{
	__m128i x = _mm_loadu_si128((const void *)p);
	__m128i y = _mm_loadu_si128((const void *)(p + 1));

	return (unsigned)_mm_movemask_epi8(_mm_and_si128(
	    any_of(x, s->first, s->nfirst), any_of(y, s->second, s->nsecond)));
}
#endif

static bool
has_words(struct slice text, const struct starts *s)
{
	size_t i = 0;

#ifdef __SSE2__
	/* A third of the time of looking at each byte. */
	for (; i + 17 <= text.len; i += 16)
		for (unsigned m = may_begin(text.p + i, s); m != 0;
		     m &= m - 1) {
			size_t at = i + (size_t)__builtin_ctz(m);

			if (begins_any(text.p + at, text.len - at, s))
				return true;
		}
#endif
	for (; i < text.len; i++)
		if (begins_any(text.p + i, text.len - i, s))
			return true;
	return false;
}

/* Whether some of that is in small letters: a heading in capitals is none. */
static bool
has_small(struct slice text)
{
	static const char *const parts[] = { "not ",       "issing",
		                             "nvited",     "bsent",
		                             "hould ",     "ere from",
		                             "obody from", "one from" };

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
