#include "math/spherical.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/elem.h"
#include "math/lanes.h"
#include "math/rng.h"

enum { ROUNDS = 30, LEAST_MOVED = 500 /* one row in so many */ };

struct means {
	const struct sparse *rows;
	size_t k, width; /* width in lanes */
	lanes *mean;     /* columns * width: by column, then by cluster */
	lanes *score;    /* width */
};

static float *
mean_of(struct means *m, size_t column)
{
	return lanes_floats(m->mean + column * m->width);
}

/* The rows that a row shares a column with, and how alike they are. */
struct likeness {
	float *dot; /* rows; 0 but for those touched */
	uint32_t *touched;
	size_t n;
};

static void
likeness_of(struct likeness *l, const struct sparse *rows,
            const struct sparse *columns, size_t row)
{
	for (size_t i = 0; i < l->n; i++)
		l->dot[l->touched[i]] = 0;
	l->n = 0;
	for (size_t i = rows->start[row]; i < rows->start[row + 1]; i++) {
		size_t c = rows->column[i];
		float v = rows->value[i];

		for (size_t j = columns->start[c]; j < columns->start[c + 1];
		     j++) {
			uint32_t r = columns->column[j];

			if (l->dot[r] == 0)
				l->touched[l->n++] = r;
			l->dot[r] += v * columns->value[j];
		}
	}
}

/* A row drawn with the chance that its distance gives. */
static size_t
draw(const float *distance, size_t n, double sum, struct rng *r)
{
	double u = rng_real(r) * sum;
	size_t i = 0;

	while (i + 1 < n && (u -= (double)distance[i]) >= 0)
		i++;
	return i;
}

/* How much nearer the rows would be to a centre at what l is of. */
static double
gain(const struct likeness *l, const float *distance)
{
	double sum = 0;

	for (size_t i = 0; i < l->n; i++) {
		uint32_t r = l->touched[i];
		float d = 1 - l->dot[r];

		if (d < distance[r])
			sum += (double)(distance[r] - (d > 0 ? d : 0));
	}
	return sum;
}

static void
come_nearer(const struct likeness *l, float *distance)
{
	for (size_t i = 0; i < l->n; i++) {
		uint32_t r = l->touched[i];
		float d = 1 - l->dot[r];

		if (d < distance[r])
			distance[r] = d > 0 ? d : 0;
	}
}

/* Of some rows drawn, the one that would bring the others nearest. */
static size_t
choose(struct likeness *l, const struct sparse *rows,
       const struct sparse *columns, const float *distance, size_t trials,
       struct rng *r)
{
	double sum = 0, top = -1;
	size_t best = 0;

	for (size_t i = 0; i < rows->rows; i++)
		sum += (double)distance[i];
	for (size_t t = 0; t < trials; t++) {
		size_t row = draw(distance, rows->rows, sum, r);
		double g;

		likeness_of(l, rows, columns, row);
		g = gain(l, distance);
		if (g > top) {
			top = g;
			best = row;
		}
	}
	return best;
}

static void
begin(struct means *m, const struct sparse *columns, struct rng *r)
{
	const struct sparse *rows = m->rows;
	size_t n = rows->rows, trials = 2 + (size_t)elem_log((double)m->k);
	float *distance = mem_alloc((n + 1) * sizeof(*distance));
	struct likeness l = { mem_zalloc(n + 1, sizeof(*l.dot)),
		              mem_alloc((n + 1) * sizeof(*l.touched)), 0 };

	for (size_t i = 0; i < n; i++)
		distance[i] = 1;
	for (size_t k = 0; k < m->k; k++) {
		size_t row =
		    choose(&l, rows, columns, distance, k > 0 ? trials : 1, r);

		likeness_of(&l, rows, columns, row);
		come_nearer(&l, distance);
		for (size_t i = rows->start[row]; i < rows->start[row + 1]; i++)
			mean_of(m, rows->column[i])[k] = rows->value[i];
	}
	free(l.touched);
	free(l.dot);
	free(distance);
}

/* The cluster whose mean is nearest to a row, and how near. */
static uint32_t
nearest(struct means *m, size_t row, double *cosine)
{
	const struct sparse *rows = m->rows;
	const float *score = lanes_floats(m->score);
	uint32_t best = 0;

	memset(m->score, 0, m->width * sizeof(*m->score));
	for (size_t i = rows->start[row]; i < rows->start[row + 1]; i++) {
		const lanes *mean = m->mean + rows->column[i] * m->width;
		lanes v = lanes_of(rows->value[i]);

		for (size_t k = 0; k < m->width; k++)
			m->score[k] += v * mean[k];
	}
	for (uint32_t k = 1; k < m->k; k++)
		if (score[k] > score[best])
			best = k;
	*cosine = (double)score[best];
	return best;
}

static void
set_means(struct means *m, const uint32_t *cluster)
{
	const struct sparse *rows = m->rows;

	memset(m->mean, 0, rows->columns * m->width * sizeof(*m->mean));
	for (size_t r = 0; r < rows->rows; r++)
		for (size_t i = rows->start[r]; i < rows->start[r + 1]; i++)
			mean_of(m, rows->column[i])[cluster[r]] +=
			    rows->value[i];
	memset(m->score, 0, m->width * sizeof(*m->score));
	for (size_t i = 0; i < rows->columns * m->width; i++)
		m->score[i % m->width] += m->mean[i] * m->mean[i];
	for (size_t k = 0; k < m->width * LANES; k++) {
		float *s = &lanes_floats(m->score)[k];

		*s = *s > 0 ? (float)(1 / elem_sqrt((double)*s)) : 0;
	}
	for (size_t i = 0; i < rows->columns * m->width; i++)
		m->mean[i] *= m->score[i % m->width];
}

/* Lloyd's rounds, until hardly a row moves. Return the sum of cosines. */
static double
improve(struct means *m, uint32_t *cluster)
{
	size_t n = m->rows->rows;
	double sum = 0;

	memset(cluster, 0xff, n * sizeof(*cluster));
	for (int round = 0; round < ROUNDS; round++) {
		size_t moved = 0;

		sum = 0;
		for (size_t r = 0; r < n; r++) {
			double cosine;
			uint32_t c = nearest(m, r, &cosine);

			moved += c != cluster[r];
			cluster[r] = c;
			sum += cosine;
		}
		if (moved * LEAST_MOVED < n || moved == 0)
			break;
		set_means(m, cluster);
	}
	return sum;
}

double
spherical_find(const struct sparse *rows, size_t k, uint64_t seed,
               uint32_t *cluster)
{
	struct means m = { .rows = rows, .k = k, .width = lanes_for(k) };
	struct sparse columns = SPARSE_INIT;
	struct rng r;
	double sum;

	m.mean = mem_zalloc(rows->columns * m.width + 1, sizeof(*m.mean));
	m.score = mem_zalloc(m.width + 1, sizeof(*m.score));
	sparse_turn(rows, &columns);
	rng_seed(&r, seed);
	begin(&m, &columns, &r);
	sum = improve(&m, cluster);
	sparse_free(&columns);
	free(m.score);
	free(m.mean);
	return sum;
}
