/*
 * What stands beside somebody's name and says who it is: "[name] (DASS)",
 * "[name], head of planning,", "[name] from Finance", "[name] - CEO:".
 */
#include "text/names_beside.h"
#include "data/namecues.h"
#include "text/fold.h"
#include "text/names.h"
#include "text/names_parts.h"

enum { LONGEST = 5 };

static bool
mask(const struct beside *b, int kind)
{
	if (kind == NOBODY)
		return false;
	names_mask(b->n, b->from, b->end, (enum span_kind)kind, "beside a name",
	           b->n->words.v[b->from].hash | 1);
	return true;
}

/* Words from b->from on, up to a sign; that sign. */
static int32_t
words_to_sign(struct beside *b)
{
	const struct names *n = b->n;

	b->end = b->from;
	while (b->end < n->words.n && b->end < b->from + LONGEST) {
		int32_t after = names_after(n, b->end++);

		if (!fold_is_letter(after))
			return after;
	}
	return 'a';
}

/* Words that say more than an office: "she", "was", "but". */
static bool
is_talk(const struct beside *b)
{
	static const char *const talk[] = {
		"she",  "he",  "they", "we",   "you",  "i",   "it",   "who",
		"is",   "was", "has",  "have", "had",  "not", "will", "would",
		"can",  "to",  "but",  "if",   "so",   "are", "were", "because",
		"what", "why", "how",  "when", "does", "did", "my",   NULL
	};

	for (size_t i = b->from; i < b->end; i++)
		if (names_is_one_of(&b->n->words.v[i], talk))
			return true;
	return false;
}

/* Whether a bracket that opens before word i is closed in the same line. */
static bool
is_closed(const struct names *n, size_t i, char close)
{
	size_t left = n->text.len - n->words.v[i].start;
	const char *p = n->text.p + n->words.v[i].start;
	const char *end = memchr(p, close, left < 80 ? left : 80);

	return end != NULL && memchr(p, '\n', (size_t)(end - p)) == NULL;
}

/* "(DASS)", "(Physics)", "[CEO, Foodbank]". */
static bool
in_brackets(struct beside *b, int32_t before)
{
	const struct names *n = b->n;
	bool masked = false;

	if (!is_closed(n, b->from, before == '(' ? ')' : ']'))
		return false;
	for (int items = 0; items < 3 && b->from < n->words.n; items++) {
		int32_t after = words_to_sign(b);

		if (is_talk(b) || after == 'a')
			break;
		if (!n->taken[b->from])
			masked |= mask(b, beside_kind(b, true));
		b->from = b->end;
		if (after == ')' || after == ']' || after == 0 || after == '.')
			break;
	}
	return masked;
}

/* An acronym that is no common one: DASS, not IT. */
static bool
is_rare(const struct beside *b)
{
	const struct word *w = &b->n->words.v[b->from];

	return b->end == b->from + 1 && beside_is_acronym(w) &&
	       w->letters > 2 &&
	       !(w->what & (CUE_ABBREV | R_NAME | R_INITIALS));
}

/* Whether the words name an office: "head of planning", but no "GP bus". */
static bool
is_title(const struct beside *b, bool dash)
{
	const struct word *v = b->n->words.v;
	bool office = is_rare(b);

	for (size_t i = b->from; i < b->end; i++) {
		if (v[i].what & (R_NAME | CUE_SAYS) && names_is_cap(&v[i]) &&
		    !beside_is_office(b, &v[i]))
			return false;
		office =
		    office ||
		    (beside_is_office(b, &v[i]) &&
		     (i + 1 == b->end || beside_is_link(&v[i + 1]))) ||
		    beside_told_by(b, &v[i]) == SPAN_ROLE ||
		    (dash &&
		     (beside_told_by(b, &v[i]) != NOBODY ||
		      (b->end == b->from + 1 && beside_is_acronym(&v[i]))));
	}
	return office;
}

/* Whether a dash follows word i, and no hyphen. */
static bool
is_dash(const struct names *n, size_t i, int32_t after)
{
	return (fold_is_hyphen(after) || after == 0x2014) &&
	       (after > 0x7f || n->text.p[n->words.v[i].end] == ' ');
}

/* "head of planning asked for more": end the words before what is done. */
static bool
cut_deed(struct beside *b)
{
	static const char *const deeds[] = { "to",    "will",   "would",
		                             "could", "should", "wants",
		                             "asked", "cut",    "who",
		                             NULL };
	const struct word *v = b->n->words.v;

	for (size_t i = b->from + 1; i < b->end; i++) {
		if (names_is_and(b->n, i))
			return false;
		if (v[i].what & CUE_SAYS || names_is_one_of(&v[i], deeds)) {
			b->end = i;
			return true;
		}
	}
	return false;
}

/*
 * Whether words up to the sentence's end say that something is done: "chair the
 * meeting", "butcher and chemist closed"; but not what the list says of the
 * person.
 */
