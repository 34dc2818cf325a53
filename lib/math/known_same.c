#include "math/known.h"

static bool
same_theme(const struct known *a, const struct known *b, size_t i)
{
	const struct known_theme *x = &a->themes[i], *y = &b->themes[i];

	if (!slice_eq(x->id, y->id) || x->texts != y->texts ||
	    x->into != y->into)
		return false;
	for (size_t s = 0; s < a->stems.n; s++) {
		size_t o = map_find(&b->stems, map_key(&a->stems, s));
		uint32_t p = s < x->nheld ? x->held[s] : 0;
		uint32_t q = o < y->nheld ? y->held[o] : 0;

		if (p != q)
			return false;
	}
	return true;
}

bool
known_same(const struct known *a, const struct known *b)
{
	bool same = a->n == b->n && a->stems.n == b->stems.n;

	for (size_t i = 0; i < a->n && same; i++)
		same = same_theme(a, b, i);
	return same;
}
