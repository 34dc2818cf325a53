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

void
words_remember(struct words *w)
{
	if (w->known == NULL)
		w->known = mem_zalloc(1 << WORDS_KNOWN_BITS, sizeof(*w->known));
}

/* Note of the words that are not plain what the rules will ask. */
static void
note_telling(struct words *w)
{
	for (size_t k = 0; k < w->ntelling; k++) {
		const struct word *word = &w->v[w->telling[k]];

		w->odd |= words_is_odd(word);
		w->lones += word->letters == 1;
		w->long_caps += word->letters >= 4 && word->shape & SHAPE_CAP;
		if (word->letters == 3 && word->what & CUE_CLAIM) {
			w->link |= word->hash == letters_hash("www");
			w->dot |= word->hash == letters_hash("dot");
		}
	}
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
		.known = w->known,
	};
	words_read(w, text, l, fast);
	note_telling(w);
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
	free(w->known);
	*w = (struct words)WORDS_INIT;
}
