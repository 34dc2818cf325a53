#include "math/theming.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/chorus.h"
#include "math/divide.h"
#include "math/elem.h"
#include "math/field.h"
#include "math/settle.h"
#include "math/voices.h"

/* Number clusters by their first text, and put them into t. */
static void
number_themes(struct theming *t, const struct field *f, const uint32_t *cluster,
              size_t k)
{
	uint32_t *number = mem_alloc((k + 1) * sizeof(*number));

	memset(number, 0xff, (k + 1) * sizeof(*number));
	memset(t->theme, 0xff, (t->n + 1) * sizeof(*t->theme));
	for (size_t i = 0; i < f->n; i++) {
		uint32_t *c = &number[cluster[i]];

		if (*c == UINT32_MAX)
			*c = (uint32_t)t->k++;
		t->theme[f->text[i]] = *c;
	}
	free(number);
}

/* The similarity of each text of the field to all of each theme: n * k. */
static float *
sums_to(const struct theming *t, const struct field *f)
{
	float *to = mem_zalloc(f->n * t->k + 1, sizeof(*to));

	for (size_t i = 0; i < f->n; i++)
		for (size_t j = 0; j < f->n; j++)
			to[i * t->k + t->theme[f->text[j]]] +=
			    f->similarity[i * f->n + j];
	return to;
}

/* Cosines with themes, a text's own theme taken without it. */
static void
score_themes(struct theming *t, const struct field *f, const float *to)
{
	double *within = mem_zalloc(t->k + 1, sizeof(*within));

	for (size_t i = 0; i < f->n; i++)
		within[t->theme[f->text[i]]] +=
		    to[i * t->k + t->theme[f->text[i]]];
	for (size_t i = 0; i < f->n; i++) {
		uint32_t own = t->theme[f->text[i]];
		double self = f->similarity[i * f->n + i];

		for (uint32_t k = 0; k < t->k; k++) {
			double s = to[i * t->k + k], w = within[k];

			if (k == own) {
				w -= 2 * s - self;
				s -= self;
			}
			/* A theme of this text alone is all it can be. */
			t->score[f->text[i] * t->k + k] =
			    (float)(w * self > 1e-9 ? s / elem_sqrt(w * self) :
			                              (k == own ? 1 : 0));
		}
	}
	free(within);
}

static void
find_medoids(struct theming *t, const struct field *f, const float *to)
{
	float *top = mem_alloc((t->k + 1) * sizeof(*top));

	for (size_t k = 0; k < t->k; k++)
		top[k] = -1;
	for (size_t i = 0; i < f->n; i++) {
		uint32_t own = t->theme[f->text[i]];

		if (to[i * t->k + own] > top[own]) {
			top[own] = to[i * t->k + own];
			t->medoid[own] = f->text[i];
		}
	}
	free(top);
}

void
theming_find(struct theming *t, const struct slice *texts, size_t n,
             const struct theming_options *o)
{
	uint32_t *cluster;
	struct field f;
	float *to;
	size_t k;

	field_init(&f, texts, n, o);
	cluster = mem_zalloc(f.n + 1, sizeof(*cluster));
	k = divide(&f, o, cluster);
	k = chorus_gather(&f, o, cluster, k);
	field_settle(&f, cluster);
	if (o->tables != NULL && o->themes == 0)
		k = voices_part(
		    &(struct voices){ texts, o->tables, o->language }, f.text,
		    f.n, cluster, k);
	t->n = n;
	t->k = 0;
	t->theme = mem_alloc((n + 1) * sizeof(*t->theme));
	number_themes(t, &f, cluster, k);
	t->score = mem_zalloc(n * t->k + 1, sizeof(*t->score));
	t->medoid = mem_zalloc(t->k + 1, sizeof(*t->medoid));
	to = sums_to(t, &f);
	score_themes(t, &f, to);
	find_medoids(t, &f, to);
	free(to);
	free(cluster);
	field_free(&f);
}

void
theming_medoids(const struct slice *texts, size_t n,
                const struct theming_options *o, const uint32_t *theme,
                size_t k, uint32_t *medoid)
{
	struct theming t = {
		.n = n,
		.k = k,
		.medoid = medoid,
		.theme = mem_alloc((n + 1) * sizeof(*t.theme)),
	};
	uint32_t *cluster;
	struct field f;
	float *to;

	memcpy(t.theme, theme, n * sizeof(*theme));
	memset(medoid, 0xff, k * sizeof(*medoid));
	field_init(&f, texts, n, o);
	cluster = mem_alloc((f.n + 1) * sizeof(*cluster));
	for (size_t i = 0; i < f.n; i++)
		cluster[i] = theme[f.text[i]] == THEME_NONE ? SETTLE_NONE : 0;
	field_settle(&f, cluster);
	to = sums_to(&t, &f);
	find_medoids(&t, &f, to);
	free(to);
	free(cluster);
	field_free(&f);
	free(t.theme);
}

void
theming_free(struct theming *t)
{
	free(t->theme);
	free(t->score);
	free(t->medoid);
	memset(t, 0, sizeof(*t));
}
