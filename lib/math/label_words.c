#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/map.h"
#include "base/mem.h"
#include "math/label_parts.h"
#include "text/stop.h"
#include "text/token.h"

enum {
	MOST = 6, /* words of a name, at most */
	RUN = 4,  /* characters of a word without spaces, at most */
};

/* The last characters that stand together, of a script without spaces. */
struct together {
	struct slice last[RUN];
	size_t n;
};

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
count(struct tally *y, struct slice key, struct slice form, uint32_t more)
{
	size_t before = y->keys.n, i = map_add(&y->keys, key);

	y->count = mem_grow(y->count, &y->cap, i + 1, sizeof(*y->count));
	if (i == before) {
		map_add(&y->forms, form);
		y->count[i] = 0;
	}
	y->count[i] += more;
}

/* Whether a word is one character of a script that has no spaces. */
static bool
is_unspaced(struct slice raw)
{
	size_t n = 0;

	for (size_t i = 0; i < raw.len; i++)
		n += ((unsigned char)raw.p[i] & 0xc0) != 0x80;
	return n == 1 && (unsigned char)raw.p[0] >= 0xe3;
}

/* Whether a character is one of those that write grammar in Japanese. */
static bool
is_hiragana(struct slice c)
{
	return slice_starts(c, SLICE("\xe3\x81")) ||
	       (slice_starts(c, SLICE("\xe3\x82")) && c.len == 3 &&
	        (unsigned char)c.p[2] < 0xa0);
}

/*
 * Where words are not parted, what stands together often is one: each run that
 * ends with this character counts, a longer one a little more.
 */
static void
count_runs(struct tally *y, struct together *r, struct slice raw)
{
	size_t n = 0, grammar = 0;

	if (r->n > 0 && r->last[0].p + r->last[0].len != raw.p)
		r->n = 0;
	memmove(r->last + 1, r->last, (RUN - 1) * sizeof(*r->last));
	r->last[0] = raw;
	r->n += r->n < RUN;
	for (size_t i = 0; i < r->n; i++) {
		struct slice run = { r->last[i].p,
			             raw.p + raw.len - r->last[i].p };

		n++;
		grammar += is_hiragana(r->last[i]);
		count(y, run, run,
		      n == 1           ? 1 :
		      grammar * 2 >= n ? 2 :
		                         (uint32_t)(10 + n));
	}
}

static void
count_words(struct tally *y, struct slice text)
{
	struct together r = { .n = 0 };
	struct tokens t = TOKENS_INIT;
	struct token k;

	token_start(&t, text);
	while (token_next(&t, &k)) {
		const struct stem_word *w;

		if (k.kind != TOKEN_WORD)
			continue;
		if (is_unspaced(k.raw)) {
			count_runs(y, &r, k.raw);
			continue;
		}
		w = stem_look(y->stems, k.folded);
		count(y, stem_text(y->stems, w->stem), k.folded,
		      weight(w->flags));
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

/* Whether a word was found as a run, and serves as a name alone. */
static bool
is_run(struct slice word)
{
	return word.len >= 6 && (unsigned char)word.p[0] >= 0xe3;
}

/*
 * Join words, two or, where that is the name of another, more. A run of
 * characters is enough.
 */
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
		if ((words > 1 || is_run(map_key(&y->forms, i))) &&
		    map_find(names, buf_view(name)) == MAP_NONE)
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
