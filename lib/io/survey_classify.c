#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "io/survey.h"

enum {
	SAMPLE = 1000, /* rows looked at to tell closed questions from open */
	FEW = 6,       /* answers that are too few to tell by repetition */
};

/* What the answers in a column are like. */
struct answers {
	struct map values, pieces; /* distinct answers; the same, of lists */
	size_t n, words, longest, npieces;
	size_t coded; /* numbers, dates, addresses: one word, no letters... */
};

static size_t
count_words(struct slice s)
{
	size_t n = 0;
	bool in = false;

	for (size_t i = 0; i < s.len; i++) {
		bool space = isspace((unsigned char)s.p[i]) != 0;

		n += !space && !in;
		in = !space;
	}
	return n;
}

/* A number, a date, an address: something of one word that is no prose. */
static bool
is_coded(struct slice s)
{
	size_t digits = 0, letters = 0;

	for (size_t i = 0; i < s.len; i++) {
		digits += isdigit((unsigned char)s.p[i]) != 0;
		letters += isalpha((unsigned char)s.p[i]) != 0 ||
		           (unsigned char)s.p[i] >= 0x80;
	}
	if (digits > 0 && digits >= letters)
		return true;
	return memchr(s.p, ' ', s.len) == NULL &&
	       (memchr(s.p, '@', s.len) != NULL ||
	        slice_starts(s, SLICE("http")));
}

/* Choices joined into one answer: by ";" or ", " or " / ". */
static void
add_pieces(struct answers *a, struct slice s)
{
	size_t at = 0;

	for (size_t i = 0; i <= s.len; i++) {
		struct slice piece;

		if (i < s.len && s.p[i] != ';' && s.p[i] != ',' &&
		    s.p[i] != '/')
			continue;
		piece = slice_trim((struct slice){ s.p + at, i - at });
		at = i + 1;
		if (piece.len == 0)
			continue;
		a->npieces++;
		map_add(&a->pieces, piece);
	}
}

static void
add_answer(struct answers *a, struct slice s)
{
	size_t words;

	s = slice_trim(s);
	if (s.len == 0)
		return;
	words = count_words(s);
	a->n++;
	a->words += words;
	a->longest = words > a->longest ? words : a->longest;
	a->coded += is_coded(s);
	map_add(&a->values, s);
	add_pieces(a, s);
}

/* Words of a question that asks for more than a choice. */
static bool
asks_for_text(struct slice fold)
{
	static const char *const hints[] = {
		"why",
		"comment",
		"explain",
		"describe",
		"tell us",
		"anything",
		"suggest",
		"thoughts",
		"ideas",
		"feedback",
		"specify",
		"open-ended",
		"in your own words",
	};

	for (size_t i = 0; i < sizeof(hints) / sizeof(*hints); i++)
		if (memmem(fold.p, fold.len, hints[i], strlen(hints[i])) !=
		    NULL)
			return true;
	return false;
}

/* Whether the answers are free text; why says how that was seen. */
static bool
is_open(const struct answers *a, struct slice fold, const char **why)
{
	bool repeated = a->values.n * 2 <= a->n && a->n >= FEW;
	bool listed = a->pieces.n * 3 <= a->npieces && a->n >= FEW;

	if (a->n == 0) {
		*why = "no answers";
		return false;
	}
	if (a->coded * 2 > a->n) {
		*why = "numbers, dates or addresses";
		return false;
	}
	if (asks_for_text(fold) && a->words > a->n) {
		*why = "the question asks for words";
		return true;
	}
	if (repeated || (listed && a->words < 12 * a->n)) {
		*why = "few different answers: a closed question";
		return false;
	}
	*why = a->words >= 4 * a->n ? "different answers of several words" :
	                              "short answers: a closed question";
	return a->words >= 4 * a->n || a->longest >= 12;
}

/* A closed question that asks for a field: where, who. */
static int
asked_field(struct slice fold)
{
	static const struct {
		const char *phrase;
		int use;
	} phrases[] = {
		{ "which table", F_TABLE },
		{ "table number", F_TABLE },
		{ "your table", F_TABLE },
		{ "what table", F_TABLE },
		{ "which round", F_ROUND },
		{ "stakeholder group", F_GROUP },
		{ "which group", F_GROUP },
		{ "which sector", F_GROUP },
		{ "which of these groups", F_GROUP },
		{ "your name", F_SPEAKER },
		{ "your full name", F_SPEAKER },
		{ "your role", F_ROLE },
		{ "job title", F_ROLE },
		{ "your organisation", F_ORG },
		{ "your organization", F_ORG },
		{ "which organisation", F_ORG },
		{ "which organization", F_ORG },
	};

	for (size_t i = 0; i < sizeof(phrases) / sizeof(*phrases); i++)
		if (memmem(fold.p, fold.len, phrases[i].phrase,
		           strlen(phrases[i].phrase)) != NULL)
			return phrases[i].use;
	return COL_ATTR;
}

/* A closed question is kept among attrs, or is a field not yet taken. */
static void
settle_closed(struct columns *c, size_t i)
{
	int use = asked_field(c->v[i].fold);

	if (use == COL_ATTR || columns_find(c, use) != SIZE_MAX)
		return;
	c->v[i].use = use;
	c->v[i].why = "the question asks for it";
}

void
survey_classify(struct columns *c, struct rows *rows)
{
	struct answers *a = mem_zalloc(c->n + 1, sizeof(*a));
	const struct row *row;

	for (size_t r = 0; r < SAMPLE && (row = rows_peek(rows, r)); r++)
		for (size_t i = 0; i < c->n && i < row->n; i++)
			if (c->v[i].use == COL_ATTR)
				add_answer(&a[i], row->f[i]);
	for (size_t i = 0; i < c->n; i++) {
		if (c->v[i].use == F_TEXT) {
			c->v[i].use = COL_ANSWER;
		} else if (c->v[i].use == COL_ATTR &&
		           is_open(&a[i], c->v[i].fold, &c->v[i].why)) {
			c->v[i].use = COL_ANSWER;
		} else if (c->v[i].use == COL_ATTR)
			settle_closed(c, i);
		map_free(&a[i].values);
		map_free(&a[i].pieces);
	}
	free(a);
}

/* Whether a column's name is a question. */
static bool
is_question(const struct column *c)
{
	struct slice name = slice_trim(c->name);

	return asks_for_text(c->fold) ||
	       (count_words(name) > 2 && name.p[name.len - 1] == '?');
}

size_t
survey_guess(struct columns *c, struct rows *rows)
{
	size_t n = 0;

	for (size_t i = 0; i < c->n; i++) {
		if (c->v[i].use == COL_ATTR && !is_question(&c->v[i])) {
			settle_closed(c, i);
			if (c->v[i].use == COL_ATTR)
				c->v[i].use = COL_META;
		}
	}
	survey_classify(c, rows);
	for (size_t i = 0; i < c->n; i++)
		n += c->v[i].use == COL_ANSWER;
	return n;
}
