#include "math/archive.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/gist.h"
#include "math/spherical.h"
#include "math/theming.h"

enum {
	STARTS = 3,     /* of the mixture, each from k-means of its own */
	SWEEPS = 12,    /* of each */
	RARE = 1000,    /* in more texts, a stem must occur twice */
	SMALL = 300,    /* a theme with less than one text of so many */
	COUNTED = 1500, /* texts by which the number of themes is found */
};

/*
 * How much it counts what words mean, beside the words themselves: of 4, 8, 11
 * and 14 the best on five sets of notes with known themes.
 */
static const float kappa = 11;

/* Read texts as stems, and what they mean if vectors is not NULL. */
static void
read_texts(struct vocabulary *v, const struct slice *texts, size_t n,
           struct sparse *all, float *vectors)
{
	struct gist *gist = vectors != NULL ? gist_new(v->stems) : NULL;

	for (size_t i = 0; i < n; i++) {
		terms_read(&v->terms, v->stems, texts[i]);
		if (gist != NULL)
			gist_sum(gist, &v->terms, vectors + i * GIST_DIMS);
		sparse_count(all, v->terms.stem, v->terms.n);
	}
	gist_free(gist);
}

/* Columns for the stems that more than one text has. */
static void
learn(struct vocabulary *v, const struct slice *texts, size_t n,
      struct sparse *out, float *vectors)
{
	struct sparse all = SPARSE_INIT;
	uint32_t least = n > RARE ? 2 : 1, *df, *list = NULL;
	size_t cap = 0;

	read_texts(v, texts, n, &all, vectors);
	df = sparse_frequency(&all);
	for (size_t i = 0; i < n; i++) {
		size_t from = all.start[i], len = 0;

		list = mem_grow(list, &cap, sparse_len(&all, i) + 1,
		                sizeof(*list));
		for (size_t j = from; j < all.start[i + 1]; j++)
			if (df[all.column[j]] >= least)
				list[len++] = vocabulary_add(v, all.column[j]);
		sparse_count(out, list, len);
	}
	free(list);
	free(df);
	sparse_free(&all);
}

/*
 * The rows that are not empty, and their vectors; text says which those are.
 */
static size_t
take_rows(const struct sparse *all, const float *vectors, struct sparse *out,
          float *taken, uint32_t *text)
{
	for (size_t i = 0; i < all->rows; i++) {
		size_t from = all->start[i];

		if (sparse_len(all, i) == 0)
			continue;
		text[out->rows] = (uint32_t)i;
		if (vectors != NULL)
			/* NOLINTNEXTLINE: taken is, where vectors are */
			memcpy(taken + out->rows * GIST_DIMS,
			       vectors + i * GIST_DIMS,
			       GIST_DIMS * sizeof(*taken));
		sparse_row(out, all->column + from, all->value + from,
		           sparse_len(all, i));
	}
	return out->rows;
}

/*
 * How many themes there are, by what the event's own way finds in some texts by
 * their words (with what these mean, it finds too few); of the small ones,
 * which an event may have and an archive has by chance, none counts.
 */
static size_t
count_themes(const struct slice *texts, size_t n,
             const struct archive_options *o)
{
	struct theming_options options = { .granularity = o->granularity,
		                           .language = o->language };
	size_t some = n < COUNTED ? n : COUNTED, *size, k = 0;
	struct theming t;

	theming_find(&t, texts, some, &options);
	size = mem_zalloc(t.k + 1, sizeof(*size));
	for (size_t i = 0; i < some; i++)
		if (t.theme[i] != THEME_NONE)
			size[t.theme[i]]++;
	for (size_t i = 0; i < t.k; i++)
		k += size[i] * SMALL >= some;
	free(size);
	theming_free(&t);
	return k;
}

/* What several labellings agree on: k-means of the clusters they put in. */
static void
agree(const uint32_t *labels, size_t runs, size_t n, size_t k, uint32_t *out)
{
	struct sparse votes = SPARSE_INIT;
	float weights[STARTS + 1];
	uint32_t columns[STARTS + 1];
	double top = -1;
	uint32_t *found = mem_alloc((n + 1) * sizeof(*found));

	for (size_t i = 0; i < n; i++) {
		for (size_t r = 0; r < runs; r++) {
			columns[r] = (uint32_t)(r * k) + labels[r * n + i];
			weights[r] = 0.5f; /* of runs = 4: length 1 */
		}
		sparse_row(&votes, columns, weights, runs);
	}
	for (uint64_t seed = 1; seed <= STARTS; seed++) {
		double sum = spherical_find(&votes, k, seed, found);

		if (sum > top) {
			top = sum;
			memcpy(out, found, n * sizeof(*out));
		}
	}
	free(found);
	sparse_free(&votes);
}

