#include "math/theming.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/corpus.h"
#include "math/elem.h"
#include "math/hartigan.h"
#include "math/modularity.h"

enum { STARTS = 20 };

/* How much of the similarity is by meaning, where there are vectors. */
static const float vector_share = 0.30f;

/* Themes whose centroids are that alike are one. */
static const double one_theme = 0.9;

/* Texts that have words, and how alike they are. */
struct field {
	size_t n;
	uint32_t *text; /* number of each */
	float *similarity;
};

static void
add_vectors(struct field *f, const float *vectors, size_t dims, float factor)
{
	for (size_t i = 0; i < f->n; i++) {
		const float *a = vectors + f->text[i] * dims;

		for (size_t j = i; j < f->n; j++) {
			const float *b = vectors + f->text[j] * dims;
			float dot = 0;

			for (size_t d = 0; d < dims; d++)
				dot += a[d] * b[d];
			if (dot <= 0)
				continue;
			f->similarity[i * f->n + j] += factor * dot;
			if (i != j)
				f->similarity[j * f->n + i] += factor * dot;
		}
	}
}

static void
field_init(struct field *f, const struct slice *texts, size_t n,
           const struct theming_options *o)
{
	struct corpus all, c;
	float words = o->vectors ? 1 - vector_share : 1;

	corpus_init(&all, o->language, false);
	corpus_init(&c, o->language, true);
	f->n = 0;
	f->text = mem_alloc((n + 1) * sizeof(*f->text));
	for (size_t i = 0; i < n; i++) {
		corpus_add(&all, texts[i]);
		if (corpus_wordless(&all, i))
			continue;
		f->text[f->n++] = (uint32_t)i;
		corpus_add(&c, texts[i]);
	}
	f->similarity = mem_zalloc(f->n * f->n + 1, sizeof(*f->similarity));
	corpus_weigh(&c);
	corpus_similarity(&c, words, f->similarity);
	if (o->vectors != NULL)
		add_vectors(f, o->vectors, o->dims, vector_share);
	corpus_free(&all);
	corpus_free(&c);
}

static size_t
by_modularity(const struct field *f, double resolution, uint32_t *cluster)
{
	float *w = mem_dup(f->similarity, f->n * f->n * sizeof(*w));
	size_t k;

	modularity_residual(w, f->n);
	k = modularity_find(w, f->n, resolution, STARTS, cluster);
	free(w);
	return k;
}

static size_t
divide(const struct field *f, const struct theming_options *o,
       uint32_t *cluster)
{
	double usual = o->vectors ? 1.4 : 1.2;
	size_t k = o->themes < f->n ? o->themes : f->n;

	if (o->themes == 0)
		return by_modularity(f, usual * o->granularity, cluster);
	hartigan_find(f->similarity, f->n, k, STARTS, cluster);
	return k;
}

/* The similarities summed over each two clusters: k * k, to be freed. */
static double *
sums_between(const struct field *f, const uint32_t *cluster, size_t k)
{
	double *s = mem_zalloc(k * k + 1, sizeof(*s));

	for (size_t i = 0; i < f->n; i++)
		for (size_t j = 0; j < f->n; j++)
			s[cluster[i] * k + cluster[j]] +=
			    f->similarity[i * f->n + j];
	return s;
}

/* Find two clusters that are one theme. */
static bool
find_alike(const double *s, size_t k, uint32_t *a, uint32_t *b)
{
	double top = one_theme;

	*a = *b = 0;
	for (uint32_t i = 0; i < k; i++) {
		for (uint32_t j = i + 1; j < k; j++) {
			double sizes = s[i * k + i] * s[j * k + j];
			double cosine = s[i * k + j] / elem_sqrt(sizes);

			if (sizes > 0 && cosine >= top) {
				top = cosine;
				*a = i;
				*b = j;
			}
		}
	}
	return *a != *b;
}

static size_t
join_alike(const struct field *f, uint32_t *cluster, size_t k)
{
	uint32_t a, b;

	while (k > 1) {
		double *s = sums_between(f, cluster, k);
		bool found = find_alike(s, k, &a, &b);

		free(s);
		if (!found)
			break;
		k--;
		for (size_t i = 0; i < f->n; i++) {
			if (cluster[i] == b)
				cluster[i] = a;
			if (cluster[i] == k)
				cluster[i] = b;
		}
	}
	return k;
}

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
	if (o->themes == 0)
		k = join_alike(&f, cluster, k);
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
	free(f.similarity);
	free(f.text);
}

void
theming_free(struct theming *t)
{
	free(t->theme);
	free(t->score);
	free(t->medoid);
	memset(t, 0, sizeof(*t));
}
