#include "math/casing.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/piece.h"
#include "text/token.h"
#include "text/wordclass.h"

/* A shouted word of fewer letters may be short for something: GP, NHS. */
enum { SHOUT_MIN = 4 };

/* How a word is written; PLAIN has no capital. */
enum shape { PLAIN, TITLE, SHOUT, ODD };

static bool
is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

static enum shape
shape_of(struct slice s)
{
	size_t capitals = 0;

	for (size_t i = 0; i < s.len; i++)
		capitals += is_capital(s.p[i]);
	if (capitals == 0)
		return PLAIN;
	if (capitals == s.len)
		return s.len > 1 ? SHOUT : TITLE;
	return capitals == 1 && is_capital(s.p[0]) ? TITLE : ODD;
}

void
casing_count(struct casing *c, struct slice word)
{
	struct buf folded = BUF_INIT;
	size_t before = c->words.n, i;
	enum shape shape = shape_of(word);

	token_fold(word, &folded);
	i = map_add(&c->words, buf_view(&folded));
	buf_free(&folded);
	c->of = mem_grow(c->of, &c->cap, i + 1, sizeof(*c->of));
	if (i == before)
		c->of[i] = (struct casing_word){ 0 };
	c->of[i].small += shape == PLAIN;
	c->of[i].title += shape == TITLE;
	c->of[i].shout += shape == SHOUT;
}

/* Whether a folded word is one of English, as far as is known here. */
static bool
is_english(struct slice folded)
{
	uint16_t ids[2];

	return word_class(folded) != WORD_NOUN ||
	       (piece_cut(folded, ids, 2) == 1 && ids[0] != PIECE_UNKNOWN);
}

/* How a word is shown that is written in a certain shape, among small ones. */
static enum shape
usual(const struct casing *c, struct slice folded, enum shape as)
{
	size_t i = map_find(&c->words, folded);
	struct casing_word w = { 0 };
	uint32_t other;

	if (i != MAP_NONE)
		w = c->of[i];
	other = w.small + w.title;
	if (as == TITLE)
		return w.small > 0 && w.small >= w.title ? PLAIN : TITLE;
	if (other > 0 && (as == ODD || other >= w.shout))
		return w.small >= w.title ? PLAIN : TITLE;
	return folded.len >= SHOUT_MIN && is_english(folded) ? PLAIN : as;
}

/* Whether a phrase has a word in small letters. */
static bool
has_small(struct slice phrase)
{
	for (size_t i = 0; i < phrase.len; i++)
		if (phrase.p[i] >= 'a' && phrase.p[i] <= 'z' &&
		    (i == 0 || phrase.p[i - 1] == ' ' ||
		     phrase.p[i - 1] == '-'))
			return true;
	return false;
}

static void
show_word(const struct casing *c, struct slice word, bool among_small,
          struct buf *out)
{
	enum shape is = shape_of(word), as = is;
	struct buf folded = BUF_INIT;

	token_fold(word, &folded);
	if (is > TITLE || (is == TITLE && among_small))
		as = usual(c, buf_view(&folded), is);
	buf_slice(out, word);
	for (size_t i = 0; i < word.len && as != is; i++) {
		char *p = out->data + out->len - word.len + i;

		if (is_capital(*p) && !(i == 0 && as == TITLE))
			*p |= 32;
	}
	buf_free(&folded);
}

void
casing_show(const struct casing *c, struct slice phrase, struct buf *out)
{
	bool small = has_small(phrase);

	for (size_t i = 0, end; i < phrase.len; i = end) {
		end = i;
		while (end < phrase.len && phrase.p[end] != ' ' &&
		       phrase.p[end] != '-')
			end++;
		show_word(c, (struct slice){ phrase.p + i, end - i }, small,
		          out);
		if (end < phrase.len)
			buf_addc(out, phrase.p[end++]);
	}
}

void
casing_free(struct casing *c)
{
	map_free(&c->words);
	free(c->of);
	*c = (struct casing)CASING_INIT;
}
