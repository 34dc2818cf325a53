#include "math/assign.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/elem.h"
#include "math/lanes.h"
#include "math/mixture_parts.h"

/* Another theme is a text's too if it fits nearly as well as its own. */
static const float second_share = 0.9f;

enum { STEP = 4 };

struct assign {
	size_t k, columns, width;
	double least;   /* ratio with which a text fits a theme */
	lanes *likely;  /* columns * width: p(w | z) / p(w) */
	lanes *mean;    /* columns * width: of length 1 by theme */
	float *rarity;  /* columns: the weight of each in a cosine */
	double rarest;  /* that of a word that no theme has */
	lanes *prior;   /* width */
	lanes *product; /* width */
	lanes *cosine;  /* width */
};

/* How many texts of all themes hold each column; the sum of that. */
static double
count_columns(const struct mixture *m, double *held)
{
	double sum = 0;

	for (size_t c = 0; c < m->columns; c++) {
		for (size_t k = 0; k < m->k; k++)
			held[c] += m->held[c * m->k + k];
		sum += held[c];
	}
	return sum;
}

static void
fill_likely(struct assign *a, const struct mixture *m, const double *held,
            double sum)
{
	double *own = mem_zalloc(m->k + 1, sizeof(*own));
	struct mixture_prior p;

	mixture_prior_init(&p, sum, m->k, m->columns);
	for (size_t c = 0; c < m->columns; c++)
		for (size_t k = 0; k < m->k; k++)
			own[k] += m->held[c * m->k + k];
	for (size_t c = 0; c < m->columns; c++) {
		float *to = lanes_floats(a->likely + c * a->width);

		for (size_t k = 0; k < m->k && held[c] > 0; k++) {
			double n = m->held[c * m->k + k];
			double share = (n + p.each) / (own[k] + p.all);

			to[k] = (float)(MIXTURE_OWN * share * sum / held[c] +
			                (1 - MIXTURE_OWN));
		}
	}
	free(own);
}

static void
fill_means(struct assign *a, const struct mixture *m, const double *held)
{
	double *length = mem_zalloc(m->k + 1, sizeof(*length)), texts = 1;

	for (size_t k = 0; k < m->k; k++)
		texts += m->texts[k];
	a->rarest = 1 + elem_log(texts);
	for (size_t c = 0; c < m->columns; c++) {
		double r = 1 + elem_log(texts / (1 + held[c]));

		a->rarity[c] = (float)r;
		for (size_t k = 0; k < m->k; k++) {
			double v = r * m->held[c * m->k + k];

			length[k] += v * v;
		}
	}
	for (size_t k = 0; k < m->k; k++)
		length[k] = length[k] > 0 ? 1 / elem_sqrt(length[k]) : 0;
	for (size_t c = 0; c < m->columns; c++)
		for (size_t k = 0; k < m->k; k++)
			lanes_floats(a->mean + c * a->width)[k] =
			    (float)((double)a->rarity[c] *
			            m->held[c * m->k + k] * length[k]);
	free(length);
}

struct assign *
assign_new(const struct mixture *m, double least)
{
	struct assign *a = mem_zalloc(1, sizeof(*a));
	double *held = mem_zalloc(m->columns + 1, sizeof(*held));
	double sum = count_columns(m, held);
	size_t cells;

	a->k = m->k;
	a->least = least;
	a->columns = m->columns;
	a->width = lanes_for(m->k);
	cells = a->columns * a->width + 1;
	a->likely = mem_zalloc(cells, sizeof(*a->likely));
	a->mean = mem_zalloc(cells, sizeof(*a->mean));
	a->rarity = mem_zalloc(a->columns + 1, sizeof(*a->rarity));
	a->prior = mem_zalloc(a->width + 1, sizeof(*a->prior));
	a->product = mem_zalloc(a->width + 1, sizeof(*a->product));
	a->cosine = mem_zalloc(a->width + 1, sizeof(*a->cosine));
	for (size_t k = 0; k < m->k; k++)
		lanes_floats(a->prior)[k] = (float)m->texts[k] + MIXTURE_ALPHA;
	fill_likely(a, m, held, sum);
	fill_means(a, m, held);
	free(held);
	return a;
}

/* Multiply and add up what the columns say of each theme. */
static void
weigh(struct assign *a, const uint32_t *columns, size_t n, size_t others)
{
	double length = (double)others * a->rarest * a->rarest;

	memcpy(a->product, a->prior, a->width * sizeof(*a->product));
	memset(a->cosine, 0, a->width * sizeof(*a->cosine));
	for (size_t i = 0; i < n; i++) {
		const lanes *likely = a->likely + columns[i] * a->width;
		const lanes *mean = a->mean + columns[i] * a->width;
		float r = a->rarity[columns[i]];

		length += (double)r * (double)r;
		for (size_t k = 0; k < a->width; k++) {
			a->product[k] *= likely[k];
			a->cosine[k] += lanes_of(r) * mean[k];
		}
		if (i % STEP == STEP - 1)
			mixture_level(a->product, a->width);
	}
	length = length > 0 ? 1 / elem_sqrt(length) : 0;
	for (size_t k = 0; k < a->width; k++)
		a->cosine[k] *= lanes_of((float)length);
}

/* Whether the words of a text are likelier enough in a theme than anywhere. */
static bool
fits(const struct assign *a, const uint32_t *columns, size_t n, uint32_t theme)
{
	double ratio = 1;

	for (size_t i = 0; i < n && a->k > 1; i++) {
		lanes *likely = a->likely + columns[i] * a->width;

		ratio *= (double)lanes_floats(likely)[theme];
		if (ratio > 1e100)
			return true;
	}
	return a->k == 1 || ratio > a->least;
}

/* The likeliest theme. */
static uint32_t
likeliest(const struct assign *a)
{
	const float *product = lanes_floats(a->product);
	uint32_t best = 0;

	for (uint32_t k = 1; k < a->k; k++)
		if (product[k] > product[best])
			best = k;
	return best;
}

size_t
assign_text(struct assign *a, const uint32_t *columns, size_t n, size_t others,
            uint32_t own, size_t most, struct score *out)
{
	const float *cosine = lanes_floats(a->cosine);
	size_t found = 0;

	if (a->k == 0 || (n == 0 && own == MIXTURE_NONE))
		return 0;
	weigh(a, columns, n, others);
	if (own == MIXTURE_NONE) {
		own = likeliest(a);
		if (!fits(a, columns, n, own))
			return 0;
	}
	score_add(out, &found, most, own, cosine[own]);
	for (uint32_t k = 0; k < a->k; k++)
		if (k != own && cosine[k] > 0 &&
		    cosine[k] >= second_share * cosine[own])
			score_add(out, &found, most, k,
			          cosine[k] < cosine[own] ? cosine[k] :
			                                    cosine[own]);
	return found;
}

size_t
assign_known(struct assign *a, const uint32_t *columns, size_t n,
             const uint32_t *list, size_t len, size_t most, struct score *out)
{
	const float *cosine = lanes_floats(a->cosine);
	float own = 0;
	size_t found = 0;

	weigh(a, columns, n, 0);
	for (size_t i = 0; i < len; i++) {
		float score = cosine[list[i]];

		if (i == 0)
			own = score;
		score_add(out, &found, most, list[i],
		          score < own ? score : own);
	}
	return found;
}

void
assign_free(struct assign *a)
{
	if (a == NULL)
		return;
	free(a->likely);
	free(a->mean);
	free(a->rarity);
	free(a->prior);
	free(a->product);
	free(a->cosine);
	free(a);
}
