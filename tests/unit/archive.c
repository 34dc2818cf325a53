/* What an archive's themes are made by: matching, sampling, clustering. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hashset.h"
#include "base/mem.h"
#include "math/archive.h"
#include "math/assign.h"
#include "math/bearing.h"
#include "math/hungarian.h"
#include "math/mixture.h"
#include "math/rng.h"
#include "math/spherical.h"
#include "tap.h"
#include "text/sample.h"

/* The best sum by trying every order, for n things and n places. */
static double
best_by_trying(const double *worth, size_t n, size_t row, unsigned used)
{
	double best = -1e9;

	if (row == n)
		return 0;
	for (size_t j = 0; j < n; j++) {
		double sum;

		if (used & (1u << j))
			continue;
		sum = worth[row * n + j] +
		      best_by_trying(worth, n, row + 1, used | (1u << j));
		if (sum > best)
			best = sum;
	}
	return best;
}

static void
matches_a_known_matrix(void)
{
	/* The greedy choice, 9 first, would end at 9 + 1 + 1 = 11. */
	const double worth[] = { 9, 8, 1, 8, 1, 7, 1, 7, 1 };
	size_t place[3];

	near(hungarian_match(worth, 3, 3, place), 9 + 7 + 7, 0,
	     "a matching is worth the most there is");
	ok(place[0] == 0 && place[1] == 2 && place[2] == 1,
	   "and is the one that is worth it");
}

static void
matches_as_trying_does(void)
{
	struct rng r;
	bool good = true;

	rng_seed(&r, 5);
	for (int t = 0; t < 300; t++) {
		double worth[36];
		size_t n = 1 + rng_below(&r, 6), place[6];

		for (size_t i = 0; i < n * n; i++)
			worth[i] = (double)rng_below(&r, 20);
		good &= fabs(hungarian_match(worth, n, n, place) -
		             best_by_trying(worth, n, 0, 0)) < 1e-9;
	}
	ok(good, "300 random matchings are as good as any");
}

static void
matches_what_is_not_square(void)
{
	const double worth[] = { 1, 5, 2, 6 };
	size_t place[4];

	near(hungarian_match(worth, 2, 2, place), 7, 0, "two by two");
	near(hungarian_match(worth, 4, 1, place), 6, 0, "one place for four");
	ok(place[3] == 0 && place[0] == HUNGARIAN_NONE,
	   "goes to the best, the others have none");
	near(hungarian_match(worth, 1, 4, place), 6, 0, "four places for one");
	near(hungarian_match(worth, 0, 0, place), 0, 0, "nothing at all");
}

static void
add_numbered(struct sample *s, size_t i)
{
	char text[32], id[32];

	snprintf(text, sizeof(text), "Text, number %zu!", i);
	snprintf(id, sizeof(id), "n%zu", i);
	sample_add(s, slice_of(text), slice_of(id));
}

static bool
same_sample(const struct sample *a, const struct sample *b)
{
	bool good = a->n == b->n;

	for (size_t i = 0; i < a->n && good; i++)
		good = a->texts[i].hash == b->texts[i].hash &&
		       a->texts[i].count == b->texts[i].count &&
		       slice_eq(a->texts[i].text, b->texts[i].text) &&
		       slice_eq(a->texts[i].id, b->texts[i].id);
	return good;
}

static void
samples_do_not_depend_on_order(void)
{
	struct sample a, b;

	sample_init(&a, 50);
	sample_init(&b, 50);
	for (size_t i = 0; i < 1000; i++)
		add_numbered(&a, i % 700);
	for (size_t i = 1000; i-- > 0;)
		add_numbered(&b, i % 700);
	sample_cut(&a);
	sample_cut(&b);
	ok(a.n == 50, "a sample is as large as it may be");
	ok(same_sample(&a, &b), "and the same in any order");
	sample_free(&a);
	sample_free(&b);
}

static void
samples_join_what_says_the_same(void)
{
	struct sample s;

	sample_init(&s, 10);
	sample_add(&s, SLICE("Late buses"), SLICE("n2"));
	sample_add(&s, SLICE("late  BUSES!"), SLICE("n1"));
	sample_add(&s, SLICE("Late buses"), SLICE("n0"));
	sample_add(&s, SLICE("?"), SLICE("n3"));
	sample_add(&s, SLICE("!"), SLICE("n4"));
	sample_cut(&s);
	ok(s.n == 3, "case, blanks and punctuation make no difference, unless "
	             "there is nothing else");
	for (size_t i = 0; i < s.n; i++)
		if (s.texts[i].count == 3)
			ok(slice_is(s.texts[i].text, "Late buses") &&
			       slice_is(s.texts[i].id, "n0"),
			   "the first in byte order stands for all");
	sample_free(&s);
}

/* Rows of two kinds: columns 0 to 3, and 4 to 7. */
static void
two_kinds(struct sparse *m, uint32_t *kind, size_t n)
{
	struct rng r;

	rng_seed(&r, 11);
	for (size_t i = 0; i < n; i++) {
		uint32_t from, columns[3];

		kind[i] = (uint32_t)rng_below(&r, 2);
		from = 4 * kind[i];
		for (uint32_t c = 0; c < 3; c++)
			columns[c] = from + (c + (uint32_t)(i % 4)) % 4;
		sparse_count(m, columns, 3);
	}
}

