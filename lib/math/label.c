#include "math/label.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/label_parts.h"
#include "math/salience.h"
#include "text/token.h"

struct scored {
	double score;
	uint32_t candidate;
};

/* How many of the texts of a theme hold each candidate, into held. */
static void
count_theme(const struct candidates *c, const uint32_t *theme, uint32_t which,
            uint32_t *held)
{
	memset(held, 0, (c->keys.n + 1) * sizeof(*held));
	for (size_t i = 0; i < c->held.rows; i++) {
		if (theme[i] != which)
			continue;
		for (size_t j = c->held.start[i]; j < c->held.start[i + 1]; j++)
			held[c->held.column[j]]++;
	}
}

static int
by_score(const void *a, const void *b)
{
	const struct scored *x = a, *y = b;

	if (x->score != y->score)
		return x->score < y->score ? 1 : -1;
	/* Of two as good the later one: in English the last word is the noun.
	 */
	return (x->candidate < y->candidate) - (x->candidate > y->candidate);
}

/* Where the word of a key that begins at from ends. */
static size_t
word_end(struct slice key, size_t from)
{
	while (from < key.len && key.p[from] != ' ')
		from++;
	return from;
}

/* Whether two keys share a stem, or nearly. */
static bool
overlap(struct slice a, struct slice b)
{
	for (size_t i = 0, end; i < a.len; i = end + 1) {
		end = word_end(a, i);
		for (size_t j = 0, last; j < b.len; j = last + 1) {
			last = word_end(b, j);
			if (stem_alike((struct slice){ a.p + i, end - i },
			               (struct slice){ b.p + j, last - j }))
				return true;
		}
	}
	return false;
}

/* Whether the words of key a stand in key b, which is longer. */
static bool
is_part(struct slice a, struct slice b)
{
	for (size_t i = 0; i + a.len < b.len + 1 && a.len < b.len; i++)
		if ((i == 0 || b.p[i - 1] == ' ') &&
		    (i + a.len == b.len || b.p[i + a.len] == ' ') &&
		    memcmp(b.p + i, a.p, a.len) == 0)
			return true;
	return false;
}

/* Whether b goes on where a ends: a b c, b c d. */
static bool
goes_on(struct slice a, struct slice b)
{
	const char *p = memchr(a.p, ' ', a.len);

	if (p == NULL)
		return false;
	a.len -= (size_t)(p + 1 - a.p);
	a.p = p + 1;
	return b.len > a.len && b.p[a.len] == ' ' && slice_starts(b, a);
}

/* Whether all that is written of a stands in b, which is longer. */
static bool
is_all_in(const struct candidate *a, const struct candidate *b)
{
	return a->words > 1 && a->texts == b->texts && !b->linked;
}

/* Of m texts that hold a candidate, whether n hold one that it is part of so
 * often that it is never said alone: supply chain. */
static bool
is_always_in(uint32_t n, uint32_t m)
{
	return n >= 3 && n * 10 >= m * 9;
}

/*
 * A longer candidate that most texts with this one have, or one as long that
 * goes on to the end of what they say; or this one.
 */
static uint32_t
whole_phrase(const struct candidates *c, const struct scored *list, size_t n,
             const uint32_t *held, uint32_t number)
{
	struct slice key = map_key(&c->keys, number);
	const struct candidate *d = &c->of[number];

	for (size_t i = 0; i < n; i++) {
		uint32_t other = list[i].candidate;
		const struct candidate *o = &c->of[other];

		if (o->words < d->words ||
		    (o->worth < d->worth &&
		     !(d->words == 1 && is_always_in(o->texts, d->texts))))
			continue;
		if (((held[other] >= 2 &&
		      held[other] * 10 >= held[number] * 6) ||
		     is_all_in(d, o)) &&
		    is_part(key, map_key(&c->keys, other)))
			return other;
		if (d->words == PHRASE_WORDS && held[other] >= held[number] &&
		    held[number] >= 2 && goes_on(key, map_key(&c->keys, other)))
			return other;
	}
	return number;
}

