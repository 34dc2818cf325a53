#include <stdlib.h>
#include <string.h>

#include "base/keyed.h"
#include "base/mem.h"

enum {
	BITS = 11, /* of the key, in one pass */
	DIGITS = 1 << BITS,
	PASSES = 6,
	FEW = 256, /* fewer are compared */
};

static int
keyed_cmp(const void *x, const void *y)
{
	const struct keyed *a = x, *b = y;

	return (a->key > b->key) - (a->key < b->key);
}

/* For the few; qsort does not promise to leave the same as they stood. */
static void
merge_sort(struct keyed *v, size_t n, struct keyed *spare)
{
	size_t half = n / 2, i = 0, j = half;

	if (n < 2)
		return;
	merge_sort(v, half, spare);
	merge_sort(v + half, n - half, spare);
	for (size_t k = 0; k < n; k++)
		spare[k] =
		    j >= n || (i < half && keyed_cmp(&v[i], &v[j]) <= 0) ?
			v[i++] :
			v[j++];
	memcpy(v, spare, n * sizeof(*v));
}

static size_t
digit(uint64_t key, int pass)
{
	return key >> pass * BITS & (DIGITS - 1);
}

/* Put v into order of one digit, into to; false if all have the same. */
static bool
sort_digit(const struct keyed *v, size_t n, int pass, uint32_t *places,
           struct keyed *to)
{
	uint32_t at = 0;

	if (places[digit(v[0].key, pass)] == n)
		return false;
	for (size_t d = 0; d < DIGITS; d++) {
		uint32_t count = places[d];

		places[d] = at;
		at += count;
	}
	for (size_t i = 0; i < n; i++)
		to[places[digit(v[i].key, pass)]++] = v[i];
	return true;
}

void
keyed_sort(struct keyed *v, size_t n)
{
	struct keyed *spare = mem_alloc((n + 1) * sizeof(*spare));
	struct keyed *from = v, *to = spare;
	uint32_t(*places)[DIGITS];

	if (n < FEW) {
		merge_sort(v, n, spare);
		free(spare);
		return;
	}
	places = mem_zalloc(PASSES, sizeof(*places));
	for (size_t i = 0; i < n; i++)
		for (int pass = 0; pass < PASSES; pass++)
			places[pass][digit(v[i].key, pass)]++;
	for (int pass = 0; pass < PASSES; pass++)
		if (sort_digit(from, n, pass, places[pass], to)) {
			struct keyed *swap = from;

			from = to;
			to = swap;
		}
	if (from != v)
		memcpy(v, from, n * sizeof(*v));
	free(places);
	free(spare);
}
