/*
 * gist TEXTS VECTORS: write the table that data/gist.h describes, from the
 * lines of a file and their vectors as lib/data/make/turn gives them. Run by
 * make gist.
 *
 * A vector is found for each of the commonest stems such that the mean of those
 * of a text, weighed by a / (a + share of the stem) as Arora, Liang and Ma
 * (2017) have it, comes closest to the text's own: least squares with a ridge,
 * by conjugate gradients.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "data/gist.h"
#include "math/elem.h"
#include "math/sparse.h"
#include "text/terms.h"

enum {
	D = GIST_DIMS,
	STEMS = 20000,
	STEPS = 40, /* of conjugate gradients */
};

static const double ridge = 1, weight_a = 1e-3;

struct fit {
	size_t n;      /* texts */
	float *target; /* n * D */
	struct stem *stems;
	struct sparse words; /* texts by stems: the weights in a mean */
	uint32_t *column;    /* of each stem, or STEM_NONE */
	uint32_t *stem;      /* of each column */
	size_t columns;
	double *weight; /* of each column */
	double *found;  /* columns * D */
};

static void
fail(const char *what)
{
	fprintf(stderr, "gist: %s\n", what);
	exit(2);
}

static FILE *
open_file(const char *path)
{
	FILE *f = fopen(path, "r");

	if (f == NULL)
		fail(path);
	return f;
}

static void
read_targets(struct fit *g, FILE *f)
{
	size_t cap = 0, row = D;

	for (;;) {
		g->target = mem_grow(g->target, &cap, (g->n + 1) * row,
		                     sizeof(*g->target));
		if (fread(g->target + g->n * row, sizeof(*g->target), row, f) !=
		    row)
			break;
		g->n++;
	}
}

/* Texts by all stems, as often as they occur. */
static void
read_texts(struct fit *g, FILE *f, struct sparse *all)
{
	struct terms terms = TERMS_INIT;
	char line[4096];

	g->stems = stem_new("english");
	while (fgets(line, sizeof(line), f) != NULL) {
		struct slice s = { line, strcspn(line, "\n") };

		terms_read(&terms, g->stems, s);
		sparse_count(all, terms.stem, terms.n);
	}
	terms_free(&terms);
	if (all->rows != g->n)
		fail("there are not as many vectors as texts");
}

struct frequency {
	double count;
	uint32_t stem;
};

static int
by_count(const void *a, const void *b)
{
	const struct frequency *x = a, *y = b;

	if (x->count != y->count)
		return x->count < y->count ? 1 : -1;
	return (x->stem > y->stem) - (x->stem < y->stem);
}

/* Give the commonest stems a column and a weight each. */
static void
choose_stems(struct fit *g, const struct sparse *all)
{
	size_t stems = stem_count(g->stems);
	struct frequency *f = mem_zalloc(stems, sizeof(*f));
	double total = 0;

	for (uint32_t i = 0; i < stems; i++)
		f[i].stem = i;
	for (size_t i = 0; i < all->n; i++) {
		f[all->column[i]].count += (double)all->value[i];
		total += (double)all->value[i];
	}
	mem_sort(f, stems, sizeof(*f), by_count);
	g->columns = stems < STEMS ? stems : STEMS;
	g->column = mem_alloc(stems * sizeof(*g->column));
	g->stem = mem_alloc(g->columns * sizeof(*g->stem));
	g->weight = mem_alloc(g->columns * sizeof(*g->weight));
	memset(g->column, 0xff, stems * sizeof(*g->column));
	for (size_t i = 0; i < g->columns; i++) {
		g->stem[i] = f[i].stem;
		g->column[f[i].stem] = (uint32_t)i;
		g->weight[i] = weight_a / (weight_a + f[i].count / total);
	}
	fprintf(stderr, "gist: %zu of %zu stems, the rarest %.0f times\n",
	        g->columns, stems, f[g->columns - 1].count);
	free(f);
}

/* The weights of the columns in the mean of each text. */
static void
weigh_texts(struct fit *g, const struct sparse *all)
{
	size_t most = 0, n;
	uint32_t *columns;
	float *values;

	for (size_t r = 0; r < all->rows; r++)
		if (sparse_len(all, r) > most)
			most = sparse_len(all, r);
	columns = mem_alloc((most + 1) * sizeof(*columns));
	values = mem_alloc((most + 1) * sizeof(*values));
	for (size_t r = 0; r < all->rows; r++) {
		double sum = 0;

		n = 0;
		for (size_t i = all->start[r]; i < all->start[r + 1]; i++) {
			uint32_t c = g->column[all->column[i]];
			double w;

			if (c == STEM_NONE)
				continue;
			w = g->weight[c] * (double)all->value[i];
			columns[n] = c;
			values[n++] = (float)w;
			sum += w;
		}
		for (size_t i = 0; i < n; i++)
			values[i] = (float)((double)values[i] / sum);
		sparse_row(&g->words, columns, values, n);
	}
	g->words.columns = g->columns;
	free(columns);
	free(values);
}

/* to = (W'W + ridge) from, for all directions; W from into row. */
static void
apply(const struct fit *g, const double *from, double *to)
{
	const struct sparse *w = &g->words;

	for (size_t i = 0; i < g->columns * D; i++)
		to[i] = ridge * from[i];
	for (size_t r = 0; r < w->rows; r++) {
		double row[D] = { 0 };

		for (size_t i = w->start[r]; i < w->start[r + 1]; i++)
			for (size_t d = 0; d < D; d++)
				row[d] += (double)w->value[i] *
				          from[(size_t)w->column[i] * D + d];
		for (size_t i = w->start[r]; i < w->start[r + 1]; i++)
			for (size_t d = 0; d < D; d++)
				to[(size_t)w->column[i] * D + d] +=
				    (double)w->value[i] * row[d];
	}
}

