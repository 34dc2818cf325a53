#include "math/carry.h"

#include <stdlib.h>

#include "base/mem.h"
#include "math/hungarian.h"

/* Cosines from which two themes are one, one has come out of the other, or a
 * found one is a known one of the same name. */
static const double same = 0.9, related = 0.4, namesake = 0.1;

/* Whether a theme may be joined with another. */
static bool
is_open(const struct known_theme *t)
{
	return t->into == KNOWN_NONE && t->texts > 0 && !t->locked;
}

/* Join known themes that have become alike, the smaller to the larger. */
static void
join_known(struct known *k, size_t old, const double *rarity)
{
	for (size_t a = 0; a < old; a++) {
		for (size_t b = 0; b < a; b++) {
			bool more = k->themes[a].texts > k->themes[b].texts;

			if (!is_open(&k->themes[a]) || !is_open(&k->themes[b]))
				continue;
			if (known_cosine(k, a, b, rarity) < same)
				continue;
			known_join(k, more ? b : a, more ? a : b);
		}
	}
}

/* Whether all n stems of one label are among the m of another. */
static bool
are_among(const uint32_t *a, size_t n, const uint32_t *b, size_t m)
{
	for (size_t i = 0; i < n; i++) {
		size_t j = 0;

		while (j < m && b[j] != a[i])
			j++;
		if (j == m)
			return false;
	}
	return n > 0;
}

static bool
have_one_name(const struct known *k, size_t i, size_t j, struct stem *stems)
{
	struct terms a = TERMS_INIT, b = TERMS_INIT;
	bool one;

	terms_read(&a, stems, k->themes[i].label);
	terms_read(&b, stems, k->themes[j].label);
	one = are_among(a.stem, a.n, b.stem, b.n) ||
	      are_among(b.stem, b.n, a.stem, a.n);
	terms_free(&a);
	terms_free(&b);
	return one;
}

/* What each found theme is worth to each known one: found * old. */
static double *
compare(const struct known *k, size_t old, const double *rarity, double alike,
        const char *language)
{
	struct stem *stems = stem_new(language);
	double *worth = mem_zalloc((k->n - old) * old + 1, sizeof(*worth));

	for (size_t i = old; i < k->n; i++)
		for (size_t j = 0; j < old; j++) {
			double *w = &worth[(i - old) * old + j];

			if (!is_open(&k->themes[j]))
				continue;
			*w = known_cosine(k, i, j, rarity);
			if (*w >= namesake && *w < alike &&
			    have_one_name(k, i, j, stems))
				*w = alike;
		}
	stem_free(stems);
	return worth;
}

/* The known theme that a found one is most like, if it is at all. */
static size_t
origin(const double *worth, size_t old)
{
	size_t best = KNOWN_NONE;
	double top = related;

	for (size_t j = 0; j < old; j++) {
		if (worth[j] >= top) {
			top = worth[j];
			best = j;
		}
	}
	return best;
}

void
carry_over(struct known *k, size_t old, double alike, const char *language)
{
	double *rarity = known_rarity(k), *worth;
	size_t found = k->n - old;
	size_t *place = mem_alloc((found + 1) * sizeof(*place));

	join_known(k, old, rarity);
	worth = compare(k, old, rarity, alike, language);
	hungarian_match(worth, found, old, place);
	for (size_t i = 0; i < found; i++) {
		const double *row = worth + i * old;
		size_t from = origin(row, old);

		if (place[i] != HUNGARIAN_NONE && row[place[i]] >= alike) {
			known_join(k, old + i, place[i]);
			continue;
		}
		known_name(k, old + i);
		if (from != KNOWN_NONE)
			k->themes[old + i].split_from =
			    k->themes[known_end(k, from)].id;
	}
	free(worth);
	free(place);
	free(rarity);
}
