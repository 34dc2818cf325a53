/* Long words that are two slips away from a known one. */
#include "text/near.h"
#include "text/near_parts.h"

#include "base/mem.h"

enum {
	LONG = 8,   /* letters of which two may be wrong */
	MIDDLE = 6, /* the same if all letters are there: "kathib", "khatib" */
	SLIPS = 2,
};

static size_t
place_of(char first, size_t len)
{
	return (size_t)(first - 'a') * (NEAR_LONGEST + 1) + len;
}

/* Which letters a word has, one bit each. */
static uint32_t
letters_of(struct slice word)
{
	uint32_t set = 0;

	for (size_t i = 0; i < word.len; i++)
		set |= 1u << (word.p[i] & 31);
	return set;
}

void
near_add_far(struct near *s, struct slice word, uint32_t number)
{
	size_t known = s->far_n;
	uint32_t *head;

	if (word.len < MIDDLE || word.p[0] < 'a' || word.p[0] > 'z')
		return;
	if (s->far_first == NULL)
		s->far_first =
		    mem_zalloc(26 * (NEAR_LONGEST + 1), sizeof(*s->far_first));
	s->far = mem_grow(s->far, &s->far_cap, known + 1, sizeof(*s->far));
	head = &s->far_first[place_of(word.p[0], word.len)];
	s->far[known] = (struct far_entry){ number, *head, letters_of(word) };
	*head = (uint32_t)++s->far_n;
}

/* How often each letter stands in a word, added up so that order is lost. */
static uint64_t
sum_of(struct slice word)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < word.len; i++) {
		uint64_t c = (unsigned char)word.p[i];

		sum += c * c * c * 0x9e3779b97f4a7c15u;
	}
	return sum;
}

static unsigned
least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/*
 * Letters more, less or other and neighbours swapped, between two words; or
 * more than SLIPS. Places further apart than that are not looked at.
 */
static unsigned
slips(struct slice a, struct slice b)
{
	enum { FAR = SLIPS + 1 };
	unsigned row[3][NEAR_LONGEST + 2];

	for (size_t j = 0; j <= b.len + 1; j++) {
		row[0][j] = (unsigned)j;
		row[1][j] = row[2][j] = FAR;
	}
	for (size_t i = 1; i <= a.len; i++) {
		unsigned *now = row[i % 3], *one = row[(i + 2) % 3];
		const unsigned *two = row[(i + 1) % 3];
		size_t from = i > SLIPS ? i - SLIPS : 1;
		size_t end = i + SLIPS < b.len ? i + SLIPS : b.len;

		now[from - 1] = from == 1 ? (unsigned)i : FAR;
		for (size_t j = from; j <= end; j++) {
			bool same = a.p[i - 1] == b.p[j - 1];

			now[j] = least(one[j - 1] + !same,
			               least(one[j], now[j - 1]) + 1);
			if (i > 1 && j > 1 && a.p[i - 1] == b.p[j - 2] &&
			    a.p[i - 2] == b.p[j - 1])
				now[j] = least(now[j], two[j - 2] + 1);
		}
		now[end + 1] = FAR;
	}
	return row[a.len % 3][b.len];
}

static bool
is_far(struct slice known, struct slice word)
{
	bool longs = known.len >= LONG && word.len + 1 >= LONG;

	if (!longs && (known.len != word.len || sum_of(known) != sum_of(word)))
		return false;
	return slips(known, word) <= SLIPS;
}

size_t
near_far(const struct near *s, struct slice word)
{
	const uint32_t letters = letters_of(word);
	size_t best = MAP_NONE;

	if (s->far_first == NULL || word.len < MIDDLE ||
	    word.len + SLIPS > NEAR_LONGEST || word.p[0] < 'a' ||
	    word.p[0] > 'z')
		return MAP_NONE;
	for (size_t len = word.len - SLIPS; len <= word.len + SLIPS; len++)
		for (uint32_t e = s->far_first[place_of(word.p[0], len)];
		     e != 0; e = s->far[e - 1].next) {
			const struct far_entry *known = &s->far[e - 1];

			if (known->word < best &&
			    __builtin_popcount(known->letters ^ letters) <=
			        2 * SLIPS &&
			    is_far(map_key(&s->words, known->word), word))
				best = known->word;
		}
	return best;
}
