#include "math/gist.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/elem.h"
#include "math/vec.h"
#include "text/terms.h"

struct gist {
	struct slice stems[GIST_ROWS]; /* sorted */
};

struct gist *
gist_new(void)
{
	struct gist *g = mem_alloc(sizeof(*g));
	const char *p = (const char *)data_gist + (size_t)GIST_ROWS * GIST_ROW;

	for (size_t i = 0; i < GIST_ROWS; i++) {
		size_t left = (size_t)((const char *)data_gist_end - p);
		const char *end = memchr(p, '\n', left);

		if (end == NULL)
			abort(); /* built with a table of another make */
		g->stems[i] = (struct slice){ p, (size_t)(end - p) };
		p = end + 1;
	}
	return g;
}

uint32_t
gist_row(const struct gist *g, struct slice stem)
{
	size_t low = 0, high = GIST_ROWS;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int c = slice_cmp(stem, g->stems[middle]);

		if (c == 0)
			return (uint32_t)middle;
		if (c < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return GIST_NONE;
}

void
gist_add(uint32_t row, float *v)
{
	const unsigned char *at = data_gist + (size_t)row * GIST_ROW;
	float scale = (float)(at[0] + 256 * at[1]) / (GIST_SCALE * 127);

	for (size_t i = 0; i < GIST_DIMS; i++)
		v[i] += scale * (float)(signed char)at[2 + i];
}

/* The sum of what is known of some words, or 0 if that is not the most. */
static void
sum_up(const struct gist *g, const struct stem *stems,
       const struct terms *terms, float *v)
{
	size_t known = 0;
	float length;

	memset(v, 0, GIST_DIMS * sizeof(*v));
	for (size_t i = 0; i < terms->n; i++) {
		uint32_t row = gist_row(g, stem_text(stems, terms->stem[i]));

		if (row == GIST_NONE)
			continue;
		gist_add(row, v);
		known++;
	}
	length = (float)elem_sqrt((double)vec_dot(v, v, GIST_DIMS));
	length = known * 2 >= terms->n && length > 0 ? 1 / length : 0;
	for (size_t i = 0; i < GIST_DIMS; i++)
		v[i] *= length;
}

void
gist_find(const struct slice *texts, size_t n, float *vectors)
{
	struct stem *stems = stem_new("english");
	struct terms terms = TERMS_INIT;
	struct gist *g = gist_new();

	for (size_t i = 0; i < n; i++) {
		terms_read(&terms, stems, texts[i]);
		sum_up(g, stems, &terms, vectors + i * GIST_DIMS);
	}
	gist_free(g);
	terms_free(&terms);
	stem_free(stems);
}

void
gist_free(struct gist *g)
{
	free(g);
}
