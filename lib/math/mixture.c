#include "math/mixture.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/lanes.h"
#include "math/mixture_parts.h"
#include "math/rng.h"

/* Factors to multiply before the greatest is made 1 again. */
enum { STEP = 4 };

struct gibbs {
	const struct sparse *rows;
	size_t k, width;
	struct mixture_prior prior;
	lanes *held;             /* columns * width */
	lanes *inverse;          /* width: .7 / (n_z + V b) */
	lanes *weight;           /* width */
	float *texts;            /* k */
	float *total;            /* k: n_z */
	float *background;       /* columns: 1 / p(w) */
	struct bearing *bearing; /* or NULL */
};

void
mixture_prior_init(struct mixture_prior *p, double total, size_t k,
                   size_t columns)
{
	double cells = (double)k * (double)columns;
	double mean = cells > 0 ? total / cells : 0;

	p->each = 0.1 * mean;
	p->each = p->each < 0.005 ? 0.005 : p->each > 0.3 ? 0.3 : p->each;
	p->all = p->each * (double)columns;
}

/* Put a row into a component, or (by -1) take it out. */
static void
shift(struct gibbs *g, size_t row, uint32_t z, float by)
{
	const struct sparse *m = g->rows;

	for (size_t i = m->start[row]; i < m->start[row + 1]; i++)
		lanes_floats(g->held + m->column[i] * g->width)[z] += by;
	if (g->bearing != NULL)
		bearing_shift(g->bearing, row, z, by);
	g->texts[z] += by;
	g->total[z] += by * (float)sparse_len(m, row);
	lanes_floats(g->inverse)[z] =
	    (float)(MIXTURE_OWN / ((double)g->total[z] + g->prior.all));
}

void
mixture_level(lanes *weight, size_t width)
{
	const lanes least = lanes_of(1e-30f);
	lanes top = weight[0];
	float most;

	for (size_t k = 1; k < width; k++)
		for (int i = 0; i < LANES; i++)
			top[i] = weight[k][i] > top[i] ? weight[k][i] : top[i];
	most = top[0];
	for (int i = 1; i < LANES; i++)
		most = top[i] > most ? top[i] : most;
	for (size_t k = 0; k < width; k++)
		weight[k] = weight[k] * lanes_of(1 / most) + least;
}

/* How likely each component is to have made a row, up to a factor. */
static void
weigh(struct gibbs *g, size_t row)
{
	const struct sparse *m = g->rows;
	lanes each = lanes_of((float)g->prior.each);
	lanes shared = lanes_of((float)(1 - MIXTURE_OWN));
	size_t from = m->start[row], to = m->start[row + 1];

	for (size_t k = 0; k < g->k; k++)
		lanes_floats(g->weight)[k] = g->texts[k] + MIXTURE_ALPHA;
	if (g->bearing != NULL)
		bearing_weigh(g->bearing, row, lanes_floats(g->weight));
	for (size_t i = from; i < to; i++) {
		const lanes *held = g->held + m->column[i] * g->width;
		lanes b = lanes_of(g->background[m->column[i]]);

		for (size_t k = 0; k < g->width; k++)
			g->weight[k] *=
			    (held[k] + each) * g->inverse[k] * b + shared;
		if ((i - from) % STEP == STEP - 1)
			mixture_level(g->weight, g->width);
	}
}

static uint32_t
likeliest(const float *weight, size_t k)
{
	uint32_t best = 0;

	for (uint32_t i = 1; i < k; i++)
		if (weight[i] > weight[best])
			best = i;
	return best;
}

static uint32_t
draw(const float *weight, size_t k, struct rng *r)
{
	float sum = 0, u;
	uint32_t i = 0;

	for (size_t j = 0; j < k; j++)
		sum += weight[j];
	u = (float)rng_real(r) * sum;
	while (i + 1 < k && (u -= weight[i]) >= 0)
		i++;
	return i;
}

static void
gibbs_init(struct gibbs *g, const struct sparse *rows, size_t k,
           struct bearing *bearing, const uint32_t *component)
{
	uint32_t *df = sparse_frequency(rows);

	*g = (struct gibbs){
		.rows = rows, .k = k, .width = lanes_for(k), .bearing = bearing
	};
	mixture_prior_init(&g->prior, (double)rows->n, k, rows->columns);
	g->held = mem_zalloc(rows->columns * g->width + 1, sizeof(*g->held));
	g->inverse = mem_zalloc(g->width + 1, sizeof(*g->inverse));
	g->weight = mem_zalloc(g->width + 1, sizeof(*g->weight));
	g->texts = mem_zalloc(k + 1, sizeof(*g->texts));
	g->total = mem_zalloc(k + 1, sizeof(*g->total));
	g->background = mem_zalloc(rows->columns + 1, sizeof(*g->background));
	for (size_t i = 0; i < rows->columns; i++)
		if (df[i] > 0)
			g->background[i] =
			    (float)((double)rows->n / (double)df[i]);
	free(df);
	for (uint32_t z = 0; z < k; z++)
		lanes_floats(g->inverse)[z] =
		    (float)(MIXTURE_OWN / g->prior.all);
	for (size_t r = 0; r < rows->rows; r++)
		shift(g, r, component[r], 1);
}

static void
gibbs_free(struct gibbs *g)
{
	free(g->held);
	free(g->inverse);
	free(g->weight);
	free(g->texts);
	free(g->total);
	free(g->background);
}

void
mixture_improve(const struct sparse *rows, size_t k, struct bearing *bearing,
                size_t sweeps, uint64_t seed, uint32_t *component)
{
	struct gibbs g;
	struct rng r;

	gibbs_init(&g, rows, k, bearing, component);
	rng_seed(&r, seed);
	for (size_t s = 0; s < sweeps; s++) {
		bool sample = s < sweeps - sweeps / 4;
		size_t moved = 0;

		for (size_t i = 0; i < rows->rows; i++) {
			const float *weight = lanes_floats(g.weight);
			uint32_t z;

			shift(&g, i, component[i], -1);
			weigh(&g, i);
			z = sample ? draw(weight, k, &r) : likeliest(weight, k);
			shift(&g, i, z, 1);
			moved += z != component[i];
			component[i] = z;
		}
		if (!sample && moved == 0)
			break;
	}
	gibbs_free(&g);
}

void
mixture_count(struct mixture *m, const struct sparse *rows, size_t k,
              const uint32_t *component)
{
	m->k = k;
	m->columns = rows->columns;
	m->texts = mem_zalloc(k + 1, sizeof(*m->texts));
	m->held = mem_zalloc(rows->columns * k + 1, sizeof(*m->held));
	for (size_t r = 0; r < rows->rows; r++) {
		if (component[r] == MIXTURE_NONE)
			continue;
		m->texts[component[r]]++;
		for (size_t i = rows->start[r]; i < rows->start[r + 1]; i++)
			m->held[rows->column[i] * k + component[r]]++;
	}
}

void
mixture_free(struct mixture *m)
{
	free(m->texts);
	free(m->held);
	*m = (struct mixture){ 0, 0, NULL, NULL };
}
