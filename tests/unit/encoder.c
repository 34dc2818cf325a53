/* lib/text/piece, lib/math/gemm8, lib/math/encoder. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/encoder.h"
#include "math/rng.h"
#include "math/vec.h"
#include "tap.h"
#include "text/piece.h"

/* What the original gives for some sentences, where it is at hand. */
#define REFERENCE "../shared/reference/encoder/"

static bool
prepares(const char *text, const char *want)
{
	struct buf b = BUF_INIT;
	bool same;

	piece_prepare(slice_of(text), &b);
	same = slice_is(buf_view(&b), want);
	if (!same)
		printf("# got '%s'\n", b.data ? b.data : "");
	buf_free(&b);
	return same;
}

static void
texts_are_prepared(void)
{
	ok(prepares("[name 3] of [organisation] spoke\n\n twice ",
	            "someone of an organisation spoke twice"),
	   "placeholders become words, blanks one blank");
	ok(prepares("WE NEED A BUS!", "we need a bus!") &&
	       prepares("The NHS", "The NHS") && prepares("A", "A"),
	   "a text all in capitals becomes small");
	ok(prepares("[sic] [name", "[sic] [name"),
	   "other brackets stay as they are");
	ok(prepares("", "") && prepares(" \n ", ""), "there may be nothing");
}

static void
texts_are_cut(void)
{
	uint16_t ids[300], more[300];
	char *long_text = mem_alloc(100000);

	ok(piece_cut(SLICE(""), ids, 300) == 0, "no text has no piece");
	ok(piece_cut(SLICE("house"), ids, 300) == 1, "a common word is one");
	ok(piece_cut(SLICE("\xf0\x9f\x98\x80\xf0\x9f\x98\x81"), ids, 300) == 2,
	   "unknown characters run together, behind a blank");
	ok(piece_cut(SLICE("\xef\xbd\x88\xef\xbd\x89"), ids, 300) ==
	           piece_cut(SLICE("hi"), more, 300) &&
	       ids[0] == more[0],
	   "compatible forms are the same");
	memset(long_text, 'z', 100000);
	ok(piece_cut((struct slice){ long_text, 100000 }, ids, 128) == 128,
	   "pieces are bounded");
	ok(piece_cut(SLICE("\xff\xfe"), ids, 300) == 0,
	   "what is not UTF-8 is nothing");
	ok(piece_rarity(SLICE("the")) < piece_rarity(SLICE("house")) &&
	       piece_rarity(SLICE("house")) < piece_rarity(SLICE("subsidy")),
	   "rare words cost more");
	free(long_text);
}

/* A matrix of random numbers, with its sums. */
static struct matrix8
random_matrix(size_t in, size_t out, struct rng *r)
{
	int8_t *w = aligned_alloc(64, in * out);
	float *scale = mem_alloc(out * sizeof(*scale));
	float *bias = mem_alloc(out * sizeof(*bias));
	int32_t *sum = mem_zalloc(out, sizeof(*sum));

	for (size_t i = 0; i < in * out; i++) {
		/* The extremes often, for they would overflow first. */
		w[i] = (int8_t)(rng_below(r, 3) == 0 ? 127 :
		                rng_below(r, 2) == 0 ? -127 :
		                                       (int)rng_below(r, 255) -
		                                           127);
		sum[i / (in * 16) * 16 + i / 2 % 16] += w[i];
	}
	for (size_t o = 0; o < out; o++) {
		scale[o] = (float)rng_real(r);
		bias[o] = (float)rng_real(r) - 0.5f;
	}
	return (struct matrix8){ in, out, w, scale, sum, bias };
}

static void
matrix_free(struct matrix8 *m)
{
	free((void *)(uintptr_t)m->blocks);
	free((void *)(uintptr_t)m->scale);
	free((void *)(uintptr_t)m->sum);
	free((void *)(uintptr_t)m->bias);
}

static void
kernels_agree(void)
{
	static const size_t rows[] = { 1, 3, 4, 7, 130 };
	struct rng r;
	bool good = true;

	rng_seed(&r, 9);
	for (size_t t = 0; t < 5; t++) {
		size_t in = 64 * (1 + t), out = 48, n = rows[t];
		struct matrix8 m = random_matrix(in, out, &r);
		float *x = mem_alloc(n * in * sizeof(*x));
		float *y = mem_alloc(n * out * sizeof(*y));
		float *z = mem_alloc(n * out * sizeof(*z));

		for (size_t i = 0; i < n * in; i++)
			x[i] = (float)rng_real(&r) - (t == 1 ? 0 : 0.5f);
		gemm8(&m, x, n, y, GEMM8_SCALAR);
		for (enum gemm8_kernel k = 1; k < GEMM8_KERNELS; k++) {
			if (!gemm8_has(k))
				continue;
			memset(z, 0xff, n * out * sizeof(*z));
			gemm8(&m, x, n, z, k);
			good &= memcmp(y, z, n * out * sizeof(*y)) == 0;
		}
		free(x);
		free(y);
		free(z);
		matrix_free(&m);
	}
	ok(good, "every kernel gives the same bits");
}

