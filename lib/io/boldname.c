#include "io/boldname.h"

#include <string.h>

#include "data/lexicon.h"

/* The one word in bold before a colon, which is bold or not; else empty. */
static struct slice
bold_word(struct slice text, struct slice *rest)
{
	struct slice word = { NULL, 0 };
	size_t at = 2, end;

	if (!slice_starts(text, SLICE("**")) &&
	    !slice_starts(text, SLICE("__")))
		return word;
	while (at < text.len && strchr(" :*_", text.p[at]) == NULL)
		at++;
	end = at;
	if (at + 4 > text.len || (memcmp(text.p + at, ":**", 3) != 0 &&
	                          memcmp(text.p + at, ":__", 3) != 0 &&
	                          memcmp(text.p + at, "**:", 3) != 0 &&
	                          memcmp(text.p + at, "__:", 3) != 0))
		return word;
	*rest =
	    slice_trim((struct slice){ text.p + at + 3, text.len - at - 3 });
	if (text.p[at + 3] != ' ' || rest->len == 0)
		return word;
	return (struct slice){ text.p + 2, end - 2 };
}

/* Whether a word with a capital is more likely a person than a thing. */
static bool
is_person(const struct word *w)
{
	unsigned level = lex_level(w->what), first = lex_first(w->what);

	if (!(w->shape & SHAPE_CAP) || w->shape & SHAPE_UPPER ||
	    lex_place(w->what) > 0)
		return false;
	return level == 0 || first >= 6 || (first >= 2 && level >= 5);
}

bool
boldname_take(struct boldname *b, struct slice *text, struct slice *name)
{
	struct slice rest, word = bold_word(*text, &rest);

	if (word.len == 0)
		return false;
	if (!b->loaded) {
		lexicon_load(&b->lexicon);
		b->loaded = true;
	}
	words_find(&b->words, word, &b->lexicon);
	if (b->words.n != 1 || b->words.v[0].start != 0 ||
	    b->words.v[0].end != word.len || !is_person(&b->words.v[0]))
		return false;
	*name = word;
	*text = rest;
	return true;
}

void
boldname_free(struct boldname *b)
{
	words_free(&b->words);
	if (b->loaded)
		lexicon_free(&b->lexicon);
}