static bool
is_deed(const struct beside *b)
{
	const struct word *v = b->n->words.v;
	bool told = true, deed = b->end > b->from + 3 &&
	                         !names_is_word(&v[b->from + 1], "of");

	for (size_t i = b->from; i < b->end; i++) {
		told = told && (beside_is_link(&v[i]) ||
		                beside_told_by(b, &v[i]) != NOBODY);
		deed = deed || names_is_and(b->n, i) ||
		       (i > b->from && v[i].what & CUE_THE &&
		        !names_is_word(&v[i - 1], "of"));
	}
	return deed && !told;
}

/* ", head of planning,", "- CEO:", "- DASS -": an office between signs. */
static bool
between_signs(struct beside *b, int32_t before)
{
	const struct word *v = b->n->words.v;
	int32_t after = words_to_sign(b);
	bool dash = is_dash(b->n, b->end - 1, after);

	if (before == '/') {
		b->end = b->from + 1;
		return is_rare(b) && mask(b, SPAN_ROLE);
	}
	if (before == ',' && cut_deed(b))
		after = ',';
	else if (before == ',' && !dash && (after == 0 || after == '.') &&
	         is_deed(b))
		return false;
	if (is_talk(b))
		return false;
	if (!dash && after != 0 &&
	    (after > 0x7f ||
	     strchr(before == ',' ? ",.;:)" : ":\n)", after) == NULL))
		return false;
	if (!is_title(b, before != ','))
		return false;
	while (b->from < b->end && v[b->from].what & CUE_THE)
		b->from++;
	return b->from < b->end && mask(b, SPAN_ROLE);
}

/* "in the chair": what somebody does, and no office. */
static bool
is_presiding(const struct names *n, size_t i)
{
	return i + 2 < n->words.n && names_is_word(&n->words.v[i], "in") &&
	       names_is_word(&n->words.v[i + 2], "chair");
}

/* "DASS (Rose)", "the director (Rose)": what stands before a name in brackets.
 */
static void
look_before(struct names *n, uint32_t person, size_t i)
{
	struct beside b = { n, person, i - 1, i };
	const struct word *w = &n->words.v[i] - 1;

	if (i == 0 || n->taken[i - 1] || names_before(n, i) != '(' ||
	    names_after(n, i - 1) != '(' || (i > 2 && is_presiding(n, i - 3)))
		return;
	if (is_rare(&b) || beside_is_office(&b, w))
		mask(&b, SPAN_ROLE);
}

/* "from Finance", "at the Mosaic Centre", "@ SU". */
static bool
behind_link(struct beside *b, bool from)
{
	const struct names *n = b->n;
	const struct word *v = n->words.v;
	int kind = NOBODY;

	while (b->from < n->words.n && v[b->from].what & CUE_THE &&
	       names_joined(n, b->from))
		b->from++;
	if (b->from >= n->words.n || n->taken[b->from])
		return false;
	b->end = b->from + 1;
	while (b->end < n->words.n && b->end < b->from + LONGEST &&
	       !n->taken[b->end] && names_joined(n, b->end - 1) &&
	       (names_is_cap(&v[b->end]) ||
	        beside_told_by(b, &v[b->end]) != NOBODY) &&
	       !(v[b->end].what & CUE_SAYS))
		b->end++;
	for (size_t i = b->from; i < b->end && kind == NOBODY; i++)
		kind = beside_told_by(b, &v[i]);
	if (kind == NOBODY && from && beside_is_proper(&v[b->from]))
		kind = lex_place(v[b->from].what) > 0 ? SPAN_PLACE : SPAN_ORG;
	return mask(b, kind);
}

/* What stands behind the name that ends at word last. */
static bool
look_behind(struct names *n, uint32_t person, size_t last)
{
	static const char *const links[] = { "from", "at", "of", "in", NULL };
	struct beside b = { n, person, last + 1, last + 1 };
	int32_t after = names_after(n, last);

	if (b.from >= n->words.n || n->taken[b.from] == TAKEN_PLACEHOLDER ||
	    n->taken[b.from] == TAKEN_NAME ||
	    n->words.v[last].shape & SHAPE_OWNS)
		return false;
	if (after == '(' || after == '[')
		return in_brackets(&b, after);
	if (after == ',' || after == '/' || is_dash(n, last, after))
		return between_signs(&b, after);
	if (after == '@') {
		return behind_link(&b, false);
	}
	if (names_joined(n, last) && b.from + 1 < n->words.n &&
	    names_joined(n, b.from) &&
	    names_is_one_of(&n->words.v[b.from], links)) {
		bool from = names_is_word(&n->words.v[b.from], "from");

		if (is_presiding(n, b.from))
			return false;

		b.from++;
		return behind_link(&b, from);
	}
	return false;
}

/* Whose name a span is. */
static uint32_t
person_of(uint64_t who)
{
	return who & 1 || who == 0 ? ROSTER_MANY : (uint32_t)(who >> 1) - 1;
}

void
names_find_beside(struct names *n)
{
	const struct word *v = n->words.v;
	size_t spans = n->spans->n;

	for (size_t k = 0; k < spans; k++) {
		struct span s = n->spans->v[k];
		size_t last = names_word_at(n, s.start);

		if (s.kind != SPAN_NAME)
			continue;
		if (last < n->words.n)
			look_before(n, person_of(s.who), last);
		while (last < n->words.n && v[last].end < s.end)
			last++;
		if (last < n->words.n)
			look_behind(n, person_of(s.who), last);
	}
}
