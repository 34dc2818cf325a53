#include "math/coding.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/corpus.h"
#include "math/elem.h"
#include "math/select.h"

/* How much is taken off what vectors have in common, if there are far more of
 * them than COMMON. */
enum { COMMON = 50 };
static const double common_share = 0.4;

/* How much of the similarity is by meaning, where there are vectors. */
static const float vector_share = 0.25f;

/*
 * Texts that fit one code much better than any other teach what else that
 * code is about: so often, and at most so much against an example.
 */
enum { LESSONS = 4, ENOUGH = 8 };
static const float lesson_weight = 0.07f;

/* The least score of a text that fits, and of how many examples it takes to
 * say that it is more. */
enum { FEW = 40 };
static const float usual_fit = 0.25f, usual_fit_by_words = 0.15f;

/* An entry of the sum of a code's texts. */
struct entry {
	uint32_t column, code;
	float value;
};

/* The sums by column, those of a column by ascending code. */
struct index {
	struct entry *v;
	size_t n, cap;
	size_t *start;  /* columns + 1 */
	double *square; /* of the length of each code's sum */
};

struct coding {
	const struct coding_input *in;
	struct corpus corpus;
	float share, share_vectors; /* of words and of characters each */
	struct index words, grams;
	double *sums;        /* k * dims */
	double *sums_square; /* of their lengths */
	uint32_t *label;     /* the code that each text speaks for */
	float *weight;       /* and how much: 0 for not at all */
	uint32_t *order;     /* the texts that do, by code */
	size_t norder;
	float fit; /* see coding_fit */
};

void
coding_centre(float *vectors, size_t n, size_t dims)
{
	double *mean = mem_zalloc(dims + 1, sizeof(*mean));
	double share = common_share / (double)(n + COMMON);

	for (size_t i = 0; i < n; i++)
		for (size_t d = 0; d < dims; d++)
			mean[d] += (double)vectors[i * dims + d];
	for (size_t i = 0; i < n; i++) {
		float *v = vectors + i * dims;
		double square = 0, factor;

		for (size_t d = 0; d < dims; d++)
			square += (double)v[d] * (double)v[d];
		if (square == 0)
			continue;
		square = 0;
		for (size_t d = 0; d < dims; d++) {
			v[d] -= (float)(share * mean[d]);
			square += (double)v[d] * (double)v[d];
		}
		factor = square > 0 ? 1 / elem_sqrt(square) : 0;
		for (size_t d = 0; d < dims; d++)
			v[d] = (float)((double)v[d] * factor);
	}
	free(mean);
}

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

/* Sort the entries, which come by code, by column. */
static void
sort_entries(struct index *x, size_t columns)
{
	struct entry *sorted = mem_alloc((x->n + 1) * sizeof(*sorted));

	free(x->start);
	x->start = mem_zalloc(columns + 2, sizeof(*x->start));
	for (size_t i = 0; i < x->n; i++)
		x->start[x->v[i].column + 2]++;
	for (size_t i = 0; i <= columns; i++)
		x->start[i + 1] += x->start[i];
	for (size_t i = 0; i < x->n; i++)
		sorted[x->start[x->v[i].column + 1]++] = x->v[i];
	free(x->v);
	x->v = sorted;
	x->cap = x->n;
}

/* Append the sum that stands in acc, at the columns touched; clear it. */
static void
take_sum(struct index *x, uint32_t code, float *acc, const uint32_t *touched,
         size_t n)
{
	double square = 0;

	x->v = mem_grow(x->v, &x->cap, x->n + n, sizeof(*x->v));
	for (size_t i = 0; i < n; i++) {
		float v = acc[touched[i]];

		x->v[x->n++] = (struct entry){ touched[i], code, v };
		square += (double)v * (double)v;
		acc[touched[i]] = 0;
	}
	x->square[code] = square;
}

