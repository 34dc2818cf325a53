#include "math/gist.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/elem.h"
#include "math/vec.h"
#include "text/terms.h"

struct gist {
	struct slice row[GIST_ROWS]; /* the stem of each, sorted */
	const struct stem *stems;
	uint32_t *found; /* of each stem: its row, or GIST_NONE */
	size_t n, cap;
};

struct gist *
gist_new(const struct stem *stems)
{
	struct gist *g = mem_zalloc(1, sizeof(*g));
	const char *p = (const char *)data_gist + (size_t)GIST_ROWS * GIST_ROW;

	for (size_t i = 0; i < GIST_ROWS; i++) {
		size_t left = (size_t)((const char *)data_gist_end - p);
		const char *end = memchr(p, '\n', left);

		if (end == NULL)
			abort(); /* built with a table of another make */
		g->row[i] = (struct slice){ p, (size_t)(end - p) };
		p = end + 1;
	}
	g->stems = stems;
	return g;
}

uint32_t
gist_row(const struct gist *g, struct slice stem)
{
	size_t low = 0, high = GIST_ROWS;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int c = slice_cmp(stem, g->row[middle]);

		if (c == 0)
			return (uint32_t)middle;
		if (c < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return GIST_NONE;
}

/* The row of a stem by its number: looked for once. */
static uint32_t
row_of(struct gist *g, uint32_t stem)
{
	for (; g->n <= stem; g->n++) {
		g->found =
		    mem_grow(g->found, &g->cap, g->n + 1, sizeof(*g->found));
		g->found[g->n] =
		    gist_row(g, stem_text(g->stems, (uint32_t)g->n));
	}
	return g->found[stem];
}

void
gist_add(uint32_t row, float times, float *v)
{
	const unsigned char *at = data_gist + (size_t)row * GIST_ROW;
	float scale = times * (float)(at[0] + 256 * at[1]) / (GIST_SCALE * 127);

	for (size_t i = 0; i < GIST_DIMS; i++)
		v[i] += scale * (float)(signed char)at[2 + i];
}

void
gist_unit(float *v)
{
	double square = (double)vec_dot(v, v, GIST_DIMS);
	float factor = square > 0 ? (float)(1 / elem_sqrt(square)) : 0;

	for (size_t i = 0; i < GIST_DIMS; i++)
		v[i] *= factor;
}

void
gist_sum(struct gist *g, const struct terms *terms, float *v)
{
	size_t known = 0;

	memset(v, 0, GIST_DIMS * sizeof(*v));
	for (size_t i = 0; i < terms->n; i++) {
		uint32_t row = row_of(g, terms->stem[i]);

		if (row == GIST_NONE)
			continue;
		gist_add(row, 1, v);
		known++;
	}
	if (known * 2 < terms->n)
		memset(v, 0, GIST_DIMS * sizeof(*v));
	gist_unit(v);
}

void
gist_find(const struct slice *texts, size_t n, float *vectors)
{
	struct stem *stems = stem_new("english");
	struct terms terms = TERMS_INIT;
	struct gist *g = gist_new(stems);

	for (size_t i = 0; i < n; i++) {
		terms_read(&terms, stems, texts[i]);
		gist_sum(g, &terms, vectors + i * GIST_DIMS);
	}
	gist_free(g);
	terms_free(&terms);
	stem_free(stems);
}

void
gist_free(struct gist *g)
{
	if (g != NULL)
		free(g->found);
	free(g);
}
