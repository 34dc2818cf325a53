#include "math/label.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/map.h"
#include "base/mem.h"
#include "math/elem.h"
#include "math/sparse.h"
#include "text/phrase.h"
#include "text/stop.h"
#include "text/token.h"

/* What is known of each candidate, by its number. */
struct candidate {
	uint32_t texts;    /* that hold it */
	uint32_t themes;   /* whose texts hold it */
	uint32_t surfaces; /* how often its commonest form was seen */
	struct slice surface;
	unsigned char words;
	bool weak;
};

struct candidates {
	struct map keys;
	struct map forms; /* number of the key in four bytes, then the form */
	uint32_t *seen;   /* how often each form was */
	size_t cap_seen;
	struct candidate *of;
	size_t cap;
	struct sparse held; /* texts by candidates */
};

struct scored {
	double score;
	uint32_t candidate;
};

static void
count_form(struct candidates *c, uint32_t number, struct slice surface,
           struct buf *scratch)
{
	size_t before = c->forms.n, form;

	buf_reset(scratch);
	buf_add(scratch, &number, sizeof(number));
	buf_slice(scratch, surface);
	form = map_add(&c->forms, buf_view(scratch));
	c->seen = mem_grow(c->seen, &c->cap_seen, form + 1, sizeof(*c->seen));
	if (form == before)
		c->seen[form] = 0;
	c->seen[form]++;
}

static uint32_t
count_phrase(struct candidates *c, const struct phrase *p, struct buf *scratch)
{
	size_t before = c->keys.n;
	size_t n = map_add(&c->keys, p->key);

	c->of = mem_grow(c->of, &c->cap, n + 1, sizeof(*c->of));
	if (n == before) {
		memset(&c->of[n], 0, sizeof(c->of[n]));
		c->of[n].words = (unsigned char)p->words;
		c->of[n].weak = p->weak;
	}
	count_form(c, (uint32_t)n, p->surface, scratch);
	return (uint32_t)n;
}

static void
read_text(struct candidates *c, struct stem *stems, struct slice text)
{
	struct phrases p;
	struct phrase phrase;
	struct buf scratch = BUF_INIT;
	uint32_t *list = NULL;
	size_t n = 0, cap = 0;

	phrases_start(&p, stems, text);
	while (phrases_next(&p, &phrase)) {
		list = mem_grow(list, &cap, n + 1, sizeof(*list));
		list[n++] = count_phrase(c, &phrase, &scratch);
	}
	phrases_end(&p);
	sparse_count(&c->held, list, n);
	free(list);
	buf_free(&scratch);
}

/* The commonest form of each candidate; of two as common, the first in order
 * of bytes. */
static void
choose_forms(struct candidates *c)
{
	for (size_t i = 0; i < c->forms.n; i++) {
		struct slice s = map_key(&c->forms, i);
		struct candidate *d;
		uint32_t number;

		memcpy(&number, s.p, sizeof(number));
		s.p += sizeof(number);
		s.len -= sizeof(number);
		d = &c->of[number];
		if (c->seen[i] > d->surfaces ||
		    (c->seen[i] == d->surfaces &&
		     slice_cmp(s, d->surface) < 0)) {
			d->surfaces = c->seen[i];
			d->surface = s;
		}
	}
}

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
      size_t k)
{
	double a = inside, e = (double)d->texts * (double)size / (double)n;
	double least = 0.06 * (double)size;

	if (a < least || (a < 2 && size > 3) || d->weak)
		return 0;
	if (size < n && a <= e)
		return 0;
	/* What most themes speak of tells them apart only if all of it is here.
	 */
	if (k > 3 && d->themes * 2 > k && a < 0.5 * (double)size)
		return 0;
	return (size < n ? likelihood_ratio(a, d->texts - a, e) : a) *
	       (1 + 0.35 * (d->words - 1));
}

static int
by_score(const void *a, const void *b)
{
	const struct scored *x = a, *y = b;

	if (x->score != y->score)
		return x->score < y->score ? 1 : -1;
	return (x->candidate > y->candidate) - (x->candidate < y->candidate);
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

/* Take the best candidates that do not overlap; taken marks the labels. */
static void
pick(const struct candidates *c, const struct scored *list, size_t n,
     bool *taken, struct pool *pool, struct label *label)
{
	uint32_t chosen[LABEL_TERMS];

	label->n = 0;
	for (size_t i = 0; i < n && label->n < LABEL_TERMS; i++) {
		uint32_t number = list[i].candidate;
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
	size_t m = 0;

	for (uint32_t i = 0; i < c->keys.n; i++) {
		double s;

		if (held[i] == 0)
			continue;
		s = score(&c->of[i], held[i], size, n, k);
		if (s > 0)
			list[m++] = (struct scored){ s, i };
	}
	qsort(list, m, sizeof(*list), by_score);
	pick(c, list, m, taken, pool, label);
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
	struct candidates c = { .keys = MAP_INIT, .forms = MAP_INIT };

	for (size_t i = 0; i < n; i++)
		read_text(&c, stems, texts[i]);
	for (size_t i = 0; i < c.held.n; i++)
		c.of[c.held.column[i]].texts++;
	choose_forms(&c);
	label_all(&c, theme, k, pool, labels);
	for (uint32_t t = 0; t < k; t++)
		if (labels[t].n == 0)
			label_by_words(stems, texts, theme, n, t, pool,
			               &labels[t]);
	map_free(&c.keys);
	map_free(&c.forms);
	free(c.seen);
	free(c.of);
	sparse_free(&c.held);
}
