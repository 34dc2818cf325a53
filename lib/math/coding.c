#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/coding_parts.h"
#include "math/select.h"

/* How much of the similarity is by meaning, where there are vectors. */
static const float vector_share = 0.25f;

/*
 * Texts that fit one code much better than any other teach what else that
 * code is about: so often, and at most so much against an example.
 */
enum { LESSONS = 4, ENOUGH = 8 };
static const float lesson_weight = 0.07f;

/* Put the texts that speak for a code in order of the codes. */
static void
order_texts(struct coding *c)
{
	size_t k = c->in->k;
	size_t *start = mem_zalloc(k + 1, sizeof(*start));

	c->norder = 0;
	for (size_t i = 0; i < c->in->n; i++) {
		if (c->weight[i] > 0) {
			start[c->label[i] + 1]++;
			c->norder++;
		}
	}
	for (size_t i = 0; i < k; i++)
		start[i + 1] += start[i];
	for (size_t i = 0; i < c->in->n; i++)
		if (c->weight[i] > 0)
			c->order[start[c->label[i]]++] = (uint32_t)i;
	free(start);
}

static void
learn_vectors(struct coding *c)
{
	size_t dims = c->in->dims, k = c->in->k;

	if (c->in->vectors == NULL)
		return;
	memset(c->sums, 0, k * dims * sizeof(*c->sums));
	for (size_t i = 0; i < c->norder; i++) {
		uint32_t text = c->order[i];
		double *sum = c->sums + c->label[text] * dims;
		const float *v = c->in->vectors + text * dims;

		for (size_t d = 0; d < dims; d++)
			sum[d] += (double)c->weight[text] * (double)v[d];
	}
	for (size_t i = 0; i < k; i++) {
		c->sums_square[i] = 0;
		for (size_t d = 0; d < dims; d++)
			c->sums_square[i] +=
			    c->sums[i * dims + d] * c->sums[i * dims + d];
	}
}

static void
learn(struct coding *c)
{
	order_texts(c);
	index_learn(&c->words, c, &c->corpus.words);
	index_learn(&c->grams, c, &c->corpus.grams);
	learn_vectors(c);
}

double
coding_dot(const struct coding *c, size_t text, size_t code)
{
	const float *v = c->in->vectors + text * c->in->dims;
	const double *sum = c->sums + code * c->in->dims;
	double dot = 0;

	for (size_t d = 0; d < c->in->dims; d++)
		dot += (double)v[d] * sum[d];
	return dot;
}

void
coding_score(const struct coding *c, size_t i, float *score)
{
	size_t k = c->in->k;

	memset(score, 0, k * sizeof(*score));
	index_score(&c->words, &c->corpus.words, i, c->share, k, score);
	index_score(&c->grams, &c->corpus.grams, i, c->share, k, score);
	for (size_t j = 0; j < k && c->in->vectors != NULL; j++)
		score[j] +=
		    c->share_vectors *
		    coding_cosine(coding_dot(c, i, j), c->sums_square[j]);
}

void
coding_ask(struct coding *c, struct slice text, float *score)
{
	size_t k = c->in->k;

	corpus_peek(&c->corpus, text, &c->asked_words, &c->asked_grams);
	memset(score, 0, k * sizeof(*score));
	index_score(&c->words, &c->asked_words, 0, c->share, k, score);
	index_score(&c->grams, &c->asked_grams, 0, c->share, k, score);
}

/* The best code of a text, and by how much. */
static float
margin(const float *score, size_t k, uint32_t *best)
{
	float second = -1;

	*best = 0;
	for (uint32_t i = 1; i < k; i++) {
		if (score[i] > score[*best]) {
			second = score[*best];
			*best = i;
		} else if (score[i] > second)
			second = score[i];
	}
	return score[*best] - second;
}

/*
 * See that no code learns more from lessons than from its examples, and none
 * with few examples anything: it would learn what is beside the point.
 */
static void
cap_lessons(struct coding *c)
{
	double *own = mem_zalloc(c->in->k + 1, sizeof(*own));
	double *more = mem_zalloc(c->in->k + 1, sizeof(*more));

	for (size_t i = 0; i < c->in->n; i++)
		*(i < c->in->examples ? &own[c->label[i]] :
		                        &more[c->label[i]]) +=
		    (double)c->weight[i];
	for (size_t i = c->in->examples; i < c->in->n; i++) {
		uint32_t k = c->label[i];

		if (own[k] < ENOUGH)
			c->weight[i] = 0;
		else if (more[k] > own[k])
			c->weight[i] *= (float)(own[k] / more[k]);
	}
	free(more);
	free(own);
}

/* Let the texts that are no examples speak for the code they fit best. */
static void
weigh_texts(struct coding *c)
{
	size_t first = c->in->examples, n = 0, k = c->in->k;
	float *margins = mem_alloc((c->in->n + 1) * sizeof(*margins));
	float *score = mem_alloc((k + 1) * sizeof(*score)), usual;

	for (size_t i = first; i < c->in->n; i++) {
		float by;

		if (c->in->weight[i] == 0)
			continue;
		coding_score(c, i, score);
		by = margin(score, k, &c->label[i]);
		c->weight[i] = score[c->label[i]] < c->fit ? 0 : by;
		margins[n++] = c->weight[i];
	}
	usual = n > 0 ? 2 * select_nth(margins, n, n / 2) + 1e-9f : 1;
	for (size_t i = first; i < c->in->n; i++)
		c->weight[i] = c->weight[i] > usual ?
		                   lesson_weight :
		                   lesson_weight * c->weight[i] / usual;
	cap_lessons(c);
	free(score);
	free(margins);
}

static void
add_texts(struct coding *c)
{
	corpus_init(&c->corpus, c->in->language, true);
	for (size_t i = 0; i < c->in->n; i++) {
		corpus_add(&c->corpus, c->in->texts[i]);
		if (i < c->in->examples) {
			c->label[i] = c->in->code[i];
			c->weight[i] = c->in->weight[i];
		}
	}
	corpus_weigh(&c->corpus);
}

struct coding *
coding_new(const struct coding_input *in)
{
	struct coding *c = mem_zalloc(1, sizeof(*c));

	c->in = in;
	c->share_vectors = in->vectors ? vector_share : 0;
	c->share = (1 - c->share_vectors) / 2;
	c->label = mem_zalloc(in->n + 1, sizeof(*c->label));
	c->weight = mem_zalloc(in->n + 1, sizeof(*c->weight));
	c->order = mem_alloc((in->n + 1) * sizeof(*c->order));
	c->sums = mem_zalloc(in->k * in->dims + 1, sizeof(*c->sums));
	c->sums_square = mem_zalloc(in->k + 1, sizeof(*c->sums_square));
	index_init(&c->words, in->k);
	index_init(&c->grams, in->k);
	add_texts(c);
	learn(c);
	if (in->fit >= 0)
		c->fit = in->fit;
	else
		coding_find_fit(c);
	for (int i = 0; i < LESSONS && in->k > 1 && in->n > in->examples; i++) {
		weigh_texts(c);
		learn(c);
	}
	return c;
}

void
coding_free(struct coding *c)
{
	if (c == NULL)
		return;
	index_free(&c->words);
	index_free(&c->grams);
	corpus_free(&c->corpus);
	sparse_free(&c->asked_words);
	sparse_free(&c->asked_grams);
	free(c->sums);
	free(c->sums_square);
	free(c->label);
	free(c->weight);
	free(c->order);
	free(c);
}
