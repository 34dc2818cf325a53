#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/beta.h"
#include "math/breadth.h"
#include "math/elem.h"

static const double negligible = 1e-20;

/* The distribution over (notes placed, tables hit) after some tables. */
struct state {
	double *p;    /* [placed * width + hit] */
	double *mass; /* of each placed */
	size_t width, n;
};

static void
state_init(struct state *s, size_t ntables, size_t n)
{
	s->width = ntables + 1;
	s->n = n;
	s->p = mem_zalloc((n + 1) * s->width, sizeof(*s->p));
	s->mass = mem_zalloc(n + 1, sizeof(*s->mass));
}

static void
state_free(struct state *s)
{
	free(s->p);
	free(s->mass);
}

/* How likely x of the left notes to place lie among size of rest places. */
static double
share(size_t x, size_t left, size_t size, size_t rest)
{
	if (x > left || x > size || left - x > rest - size)
		return 0;
	return elem_exp(choose_log((double)size, (double)x) +
	                choose_log((double)(rest - size), (double)(left - x)) -
	                choose_log((double)rest, (double)left));
}

/* Move weight w of the row placed to the row x further on. */
static void
move(const struct state *from, struct state *to, size_t placed, size_t x,
     double w, size_t tables)
{
	const double *src = from->p + placed * from->width;
	double *dst = to->p + (placed + x) * to->width + (x > 0);

	for (size_t t = 0; t <= tables; t++)
		dst[t] += w * src[t];
	to->mass[placed + x] += w * from->mass[placed];
}

/*
 * One table: from the most likely x outwards, both ways, each term from the
 * one before.
 */
static void
place(const struct state *from, struct state *to, size_t placed, size_t size,
      size_t rest, size_t tables)
{
	size_t left = from->n - placed, top = left < size ? left : size;
	size_t low = left > rest - size ? left - (rest - size) : 0;
	size_t mode = (left + 1) * (size + 1) / (rest + 2);
	double w, first;

	mode = mode < low ? low : mode > top ? top : mode;
	first = share(mode, left, size, rest);
	w = first;
	for (size_t x = mode; x <= top; x++) {
		if (w * from->mass[placed] < negligible)
			break;
		move(from, to, placed, x, w, tables);
		w *= (double)(size - x) * (double)(left - x) /
		     ((double)(x + 1) *
		      ((double)(rest - size + x + 1) - (double)left));
	}
	w = first;
	for (size_t x = mode; x > low; x--) {
		w *= (double)x * ((double)(rest - size + x) - (double)left) /
		     ((double)(size - x + 1) * (double)(left - x + 1));
		if (w * from->mass[placed] < negligible)
			break;
		move(from, to, placed, x - 1, w, tables);
	}
}

void
breadth_null(const size_t *size, size_t ntables, size_t n, double *p)
{
	struct state a, b, swap;
	size_t rest = 0;

	for (size_t j = 0; j < ntables; j++)
		rest += size[j];
	state_init(&a, ntables, n);
	state_init(&b, ntables, n);
	a.p[0] = a.mass[0] = 1;
	for (size_t j = 0; j < ntables; j++) {
		memset(b.p, 0, (n + 1) * b.width * sizeof(*b.p));
		memset(b.mass, 0, (n + 1) * sizeof(*b.mass));
		for (size_t placed = 0; placed <= n; placed++)
			if (a.mass[placed] >= negligible)
				place(&a, &b, placed, size[j], rest, j);
		rest -= size[j];
		swap = a, a = b, b = swap;
	}
	memcpy(p, a.p + n * a.width, (ntables + 1) * sizeof(*p));
	state_free(&a);
	state_free(&b);
}

double
breadth_low(const size_t *size, size_t ntables, size_t n, size_t t)
{
	double *p = mem_alloc((ntables + 1) * sizeof(*p));
	double sum = 0;

	breadth_null(size, ntables, n, p);
	for (size_t i = 0; i <= t && i <= ntables; i++)
		sum += p[i];
	free(p);
	return sum < 1 ? sum : 1;
}

struct ranked {
	double p;
	size_t i;
};

static int
by_p(const void *va, const void *vb)
{
	const struct ranked *a = va, *b = vb;

	if (a->p != b->p)
		return a->p < b->p ? -1 : 1;
	return (a->i > b->i) - (a->i < b->i);
}

/* The p-values, least first; to be freed. */
static struct ranked *
rank(const double *p, size_t n)
{
	struct ranked *r = mem_alloc((n + 1) * sizeof(*r));

	for (size_t i = 0; i < n; i++)
		r[i] = (struct ranked){ p[i], i };
	mem_sort(r, n, sizeof(*r), by_p);
	return r;
}

void
adjust_fdr(const double *p, size_t n, double *q)
{
	struct ranked *r = rank(p, n);
	double least = 1;

	for (size_t i = n; i-- > 0;) {
		double v = r[i].p * (double)n / (double)(i + 1);

		least = v < least ? v : least;
		q[r[i].i] = least;
	}
	free(r);
}

void
adjust_holm(const double *p, size_t n, double *q)
{
	struct ranked *r = rank(p, n);
	double most = 0;

	for (size_t i = 0; i < n; i++) {
		double v = r[i].p * (double)(n - i);

		most = v > most ? v : most;
		q[r[i].i] = most < 1 ? most : 1;
	}
	free(r);
}
