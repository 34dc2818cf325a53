#include "text/terms.h"

#include <stdlib.h>

#include "base/mem.h"
#include "text/stop.h"

/* A single letter is no word; a single digit or ideograph is. */
static bool
counts(const struct token *t, struct slice word)
{
	if (t->kind == TOKEN_NUMBER)
		return true;
	return t->kind == TOKEN_WORD && word.len > 1;
}

static void
keep(struct terms *w, uint32_t word, uint32_t stem)
{
	w->word = mem_grow(w->word, &w->cap_word, w->n + 1, sizeof(*w->word));
	w->stem = mem_grow(w->stem, &w->cap_stem, w->n + 1, sizeof(*w->stem));
	w->word[w->n] = word;
	w->stem[w->n++] = stem;
}

static void
look(struct stem *stems, struct slice folded, bool stream,
     struct stem_word *out)
{
	if (stream)
		stem_find(stems, folded, out);
	else
		*out = *stem_look(stems, folded);
}

static void
read_terms(struct terms *w, struct stem *stems, struct slice text, bool stops,
           bool stream)
{
	struct stem_word known;
	struct token t;

	w->n = 0;
	token_start(&w->tokens, text);
	while (token_next(&w->tokens, &t)) {
		struct slice word = token_base(t.folded);

		if (!counts(&t, word))
			continue;
		look(stems, t.folded, stream, &known);
		if ((known.flags & STOP_WORD) && !stops)
			continue;
		if (word.len < t.folded.len)
			look(stems, word, stream, &known);
		keep(w, known.word, known.stem);
	}
}

void
terms_read(struct terms *w, struct stem *stems, struct slice text)
{
	read_terms(w, stems, text, false, false);
	if (w->n == 0)
		read_terms(w, stems, text, true, false);
}

void
terms_find(struct terms *w, struct stem *stems, struct slice text)
{
	read_terms(w, stems, text, false, true);
	if (w->n == 0)
		read_terms(w, stems, text, true, true);
}

void
terms_free(struct terms *w)
{
	free(w->word);
	free(w->stem);
	token_end(&w->tokens);
	*w = (struct terms)TERMS_INIT;
}
