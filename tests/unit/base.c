/* lib/base: memory, buffers, maps. */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/hashes.h"
#include "base/hashset.h"
#include "base/keyed.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/memo.h"
#include "base/pool.h"
#include "base/sieve.h"
#include "tap.h"

static void
buffers_keep_nul_bytes(void)
{
	struct buf b = BUF_INIT;

	buf_add(&b, "a\0b", 3);
	ok(b.len == 3 && memcmp(b.data, "a\0b", 4) == 0,
	   "NUL bytes are kept and a NUL follows");
	buf_free(&b);
}

static void
buffers_grow(void)
{
	struct buf b = BUF_INIT;

	for (int i = 0; i < 1000; i++)
		buf_addf(&b, "%d ", i);
	ok(b.len == 3890 && strlen(b.data) == b.len && b.cap > b.len,
	   "a buffer grows, and a NUL stands behind it");
	buf_cut(&b, 2);
	ok(strcmp(b.data, "0 ") == 0, "a buffer can be cut");
	buf_free(&b);
}

static void
maps_number_in_order(void)
{
	struct map m = MAP_INIT;
	char key[32];
	bool good = true;

	for (size_t i = 0; i < 5000; i++) {
		snprintf(key, sizeof(key), "key %zu", i);
		good &= map_add(&m, slice_of(key)) == i;
	}
	for (size_t i = 0; i < 5000; i++) {
		snprintf(key, sizeof(key), "key %zu", i);
		good &= map_find(&m, slice_of(key)) == i;
		good &= slice_is(map_key(&m, i), key);
	}
	ok(good, "keys are numbered in the order they came");
	ok(map_add(&m, SLICE("key 7")) == 7 && m.n == 5000,
	   "a key known already keeps its number");
	ok(map_find(&m, SLICE("no such")) == MAP_NONE, "a stranger has none");
	ok(map_add(&m, SLICE("")) == 5000 && map_add(&m, SLICE("\0")) == 5001,
	   "the empty key and the NUL byte are keys");
	map_free(&m);
}

static void
hash_is_the_same_everywhere(void)
{
	static const char odd[] = "-harvest";

	ok(map_hash(SLICE("harvest")) == 0xf953665d86a9302d &&
	       map_hash(slice_of(odd + 1)) == 0xf953665d86a9302d &&
	       map_hash(SLICE("")) != map_hash(SLICE("\0")),
	   "a hash depends on the bytes alone, and stays what it is");
}

static int
by_value(const void *x, const void *y)
{
	uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;

	return (a > b) - (a < b);
}

/* How many of 200,000 short keys of one pattern have another's hash. */
static size_t
clashes(const char *before, const char *after, uint64_t (*hash)(struct slice))
{
	enum { KEYS = 200000 };
	uint64_t *v = malloc(KEYS * sizeof(*v));
	size_t same = 0;

	for (unsigned i = 0; i < KEYS; i++) {
		char key[64];
		int len =
		    snprintf(key, sizeof(key), "%s%u%s", before, i, after);

		v[i] = hash((struct slice){ key, (size_t)len + 1 });
	}
	qsort(v, KEYS, sizeof(*v), by_value);
	for (size_t i = 1; i < KEYS; i++)
		same += v[i - 1] == v[i];
	free(v);
	return same;
}

static void
hashes_differ(void)
{
	static const char *const around[][2] = {
		{ "", "" },    { "n", "" },      { "1000", "" },
		{ "", "-id" }, { "event", "." }, { "a longer note, ", "" },
	};
	size_t same = 0;

	for (size_t i = 0; i < sizeof(around) / sizeof(*around); i++)
		same += clashes(around[i][0], around[i][1], map_hash) +
		        clashes(around[i][0], around[i][1], map_quick);
	ok(same == 0, "keys that are nearly alike have hashes of their own");
}

/* Numbers of few or of many bits, many of them the same. */
static bool
sorts(size_t n, uint64_t mask)
{
	struct keyed *v = malloc((n + 1) * sizeof(*v));
	uint64_t state = n;
	bool good = true;

	for (size_t i = 0; i < n; i++) {
		state = state * 6364136223846793005u + 1442695040888963407u;
		v[i] =
		    (struct keyed){ (state ^ state >> 32) & mask, (uint32_t)i };
	}
	keyed_sort(v, n);
	for (size_t i = 1; i < n; i++)
		good &= v[i - 1].key < v[i].key ||
		        (v[i - 1].key == v[i].key && v[i - 1].n < v[i].n);
	free(v);
	return good;
}

static void
keyed_sort_is_stable(void)
{
	static const size_t sizes[] = { 0, 1, 2, 3, 100, 255, 256, 257, 5000 };
	static const uint64_t masks[] = { 0,          1,
		                          0xff,       0x7ff00000,
		                          UINT64_MAX, 0xf000000000000000u };
	bool good = true;

	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++)
		for (size_t k = 0; k < sizeof(masks) / sizeof(*masks); k++)
			good &= sorts(sizes[i], masks[k]);
	ok(good, "few and many are sorted by their keys, the same left alone");
}