/* Refine a clustering by the mixture. */
static void
improve(const struct sparse *rows, const float *vectors, size_t k,
        uint64_t seed, uint32_t *out)
{
	struct bearing b;

	if (vectors == NULL) {
		mixture_improve(rows, k, NULL, SWEEPS, seed, out);
		return;
	}
	bearing_init(&b, vectors, GIST_DIMS, kappa, k);
	mixture_improve(rows, k, &b, SWEEPS, seed, out);
	bearing_free(&b);
}

static void
cluster(const struct sparse *rows, const float *vectors, size_t k,
        uint32_t *out)
{
	size_t n = rows->rows;
	uint32_t *labels = mem_alloc((n + 1) * (STARTS + 1) * sizeof(*labels));
	struct sparse weighed = SPARSE_INIT;
	double top = -1;

	for (size_t i = 0; i < n; i++)
		sparse_row(&weighed, rows->column + rows->start[i],
		           rows->value + rows->start[i], sparse_len(rows, i));
	sparse_weigh(&weighed);
	for (size_t r = 0; r < STARTS; r++) {
		uint32_t *to = labels + r * n;
		double sum = spherical_find(&weighed, k, r + 1, to);

		if (sum > top) {
			top = sum;
			memcpy(labels + STARTS * n, to, n * sizeof(*to));
		}
		improve(rows, vectors, k, r + 1, to);
	}
	agree(labels, STARTS + 1, n, k, out);
	sparse_free(&weighed);
	free(labels);
}

/* Number the components that have rows, in the order of their first. */
static size_t
number(uint32_t *component, size_t n, size_t k)
{
	uint32_t *to = mem_alloc((k + 1) * sizeof(*to));
	size_t found = 0;

	memset(to, 0xff, (k + 1) * sizeof(*to));
	for (size_t i = 0; i < n; i++) {
		if (to[component[i]] == UINT32_MAX)
			to[component[i]] = (uint32_t)found++;
		component[i] = to[component[i]];
	}
	free(to);
	return found;
}

void
archive_fit(struct archive *a, const struct slice *texts, size_t n,
            const struct archive_options *o)
{
	struct sparse all = SPARSE_INIT, rows = SPARSE_INIT;
	uint32_t *text = mem_alloc((n + 1) * sizeof(*text));
	size_t cells = n * GIST_DIMS + 1, k = 0, m;
	float *taken = NULL;
	uint32_t *found;

	a->vectors = NULL;
	if (o->meaning) {
		a->vectors = mem_alloc(cells * sizeof(*a->vectors));
		taken = mem_alloc(cells * sizeof(*taken));
	}
	vocabulary_init(&a->vocabulary, o->language);
	learn(&a->vocabulary, texts, n, &all, a->vectors);
	m = take_rows(&all, a->vectors, &rows, taken, text);
	found = mem_zalloc(m + 1, sizeof(*found));
	if (m > 0) {
		k = o->themes > 0 ? o->themes : count_themes(texts, n, o);
		k = k < 1 ? 1 : k > m ? m : k;
		cluster(&rows, taken, k, found);
		k = number(found, m, k);
	}
	a->theme = mem_alloc((n + 1) * sizeof(*a->theme));
	memset(a->theme, 0xff, (n + 1) * sizeof(*a->theme));
	for (size_t i = 0; i < m; i++)
		a->theme[text[i]] = found[i];
	mixture_count(&a->model, &all, k, a->theme);
	free(found);
	free(taken);
	free(text);
	sparse_free(&rows);
	sparse_free(&all);
}

void
archive_free(struct archive *a)
{
	vocabulary_free(&a->vocabulary);
	mixture_free(&a->model);
	free(a->theme);
	free(a->vectors);
	a->theme = NULL;
	a->vectors = NULL;
}