/* Sum the rows of m by code. */
static void
index_learn(struct index *x, const struct coding *c, const struct sparse *m)
{
	float *acc = mem_zalloc(m->columns + 1, sizeof(*acc));
	uint32_t *touched = mem_alloc((m->columns + 1) * sizeof(*touched));
	size_t n = 0;

	x->n = 0;
	memset(x->square, 0, c->in->k * sizeof(*x->square));
	for (size_t i = 0; i < c->norder; i++) {
		uint32_t text = c->order[i], code = c->label[text];
		float w = c->weight[text];

		for (size_t j = m->start[text]; j < m->start[text + 1]; j++) {
			if (acc[m->column[j]] == 0)
				touched[n++] = m->column[j];
			acc[m->column[j]] += w * m->value[j];
		}
		if (i + 1 == c->norder || c->label[c->order[i + 1]] != code) {
			take_sum(x, code, acc, touched, n);
			n = 0;
		}
	}
	sort_entries(x, m->columns);
	free(touched);
	free(acc);
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

static float
cosine(double dot, double square)
{
	return square > 1e-12 ? (float)(dot / elem_sqrt(square)) : 0;
}

/* Add the cosines of a row with each code, times share, to score. */
static void
index_score(const struct index *x, const struct sparse *m, size_t row,
            float share, size_t k, double *dots, float *score)
{
	memset(dots, 0, k * sizeof(*dots));
	for (size_t i = m->start[row]; i < m->start[row + 1]; i++) {
		size_t end = x->start[m->column[i] + 1];
		double v = m->value[i];

		for (size_t j = x->start[m->column[i]]; j < end; j++)
			dots[x->v[j].code] += v * (double)x->v[j].value;
	}
	for (size_t i = 0; i < k; i++)
		score[i] += share * cosine(dots[i], x->square[i]);
}

static double
vector_dot(const struct coding *c, size_t text, size_t code)
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
	double *dots = mem_alloc((k + 1) * sizeof(*dots));

	memset(score, 0, k * sizeof(*score));
	index_score(&c->words, &c->corpus.words, i, c->share, k, dots, score);
	index_score(&c->grams, &c->corpus.grams, i, c->share, k, dots, score);
	for (size_t j = 0; j < k && c->in->vectors != NULL; j++)
		score[j] += c->share_vectors *
		            cosine(vector_dot(c, i, j), c->sums_square[j]);
	free(dots);
}

/* The cosine of row with the rest of its code, which it has the weight w in. */
static float
index_left_out(const struct index *x, const struct sparse *m, size_t row,
               uint32_t code, double w)
{
	double dot = 0;

	for (size_t i = m->start[row]; i < m->start[row + 1]; i++) {
		size_t end = x->start[m->column[i] + 1];

		for (size_t j = x->start[m->column[i]]; j < end; j++)
			if (x->v[j].code == code)
				dot +=
				    (double)m->value[i] * (double)x->v[j].value;
	}
	return cosine(dot - w, x->square[code] - 2 * w * dot + w * w);
}

/* How well example i fits its own code if that is learnt without it. */
static float
left_out(const struct coding *c, size_t i)
{
	uint32_t code = c->label[i];
	double w = c->weight[i], dot;
	float s = c->share *
	          (index_left_out(&c->words, &c->corpus.words, i, code, w) +
	           index_left_out(&c->grams, &c->corpus.grams, i, code, w));

	if (c->in->vectors == NULL)
		return s;
	dot = vector_dot(c, i, code);
	return s + c->share_vectors * cosine(dot - w, c->sums_square[code] -
	                                                  2 * w * dot + w * w);
}

struct trial {
	float score;
	bool right;
};

static int
by_score(const void *a, const void *b)
{
	const struct trial *x = a, *y = b;

	return x->score != y->score ? (x->score < y->score ? 1 : -1) :
	                              (int)y->right - (int)x->right;
}

/* Code an example as if it were none: how well what fits best does, and
 * whether that is its code. */
static struct trial
try_example(const struct coding *c, size_t i, float *score)
{
	uint32_t best = 0;

	coding_score(c, i, score);
	score[c->label[i]] = left_out(c, i);
	for (uint32_t k = 1; k < c->in->k; k++)
		if (score[k] > score[best])
			best = k;
	return (struct trial){ score[best], best == c->label[i] };
}

