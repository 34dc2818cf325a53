#include "math/theming.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/corpus.h"
#include "math/elem.h"
#include "math/hartigan.h"
#include "math/modularity.h"
#include "math/settle.h"
#include "math/vec.h"

enum {
	STARTS = 20,
	SIZES_MOST = 2000, /* texts, for which mind_sizes is quick */
};

/* The resolution of modularity with vectors, and without. */
static const double usual_vectors = 1.4, usual_words = 1.2;

/* Communities are taken if their modularity is so many times greater. */
static const double uneven = 1.15;

/* Themes whose centroids are that alike are one. */
static const double one_theme = 0.9;

/* What does not belong to its theme; measured on labelled notes. */
static const struct settle_options belonging = {
	.group_far = 0.35,
	.pair_far = 0.27,
	.group_near = 0.25,
	.pair_near = 0.35,
	.alone = 0.15,
};

/* An item moves if its cosine with another theme is so many times greater. */
static const double misfit = 1.1;

/* Texts that have words, and how alike they are. */
struct field {
	size_t n;
	uint32_t *text; /* number of each */
	float *similarity;
};

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

static void
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
		if (corpus_wordless(&all, i))
			continue;
		f->text[f->n++] = (uint32_t)i;
		corpus_add(&c, texts[i]);
	}
	corpus_weigh(&c);
	compare(f, &c, o);
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
find_alike(const double *s, size_t k, double top, uint32_t *a, uint32_t *b)
{
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

/* Make clusters a and b one; the last one takes the number of b. */
static void
join(const struct field *f, uint32_t *cluster, size_t last, uint32_t a,
     uint32_t b)
{
	for (size_t i = 0; i < f->n; i++) {
		if (cluster[i] == b)
			cluster[i] = a;
		if (cluster[i] == last)
			cluster[i] = b;
	}
}

static size_t
join_alike(const struct field *f, uint32_t *cluster, size_t k)
{
	uint32_t a, b;

	while (k > 1) {
		double *s = sums_between(f, cluster, k);
		bool found = find_alike(s, k, one_theme, &a, &b);

		free(s);
		if (!found)
			break;
		join(f, cluster, --k, a, b);
	}
	return k;
}

/* The cluster that an item fits clearly better than its own, or its own. */
static uint32_t
better_fit(const struct field *f, const double *to, const double *within,
           size_t i, uint32_t own, size_t k)
{
	double self = (double)f->similarity[i * f->n + i];
	double rest = within[own] - 2 * to[own] + self;
	double top;
	uint32_t best = own;

	if (rest <= 1e-9)
		return own; /* a theme of its own */
	top = misfit * (to[own] - self) / elem_sqrt(rest);
	for (uint32_t c = 0; c < k; c++) {
		double fit = c != own && within[c] > 0 ?
		                 to[c] / elem_sqrt(within[c]) :
		                 0;

		if (fit > top) {
			top = fit;
			best = c;
		}
	}
	return best;
}

/* Move, all at once, items that fit another cluster clearly better. */
static void
move_misfits(const struct field *f, uint32_t *cluster, size_t k)
{
	double *to = mem_zalloc(f->n * k + 1, sizeof(*to));
	double *within = mem_zalloc(k + 1, sizeof(*within));
	uint32_t *next = mem_alloc((f->n + 1) * sizeof(*next));

	for (size_t i = 0; i < f->n; i++) {
		for (size_t j = 0; j < f->n; j++)
			to[i * k + cluster[j]] +=
			    (double)f->similarity[i * f->n + j];
		within[cluster[i]] += to[i * k + cluster[i]];
	}
	for (size_t i = 0; i < f->n; i++)
		next[i] = better_fit(f, to + i * k, within, i, cluster[i], k);
	memcpy(cluster, next, f->n * sizeof(*next));
	free(next);
	free(within);
	free(to);
}

/* Join themes that are one, part what does not belong to its theme. */
static size_t
tidy(const struct field *f, uint32_t *cluster, size_t k, double granularity)
{
	struct settle_options o = belonging;

	o.group_far *= granularity;
	o.pair_far *= granularity;
	k = join_alike(f, cluster, k);
	move_misfits(f, cluster, k);
	return settle(f->similarity, f->n, cluster, k, &o);
}

/* Leave out of the field what was put out of all clusters. */
static void
keep_settled(struct field *f, uint32_t *cluster)
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

/* Join the two clusters that are most alike, until k are left. */
static void
join_to(const struct field *f, uint32_t *cluster, size_t found, size_t k)
{
	while (found > k) {
		double *s = sums_between(f, cluster, found);
		uint32_t a, b;

		find_alike(s, found, -1, &a, &b);
		free(s);
		join(f, cluster, --found, a, b);
	}
}

/*
 * Communities at the resolution that gives k or the fewest more; these are
 * joined. w is the residual graph. Return whether there are k.
 */
static bool
by_number(const struct field *f, const float *w, size_t k, uint32_t *cluster)
{
	size_t bytes = (f->n + 1) * sizeof(*cluster), best = SIZE_MAX;
	uint32_t *trial = mem_alloc(bytes);
	double low = 0, high = 6;

	for (int i = 0; i < 10 && best != k; i++) {
		double middle = (low + high) / 2;
		size_t found = modularity_find(w, f->n, middle, 3, trial);

		if (found >= k && found < best) {
			best = found;
			memcpy(cluster, trial, f->n * sizeof(*trial));
		}
		if (found >= k)
			high = middle;
		else
			low = middle;
	}
	free(trial);
	if (best == SIZE_MAX)
		return false;
	join_to(f, cluster, best, k);
	return true;
}

/*
 * Clusters are about as large as each other; where themes are not, communities
 * have a far higher modularity, and are taken instead.
 */
static void
mind_sizes(const struct field *f, size_t k, uint32_t *cluster)
{
	float *w = mem_dup(f->similarity, f->n * f->n * sizeof(*w));
	uint32_t *other = mem_alloc((f->n + 1) * sizeof(*other));

	modularity_residual(w, f->n);
	if (by_number(f, w, k, other) &&
	    modularity(w, f->n, usual_vectors, other) >
	        uneven * modularity(w, f->n, usual_vectors, cluster))
		memcpy(cluster, other, f->n * sizeof(*other));
	free(other);
	free(w);
}

static size_t
divide(const struct field *f, const struct theming_options *o,
       uint32_t *cluster)
{
	double usual = o->vectors ? usual_vectors : usual_words;
	size_t k = o->themes < f->n ? o->themes : f->n;

	if (o->themes == 0)
		return by_modularity(f, usual * o->granularity, cluster);
	hartigan_find(f->similarity, f->n, k, STARTS, cluster);
	if (k > 1 && f->n <= SIZES_MOST)
		mind_sizes(f, k, cluster);
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
		k = tidy(&f, cluster, k, o->granularity);
	keep_settled(&f, cluster);
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
