/* lib/math/settle: what does not belong to its cluster. */
#include <string.h>

#include "math/settle.h"
#include "tap.h"

enum { N = 12 };

/*
 * Items 0 to 7 are alike; 8 to 10 are like each other and hardly like the
 * rest; 11 is like nothing.
 */
static void
fill(float *s)
{
	for (int i = 0; i < N; i++) {
		for (int j = 0; j < N; j++) {
			float v = 0.02f;

			if (i == j)
				v = 1;
			else if (i < 8 && j < 8)
				v = 0.3f;
			else if (i > 7 && j > 7 && i < 11 && j < 11)
				v = 0.5f;
			s[i * N + j] = v;
		}
	}
}

static const struct settle_options options = {
	.group_far = 0.35,
	.pair_far = 0.27,
	.group_near = 0.25,
	.pair_near = 0.35,
	.alone = 0.15,
	.alone_in_two = 0.2,
};

static void
groups_are_parted(void)
{
	float s[N * N];
	uint32_t c[N] = { 0 };
	size_t k;

	fill(s);
	k = settle(s, N, c, 1, &options);
	ok(k == 2 && c[8] == 1 && c[9] == 1 && c[10] == 1,
	   "a small tight group becomes a cluster");
	ok(c[0] == 0 && c[7] == 0, "the rest stays");
	ok(c[11] == SETTLE_NONE, "what is like nothing is put out");
}

static void
what_belongs_stays(void)
{
	float s[N * N];
	uint32_t c[N];

	for (int i = 0; i < N * N; i++)
		s[i] = i % (N + 1) == 0 ? 1 : 0.3f;
	memset(c, 0, sizeof(c));
	ok(settle(s, N, c, 1, &options) == 1 && c[3] == 0,
	   "a cluster of one kind stays whole");
	memset(s, 0, sizeof(s));
	for (uint32_t i = 0; i < N; i++) {
		s[i * (N + 1)] = 1;
		c[i] = i;
	}
	ok(settle(s, N, c, N, &options) == N && c[5] == 5,
	   "a cluster of one item stays");
	ok(settle(s, 0, c, 0, &options) == 0, "there may be none");
}

/* Items 0 and 1 are a little alike, 2 and 3 hold them together. */
static void
what_is_left_is_asked_again(void)
{
	const float s[16] = {
		1,     0.14f, 0.06f, 0.08f, 0.14f, 1,     0.07f, 0.08f,
		0.06f, 0.07f, 1,     0.07f, 0.08f, 0.08f, 0.07f, 1,
	};
	uint32_t c[4] = { 0 };

	settle(s, 4, c, 1, &options);
	ok(c[2] == SETTLE_NONE && c[3] == SETTLE_NONE,
	   "what is alone is put out");
	ok(c[0] == SETTLE_NONE && c[1] == SETTLE_NONE,
	   "and what only that held together");
}

int
main(void)
{
	what_is_left_is_asked_again();
	groups_are_parted();
	what_belongs_stays();
	return tap_done();
}
