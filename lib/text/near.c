#include <stdlib.h>

#include "base/mem.h"
#include "data/lexicon.h"
#include "text/near.h"
#include "text/near_parts.h"

enum { SEEN_BITS = 1 << 21 };

/*
 * The hash of a word is the sum of its bytes times powers of BASE, mixed: that
 * of a word without one byte follows from sums over what stands before the
 * byte and behind it, without going through the word again.
 */
#define BASE 0x9e3779b97f4a7c15u
#define BASE_INVERSE 0xf1de83e19937733du /* BASE times it is 1, modulo 2^64 */

struct sums {
	uint64_t before[NEAR_LONGEST + 1]; /* of the bytes before each */
	size_t len;
};

static void
sum_up(struct sums *s, struct slice word)
{
	uint64_t power = 1;

	s->len = word.len;
	s->before[0] = 0;
	for (size_t i = 0; i < word.len; i++, power *= BASE)
		s->before[i + 1] =
		    s->before[i] + power * (unsigned char)word.p[i];
}

/* The hash of the word without its byte at; all of it if at is its end. */
static uint64_t
form_hash(const struct sums *s, size_t at)
{
	uint64_t sum = s->before[s->len];

	if (at < s->len)
		sum = s->before[at] + (sum - s->before[at + 1]) * BASE_INVERSE;
	return lexicon_seal(sum, 0);
}

static void
add_form(struct near *s, uint64_t hash, uint32_t word)
{
	size_t known = s->forms.n, form = hashes_add(&s->forms, hash);

	if (s->seen.bits == NULL)
		sieve_init(&s->seen, SEEN_BITS);
	sieve_add(&s->seen, hash);
	s->first =
	    mem_grow(s->first, &s->first_cap, form + 1, sizeof(*s->first));
	s->entries =
	    mem_grow(s->entries, &s->cap, s->n + 1, sizeof(*s->entries));
	s->entries[s->n] = (struct near_entry){
		word,
		form == known ? 0 : s->first[form],
	};
	s->first[form] = (uint32_t)++s->n;
}

/* What of a word does not depend on how it is spelt; its length. */
static size_t
sound_of(struct slice word, char *out)
{
	size_t n = 0;

	for (size_t i = 0; i < word.len; i++) {
		char c = word.p[i] == 'y' ? 'i' : word.p[i];

		if (c == 'a' && i == 1 && word.len > 4 && word.p[0] == 'm' &&
		    word.p[2] == 'c')
			continue;
		if (c == 'h' && n > 0 && out[n - 1] == 'p') {
			out[n - 1] = 'f';
			continue;
		}
		if (c == 'e' && n > 0 &&
		    (out[n - 1] == 'a' || out[n - 1] == 'o' ||
		     out[n - 1] == 'u' || out[n - 1] == 'i'))
			continue;
		if (n == 0 || out[n - 1] != c)
			out[n++] = c;
	}
	return n;
}

size_t
near_sound(const struct near *s, struct slice word)
{
	char sound[NEAR_LONGEST];
	size_t n;

	if (word.len > NEAR_LONGEST || word.len < 5)
		return MAP_NONE;
	n = map_find(&s->sounds,
	             (struct slice){ sound, sound_of(word, sound) });
	return n == MAP_NONE ? MAP_NONE : s->sound_word[n];
}

static void
add_sound(struct near *s, struct slice word, uint32_t number)
{
	char sound[NEAR_LONGEST];
	size_t known = s->sounds.n;
	size_t n =
	    map_add(&s->sounds, (struct slice){ sound, sound_of(word, sound) });

	s->sound_word = mem_grow(s->sound_word, &s->sound_cap, s->sounds.n,
	                         sizeof(*s->sound_word));
	if (n == known)
		s->sound_word[n] = number;
}

void
near_add(struct near *s, struct slice word)
{
	size_t known = s->words.n;
	struct sums sums;

	if (word.len > NEAR_LONGEST || map_add(&s->words, word) != known)
		return;
	if (word.len >= 5)
		add_sound(s, word, (uint32_t)known);
	near_add_far(s, word, (uint32_t)known);
	sum_up(&sums, word);
	for (size_t i = 0; i <= word.len; i++) {
		uint64_t hash = form_hash(&sums, i);

		if (i == 0 || i == word.len || word.p[i] != word.p[i - 1])
			add_form(s, hash, (uint32_t)known);
	}
}

bool
near_same(struct slice a, struct slice b)
{
	size_t i = 0, less = a.len < b.len ? a.len : b.len;

	while (i < less && a.p[i] == b.p[i])
		i++;
	a.p += i, a.len -= i;
	b.p += i, b.len -= i;
	if (a.len + 1 == b.len)
		return memcmp(a.p, b.p + 1, a.len) == 0;
	if (b.len + 1 == a.len)
		return memcmp(b.p, a.p + 1, b.len) == 0;
	if (a.len != b.len)
		return false;
	if (a.len <= 1 || memcmp(a.p + 1, b.p + 1, a.len - 1) == 0)
		return true;
	return a.p[0] == b.p[1] && a.p[1] == b.p[0] &&
	       memcmp(a.p + 2, b.p + 2, a.len - 2) == 0;
}

/* The best word of one form's entries, if better than best. */
static size_t
best_of(const struct near *s, size_t form, struct slice word, size_t least,
        size_t best)
{
	for (uint32_t e = s->first[form]; e != 0; e = s->entries[e - 1].next) {
		size_t n = s->entries[e - 1].word;
		struct slice known = map_key(&s->words, n);

		if (known.len >= least && n < best && near_same(known, word))
			best = n;
	}
	return best;
}

size_t
near_find(const struct near *s, struct slice word, size_t least)
{
	size_t best = MAP_NONE;
	struct sums sums;

	if (s->forms.n == 0 || word.len > NEAR_LONGEST || word.len + 1 < least)
		return MAP_NONE;
	sum_up(&sums, word);
	for (size_t i = 0; i <= word.len; i++) {
		uint64_t hash = form_hash(&sums, i);
		size_t form;

		if (!sieve_may_have(&s->seen, hash))
			continue;
		form = hashes_find(&s->forms, hash);
		if (form != MAP_NONE)
			best = best_of(s, form, word, least, best);
	}
	return best;
}

void
near_free(struct near *s)
{
	hashes_free(&s->forms);
	sieve_free(&s->seen);
	map_free(&s->words);
	map_free(&s->sounds);
	free(s->sound_word);
	free(s->first);
	free(s->entries);
	free(s->far);
	free(s->far_first);
	*s = (struct near)NEAR_INIT;
}
