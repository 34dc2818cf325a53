#include "math/label.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/map.h"
#include "base/mem.h"
#include "math/candidate.h"
#include "math/elem.h"
#include "text/phrase.h"
#include "text/stop.h"
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

/* The signed likelihood ratio of a in a theme and b outside, e expected. */
static double
likelihood_ratio(double a, double b, double e)
{
	double g = a * elem_log(a / e);

	if (b > 0 && a + b > e)
		g += b * elem_log(b / (a + b - e));
	return g;
}

static double
score(const struct candidate *d, uint32_t inside, size_t size, size_t n,
      size_t k, uint32_t fewest)
{
	double a = inside, e = (double)d->texts * (double)size / (double)n;
	double least = fewest > 1 ? 0.06 * (double)size : 1,
	       longer = 0.35 * (d->words - 1);

	if (a < least || inside < fewest || d->weak)
		return 0;
	if (size < n && a <= e)
		return 0;
	/* What most themes speak of tells them apart only if all of it is here.
	 */
	if (k > 3 && d->themes * 2 > k && a < 0.5 * (double)size)
		return 0;
	/* A phrase seen once is as likely an accident as a name. */
	if (a < 2)
		longer = d->words == 3 ? -0.3 : 0.2 * (d->words - 1);
	return (size < n ? likelihood_ratio(a, d->texts - a, e) : a) *
	       (1 + longer) * candidate_worth(d);
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

/* Whether two keys share a stem. */
static bool
overlap(struct slice a, struct slice b)
{
	for (size_t i = 0; i < a.len;) {
		size_t end = i;

		while (end < a.len && a.p[end] != ' ')
			end++;
		for (size_t j = 0; j + (end - i) <= b.len;) {
			size_t last = j;

			while (last < b.len && b.p[last] != ' ')
				last++;
			if (last - j == end - i &&
			    memcmp(a.p + i, b.p + j, end - i) == 0)
				return true;
			j = last + 1;
		}
		i = end + 1;
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

/*
 * A longer candidate that most texts with this one have, or one as long that
 * goes on to the end of what they say; or this one.
 */
static uint32_t
whole_phrase(const struct candidates *c, const struct scored *list, size_t n,
             const uint32_t *held, uint32_t number)
{
	for (size_t i = 0; i < n; i++) {
		uint32_t other = list[i].candidate;

		if (held[other] >= 2 && held[other] * 10 >= held[number] * 6 &&
		    is_part(map_key(&c->keys, number),
		            map_key(&c->keys, other)))
			return other;
		if (c->of[number].words == PHRASE_WORDS &&
		    c->of[other].words == PHRASE_WORDS &&
		    held[other] >= held[number] && held[number] >= 2 &&
		    goes_on(map_key(&c->keys, number),
		            map_key(&c->keys, other)))
			return other;
	}
	return number;
}

/* Take the best candidates that do not overlap; taken marks the labels. */
static void
pick(const struct candidates *c, const struct scored *list, size_t n,
     const uint32_t *held, bool *taken, struct pool *pool, struct label *label)
{
	uint32_t chosen[LABEL_TERMS];

	label->n = 0;
	for (size_t i = 0; i < n && label->n < LABEL_TERMS; i++) {
		uint32_t number =
		    whole_phrase(c, list, n, held, list[i].candidate);
		bool fits = label->n > 0 || !taken[number];

		for (size_t j = 0; j < label->n && fits; j++)
			fits = !overlap(map_key(&c->keys, number),
			                map_key(&c->keys, chosen[j]));
		if (!fits)
			continue;
		if (label->n == 0)
			taken[number] = true;
		chosen[label->n] = number;
		label->terms[label->n++] =
		    pool_slice(pool, c->of[number].surface);
	}
}

static void
label_theme(const struct candidates *c, const uint32_t *held, size_t size,
            size_t n, size_t k, bool *taken, struct pool *pool,
            struct label *label)
{
	struct scored *list = mem_alloc((c->keys.n + 1) * sizeof(*list));
	uint32_t fewest = size > 3 ? 2 : 1, stop = size > 5 ? 1 : 0;
	size_t m = 0;

	/* If no two of a few texts share a phrase, one of theirs must do. */
	for (; m == 0 && fewest > stop; fewest--) {
		for (uint32_t i = 0; i < c->keys.n; i++) {
			double s = held[i] == 0 ? 0 :
			                          score(&c->of[i], held[i],
			                                size, n, k, fewest);

			if (s > 0)
				list[m++] = (struct scored){ s, i };
		}
	}
	mem_sort(list, m, sizeof(*list), by_score);
	pick(c, list, m, held, taken, pool, label);
	free(list);
}

/* Count the words of a text; a stop word that is no negation counts less. */
static void
count_words(struct stem *stems, struct slice text, struct map *words,
            uint32_t **count, size_t *cap)
{
	struct tokens t = TOKENS_INIT;
	struct token k;

	token_start(&t, text);
	while (token_next(&t, &k)) {
		size_t before = words->n, i;
		unsigned flags;

		if (k.kind != TOKEN_WORD)
			continue;
		flags = stem_look(stems, k.folded)->flags;
		i = map_add(words, k.folded);
		*count = mem_grow(*count, cap, i + 1, sizeof(**count));
		if (i == before)
			(*count)[i] = 0;
		(*count)[i] += flags == STOP_WORD ? 1 : 10;
	}
	token_end(&t);
}

/*
 * For a theme without a phrase: the words that most of its texts hold, any
 * words, two of them joined. One word alone would say nothing.
 */
static void
label_by_words(struct stem *stems, const struct slice *texts,
               const uint32_t *theme, size_t n, uint32_t which,
               struct pool *pool, struct label *label)
{
	struct map words = MAP_INIT;
	uint32_t *count = NULL;
	size_t cap = 0, first = 0, second = MAP_NONE;
	struct buf name = BUF_INIT;

	for (size_t i = 0; i < n; i++)
		if (theme[i] == which)
			count_words(stems, texts[i], &words, &count, &cap);
	for (size_t i = 1; i < words.n; i++) {
		if (count[i] > count[first]) {
			second = first;
			first = i;
		} else if (second == MAP_NONE || count[i] > count[second])
			second = i;
	}
	if (second != MAP_NONE) {
		buf_slice(&name, map_key(&words, first));
		buf_adds(&name, ", ");
		buf_slice(&name, map_key(&words, second));
		label->terms[label->n++] = pool_slice(pool, buf_view(&name));
	}
	buf_free(&name);
	free(count);
	map_free(&words);
}

static void
label_all(const struct candidates *c, const uint32_t *theme, size_t k,
          struct pool *pool, struct label *labels)
{
	uint32_t *held = mem_alloc((c->keys.n + 1) * sizeof(*held));
	bool *taken = mem_zalloc(c->keys.n + 1, sizeof(*taken));

	for (uint32_t t = 0; t < k; t++) {
		count_theme(c, theme, t, held);
		for (size_t i = 0; i < c->keys.n; i++)
			c->of[i].themes += held[i] > 0;
	}
	for (uint32_t t = 0; t < k; t++) {
		size_t size = 0;

		for (size_t i = 0; i < c->held.rows; i++)
			size += theme[i] == t;
		count_theme(c, theme, t, held);
		label_theme(c, held, size, c->held.rows, k, taken, pool,
		            &labels[t]);
	}
	free(taken);
	free(held);
}

void
label_themes(struct stem *stems, const struct slice *texts, size_t n,
             const uint32_t *theme, size_t k, struct pool *pool,
             struct label *labels)
{
	struct candidates c;

	candidates_init(&c, stems, texts, n);
	label_all(&c, theme, k, pool, labels);
	for (uint32_t t = 0; t < k; t++)
		if (labels[t].n == 0)
			label_by_words(stems, texts, theme, n, t, pool,
			               &labels[t]);
	candidates_free(&c);
}
