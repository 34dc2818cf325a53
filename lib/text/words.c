#include <stdlib.h>

#include "base/mem.h"
#include "text/fold.h"
#include "text/words_parts.h"

/* The hash of three letters. */
static uint64_t
letters_hash(const char *p)
{
	uint64_t letters =
	    (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16;

	return lexicon_seal(lexicon_step(LEX_SEED, letters), 3);
}

/* Add to w->telling. */
static void
add_telling(struct words *w, size_t i)
{
	if (w->ntelling == w->telling_cap)
		w->telling = mem_grow(w->telling, &w->telling_cap,
		                      w->ntelling + 1, sizeof(*w->telling));
	w->telling[w->ntelling++] = (uint32_t)i;
}

/* Note of a word that is not plain what the rules for names will ask. */
static void
note_telling(struct words *w, size_t i)
{
	const struct word *word = &w->v[i];

	w->odd |= words_is_odd(word);
	w->lones += word->letters == 1;
	w->long_caps += word->letters >= 4 && word->shape & SHAPE_CAP;
	add_telling(w, i);
}

/*
 * What the lexicon knows of each word. This comes when all have been read:
 * what it will look at is on its way from memory meanwhile, which saves a
 * tenth of the time.
 */
static void
look_up(struct words *w, const struct lexicon *l)
{
	const uint64_t www = letters_hash("www"), dot = letters_hash("dot");
	uint32_t seen = 0;
	size_t longs = 0;

	for (size_t i = 0; i < w->n; i++) {
		struct word *word = &w->v[i];

		seen |= word->what = lexicon_find(l, word->hash);
		longs += word->letters >= 4;
		if (word->letters == 3) {
			w->link |= word->hash == www;
			w->dot |= word->hash == dot;
		}
		if (!words_is_plain(word))
			note_telling(w, i);
	}
	w->seen = seen;
	w->longs = longs;
}

static void
find(struct words *w, struct slice text, const struct lexicon *l, bool fast)
{
	*w = (struct words){
		.v = w->v,
		.cap = w->cap,
		.telling = w->telling,
		.telling_cap = w->telling_cap,
		.copy = w->copy,
	};
	words_read(w, text, l, fast);
	look_up(w, l);
}

void
words_find(struct words *w, struct slice text, const struct lexicon *l)
{
	find(w, text, l, true);
}

void
words_find_slowly(struct words *w, struct slice text, const struct lexicon *l)
{
	find(w, text, l, false);
}

void
words_fold(struct buf *out, struct slice text, const struct word *w)
{
	const char *end = text.p + w->end;

	if (w->letters == w->end - w->start && !(w->shape & SHAPE_FOREIGN)) {
		char *to = buf_reserve(out, w->letters);

		for (size_t i = 0; i < w->letters; i++)
			to[i] = text.p[w->start + i] | 32;
		out->len += w->letters;
		return;
	}
	for (const char *p = text.p + w->start; p < end;) {
		char plain[FOLD_MAX];
		int32_t code;
		size_t len;

		p += fold_decode(p, end, &code);
		if (fold_is_apostrophe(code))
			continue;
		len = fold_code(code, plain);
		buf_add(out, plain, len);
	}
}

void
words_free(struct words *w)
{
	free(w->v);
	free(w->telling);
	buf_free(&w->copy);
	*w = (struct words)WORDS_INIT;
}
