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
#include "text/stop.h"
#include "text/token.h"

_Static_assert((int)MEANING_DIMS == (int)ENCODER_DIMS,
               "vectors are the encoder's");

enum { MANY = 256 }; /* texts prepared together */

/* What a text is made of. */
struct makeup {
	size_t latin, other; /* letters */
	size_t words;
	size_t grammar; /* English stop words of three letters or more */
	size_t pieces;
};

static void
count_words(struct slice text, struct makeup *m)
{
	struct tokens t = TOKENS_INIT;
	struct token k;

	token_start(&t, text);
	while (token_next(&t, &k)) {
		if (k.kind != TOKEN_WORD)
			continue;
		m->words++;
		/* Shorter ones are words of other languages, too. */
		m->grammar +=
		    k.folded.len > 2 && (stop_word(k.folded) & STOP_WORD) != 0;
	}
	token_end(&t);
}

static void
look_at(struct slice text, struct makeup *m)
{
	uint16_t ids[ENCODER_TOKENS];
	struct buf b = BUF_INIT;

	memset(m, 0, sizeof(*m));
	piece_prepare(text, &b);
	if (b.len > 400)
		buf_cut(&b, 400); /* enough to tell */
	for (size_t i = 0; i < b.len; i++) {
		unsigned char c = (unsigned char)b.data[i];

		m->latin += (c | 32) >= 'a' && (c | 32) <= 'z';
		m->other += c >= 0xc0;
	}
	m->pieces = piece_cut(buf_view(&b), ids, ENCODER_TOKENS);
	count_words(buf_view(&b), m);
	buf_free(&b);
}

bool
meaning_english(struct slice text, bool likely)
{
	struct makeup m;

	look_at(text, &m);
	if (m.other > m.latin)
		return false;
	if (m.words < 4 || (m.grammar > 0 && m.grammar * 20 >= m.words))
		return true;
	return m.pieces * 10 < m.words * (likely ? 24u : 18u);
}

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
