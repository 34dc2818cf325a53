/* lib/math/gist. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/gist.h"
#include "math/vec.h"
#include "tap.h"

enum { N = 8 };

static float
cosine(const float *v, size_t a, size_t b)
{
	return vec_dot(v + a * GIST_DIMS, v + b * GIST_DIMS, GIST_DIMS);
}

static void
what_is_alike_is_near(void)
{
	const struct slice texts[N] = {
		SLICE("doctors and nurses"),
		SLICE("The hospital has no surgeon."),
		SLICE("Buses are late again"),
		SLICE("the train never comes in time"),
		SLICE("Flooding of the river"),
		SLICE("zzyzx qwrtz"),
		SLICE("?!"),
		SLICE("the flooded rivers"),
	};
	float v[N * GIST_DIMS];
	bool unit = true;

	gist_find(texts, N, v);
	for (size_t i = 0; i < N; i++) {
		float length = cosine(v, i, i);

		unit &= i == 5 || i == 6 ? length == 0 :
		                           length > 0.999f && length < 1.001f;
	}
	ok(unit, "vectors have length 1; none where no word is known");
	ok(cosine(v, 0, 1) > 0.3f && cosine(v, 2, 3) > 0.3f &&
	       cosine(v, 0, 2) < 0.3f && cosine(v, 1, 4) < 0.2f,
	   "texts of like meaning are near, without a word in common");
	ok(cosine(v, 4, 7) > 0.99f, "forms of a word are one word");
}

static void
unknown_words_silence(void)
{
	const struct slice texts[] = {
		SLICE("river blorf"),
		SLICE("river blorf glimf"),
	};
	float v[2 * GIST_DIMS];

	gist_find(texts, 2, v);
	ok(cosine(v, 0, 0) > 0.99f && cosine(v, 1, 1) == 0,
	   "a text with more unknown words than known ones has no vector");
}

static void
rows_are_found(void)
{
	struct gist *g = gist_new(NULL);
	const char *p = (const char *)data_gist + (size_t)GIST_ROWS * GIST_ROW;
	uint32_t row = 0;
	bool all = true;

	for (; p < (const char *)data_gist_end; row++) {
		const char *end = strchr(p, '\n');
		struct slice stem = { p, (size_t)(end - p) };

		all &= gist_row(g, stem) == row;
		p = end + 1;
	}
	ok(all && row == GIST_ROWS, "each stem of the table has its row");
	ok(gist_row(g, SLICE("")) == GIST_NONE &&
	       gist_row(g, SLICE("zzyzx")) == GIST_NONE,
	   "others have none");
	gist_free(g);
}

int
main(void)
{
	what_is_alike_is_near();
	unknown_words_silence();
	rows_are_found();
	return tap_done();
}
