#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/map.h"
#include "base/mem.h"
#include "math/label_parts.h"
#include "text/stop.h"
#include "text/token.h"

/* A name has so many words at most. */
enum { MOST = 6 };

/* The words of a theme, those of one stem as one. */
struct tally {
	struct stem *stems;
	struct map forms; /* the word first seen of each stem */
	struct map keys;  /* their stems */
	uint32_t *count;
	size_t cap;
};

/* What a word counts: one that carries grammar nothing, unless it denies. */
static uint32_t
weight(unsigned flags)
{
	if (flags & STOP_WORD && !(flags & STOP_NEGATION))
		return 0;
	return flags & STOP_WEAK ? 5 : 10;
}

static void
count_words(struct tally *y, struct slice text)
{
	struct tokens t = TOKENS_INIT;
	struct token k;

	token_start(&t, text);
	while (token_next(&t, &k)) {
		const struct stem_word *w;
		size_t before = y->keys.n, i;

		if (k.kind != TOKEN_WORD)
			continue;
		w = stem_look(y->stems, k.folded);
		i = map_add(&y->keys, stem_text(y->stems, w->stem));
		y->count =
		    mem_grow(y->count, &y->cap, i + 1, sizeof(*y->count));
		if (i == before) {
			map_add(&y->forms, k.folded);
			y->count[i] = 0;
		}
		y->count[i] += weight(w->flags);
	}
	token_end(&t);
}

/* The word that counts most of those left, which is taken out; or MAP_NONE. */
static size_t
take_first(struct tally *y)
{
	size_t best = MAP_NONE;

	for (size_t i = 0; i < y->keys.n; i++)
		if (y->count[i] > 0 &&
		    (best == MAP_NONE || y->count[i] > y->count[best]))
			best = i;
	if (best != MAP_NONE)
		y->count[best] = 0;
	return best;
}

/* Join words, two or, where that is the name of another, more. */
static void
join_words(struct tally *y, const struct map *names, struct buf *name)
{
	for (size_t words = 1; words <= MOST; words++) {
		size_t i = take_first(y);

		if (i == MAP_NONE)
			break;
		if (words > 1)
			buf_adds(name, ", ");
		buf_slice(name, map_key(&y->forms, i));
		if (words > 1 && map_find(names, buf_view(name)) == MAP_NONE)
			return;
	}
	buf_reset(name);
}

void
label_by_words(struct stem *stems, const struct slice *texts,
               const uint32_t *theme, size_t n, uint32_t which,
               const struct map *names, struct pool *pool, struct label *label)
{
	struct tally y = { stems, MAP_INIT, MAP_INIT, NULL, 0 };
	struct buf name = BUF_INIT;

	label->n = 0;
	for (size_t i = 0; i < n; i++)
		if (theme[i] == which)
			count_words(&y, texts[i]);
	join_words(&y, names, &name);
	if (name.len > 0) {
		label->name = pool_slice(pool, buf_view(&name));
		label->terms[label->n++] = label->name;
	}
	buf_free(&name);
	free(y.count);
	map_free(&y.keys);
	map_free(&y.forms);
}
