/* Names torn apart: "Zawad-\nzka", "J a n e". */
#include "text/fold.h"
#include "text/names.h"

enum { LETTERS = 24 };

/* Whether the gap behind word i is what tears a word: never a plain blank. */
static bool
is_torn(const struct names *n, size_t i)
{
	const struct word *a = &n->words.v[i], *b = a + 1;
	const char *p = n->text.p + a->end, *end = n->text.p + b->start;
	bool tear = false;

	if (a->shape & SHAPE_OWNS || end - p > 6)
		return false;
	while (p < end) {
		int32_t code;

		p += fold_decode(p, end, &code);
		if (code == ' ' ||
		    (!fold_is_space(code) && !fold_is_hyphen(code) &&
		     code != '*' && !fold_is_hidden(code)))
			return false;
		tear |= fold_is_space(code) || code == '*';
	}
	return tear;
}

/* The form that words i..j-1 spell together, or NULL. */
static const struct form *
spelt(struct names *n, size_t i, size_t j)
{
	const struct form *f;

	buf_reset(&n->scratch);
	for (; i < j; i++)
		words_fold(&n->scratch, n->text, &n->words.v[i]);
	if (n->scratch.len < 3)
		return NULL;
	f = roster_form(n->roster, lexicon_hash(buf_view(&n->scratch)));
	return f != NULL && f->flags & R_NAME ? f : NULL;
}

static void
mask(struct names *n, size_t i, size_t j)
{
	names_mask(n, i, j, SPAN_NAME, "torn name",
	           lexicon_hash(buf_view(&n->scratch)) | 1);
}

/* How many words of one letter follow each other from i on, a blank apart. */
static size_t
letters_from(const struct names *n, size_t i)
{
	const struct word *v = n->words.v;
	size_t j = i + 1;

	while (j < n->words.n && j - i < LETTERS && v[j].shape & SHAPE_LONE &&
	       v[j].start - v[j - 1].end <= 2)
		j++;
	return j - i;
}

/* A name among words of one letter; how many words to go on by. */
static size_t
try_letters(struct names *n, size_t i)
{
	size_t all = letters_from(n, i);

	for (size_t len = all; len >= 3; len--)
		if (spelt(n, i, i + len) != NULL) {
			mask(n, i, i + len);
			return len;
		}
	return 1;
}

void
names_find_split(struct names *n)
{
	const struct word *v = n->words.v;

	if (n->roster->n == 0)
		return;
	for (size_t i = 0; i + 1 < n->words.n;) {
		size_t step = 1;

		if (v[i].shape & SHAPE_LONE && v[i + 1].shape & SHAPE_LONE) {
			step = try_letters(n, i);
		} else if (n->text.p[v[i].end] != ' ' && is_torn(n, i) &&
		           !(names_is_everyday(&v[i]) &&
		             names_is_everyday(&v[i + 1])) &&
		           !((v[i].what | v[i + 1].what) & R_NAME) &&
		           spelt(n, i, i + 2) != NULL) {
			mask(n, i, i + 2);
			step = 2;
		}
		i += step;
	}
}