/* Take the best candidates that do not overlap; taken marks the labels. */
static void
pick(const struct candidates *c, const struct scored *list, size_t n,
     const uint32_t *held, bool *taken, struct choice *out)
{
	out->n = 0;
	for (size_t i = 0; i < n && out->n < LABEL_TERMS; i++) {
		uint32_t number =
		    whole_phrase(c, list, n, held, list[i].candidate);
		bool fits = out->n > 0 || !taken[number];

		for (size_t j = 0; j < out->n && fits; j++)
			fits = !overlap(map_key(&c->keys, number),
			                map_key(&c->keys, out->number[j]));
		if (!fits)
			continue;
		if (out->n == 0)
			taken[number] = true;
		out->score[out->n] = list[i].score;
		out->number[out->n++] = number;
	}
}

static size_t
score_all(const struct salience *s, struct scored *list)
{
	size_t m = 0;

	for (uint32_t i = 0; i < s->candidates->keys.n; i++) {
		double score = s->held[i] > 0 ? salience_of(s, i) : 0;

		if (score > 0)
			list[m++] = (struct scored){ score, i };
	}
	return m;
}

static void
label_theme(const struct theme_texts *t, struct salience *s, bool *taken,
            struct pool *pool, struct label *label)
{
	struct scored *list = mem_alloc((t->c->keys.n + 1) * sizeof(*list));
	uint32_t stop = t->size > 5 ? 1 : 0;
	struct choice terms;
	size_t m = 0;

	/* If no two of a few texts share a phrase, one of theirs must do. */
	for (s->fewest = t->size > 3 ? 2 : 1; m == 0 && s->fewest > stop;
	     s->fewest--)
		m = score_all(s, list);
	s->fewest = 1;
	s->weak = true;
	if (m == 0)
		m = score_all(s, list);
	mem_sort(list, m, sizeof(*list), by_score);
	pick(t->c, list, m, s->held, taken, &terms);
	label_name(t, &terms, pool, label);
	free(list);
}

static void
count_themes(struct candidates *c, const uint32_t *theme, size_t k,
             uint32_t *held)
{
	size_t n = c->held.rows;

	for (uint32_t t = 0; t < k; t++) {
		size_t size = 0;

		for (size_t i = 0; i < n; i++)
			size += theme[i] == t;
		count_theme(c, theme, t, held);
		for (size_t i = 0; i < c->keys.n; i++)
			c->of[i].themes +=
			    held[i] * n * 2 > c->of[i].texts * size;
	}
}

static void
label_all(struct candidates *c, const struct slice *texts,
          const uint32_t *theme, size_t k, struct pool *pool,
          struct label *labels)
{
	uint32_t *held = mem_alloc((c->keys.n + 1) * sizeof(*held));
	bool *taken = mem_zalloc(c->keys.n + 1, sizeof(*taken));
	size_t n = c->held.rows;

	count_themes(c, theme, k, held);
	for (uint32_t i = 0; i < k; i++) {
		struct theme_texts t = { .c = c, .theme = theme, .which = i };
		struct salience s = { .candidates = c, .held = held };

		for (size_t j = 0; j < n; j++)
			t.size += theme[j] == i;
		t.texts = texts;
		count_theme(c, theme, i, held);
		s.size = t.size;
		s.n = n;
		s.k = k;
		label_theme(&t, &s, taken, pool, &labels[i]);
	}
	free(taken);
	free(held);
}

/* Give a theme its name, or another if that is taken or there is none. */
static void
name_apart(struct label *l, struct map *names, struct buf *folded)
{
	size_t before = names->n;

	for (size_t i = 0; l->n > 0 && i <= l->n; i++) {
		struct slice name = i == 0 ? l->name : l->terms[i - 1];

		buf_reset(folded);
		token_fold(name, folded);
		map_add(names, buf_view(folded));
		if (names->n == before)
			continue;
		l->name = name;
		return;
	}
	l->n = 0;
}

void
label_themes(struct stem *stems, const struct slice *texts, size_t n,
             const uint32_t *theme, size_t k, struct pool *pool,
             struct label *labels)
{
	struct map names = MAP_INIT;
	struct buf folded = BUF_INIT;
	struct candidates c;

	candidates_init(&c, stems, texts, n);
	label_all(&c, texts, theme, k, pool, labels);
	for (uint32_t t = 0; t < k; t++)
		name_apart(&labels[t], &names, &folded);
	for (uint32_t t = 0; t < k; t++) {
		if (labels[t].n > 0)
			continue;
		label_by_words(stems, texts, theme, n, t, &names, pool,
		               &labels[t]);
		if (labels[t].n > 0)
			map_add(&names, labels[t].name);
	}
	candidates_free(&c);
	buf_free(&folded);
	map_free(&names);
}
