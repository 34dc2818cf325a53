/* lib/math/unite: clusters that are one theme. */
#include <string.h>

#include "math/unite.h"
#include "tap.h"

enum { N = 12 };

/* Items of one of three groups: alike within, between as said. */
static struct field
groups(float *s, uint32_t *c, float within, float near, float far)
{
	for (uint32_t i = 0; i < N; i++) {
		c[i] = i / 4;
		for (uint32_t j = 0; j < N; j++)
			s[i * N + j] = i == j             ? 1 :
			               i / 4 == j / 4     ? within :
			               i / 4 + j / 4 == 1 ? near :
			                                    far;
	}
	return (struct field){ .n = N, .similarity = s };
}

static void
parts_are_joined(void)
{
	float s[N * N];
	uint32_t c[N];
	struct field f = groups(s, c, 0.4f, 0.38f, 0.02f);

	ok(unite_alike(&f, c, 3, 0.52) == 2 && c[0] == c[4] && c[0] != c[8],
	   "parts of one theme are joined, another theme is not");
	f = groups(s, c, 0.4f, 0.2f, 0.02f);
	ok(unite_alike(&f, c, 3, 0.52) == 3 && c[0] != c[4],
	   "what a gap parts stays apart");
	ok(unite_alike(&f, c, 3, 0.01) == 2 && c[0] == c[4],
	   "unless it is small enough");
	f = groups(s, c, 0.02f, 0.02f, 0.02f);
	ok(unite_alike(&f, c, 3, 0.52) == 3, "nothing is alike by chance");
	f.n = 0;
	ok(unite_alike(&f, c, 0, 0.52) == 0, "there may be none");
}

static void
as_many_as_wanted_are_left(void)
{
	float s[N * N];
	uint32_t c[N];
	struct field f = groups(s, c, 0.4f, 0.2f, 0.02f);

	unite_to(&f, c, 3, 2);
	ok(c[0] == c[4] && c[0] != c[8] && c[8] < 2,
	   "the two most alike are joined, and numbers have no gap");
	unite_to(&f, c, 2, 1);
	ok(c[0] == c[8], "then the rest");
}

int
main(void)
{
	parts_are_joined();
	as_many_as_wanted_are_left();
	return tap_done();
}
