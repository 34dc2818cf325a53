#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/stance_parts.h"

static uint32_t
hash(const char *p, size_t len)
{
	uint32_t h = 2166136261u;

	for (size_t i = 0; i < len; i++)
		h = (h ^ (unsigned char)p[i]) * 16777619u;
	return h ^ h >> 15;
}

static bool
ends(const char *w, size_t len, const char *end, size_t n)
{
	return len >= n + 3 && memcmp(w + len - n, end, n) == 0;
}

/* Cut a word, lower case, to its stem; the same as stem in opinion.pl. */
static size_t
stem(char *w, size_t len)
{
	static const struct slice endings[] = {
		{ "ies", 3 }, { "ing", 3 }, { "ed", 2 },
		{ "es", 2 },  { "s", 1 },   { "ly", 2 },
	};
	bool bare = len < 4 || memchr("sgdy", w[len - 1], 4) == NULL ||
	            (w[len - 1] == 's' && w[len - 2] == 's');

	for (size_t i = 0; i < 6 && !bare; i++)
		if (ends(w, len, endings[i].p, endings[i].len)) {
			len -= endings[i].len;
			if (i == 0)
				w[len++] = 'y';
			break;
		}
	if (len > 4 && w[len - 1] == 'e')
		len--;
	if (len > 3 && w[len - 1] == w[len - 2] &&
	    memchr("aeiouls", w[len - 1], 7) == NULL)
		len--;
	return len;
}

uint32_t
stance_number(const struct stance *s, char *word, size_t len)
{
	uint32_t h;

	len = stem(word, len);
	h = hash(word, len);
	for (uint32_t i = h % STANCE_SLOTS; s->slots[i] != 0;
	     i = (i + 1) % STANCE_SLOTS) {
		uint32_t n = s->slots[i] - 1;

		if (s->hashes[i] == h && slice_is((struct slice){ word, len },
		                                  opinion_table[n].word))
			return n;
	}
	return (uint32_t)opinion_table_len + h % (1u << 30);
}

static uint32_t
number_of_word(const struct stance *s, const char *word)
{
	char w[STANCE_LONGEST];
	size_t len = strlen(word);

	len = len < STANCE_LONGEST ? len : STANCE_LONGEST;
	memcpy(w, word, len);
	return stance_number(s, w, len);
}

typedef int32_t four __attribute__((vector_size(16), may_alias));

/* How many of the numbers in n vectors are less than x. */
static size_t
count_less(const four *v, size_t n, int32_t x)
{
	const four limit = { x, x, x, x };
	four less = { 0 };
	int32_t sum;

	for (size_t i = 0; i < n; i++)
		less -= v[i] < limit;
	sum = less[0] + less[1] + less[2] + less[3];
	return (size_t)sum;
}

/*
 * Each word goes where its rank says, without a branch that depends on it.
 * Vectors compare with a sign, so the highest bit is turned.
 */
size_t
stance_sort(uint32_t *v, size_t n)
{
	four turned[STANCE_WORDS / 4];
	uint32_t place[STANCE_WORDS];
	uint64_t taken = 0;
	size_t kept = 0, vectors = (n + 3) / 4;

	for (size_t i = 0; i < 4 * vectors; i++)
		turned[i / 4][i % 4] =
		    i < n ? (int32_t)(v[i] ^ 0x80000000u) : INT32_MAX;
	for (size_t i = 0; i < n; i++) {
		/* NOLINTNEXTLINE: each was filled above */
		size_t rank = count_less(turned, vectors, turned[i / 4][i % 4]);

		place[rank] = v[i];
		taken |= (uint64_t)1 << rank;
	}
	for (; taken != 0; taken &= taken - 1)
		v[kept++] = place[__builtin_ctzll(taken)];
	return kept;
}

static int
by_first(const void *va, const void *vb)
{
	const struct opposite *a = va, *b = vb;

	if (a->a != b->a)
		return a->a < b->a ? -1 : 1;
	if (a->b != b->b)
		return a->b < b->b ? -1 : 1;
	return (a->entry > b->entry) - (a->entry < b->entry);
}

struct stance *
stance_new(void)
{
	struct stance *s = mem_zalloc(1, sizeof(*s));

	for (size_t n = 0; n < opinion_table_len; n++) {
		const char *w = opinion_table[n].word;
		uint32_t h = hash(w, strlen(w)), i = h % STANCE_SLOTS;

		while (s->slots[i] != 0)
			i = (i + 1) % STANCE_SLOTS;
		s->slots[i] = (uint32_t)n + 1;
		s->hashes[i] = h;
	}
	s->nopposites = 2 * antonym_table_len;
	s->opposites = mem_alloc(s->nopposites * sizeof(*s->opposites));
	for (size_t n = 0; n < antonym_table_len; n++) {
		uint32_t a = number_of_word(s, antonym_table[n].a);
		uint32_t b = number_of_word(s, antonym_table[n].b);

		s->opposed[a % STANCE_BITS / 64] |= (uint64_t)1 << a % 64;
		s->opposed[b % STANCE_BITS / 64] |= (uint64_t)1 << b % 64;
		s->opposites[2 * n] = (struct opposite){ a, b, (uint32_t)n };
		s->opposites[2 * n + 1] =
		    (struct opposite){ b, a, (uint32_t)n };
	}
	mem_sort(s->opposites, s->nopposites, sizeof(*s->opposites), by_first);
	return s;
}

void
stance_free(struct stance *s)
{
	if (s == NULL)
		return;
	free(s->opposites);
	free(s);
}
