#include "text/stance_parts.h"

/* Where the opposites of a word begin. */
static size_t
opposites_of(const struct stance *s, uint32_t x)
{
	size_t low = 0, high = s->nopposites;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (s->opposites[mid].a < x)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* The antonym of which x and y are the words, x's from at on, or NULL. */
static const struct antonym *
antonym_of(const struct stance *s, size_t at, uint32_t x, uint32_t y)
{
	for (; at < s->nopposites && s->opposites[at].a == x; at++)
		if (s->opposites[at].b == y)
			return &antonym_table[s->opposites[at].entry];
	return NULL;
}

static bool
holds(const uint32_t *v, size_t n, uint32_t stem_number)
{
	for (size_t i = 0; i < n; i++)
		if (v[i] >> 1 == stem_number)
			return true;
	return false;
}

/* The first pair of opposite words, one in each note and in no both. */
static const struct antonym *
opposite_words(const struct stance *s, const uint32_t *a, size_t na,
               const uint32_t *b, size_t nb)
{
	for (size_t i = 0; i < na; i++) {
		uint32_t x = a[i] >> 1;
		size_t at;

		if (!(s->opposed[x % STANCE_BITS / 64] >> x % 64 & 1))
			continue;
		at = opposites_of(s, x);
		for (size_t j = 0; j < nb; j++) {
			const struct antonym *o;

			if ((a[i] & 1) != (b[j] & 1))
				continue;
			o = antonym_of(s, at, x, b[j] >> 1);
			if (o != NULL && !holds(a, na, b[j] >> 1) &&
			    !holds(b, nb, x))
				return o;
		}
	}
	return NULL;
}

bool
stance_opposed(const struct stance *s, const uint32_t *a, size_t na,
               const uint32_t *b, size_t nb, struct buf *why)
{
	const struct antonym *o;
	size_t i = 0, j = 0, shared = 0, turned = 0, ca = 0, cb = 0;

	for (size_t k = 0; k < na; k++)
		ca += stance_content(a[k]);
	for (size_t k = 0; k < nb; k++)
		cb += stance_content(b[k]);
	while (i < na && j < nb) {
		uint32_t x = a[i] >> 1, y = b[j] >> 1;

		if (x == y && stance_content(a[i])) {
			shared++;
			turned += (a[i] & 1) != (b[j] & 1);
		}
		i += x <= y;
		j += y <= x;
	}
	if (shared < 2 || 3 * shared < 2 * (ca < cb ? ca : cb))
		return false;
	if (shared >= 3 && 3 * turned >= 2 * shared) {
		buf_adds(why, "the one denies what the other says");
		return true;
	}
	o = opposite_words(s, a, na, b, nb);
	if (o != NULL)
		buf_addf(why, "opposite words about the same: %s, %s", o->a,
		         o->b);
	return o != NULL;
}
