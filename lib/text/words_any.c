/* Words of any letters, read one by one. */
#include <strings.h>

#include "text/fold.h"
#include "text/words_parts.h"

/* A word being read. */
struct reader {
	const char *start, *p, *end;
	struct lexicon_hasher hash;
	size_t capitals, smalls;
	uint16_t shape;
	const struct lexicon *l;
};

/* Count a letter by its case, before it is hashed. */
static void
note_case(struct reader *r, bool capital)
{
	if (!capital) {
		r->smalls++;
		return;
	}
	if (r->hash.len == 0)
		r->shape |= SHAPE_CAP;
	if (r->smalls > 0)
		r->shape |= SHAPE_MIXED;
	r->capitals++;
}

static void
take_code(struct reader *r, int32_t code)
{
	char plain[FOLD_MAX];
	size_t n = fold_code(code, plain);
	bool capital = fold_is_capital(code);

	r->shape |= SHAPE_FOREIGN;
	if (n == 0)
		return;
	if (fold_is_unspaced(code))
		r->shape |= SHAPE_UNSPACED;
	note_case(r, capital);
	for (size_t i = 0; i < n; i++)
		lexicon_letter(&r->hash, (unsigned char)plain[i]);
}

/* Whether a letter stands at p; the modifier letter apostrophe (U+02BC) is one
 * to Unicode, and none to us: a word cannot begin with it. */
bool
words_letter_at(const char *p, const char *end)
{
	int32_t code;

	if (p >= end)
		return false;
	if (words_class(p) != HIGH)
		return words_class(p) == LOWER || words_class(p) == UPPER;
	fold_decode(p, end, &code);
	return fold_is_letter(code) && !fold_is_apostrophe(code);
}

/* At an apostrophe of n bytes: whether it is the one of "'s" at a word's end.
 */
static bool
owns_at(const char *p, size_t n, const char *end)
{
	return p + n < end && (p[n] == 's' || p[n] == 'S') &&
	       !words_letter_at(p + n + 1, end);
}

/* At the same: whether it is the one of "'ll", "'ve", "'re" or "'d" behind a
 * name of the roster: "Siobhan'll". */
static bool
contracts_at(const struct reader *r, size_t n)
{
	static const char ends[][3] = { "ll", "ve", "re", "d" };
	const char *p = r->p + n;
	size_t left = (size_t)(r->end - p);

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		size_t len = strlen(ends[i]);

		if (left >= len && strncasecmp(p, ends[i], len) == 0 &&
		    !words_letter_at(p + len, r->end))
			return lexicon_find(r->l, lexicon_hashed(&r->hash)) &
			       LEX_ROSTER;
	}
	return false;
}

/* Whether a word of another way of writing begins: "Kavanagh" and what is said
 * of him in Han. */
static bool
is_border(const struct reader *r, int32_t code)
{
	bool unspaced = (r->shape & SHAPE_UNSPACED) != 0;

	return r->hash.len > 0 && fold_is_unspaced(code) != unspaced &&
	       !fold_is_hidden(code);
}

/* Read on after the fast part stopped at r->p; say whether the word goes on. */
static bool
step_slow(struct reader *r)
{
	int32_t code;
	size_t n = fold_decode(r->p, r->end, &code);

	if (fold_is_apostrophe(code)) {
		if (owns_at(r->p, n, r->end) || contracts_at(r, n))
			r->shape |= SHAPE_OWNS;
		else if (words_letter_at(r->p + n, r->end)) {
			r->p += n;
			return true;
		}
		return false;
	}
	if (n == 1 || !fold_is_letter(code) || is_border(r, code))
		return false;
	take_code(r, code);
	r->p += n;
	return true;
}

static void
take_ascii(struct reader *r, bool capital)
{
	note_case(r, capital);
	lexicon_letter(&r->hash, (unsigned char)(*r->p++ | 32));
}

/* Read any word, letter by letter. */
static void
read_word(struct reader *r)
{
	while (r->p < r->end) {
		enum words_class c = words_class(r->p);

		if (c == LOWER || c == UPPER) {
			if (r->shape & SHAPE_UNSPACED)
				break;
			take_ascii(r, c == UPPER);
		} else if (c < QUOTE || c == DIGIT || !step_slow(r))
			break;
	}
	if (r->capitals + r->smalls == 1)
		r->shape |= SHAPE_LONE;
	else if (r->smalls == 0 && !(r->shape & SHAPE_UNSPACED))
		r->shape |= SHAPE_UPPER;
}

const char *
words_add_any(struct words *w, struct slice text, const char *p,
              const struct lexicon *l)
{
	struct reader r = {
		p, p, text.p + text.len, LEXICON_HASHER, 0, 0, 0, l
	};

	read_word(&r);
	if (r.hash.len > 0) {
		struct word *word = words_room(w, 1);

		*word = (struct word){
			.start = (uint32_t)(p - text.p),
			.end = (uint32_t)(r.p - text.p),
			.hash = lexicon_hashed(&r.hash),
			.shape = r.shape,
			.letters = r.hash.len < UINT16_MAX ?
			               (uint16_t)r.hash.len :
			               UINT16_MAX,
		};
		words_know(w, word, l);
		w->n++;
	}
	w->foreign |= (r.shape & SHAPE_FOREIGN) != 0;
	return r.p;
}
