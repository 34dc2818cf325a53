#include "math/encoder.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "data/encoder.h"
#include "math/attend.h"
#include "math/elem.h"
#include "math/vec.h"
#include "text/piece.h"

_Static_assert((int)ATTEND_MOST >= (int)ENCODER_TOKENS,
               "a text can be attended to");

enum {
	PIECES = PIECE_COUNT + 2, /* and what ends and pads a text */
	EMBEDDING = 256,
	INNER = 1536, /* of the feed-forward part */
	WIDEST = 1536,
	BATCH = 512, /* pieces worked on together, about */
	LAYERS = 2,
};

struct layer {
	size_t width; /* of what comes in */
	const float *norm_scale, *norm_bias;
	struct matrix8 qkv, out, dense; /* dense in the first layer only */
	const float *inner_scale, *inner_bias;
	struct matrix8 conv1, conv2;
};

struct model {
	const int8_t *embedding;
	const float *embedding_scale;
	const float *frequency; /* EMBEDDING / 2 of them */
	struct layer layers[LAYERS];
	struct matrix8 last;
	float *timing; /* ENCODER_TOKENS * EMBEDDING */
};

/* Some texts in one go: their pieces, and where those of each begin. */
struct batch {
	enum gemm8_kernel kernel;
	uint16_t *ids;
	size_t *start;
	size_t n, tokens;
	float *x, *normed, *wide, *residual;
};

/* The next n things of size bytes of the table. */
static const void *
take(const unsigned char **at, size_t n, size_t size)
{
	const void *p = *at;

	*at += (n * size + 63) / 64 * 64;
	return p;
}

static struct matrix8
take_matrix(const unsigned char **at, size_t in, size_t out)
{
	struct matrix8 m = { .in = in, .out = out };

	m.blocks = take(at, in * out, 1);
	m.scale = take(at, out, sizeof(float));
	m.sum = take(at, out, sizeof(int32_t));
	m.bias = take(at, out, sizeof(float));
	return m;
}

static void
take_layer(const unsigned char **at, struct layer *l, size_t width)
{
	l->width = width;
	l->norm_scale = take(at, width, sizeof(float));
	l->norm_bias = take(at, width, sizeof(float));
	l->qkv = take_matrix(at, width, 3 * width);
	l->out = take_matrix(at, width, ENCODER_DIMS);
	if (width != ENCODER_DIMS)
		l->dense = take_matrix(at, width, ENCODER_DIMS);
	l->inner_scale = take(at, ENCODER_DIMS, sizeof(float));
	l->inner_bias = take(at, ENCODER_DIMS, sizeof(float));
	l->conv1 = take_matrix(at, ENCODER_DIMS, INNER);
	l->conv2 = take_matrix(at, INNER, ENCODER_DIMS);
}

/* sin and cos of each position times each frequency. */
static void
fill_timing(struct model *m)
{
	size_t half = EMBEDDING / 2;

	m->timing =
	    mem_alloc((size_t)ENCODER_TOKENS * EMBEDDING * sizeof(*m->timing));
	for (size_t t = 0; t < ENCODER_TOKENS; t++) {
		float *row = m->timing + t * EMBEDDING;

		for (size_t i = 0; i < half; i++) {
			double angle = (double)t * (double)m->frequency[i];

			row[i] = (float)elem_sin(angle);
			row[half + i] = (float)elem_cos(angle);
		}
	}
}

static void
model_open(struct model *m)
{
	const unsigned char *at = data_encoder;

	memset(m, 0, sizeof(*m));
	m->embedding = take(&at, (size_t)PIECES * EMBEDDING, 1);
	m->embedding_scale = take(&at, PIECES, sizeof(float));
	m->frequency = take(&at, EMBEDDING / 2, sizeof(float));
	take_layer(&at, &m->layers[0], EMBEDDING);
	take_layer(&at, &m->layers[1], ENCODER_DIMS);
	m->last = take_matrix(&at, ENCODER_DIMS, ENCODER_DIMS);
	if (at != data_encoder_end)
		abort(); /* built with a model of another make */
	fill_timing(m);
}

static void
embed(const struct model *m, struct batch *b)
{
	for (size_t i = 0; i < b->n; i++) {
		for (size_t t = b->start[i]; t < b->start[i + 1]; t++) {
			size_t id = b->ids[t];
			const int8_t *e = m->embedding + id * EMBEDDING;
			const float *time =
			    m->timing + (t - b->start[i]) * EMBEDDING;
			float scale = 2 * m->embedding_scale[id];

			for (size_t j = 0; j < EMBEDDING; j++)
				b->x[t * EMBEDDING + j] =
				    scale * e[j] + time[j];
		}
	}
}

static void
attend_all(const struct batch *b, size_t width)
{
	for (size_t i = 0; i < b->n; i++) {
		size_t from = b->start[i];

		attend(b->wide + from * 3 * width, b->start[i + 1] - from,
		       width, b->normed + from * width, b->kernel);
	}
}

static void
add(float *to, const float *x, size_t n)
{
	for (size_t i = 0; i < n; i += 4)
		vec_store(to + i, vec_load(to + i) + vec_load(x + i));
}

