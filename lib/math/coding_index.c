#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/coding_parts.h"
#include "math/elem.h"

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

void
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

float
coding_cosine(double dot, double square)
{
	return square > 1e-12 ? (float)(dot / elem_sqrt(square)) : 0;
}

void
index_score(const struct index *x, const struct sparse *m, size_t row,
            float share, size_t k, float *score)
{
	double *dots = mem_alloc((k + 1) * sizeof(*dots));

	memset(dots, 0, k * sizeof(*dots));
	for (size_t i = m->start[row]; i < m->start[row + 1]; i++) {
		size_t end = x->start[m->column[i] + 1];
		double v = m->value[i];

		for (size_t j = x->start[m->column[i]]; j < end; j++)
			dots[x->v[j].code] += v * (double)x->v[j].value;
	}
	for (size_t i = 0; i < k; i++)
		score[i] += share * coding_cosine(dots[i], x->square[i]);
	free(dots);
}

float
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
	return coding_cosine(dot - w, x->square[code] - 2 * w * dot + w * w);
}

void
index_init(struct index *x, size_t k)
{
	*x = (struct index){ .square = mem_zalloc(k + 1, sizeof(double)) };
}

void
index_free(struct index *x)
{
	free(x->v);
	free(x->start);
	free(x->square);
}
