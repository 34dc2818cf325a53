#include "math/carry.h"

#include <stdlib.h>

#include "base/mem.h"
#include "math/hungarian.h"

/* Cosines from which two themes are one, one has come out of the other, or a
 * found one is a known one whose name is longer or shorter. */
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

/* How many stems of a are among those of b. */
static size_t
count_among(struct stem *stems, const struct terms *a, const struct terms *b)
{
	size_t n = 0;

	for (size_t i = 0; i < a->n; i++) {
		size_t j = 0;

		while (j < b->n && !stem_alike(stem_text(stems, a->stem[i]),
		                               stem_text(stems, b->stem[j])))
			j++;
		n += j < b->n;
	}
	return n;
}

/* How themes are called: alike, or one as the other with more words. */
enum names { OTHERS, LONGER, SAME };

static enum names
compare_names(const struct known *k, size_t i, size_t j, struct stem *stems)
{
	struct terms a = TERMS_INIT, b = TERMS_INIT;
	bool all, other;

	terms_read(&a, stems, k->themes[i].label);
	terms_read(&b, stems, k->themes[j].label);
	all = a.n > 0 && count_among(stems, &a, &b) == a.n;
	other = b.n > 0 && count_among(stems, &b, &a) == b.n;
	terms_free(&a);
	terms_free(&b);
	return all && other ? SAME : all || other ? LONGER : OTHERS;
}

/* The cosine of two themes; from alike on if their names say that they are. */
static double
likeness(const struct known *k, size_t i, size_t j, const double *rarity,
         double alike, struct stem *stems)
{
	double w = known_cosine(k, i, j, rarity);
	enum names names = w < alike ? compare_names(k, i, j, stems) : OTHERS;

	return names == SAME || (names == LONGER && w >= namesake) ? alike : w;
}

/* What each found theme is worth to each known one: found * old. */
static double *
compare(const struct known *k, size_t old, const double *rarity, double alike,
        const char *language)
{
	struct stem *stems = stem_new(language);
	double *worth = mem_zalloc((k->n - old) * old + 1, sizeof(*worth));

	for (size_t i = old; i < k->n; i++)
		for (size_t j = 0; j < old; j++)
			if (is_open(&k->themes[j]))
				worth[(i - old) * old + j] =
				    likeness(k, i, j, rarity, alike, stems);
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
