#include "math/unite.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/mem.h"
#include "math/elem.h"

/* Themes whose centroids are that alike are one. */
static const double one_theme = 0.9;

/* What is known of clusters being joined. */
struct uniting {
	uint32_t *cluster; /* of n texts */
	size_t n, k;
	double *sum;  /* k * k: similarities of two clusters, summed */
	double *self; /* of each: those of texts with themselves */
	double *size;
	double mean; /* similarity of any two texts */
};

/* How alike two clusters are. */
typedef double measure(const struct uniting *u, size_t a, size_t b);

static double
sum_of(const struct uniting *u, size_t a, size_t b)
{
	return u->sum[a * u->k + b];
}

static double
by_centroids(const struct uniting *u, size_t a, size_t b)
{
	double sizes = sum_of(u, a, a) * sum_of(u, b, b);

	return sizes > 0 ? sum_of(u, a, b) / elem_sqrt(sizes) : -1;
}

/* The mean similarity of two texts of a cluster; 0 if there is only one. */
static double
mean_within(const struct uniting *u, size_t a)
{
	double pairs = u->size[a] * (u->size[a] - 1);
	double sum = sum_of(u, a, a) - u->self[a];

	return pairs > 0 && sum > 0 ? sum / pairs : 0;
}

static double
by_gap(const struct uniting *u, size_t a, size_t b)
{
	double between = sum_of(u, a, b) / (u->size[a] * u->size[b]) - u->mean;
	double within =
	    elem_sqrt(mean_within(u, a) * mean_within(u, b)) - u->mean;

	if (within <= 1e-9)
		return between > 0 ? 1 : 0;
	return between / within;
}

static void
uniting_begin(struct uniting *u, const struct field *f, uint32_t *cluster,
              size_t k)
{
	double all = 0, own = 0, pairs = (double)f->n * ((double)f->n - 1);

	*u = (struct uniting){ .cluster = cluster, .n = f->n, .k = k };
	u->sum = mem_zalloc(k * k + 1, sizeof(*u->sum));
	u->self = mem_zalloc(k + 1, sizeof(*u->self));
	u->size = mem_zalloc(k + 1, sizeof(*u->size));
	for (size_t i = 0; i < f->n; i++) {
		u->size[cluster[i]]++;
		u->self[cluster[i]] += (double)f->similarity[i * f->n + i];
		for (size_t j = 0; j < f->n; j++)
			u->sum[cluster[i] * k + cluster[j]] +=
			    (double)f->similarity[i * f->n + j];
	}
	for (size_t a = 0; a < k; a++) {
		own += u->self[a];
		for (size_t b = 0; b < k; b++)
			all += sum_of(u, a, b);
	}
	u->mean = pairs > 0 ? (all - own) / pairs : 0;
}

static void
uniting_end(struct uniting *u)
{
	free(u->sum);
	free(u->self);
	free(u->size);
}

/* Find the two clusters that are most alike, at least so; or return false. */
static bool
find_likest(const struct uniting *u, measure *how, double least, size_t *a,
            size_t *b)
{
	bool found = false;

	for (size_t i = 0; i < u->k; i++) {
		for (size_t j = i + 1; j < u->k; j++) {
			double now = u->size[i] > 0 && u->size[j] > 0 ?
			                 how(u, i, j) :
			                 -1;

			if (now < least || (found && now == least))
				continue;
			least = now;
			*a = i;
			*b = j;
			found = true;
		}
	}
	return found;
}

/* Make clusters a and b one; nothing is left in b. */
static void
join(struct uniting *u, size_t a, size_t b)
{
	for (size_t i = 0; i < u->n; i++)
		if (u->cluster[i] == b)
			u->cluster[i] = (uint32_t)a;
	u->size[a] += u->size[b];
	u->self[a] += u->self[b];
	u->size[b] = 0;
	for (size_t c = 0; c < u->k; c++)
		u->sum[a * u->k + c] += sum_of(u, b, c);
	for (size_t c = 0; c < u->k; c++)
		u->sum[c * u->k + a] += sum_of(u, c, b);
}

/* Give those that are left the first numbers; return how many they are. */
static size_t
number_again(const struct uniting *u)
{
	uint32_t *number = mem_alloc((u->k + 1) * sizeof(*number)), next = 0;

	for (size_t c = 0; c < u->k; c++)
		number[c] = u->size[c] > 0 ? next++ : 0;
	for (size_t i = 0; i < u->n; i++)
		u->cluster[i] = number[u->cluster[i]];
	free(number);
	return next;
}

size_t
unite_alike(const struct field *f, uint32_t *cluster, size_t k, double least)
{
	struct uniting u;
	size_t a, b;

	uniting_begin(&u, f, cluster, k);
	while (find_likest(&u, by_gap, least, &a, &b))
		join(&u, a, b);
	while (find_likest(&u, by_centroids, one_theme, &a, &b))
		join(&u, a, b);
	k = number_again(&u);
	uniting_end(&u);
	return k;
}

void
unite_to(const struct field *f, uint32_t *cluster, size_t k, size_t wanted)
{
	struct uniting u;
	size_t a, b;

	uniting_begin(&u, f, cluster, k);
	for (; k > wanted && find_likest(&u, by_centroids, -1, &a, &b); k--)
		join(&u, a, b);
	number_again(&u);
	uniting_end(&u);
}
