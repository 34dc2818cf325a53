#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/bridge.h"
#include "math/elem.h"

enum { ROUNDS = 60 };
static const double level_cost = 0.15, leaning_cost = 0.03;
static const double settled = 5e-4;

struct model {
	double mu;
	double *voter, *leaning;    /* of each voter */
	double *statement, *factor; /* of each statement */
};

/* Sums for one voter's or statement's least squares on (1, x). */
struct sums {
	double n, x, xx, y, xy;
};

static void
sums_add(struct sums *s, double x, double y)
{
	s->n++;
	s->x += x;
	s->xx += x * x;
	s->y += y;
	s->xy += x * y;
}

/* The level and the slope that fit best, each at its cost. */
static void
solve(const struct sums *s, double *level, double *slope)
{
	double a = s->n * (1 + level_cost), b = s->x;
	double d = s->xx + s->n * leaning_cost, det = a * d - b * b;

	if (s->n == 0 || det <= 0)
		return;
	*level = (d * s->y - b * s->xy) / det;
	*slope = (a * s->xy - b * s->y) / det;
}

static double
rating(int8_t value)
{
	return (value + 1) / 2.0;
}

static void
fit_voters(struct model *m, const struct ballot *b)
{
	for (size_t u = 0; u < b->nvoters; u++) {
		struct sums s = { 0 };

		for (size_t i = b->row[u]; i < b->row[u + 1]; i++) {
			uint32_t t = b->statement[i];

			sums_add(&s, m->factor[t],
			         rating(b->value[i]) - m->mu - m->statement[t]);
		}
		solve(&s, &m->voter[u], &m->leaning[u]);
	}
}

/* Fit the statements and the mean; return how far a statement moved. */
static double
fit_statements(struct model *m, const struct ballot *b, struct sums *s)
{
	double rest = 0, moved = 0, n = b->row[b->nvoters] - b->row[0];

	memset(s, 0, b->nstatements * sizeof(*s));
	for (size_t u = 0; u < b->nvoters; u++)
		for (size_t i = b->row[u]; i < b->row[u + 1]; i++)
			sums_add(&s[b->statement[i]], m->leaning[u],
			         rating(b->value[i]) - m->mu - m->voter[u]);
	for (size_t t = 0; t < b->nstatements; t++) {
		double was = m->statement[t];

		solve(&s[t], &m->statement[t], &m->factor[t]);
		moved = fmax(moved, fabs(m->statement[t] - was));
		rest += s[t].y + s[t].n * (m->mu - m->statement[t]) -
		        s[t].x * m->factor[t];
	}
	m->mu = n > 0 ? rest / n / (1 + level_cost) : 0;
	return moved;
}

/* Leanings of unit spread, and the statements' answer to them. */
static void
begin(struct model *m, const struct ballot *b, const double *start,
      struct sums *s)
{
	double squares = 0;

	for (size_t u = 0; u < b->nvoters; u++)
		squares += start[u] * start[u];
	squares = elem_sqrt(squares / (double)(b->nvoters + 1));
	for (size_t u = 0; u < b->nvoters; u++)
		m->leaning[u] = squares > 0 ? start[u] / squares : 0;
	fit_statements(m, b, s);
}

void
bridge_score(const struct ballot *b, const double *start, double *score)
{
	struct model m = {
		.voter = mem_zalloc(b->nvoters + 1, sizeof(double)),
		.leaning = mem_zalloc(b->nvoters + 1, sizeof(double)),
		.statement = score,
		.factor = mem_zalloc(b->nstatements + 1, sizeof(double)),
	};
	struct sums *s = mem_zalloc(b->nstatements + 1, sizeof(*s));

	memset(score, 0, b->nstatements * sizeof(*score));
	begin(&m, b, start, s);
	for (int round = 0; round < ROUNDS; round++) {
		fit_voters(&m, b);
		if (fit_statements(&m, b, s) < settled)
			break;
	}
	free(s);
	free(m.factor);
	free(m.leaning);
	free(m.voter);
}
