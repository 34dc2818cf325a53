#include <stdlib.h>

#include "base/mem.h"
#include "math/coding_parts.h"

/* The least score of a text that fits, and of how many examples it takes to
 * say that it is more. */
enum { FEW = 40 };
static const float usual_fit = 0.25f, usual_fit_by_words = 0.15f;

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
	dot = coding_dot(c, i, code);
	return s + c->share_vectors *
	               coding_cosine(dot - w, c->sums_square[code] -
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

/*
 * The least score from which on at least half of the trials were right; that
 * of the best trial if there is none.
 */
static float
half_right(struct trial *t, size_t n)
{
	float least;
	size_t right = 0;

	mem_sort(t, n, sizeof(*t), by_score);
	least = n > 0 ? t[0].score : 1;
	for (size_t i = 0; i < n; i++) {
		right += t[i].right;
		if (2 * right > i)
			least = t[i].score;
	}
	return least;
}

void
coding_find_fit(struct coding *c)
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
	if (n >= FEW) {
		float learnt = half_right(t, n);

		c->fit = learnt > c->fit ? learnt : c->fit;
	}
	free(t);
	free(score);
	free(of);
}

float
coding_fit(const struct coding *c)
{
	return c->fit;
}
