#include <string.h>

#include "base/mem.h"
#include "io/converge_parts.h"
#include "math/elem.h"

/*
 * What a note's words weigh together, and how many they are. Words that more
 * than three fifths of the notes share say what it is about, and do not count.
 */
static int
lean(const struct inquiry *w, const struct entry *e, const uint16_t *v,
     size_t notes, size_t *words)
{
	int sum = 0;

	*words = (size_t)e->weighed + e->others;
	for (size_t i = 0; i < e->weighed; i++)
		if (5 * (size_t)w->word_hits[v[i] >> 1] <= 3 * notes)
			sum += stance_weight(v[i]);
		else
			--*words;
	return sum;
}

/*
 * Have the words of the segment's notes side by side: they lie all over the
 * memory, and are read several times.
 */
static void
gather_words(struct inquiry *w, const struct segment *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++)
		n += w->here[i].weighed;
	w->words_here =
	    mem_grow(w->words_here, &w->words_cap, n + 1, sizeof(uint16_t));
	n = 0;
	for (size_t i = 0; i < s->n; i++) {
		const struct entry *e = &w->here[i];

		if (i + 16 < s->n)
			__builtin_prefetch(
			    ledger_weighed(w->l, &w->here[i + 16]));
		memcpy(w->words_here + n, ledger_weighed(w->l, e),
		       e->weighed * sizeof(uint16_t));
		n += e->weighed;
	}
}

/* Count in how many notes each word with a weight is. */
static void
count_words(struct inquiry *w, const struct segment *s)
{
	const uint16_t *v = w->words_here;

	for (size_t i = 0; i < s->n; i++) {
		size_t n = w->here[i].weighed;

		for (size_t j = 0; j < n; j++)
			w->word_hits[v[j] >> 1] +=
			    j == 0 || v[j - 1] >> 1 != v[j] >> 1;
		v += n;
	}
}

/* Count from nothing again. */
static void
forget_words(struct inquiry *w, const struct segment *s)
{
	const uint16_t *v = w->words_here;
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++)
		n += w->here[i].weighed;
	for (size_t i = 0; i < n; i++)
		w->word_hits[v[i] >> 1] = 0;
}

double
segment_sides(struct inquiry *w, const struct segment *s)
{
	const uint16_t *v;
	double sum = 0, size = 0;

	gather_words(w, s);
	if (s->n >= STANCE_LEAST)
		count_words(w, s);
	v = w->words_here;
	for (size_t i = 0; i < s->n; i++) {
		const struct entry *e = &w->here[i];
		size_t words;
		int z = lean(w, e, v, s->n, &words);
		double loud = words > 0 ? z / elem_sqrt((double)words) : 0;

		w->side[i] = e->flags & ENTRY_CLAIM ?
		                 (int8_t)((z > STANCE_INDIFFERENT) -
		                          (z < -STANCE_INDIFFERENT)) :
		                 0;
		sum += loud;
		size += loud < 0 ? -loud : loud;
		v += e->weighed;
	}
	if (s->n >= STANCE_LEAST)
		forget_words(w, s);
	sum = sum < 0 ? -sum : sum;
	return size > 0 ? 1 - sum / size : 0;
}