static void
products_are_near(void)
{
	struct rng r;
	struct matrix8 m;
	float x[64], y[16];
	double want = 0;

	rng_seed(&r, 10);
	m = random_matrix(64, 16, &r);
	for (size_t i = 0; i < 64; i++) {
		x[i] = (float)rng_real(&r) * 2 - 1;
		want += (double)x[i] * m.blocks[i / 2 * 32 + 5 * 2 + i % 2];
	}
	gemm8(&m, x, 1, y, gemm8_best());
	want = want * (double)m.scale[5] + (double)m.bias[5];
	near((double)y[5], want, 64 * 127 * 0.0002 * (double)m.scale[5],
	     "a product is what the matrix says, but for rounding");
	matrix_free(&m);
}

/* The sentences of the reference: the text behind each tab. */
static size_t
read_sentences(struct slice *texts, struct buf *b)
{
	FILE *f = fopen(REFERENCE "sentences.tsv", "rb");
	char line[1024];
	size_t n = 0;

	while (f != NULL && n < 120 && fgets(line, sizeof(line), f) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		texts[n].len = strlen(strchr(line, '\t') + 1);
		buf_add(b, strchr(line, '\t') + 1, texts[n++].len + 1);
	}
	if (f != NULL)
		fclose(f);
	for (size_t i = 0, at = 0; i < n; at += texts[i++].len + 1)
		texts[i].p = b->data + at;
	return n;
}

static void
vectors_are_the_originals(void)
{
	struct slice texts[120];
	struct buf b = BUF_INIT;
	size_t n = read_sentences(texts, &b), all = 120 * ENCODER_DIMS;
	FILE *f = fopen(REFERENCE "sentences-512xf32.bin", "rb");
	float *want = mem_alloc(all * sizeof(*want));
	float *got = mem_alloc(all * sizeof(*got));
	float least = 1;

	if (n < 120 || f == NULL || fread(want, sizeof(*want), all, f) < all) {
		ok(true, "vectors are the original's # SKIP no reference here");
	} else {
		encoder_run(texts, n, gemm8_best(), got);
		for (size_t i = 0; i < n; i++) {
			float c = vec_dot(want + i * ENCODER_DIMS,
			                  got + i * ENCODER_DIMS, ENCODER_DIMS);

			least = c < least ? c : least;
		}
		printf("# least cosine %.5f\n", (double)least);
		ok(least >= 0.999f, "vectors are the original's");
	}
	if (f != NULL)
		fclose(f);
	free(want);
	free(got);
	buf_free(&b);
}

static void
texts_do_not_mix(void)
{
	struct slice texts[] = { SLICE("A tram to the harbour"), SLICE(""),
		                 SLICE("More trees"),
		                 SLICE("A tram to the harbour") };
	float v[4 * ENCODER_DIMS], one[ENCODER_DIMS];
	size_t bytes = sizeof(one);

	encoder_run(texts, 4, gemm8_best(), v);
	encoder_run(texts + 3, 1, gemm8_best(), one);
	ok(memcmp(v, one, bytes) == 0 &&
	       memcmp(v + 3 * ENCODER_DIMS, one, bytes) == 0,
	   "a text has the same vector in any company");
	ok(v[ENCODER_DIMS] == 0 && v[2 * ENCODER_DIMS - 1] == 0,
	   "an empty text has none");
	near((double)vec_dot(one, one, ENCODER_DIMS), 1, 1e-5,
	     "a vector has length 1");
}

/* One piece, seventeen, and more than are looked at. */
static void
vectors_are_those_of_every_kernel(void)
{
	char words[1200] = "";
	struct slice texts[3] = {
		SLICE("Trees"),
		SLICE("The last bus to the harbour leaves at six, and nobody "
		      "on the estate knows why that is so"),
	};
	float want[3 * ENCODER_DIMS], got[3 * ENCODER_DIMS];
	bool same = true;

	while (strlen(words) < 1000)
		strcat(words, "a harbour of trees ");
	texts[2] = slice_of(words);
	encoder_run(texts, 3, GEMM8_SCALAR, want);
	for (enum gemm8_kernel k = 1; k < GEMM8_KERNELS; k++) {
		if (!gemm8_has(k))
			continue;
		encoder_run(texts, 3, k, got);
		same &= memcmp(want, got, sizeof(got)) == 0;
	}
	ok(same, "vectors are the same by every kernel");
}

int
main(void)
{
	vectors_are_those_of_every_kernel();
	texts_are_prepared();
	texts_are_cut();
	kernels_agree();
	products_are_near();
	vectors_are_the_originals();
	texts_do_not_mix();
	return tap_done();
}
