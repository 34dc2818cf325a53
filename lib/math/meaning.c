#include "math/meaning.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "data/encoder_mean.h"
#include "math/elem.h"
#include "math/encoder.h"
#include "math/vec.h"
#include "text/piece.h"

_Static_assert((int)MEANING_DIMS == (int)ENCODER_DIMS,
               "vectors are the encoder's");

enum { MANY = 256 }; /* texts prepared together */

static void
centre(float *v)
{
	float mean[MEANING_DIMS], length;

	for (size_t i = 0; i < MEANING_DIMS; i++) {
		mean[i] = (float)data_encoder_mean[i] / 65536;
		v[i] -= mean[i];
	}
	length = (float)elem_sqrt(vec_dot(v, v, MEANING_DIMS));
	for (size_t i = 0; i < MEANING_DIMS && length > 0; i++)
		v[i] /= length;
}

/* Some texts; those that are not English are taken as empty. */
static void
find_some(const struct slice *texts, const bool *english, size_t n,
          struct buf *prepared, float *vectors)
{
	struct slice some[MANY];
	size_t at[MANY + 1] = { 0 };

	buf_reset(prepared);
	buf_reserve(prepared, 1);
	for (size_t i = 0; i < n; i++) {
		if (english[i])
			piece_prepare(texts[i], prepared);
		at[i + 1] = prepared->len;
	}
	for (size_t i = 0; i < n; i++)
		some[i] =
		    (struct slice){ prepared->data + at[i], at[i + 1] - at[i] };
	encoder_run(some, n, gemm8_best(), vectors);
	for (size_t i = 0; i < n; i++) {
		float *v = vectors + i * MEANING_DIMS;

		if (vec_dot(v, v, MEANING_DIMS) > 0)
			centre(v);
	}
}

void
meaning_find(const struct slice *texts, const bool *english, size_t n,
             float *vectors)
{
	struct buf prepared = BUF_INIT;

	for (size_t i = 0; i < n; i += MANY)
		find_some(texts + i, english + i, n - i < MANY ? n - i : MANY,
		          &prepared, vectors + i * MEANING_DIMS);
	buf_free(&prepared);
}
