#include "math/field.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/mem.h"
#include "math/corpus.h"
#include "math/settle.h"
#include "math/vec.h"
#include "text/hollow.h"

static bool
has_vector(const struct theming_options *o, size_t text)
{
	const float *v = o->vectors + text * o->dims;

	return vec_dot(v, v, o->dims) > 0;
}

/*
 * Mix similarities by words, by characters and by vectors. Two texts of which
 * one has no vector are compared by words and characters alone.
 */
static void
mix(struct field *f, const float *words, const float *runs,
    const struct theming_options *o)
{
	bool *has = mem_zalloc(f->n + 1, sizeof(*has));

	for (size_t i = 0; i < f->n && o->vectors != NULL; i++)
		has[i] = has_vector(o, f->text[i]);
	for (size_t i = 0; i < f->n; i++) {
		for (size_t j = i; j < f->n; j++) {
			size_t at = i * f->n + j;
			float w = words[at], r = runs[at], m, v;

			if (has[i] && has[j]) {
				v = vec_dot(o->vectors + f->text[i] * o->dims,
				            o->vectors + f->text[j] * o->dims,
				            o->dims);
				m = (1 - o->share) * (w + r) / 2 +
				    o->share * (v > 0 ? v : 0);
			} else if (o->vectors != NULL)
				m = 0.7f * w + 0.3f * r;
			else
				m = (w + r) / 2;
			f->similarity[at] = f->similarity[j * f->n + i] = m;
		}
	}
	free(has);
}

static void
compare(struct field *f, const struct corpus *c,
        const struct theming_options *o)
{
	size_t n = f->n * f->n + 1;
	float *words = mem_zalloc(n, sizeof(*words));
	float *runs = mem_zalloc(n, sizeof(*runs));

	f->similarity = mem_alloc(n * sizeof(*f->similarity));
	sparse_products(&c->words, 1, words);
	sparse_products(&c->grams, 1, runs);
	mix(f, words, runs, o);
	free(words);
	free(runs);
}

void
field_init(struct field *f, const struct slice *texts, size_t n,
           const struct theming_options *o)
{
	struct corpus all, c;

	corpus_init(&all, o->language, false);
	corpus_init(&c, o->language, true);
	f->n = 0;
	f->text = mem_alloc((n + 1) * sizeof(*f->text));
	for (size_t i = 0; i < n; i++) {
		corpus_add(&all, texts[i]);
		if (corpus_wordless(&all, i) || hollow(texts[i]))
			continue;
		f->text[f->n++] = (uint32_t)i;
		corpus_add(&c, texts[i]);
	}
	corpus_weigh(&c);
	compare(f, &c, o);
	corpus_free(&all);
	corpus_free(&c);
}

void
field_settle(struct field *f, uint32_t *cluster)
{
	size_t n = f->n, m = 0, at = 0;
	float *s = f->similarity;

	/* Rows and columns only move to the front: one pass will do. */
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < n && cluster[i] != SETTLE_NONE; j++)
			if (cluster[j] != SETTLE_NONE)
				s[at++] = s[i * n + j];
	for (size_t i = 0; i < n; i++) {
		if (cluster[i] == SETTLE_NONE)
			continue;
		f->text[m] = f->text[i];
		cluster[m++] = cluster[i];
	}
	f->n = m;
}

void
field_free(struct field *f)
{
	free(f->text);
	free(f->similarity);
}