/* W'Y */
static void
right_side(const struct fit *g, double *to)
{
	const struct sparse *w = &g->words;

	for (size_t r = 0; r < w->rows; r++)
		for (size_t i = w->start[r]; i < w->start[r + 1]; i++)
			for (size_t d = 0; d < D; d++)
				to[(size_t)w->column[i] * D + d] +=
				    (double)w->value[i] *
				    (double)g->target[r * D + d];
}

/* The sums of squares in each direction. */
static void
squares(const double *x, const double *y, size_t rows, double *sum)
{
	memset(sum, 0, D * sizeof(*sum));
	for (size_t i = 0; i < rows * D; i++)
		sum[i % D] += x[i] * y[i];
}

/* Conjugate gradients, each direction a system of its own. */
static void
solve(struct fit *g)
{
	size_t cells = g->columns * D;
	double *x = mem_zalloc(cells, sizeof(*x));
	double *r = mem_zalloc(cells, sizeof(*r));
	double *p = mem_alloc(cells * sizeof(*p));
	double *q = mem_alloc(cells * sizeof(*q));
	double rr[D], pq[D], next[D];

	right_side(g, r);
	memcpy(p, r, cells * sizeof(*p));
	squares(r, r, g->columns, rr);
	for (int step = 0; step < STEPS; step++) {
		apply(g, p, q);
		squares(p, q, g->columns, pq);
		for (size_t i = 0; i < cells; i++) {
			double a = rr[i % D] / (pq[i % D] + 1e-30);

			x[i] += a * p[i];
			r[i] -= a * q[i];
		}
		squares(r, r, g->columns, next);
		for (size_t i = 0; i < cells; i++)
			p[i] = r[i] + next[i % D] / (rr[i % D] + 1e-30) * p[i];
		memcpy(rr, next, sizeof(rr));
	}
	g->found = x;
	free(r);
	free(p);
	free(q);
}

/* How near the means of stems come to the texts' vectors. */
static void
tell(const struct fit *g)
{
	const struct sparse *w = &g->words;
	double sum = 0, error = 0, all = 0;

	for (size_t r = 0; r < w->rows; r++) {
		const float *y = g->target + r * D;
		double row[D] = { 0 }, xy = 0, xx = 0, yy = 0;

		for (size_t i = w->start[r]; i < w->start[r + 1]; i++)
			for (size_t d = 0; d < D; d++)
				row[d] +=
				    (double)w->value[i] *
				    g->found[(size_t)w->column[i] * D + d];
		for (size_t d = 0; d < D; d++) {
			xy += row[d] * (double)y[d];
			xx += row[d] * row[d];
			yy += (double)y[d] * (double)y[d];
		}
		error += xx - 2 * xy + yy;
		all += yy;
		if (xx > 0 && yy > 0)
			sum += xy / elem_sqrt(xx * yy);
	}
	fprintf(stderr, "gist: %zu texts, mean cosine %.3f, R2 %.3f\n", w->rows,
	        sum / (double)w->rows, 1 - error / all);
}

static const struct fit *sorting;

static int
by_text(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;

	return slice_cmp(stem_text(sorting->stems, sorting->stem[*x]),
	                 stem_text(sorting->stems, sorting->stem[*y]));
}

/* One row: the number of steps that the largest entry has is 127. */
static void
put_row(const double *v, double weight)
{
	double top = 0;
	uint16_t scale;

	for (size_t d = 0; d < D; d++)
		top = v[d] > top ? v[d] : -v[d] > top ? -v[d] : top;
	top *= weight;
	scale = (uint16_t)(top * GIST_SCALE >= 65535 ? 65535 :
	                                               top * GIST_SCALE + 0.5);
	putchar(scale & 255);
	putchar(scale >> 8);
	for (size_t d = 0; d < D; d++) {
		double x = top > 0 ? v[d] * weight / top * 127 : 0;

		putchar((signed char)(x + (x < 0 ? -0.5 : 0.5)) & 255);
	}
}

static void
put_table(const struct fit *g)
{
	uint32_t *order = mem_alloc(g->columns * sizeof(*order));

	for (uint32_t i = 0; i < g->columns; i++)
		order[i] = i;
	sorting = g;
	mem_sort(order, g->columns, sizeof(*order), by_text);
	for (size_t i = 0; i < g->columns; i++)
		put_row(g->found + (size_t)order[i] * D, g->weight[order[i]]);
	for (size_t i = 0; i < g->columns; i++) {
		struct slice s = stem_text(g->stems, g->stem[order[i]]);

		printf("%.*s\n", (int)s.len, s.p);
	}
	free(order);
}

int
main(int argc, char **argv)
{
	struct fit g = { 0 };
	struct sparse all = SPARSE_INIT;
	FILE *texts, *vectors;

	if (argc != 3)
		fail("usage: gist TEXTS VECTORS");
	texts = open_file(argv[1]);
	vectors = open_file(argv[2]);
	read_targets(&g, vectors);
	read_texts(&g, texts, &all);
	choose_stems(&g, &all);
	weigh_texts(&g, &all);
	solve(&g);
	tell(&g);
	put_table(&g);
	return fflush(stdout) != 0 || ferror(stdout) ? 2 : 0;
}