/* A layer but for its last matrix, which is to be added to x. */
static void
run_layer(const struct layer *l, struct batch *b)
{
	size_t n = b->tokens, all = n * ENCODER_DIMS;

	attend_norm(b->x, n, l->width, l->norm_scale, l->norm_bias, b->normed,
	            b->kernel);
	if (l->dense.in > 0) {
		/* What is lost here, all that follows suffers from. */
		gemm8_fine(&l->dense, b->x, n, b->residual, b->kernel);
		gemm8_fine(&l->qkv, b->normed, n, b->wide, b->kernel);
	} else {
		memcpy(b->residual, b->x, all * sizeof(*b->x));
		gemm8(&l->qkv, b->normed, n, b->wide, b->kernel);
	}
	attend_all(b, l->width);
	gemm8(&l->out, b->normed, n, b->x, b->kernel);
	add(b->x, b->residual, all);
	attend_norm(b->x, n, ENCODER_DIMS, l->inner_scale, l->inner_bias,
	            b->normed, b->kernel);
	gemm8(&l->conv1, b->normed, n, b->wide, b->kernel);
	for (size_t i = 0; i < n * INNER; i += 4)
		vec_store(b->wide + i,
		          vec_max(vec_load(b->wide + i), vec_all(0)));
}

/* Put the mean of the rows of each text into the row of its number. */
static void
average(const struct batch *b, float *x, size_t width)
{
	for (size_t i = 0; i < b->n; i++) {
		float *mean = x + i * width;
		size_t from = b->start[i], n = b->start[i + 1] - from;

		/* No row is overwritten before it is read. */
		memmove(mean, x + from * width, width * sizeof(*x));
		for (size_t t = 1; t < n; t++)
			add(mean, x + (from + t) * width, width);
		for (size_t j = 0; j < width; j++)
			mean[j] /= (float)n;
	}
}

/*
 * The mean over the pieces of each text, one more matrix, tanh, length 1. The
 * last layer's last matrix comes after the mean: it is much the same, and
 * quicker.
 */
static void
pool_texts(const struct model *m, struct batch *b, float *vectors)
{
	average(b, b->x, ENCODER_DIMS);
	average(b, b->wide, INNER);
	gemm8_fine(&m->layers[LAYERS - 1].conv2, b->wide, b->n, b->normed,
	           b->kernel);
	add(b->x, b->normed, b->n * ENCODER_DIMS);
	gemm8_fine(&m->last, b->x, b->n, vectors, b->kernel);
	for (size_t i = 0; i < b->n; i++, vectors += ENCODER_DIMS) {
		float length;

		for (size_t j = 0; j < ENCODER_DIMS; j++)
			vectors[j] = (float)elem_tanh(vectors[j]);
		length =
		    (float)elem_sqrt(vec_dot(vectors, vectors, ENCODER_DIMS));
		for (size_t j = 0; j < ENCODER_DIMS; j++)
			vectors[j] /= length;
	}
}

/* Encode the texts of a batch: vectors of them, one after another. */
static void
run_batch(const struct model *m, struct batch *b, float *vectors)
{
	b->tokens = b->start[b->n];
	if (b->n == 0)
		return;
	embed(m, b);
	for (size_t l = 0; l < LAYERS; l++) {
		if (l > 0) {
			gemm8(&m->layers[l - 1].conv2, b->wide, b->tokens,
			      b->normed, b->kernel);
			add(b->x, b->normed, b->tokens * ENCODER_DIMS);
		}
		run_layer(&m->layers[l], b);
	}
	pool_texts(m, b, vectors);
	b->n = 0;
}

static void
batch_open(struct batch *b, enum gemm8_kernel kernel)
{
	size_t most = BATCH + ENCODER_TOKENS;

	b->kernel = kernel;
	b->n = 0;
	b->ids = mem_alloc(most * sizeof(*b->ids));
	b->start = mem_zalloc(most + 1, sizeof(*b->start));
	b->x = mem_alloc(most * ENCODER_DIMS * sizeof(*b->x));
	b->normed = mem_alloc(most * ENCODER_DIMS * sizeof(*b->x));
	b->residual = mem_alloc(most * ENCODER_DIMS * sizeof(*b->x));
	b->wide = mem_alloc(most * WIDEST * sizeof(*b->x));
}

static void
batch_close(struct batch *b)
{
	free(b->ids);
	free(b->start);
	free(b->x);
	free(b->normed);
	free(b->residual);
	free(b->wide);
}

void
encoder_run(const struct slice *texts, size_t n, enum gemm8_kernel kernel,
            float *vectors)
{
	struct model m;
	struct batch b;
	size_t first = 0;

	model_open(&m);
	batch_open(&b, kernel);
	for (size_t i = 0; i < n; i++) {
		size_t at = b.start[b.n];
		size_t found = piece_cut(texts[i], b.ids + at, ENCODER_TOKENS);

		if (found == 0 || at + found > BATCH) {
			run_batch(&m, &b, vectors + first * ENCODER_DIMS);
			first = i;
			memmove(b.ids, b.ids + at, found * sizeof(*b.ids));
			at = 0;
		}
		if (found == 0) {
			memset(vectors + i * ENCODER_DIMS, 0,
			       ENCODER_DIMS * sizeof(*vectors));
			first = i + 1;
			continue;
		}
		b.start[++b.n] = at + found;
	}
	run_batch(&m, &b, vectors + first * ENCODER_DIMS);
	batch_close(&b);
	free(m.timing);
}
