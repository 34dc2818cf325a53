#include "math/corpus.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "math/elem.h"
#include "text/terms.h"

enum { SHORTEST = 3, LONGEST = 5 };

struct word_runs {
	uint32_t *run;
	size_t n;
	bool done;
};

void
corpus_init(struct corpus *c, const char *language, bool characters)
{
	*c = (struct corpus){ .runs = MAP_INIT, .characters = characters };
	c->stems = stem_new(language);
}

bool
corpus_wordless(const struct corpus *c, size_t n)
{
	return sparse_len(&c->words, n) == 0;
}

/* Where each character of word begins, and its end. Return how many. */
static size_t
characters(struct slice word, size_t *at)
{
	size_t n = 0;

	for (size_t i = 0; i < word.len; i++)
		if (((unsigned char)word.p[i] & 0xc0) != 0x80)
			at[n++] = i;
	at[n] = word.len;
	return n;
}

/* The number of a run; that of a new one is STEM_NONE unless learn. */
static uint32_t
number_run(struct corpus *c, struct slice run, bool learn)
{
	size_t n = learn ? map_add(&c->runs, run) : map_find(&c->runs, run);

	return n == MAP_NONE ? STEM_NONE : (uint32_t)n;
}

/* Number the runs of a word with a blank at each end. */
static void
number_runs(struct corpus *c, struct slice word, bool learn,
            struct word_runs *w)
{
	char padded[TOKEN_MAX + 2];
	size_t at[TOKEN_MAX + 3], n, cap = 0;

	padded[0] = ' ';
	memcpy(padded + 1, word.p, word.len);
	padded[word.len + 1] = ' ';
	n = characters((struct slice){ padded, word.len + 2 }, at);
	for (size_t len = SHORTEST; len <= LONGEST; len++) {
		size_t i = 0;

		do {
			size_t last = i + len < n ? i + len : n;
			struct slice run = { padded + at[i], at[last] - at[i] };

			w->run =
			    mem_grow(w->run, &cap, w->n + 1, sizeof(*w->run));
			w->run[w->n++] = number_run(c, run, learn);
		} while (++i + len <= n);
		if (len >= n)
			break; /* a short word counts once */
	}
	w->done = true;
}

static const struct word_runs *
runs_of(struct corpus *c, uint32_t word)
{
	size_t before = c->nknown;

	if (word >= c->nknown) {
		c->known = mem_grow(c->known, &c->cap, (size_t)word + 1,
		                    sizeof(*c->known));
		c->nknown = (size_t)word + 1;
		memset(c->known + before, 0,
		       (c->nknown - before) * sizeof(*c->known));
	}
	if (!c->known[word].done)
		number_runs(c, stem_word_text(c->stems, word), true,
		            &c->known[word]);
	return &c->known[word];
}

static void
add_grams(struct corpus *c, const struct terms *r)
{
	uint32_t *all = NULL;
	size_t n = 0, cap = 0;

	for (size_t i = 0; i < r->n; i++) {
		const struct word_runs *w = runs_of(c, r->word[i]);

		all = mem_grow(all, &cap, n + w->n, sizeof(*all));
		memcpy(all + n, w->run, w->n * sizeof(*all));
		n += w->n;
	}
	sparse_count(&c->grams, all, n);
	free(all);
}

void
corpus_add(struct corpus *c, struct slice text)
{
	struct terms w = TERMS_INIT;

	terms_read(&w, c->stems, text);
	if (c->characters)
		add_grams(c, &w);
	sparse_count(&c->words, w.stem, w.n);
	terms_free(&w);
}

void
corpus_weigh(struct corpus *c)
{
	double rows = 1 + (double)c->words.rows;

	c->word_weight = sparse_weights(&c->words);
	c->gram_weight = sparse_weights(&c->grams);
	sparse_weigh_by(&c->words, c->word_weight);
	sparse_weigh_by(&c->grams, c->gram_weight);
	c->rarest = (float)(1 + elem_log(rows / 2));
	c->learned = c->nknown;
}

/* The runs of the words of a text, those that the corpus knows or not. */
static size_t
peek_runs(struct corpus *c, const struct terms *r, uint32_t **all)
{
	size_t n = 0, cap = 0;

	*all = NULL;
	for (size_t i = 0; i < r->n; i++) {
		struct word_runs fresh = { 0 }, *w = &fresh;

		if (r->word[i] == STEM_NONE)
			continue;
		if (r->word[i] < c->learned)
			w = &c->known[r->word[i]];
		else
			number_runs(c, stem_word_text(c->stems, r->word[i]),
			            false, w);
		*all = mem_grow(*all, &cap, n + w->n, sizeof(**all));
		if (w->n > 0)
			memcpy(*all + n, w->run, w->n * sizeof(**all));
		n += w->n;
		free(fresh.run);
	}
	return n;
}

/* Make a row of columns, of which those without a weight only add length. */
static void
weigh_row(struct sparse *out, uint32_t *columns, size_t n, size_t known,
          const float *weights, float rarest)
{
	size_t kept = 0;
	double unknown = 0, sum = 0;

	out->rows = out->n = out->columns = 0;
	for (size_t i = 0; i < n; i++)
		if (columns[i] < known)
			columns[kept++] = columns[i];
	unknown = (double)(n - kept) * (double)rarest * (double)rarest;
	sparse_count(out, columns, kept);
	for (size_t i = 0; i < out->n; i++) {
		double v = out->value[i];

		v = (v > 1 ? 1 + elem_log(v) : v) * weights[out->column[i]];
		out->value[i] = (float)v;
		sum += v * v;
	}
	sum = sum + unknown > 0 ? 1 / elem_sqrt(sum + unknown) : 0;
	for (size_t i = 0; i < out->n; i++)
		out->value[i] = (float)(out->value[i] * sum);
}

void
corpus_peek(struct corpus *c, struct slice text, struct sparse *words,
            struct sparse *grams)
{
	struct terms w = TERMS_INIT;
	uint32_t *runs;
	size_t n;

	terms_find(&w, c->stems, text);
	n = peek_runs(c, &w, &runs);
	weigh_row(grams, runs, n, c->grams.columns, c->gram_weight, c->rarest);
	weigh_row(words, w.stem, w.n, c->words.columns, c->word_weight,
	          c->rarest);
	free(runs);
	terms_free(&w);
}

void
corpus_free(struct corpus *c)
{
	for (size_t i = 0; i < c->nknown; i++)
		free(c->known[i].run);
	free(c->known);
	free(c->word_weight);
	free(c->gram_weight);
	map_free(&c->runs);
	sparse_free(&c->words);
	sparse_free(&c->grams);
	stem_free(c->stems);
	memset(c, 0, sizeof(*c));
}