/* The least score from which on at least half of the trials were right. */
static float
half_right(struct trial *t, size_t n)
{
	float least = n > 0 ? t[0].score : 1;
	size_t right = 0;

	qsort(t, n, sizeof(*t), by_score);
	for (size_t i = 0; i < n; i++) {
		right += t[i].right;
		if (2 * right > i)
			least = t[i].score;
	}
	return least;
}

/* Learn from the examples, each left out in turn, how well a text must fit. */
static void
find_fit(struct coding *c)
{
	size_t n = 0, *of = mem_zalloc(c->in->k + 1, sizeof(*of));
	float *score = mem_alloc((c->in->k + 1) * sizeof(*score));
	struct trial *t = mem_alloc((c->in->examples + 1) * sizeof(*t));

	for (size_t i = 0; i < c->in->examples; i++)
		of[c->label[i]] += c->in->weight[i] == 1;
	for (size_t i = 0; i < c->in->examples; i++) {
		if (of[c->label[i]] < 2 || c->in->weight[i] != 1)
			continue;
		t[n++] = try_example(c, i, score);
	}
	c->fit = c->in->vectors ? usual_fit : usual_fit_by_words;
	if (n >= FEW && half_right(t, n) > c->fit)
		c->fit = half_right(t, n);
	free(t);
	free(score);
	free(of);
}

float
coding_fit(const struct coding *c)
{
	return c->fit;
}

bool
coding_wordless(const struct coding *c, size_t i)
{
	return corpus_wordless(&c->corpus, i);
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
	size_t first = c->in->examples, n = c->in->n - first, k = c->in->k;
	float *margins = mem_alloc((n + 1) * sizeof(*margins));
	float *score = mem_alloc((k + 1) * sizeof(*score)), usual;

	for (size_t i = 0; i < n; i++) {
		coding_score(c, first + i, score);
		margins[i] = margin(score, k, &c->label[first + i]);
		if (score[c->label[first + i]] < c->fit)
			margins[i] = 0;
		c->weight[first + i] = margins[i];
	}
	usual = 2 * select_nth(margins, n, n / 2) + 1e-9f;
	for (size_t i = first; i < c->in->n; i++)
		c->weight[i] = c->weight[i] > usual ?
		                   lesson_weight :
		                   lesson_weight * c->weight[i] / usual;
	cap_lessons(c);
	free(score);
	free(margins);
}

static void
index_init(struct index *x, size_t k)
{
	*x = (struct index){ .square = mem_zalloc(k + 1, sizeof(double)) };
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
		find_fit(c);
	for (int i = 0; i < LESSONS && in->k > 1 && in->n > in->examples; i++) {
		weigh_texts(c);
		learn(c);
	}
	return c;
}

static void
index_free(struct index *x)
{
	free(x->v);
	free(x->start);
	free(x->square);
}

void
coding_free(struct coding *c)
{
	if (c == NULL)
		return;
	index_free(&c->words);
	index_free(&c->grams);
	corpus_free(&c->corpus);
	free(c->sums);
	free(c->sums_square);
	free(c->label);
	free(c->weight);
	free(c->order);
	free(c);
}

/* Whether code a comes before b: more rules, or the better score. */
static bool
goes_before(const uint32_t *hits, const float *score, uint32_t a, uint32_t b)
{
	if (hits[a] != hits[b])
		return hits[a] > hits[b];
	return score[a] > score[b];
}

size_t
coding_choose(const uint32_t *hits, const float *score, size_t k, float fit,
              float rho, size_t most, uint32_t *list)
{
	float least = fit;
	size_t n = 0;

	for (size_t i = 0; i < k; i++)
		if (rho * score[i] > least)
			least = rho * score[i];
	for (uint32_t i = 0; i < k; i++) {
		size_t at = n;

		if (hits[i] == 0 && score[i] < least)
			continue;
		while (at > 0 && goes_before(hits, score, i, list[at - 1]))
			at--;
		if (at == most)
			continue;
		n += n < most;
		memmove(list + at + 1, list + at, (n - at - 1) * sizeof(*list));
		list[at] = i;
	}
	return n;
}