static void
pools_align(void)
{
	struct pool p = POOL_INIT;
	bool good = true;

	for (size_t i = 0; i < 20000; i++) {
		char *odd = pool_bytes(&p, i % 7), *even;

		memset(odd, 1, i % 7);
		even = pool_alloc(&p, 24);
		memset(even, 2, 24);
		good &= (uintptr_t)even % _Alignof(max_align_t) == 0;
	}
	ok(good, "what a pool gives is aligned, whatever it gave before");
	pool_free(&p);
}

static void
hashes_are_numbered_in_order(void)
{
	struct hashes h = HASHES_INIT;
	bool good = hashes_find(&h, 1) == MAP_NONE;

	/* Many that begin alike, and many that end alike. */
	for (size_t i = 0; i < 5000; i++)
		good &= hashes_add(&h, i % 2 ? i : i << 32) == i;
	for (size_t i = 0; i < 5000; i++)
		good &= hashes_add(&h, i % 2 ? i : i << 32) == i &&
		        hashes_find(&h, i % 2 ? i : i << 32) == i;
	ok(good && h.n == 5000 && hashes_find(&h, 2) == MAP_NONE &&
	       hashes_find(&h, (uint64_t)1 << 32) == MAP_NONE,
	   "hashes are numbered in the order they came");
	hashes_free(&h);
}

/* With the low bits for a place, each of these would be looked for at the end
 * of all before it: hours. */
static void
hashes_that_were_chosen_do_not_meet(void)
{
	enum { MANY = 1000000 };
	struct hashes h = HASHES_INIT;
	struct hashset s = HASHSET_INIT;

	for (uint64_t i = 1; i <= MANY; i++) {
		hashes_add(&h, i << 40);
		hashset_add(&s, i << 40);
	}
	ok(h.n == MANY && s.n == MANY && !hashset_has(&s, 1),
	   "a million hashes with the same low bits are soon told apart");
	hashes_free(&h);
	hashset_free(&s);
}

/* Many blocks. */
static void
pools_hold_much(void)
{
	struct pool p = POOL_INIT;
	unsigned char **v = calloc(8000, sizeof(*v));
	bool good = true;

	for (size_t i = 0; i < 8000; i++) {
		v[i] = pool_bytes(&p, 1000);
		memset(v[i], (int)(i % 251), 1000);
	}
	for (size_t i = 0; i < 8000; i++)
		good &= v[i][0] == i % 251 && v[i][999] == i % 251;
	ok(good, "a pool that has grown keeps all it gave");
	pool_free(&p);
	free(v);
}

static void
sieves_say_yes_of_all_they_have(void)
{
	struct sieve s = { NULL, 0 };
	bool good = !sieve_may_have(&s, 7);
	size_t others = 0;

	sieve_init(&s, 1 << 14);
	for (uint64_t i = 1; i <= 1000; i++)
		sieve_add(&s, i * 0x9e3779b97f4a7c15u);
	for (uint64_t i = 1; i <= 1000; i++)
		good &= sieve_may_have(&s, i * 0x9e3779b97f4a7c15u);
	for (uint64_t i = 2000; i < 3000; i++)
		others += sieve_may_have(&s, i * 0x9e3779b97f4a7c15u);
	ok(good && others < 200, "a sieve has all, and few others");
	sieve_fill(&s);
	ok(sieve_may_have(&s, 5) && sieve_may_have(&s, ~(uint64_t)0),
	   "or everything");
	sieve_free(&s);
}

static void
memos_remember_the_last(void)
{
	struct memo m = { NULL };
	uint64_t one = 6, two = 6 + 2 * (uint64_t)MEMO_PLACES;
	bool answer = false;

	ok(!memo_has(&m, one, &answer), "an empty memo knows nothing");
	memo_put(&m, one, true);
	ok(memo_has(&m, one, &answer) && answer && !memo_has(&m, two, &answer),
	   "what was put is known, what has the same place is not");
	memo_put(&m, two, false);
	ok(memo_has(&m, two, &answer) && !answer && !memo_has(&m, one, &answer),
	   "and takes its place");
	memo_put(&m, 0, true);
	ok(!memo_has(&m, 0, &answer), "0 and 1 are never known");
	memo_free(&m);
}

int
main(void)
{
	buffers_keep_nul_bytes();
	buffers_grow();
	maps_number_in_order();
	hash_is_the_same_everywhere();
	hashes_differ();
	keyed_sort_is_stable();
	hashes_are_numbered_in_order();
	hashes_that_were_chosen_do_not_meet();
	sieves_say_yes_of_all_they_have();
	memos_remember_the_last();
	pools_align();
	pools_hold_much();
	return tap_done();
}