static bool
agrees(const uint32_t *a, const uint32_t *b, size_t n)
{
	size_t same = 0;

	for (size_t i = 0; i < n; i++)
		same += a[i] == b[i];
	return same == n || same == 0;
}

static void
clusters_two_kinds(void)
{
	struct sparse m = SPARSE_INIT, w = SPARSE_INIT;
	uint32_t kind[100], found[100], mixed[100];
	struct mixture counts;

	two_kinds(&m, kind, 100);
	two_kinds(&w, kind, 100);
	sparse_weigh(&w);
	spherical_find(&w, 2, 1, found);
	ok(agrees(kind, found, 100), "spherical k-means finds two kinds");
	for (size_t i = 0; i < 100; i++)
		mixed[i] = i % 2;
	mixture_improve(&m, 2, NULL, 20, 1, mixed);
	ok(agrees(kind, mixed, 100), "so does the mixture, from anywhere");
	mixture_count(&counts, &m, 2, kind);
	ok(counts.texts[0] + counts.texts[1] == 100 && counts.held[8] == 0 &&
	       counts.held[9] > 0,
	   "counts are of each component apart");
	mixture_free(&counts);
	sparse_free(&m);
	sparse_free(&w);
}

/* Rows that share no word, but of two directions, every third one of none. */
static void
clusters_by_meaning(void)
{
	enum { N = 90, WIDE = 16 };
	float v[N * WIDE] = { 0 }, weight[2] = { 1, 1 };
	uint32_t kind[N], mixed[N];
	struct sparse m = SPARSE_INIT;
	struct bearing b;
	bool same = true;

	for (uint32_t i = 0; i < N; i++) {
		kind[i] = i % 2;
		mixed[i] = i / 2 % 2;
		sparse_count(&m, &(uint32_t){ i % 3 == 2 ? 0 : 1 + i / 6 }, 1);
		if (i % 3 != 2)
			v[i * WIDE + kind[i]] = 1;
	}
	bearing_init(&b, v, WIDE, 11, 2);
	mixture_improve(&m, 2, &b, 20, 1, mixed);
	for (size_t i = 0; i < N; i++)
		if (i % 3 != 2)
			same &= (mixed[i] == mixed[0]) == (kind[i] == 0);
	ok(same, "vectors tell apart what words do not");
	bearing_weigh(&b, 2, weight);
	ok(weight[0] == 1 && weight[1] == 1, "a text without one says nothing");
	bearing_free(&b);
	bearing_init(&b, v, WIDE, 11, 2);
	bearing_shift(&b, 0, 1, 1);
	bearing_weigh(&b, 0, weight);
	near(weight[1], pow(1 + 11. / 16, 16), 1,
	     "one like the others of a component is as many times likelier");
	bearing_shift(&b, 0, 1, -1);
	weight[1] = 1;
	bearing_weigh(&b, 0, weight);
	ok(weight[1] == 1, "an empty component points nowhere");
	bearing_free(&b);
	sparse_free(&m);
}

static void
assigns_what_fits(void)
{
	uint32_t texts[] = { 10, 10 };
	/* Columns 0 and 1 are of theme 0, 2 of theme 1, 3 of both. */
	uint32_t held[] = { 10, 0, 6, 0, 0, 9, 5, 5 };
	struct mixture m = { 2, 4, texts, held };
	struct assign *a = assign_new(&m, 1);
	struct score s[2];
	const uint32_t first[] = { 0, 1 }, second[] = { 2, 3 }, both[] = { 3 };

	ok(assign_text(a, first, 2, 0, MIXTURE_NONE, 1, s) == 1 &&
	       s[0].theme == 0 && s[0].score > 0.8f,
	   "a text gets the theme of its words");
	ok(assign_text(a, second, 2, 0, MIXTURE_NONE, 2, s) == 1 &&
	       s[0].theme == 1,
	   "another the other");
	ok(assign_text(a, both, 1, 0, MIXTURE_NONE, 2, s) <= 2 &&
	       assign_text(a, NULL, 0, 0, MIXTURE_NONE, 2, s) == 0,
	   "one without words none");
	assign_text(a, first, 2, 9, MIXTURE_NONE, 1, s);
	ok(s[0].theme == 0 && s[0].score < 0.6f,
	   "words that no theme has make it less alike");
	ok(assign_text(a, first, 2, 0, 1, 1, s) == 1 && s[0].theme == 1,
	   "unless it is said which");
	assign_free(a);
}

static void
sets_of_hashes(void)
{
	struct hashset s = HASHSET_INIT;
	bool good = true;

	ok(!hashset_has(&s, 0) && hashset_add(&s, 0) && !hashset_add(&s, 0) &&
	       hashset_has(&s, 0),
	   "a set of hashes holds 0, too");
	for (uint64_t i = 2; i < 5000; i++)
		good &= hashset_add(&s, i * 1024);
	for (uint64_t i = 2; i < 5000; i++)
		good &=
		    !hashset_add(&s, i * 1024) && !hashset_has(&s, 2 * i + 1);
	ok(good, "and tells thousands apart");
	hashset_free(&s);
}

int
main(void)
{
	matches_a_known_matrix();
	matches_as_trying_does();
	matches_what_is_not_square();
	samples_do_not_depend_on_order();
	samples_join_what_says_the_same();
	clusters_two_kinds();
	clusters_by_meaning();
	assigns_what_fits();
	sets_of_hashes();
	return tap_done();
}
