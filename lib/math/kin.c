#include "math/kin.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/elem.h"
#include "math/gist.h"
#include "math/modularity.h"
#include "math/vec.h"

enum { STARTS = 10 };

/* Half of a likeness is by words, half by what they mean. */
static const float meant = 0.5f;

/* Less makes larger groups. */
static const double resolution = 1.3;

/* What the texts of each theme hold, weighed by how few themes hold it. */
static void
weigh(const struct mixture *m, struct sparse *themes)
{
	uint32_t *columns = mem_alloc((m->columns + 1) * sizeof(*columns));
	float *values = mem_alloc((m->columns + 1) * sizeof(*values));

	for (size_t k = 0; k < m->k; k++) {
		size_t n = 0;

		for (size_t c = 0; c < m->columns; c++) {
			uint32_t held = m->held[c * m->k + k];

			if (held == 0)
				continue;
			columns[n] = (uint32_t)c;
			values[n++] = (float)held;
		}
		sparse_row(themes, columns, values, n);
	}
	sparse_weigh(themes);
	free(values);
	free(columns);
}

/* What the texts of each theme mean: k * GIST_DIMS, of length 1 or 0. */
static float *
find_meanings(const struct mixture *m, const struct vocabulary *v)
{
	float *all = mem_zalloc(m->k * GIST_DIMS + 1, sizeof(*all));
	struct gist *gist = gist_new(v->stems);

	for (uint32_t c = 0; c < m->columns; c++) {
		uint32_t row = gist_row(gist, vocabulary_text(v, c));

		for (size_t k = 0; k < m->k && row != GIST_NONE; k++)
			gist_add(row, (float)m->held[c * m->k + k],
			         all + k * GIST_DIMS);
	}
	for (size_t k = 0; k < m->k; k++)
		gist_unit(all + k * GIST_DIMS);
	gist_free(gist);
	return all;
}

/* How alike each two themes are: k * k, to be freed. */
static float *
compare(const struct mixture *m, const struct vocabulary *v)
{
	struct sparse themes = SPARSE_INIT;
	float *likeness = mem_zalloc(m->k * m->k + 1, sizeof(*likeness));
	float *mean = find_meanings(m, v);

	weigh(m, &themes);
	sparse_products(&themes, 1 - meant, likeness);
	for (size_t i = 0; i < m->k; i++)
		for (size_t j = 0; j < m->k; j++) {
			float c = vec_dot(mean + i * GIST_DIMS,
			                  mean + j * GIST_DIMS, GIST_DIMS);

			likeness[i * m->k + j] += meant * (c > 0 ? c : 0);
		}
	sparse_free(&themes);
	free(mean);
	return likeness;
}

/* Leave out the groups of one, and number the others. */
static size_t
number(uint32_t *group, size_t k, size_t found)
{
	size_t *size = mem_zalloc(found + 1, sizeof(*size)), n = 0;
	uint32_t *to = mem_alloc((found + 1) * sizeof(*to));

	for (size_t i = 0; i < k; i++)
		size[group[i]]++;
	for (size_t i = 0; i < found; i++)
		to[i] = size[i] > 1 ? (uint32_t)n++ : KIN_NONE;
	for (size_t i = 0; i < k; i++)
		group[i] = to[group[i]];
	free(to);
	free(size);
	return n;
}

static void
find_central(const struct mixture *m, const float *likeness,
             const uint32_t *group, double *central)
{
	for (size_t i = 0; i < m->k; i++) {
		central[i] = 0;
		for (size_t j = 0; j < m->k; j++)
			if (group[j] == group[i])
				central[i] += (double)likeness[i * m->k + j];
		central[i] *= elem_sqrt((double)m->texts[i]);
	}
}

size_t
kin_find(const struct mixture *m, const struct vocabulary *v, uint32_t *group,
         double *central)
{
	float *likeness = compare(m, v);
	size_t found;

	modularity_residual(likeness, m->k);
	found = modularity_find(likeness, m->k, resolution, STARTS, group);
	find_central(m, likeness, group, central);
	free(likeness);
	return number(group, m->k, found);
}

/* How many texts of theme k hold all columns, at most. */
static uint32_t
least_held(const struct mixture *m, const uint32_t *columns, size_t n, size_t k)
{
	uint32_t least = UINT32_MAX;

	for (size_t i = 0; i < n; i++)
		if (m->held[columns[i] * m->k + k] < least)
			least = m->held[columns[i] * m->k + k];
	return least;
}

double
kin_worth(const struct mixture *m, const uint32_t *group, uint32_t which,
          const uint32_t *columns, size_t n)
{
	double inside = 0, all = 0, texts = 0, in_all = 0, share;
	size_t themes = 0, having = 0;

	for (size_t k = 0; k < m->k && n > 0; k++) {
		double held = least_held(m, columns, n, k);

		all += held;
		in_all += m->texts[k];
		if (group[k] != which)
			continue;
		themes++;
		having += held * 20 >= m->texts[k];
		inside += held;
		texts += m->texts[k];
	}
	if (having * 2 < themes || inside * 5 < texts || texts == 0)
		return 0;
	share = inside / texts / (all / in_all);
	return share > 1 ?
	           inside * elem_log(share) * (1 + 0.35 * (double)(n - 1)) :
	           0;
}
