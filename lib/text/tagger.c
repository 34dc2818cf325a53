#include <stdlib.h>

#include "base/mem.h"
#include "text/tagger.h"

/* The marks of a bucket, the first in the lowest bits. */
static uint64_t
marks_of(uint32_t bucket)
{
	const unsigned char(*m)[2] = tagger_marks[bucket];
	uint64_t marks = 0;

	for (int k = TAGGER_WAYS; k-- > 0;)
		marks = marks << 16 | (uint64_t)(m[k][0] | m[k][1] << 8);
	return marks;
}

/* Add what a feature says, if it has a row: four marks are compared at once. */
static void
add_row(int32_t *score, uint32_t feature)
{
	const uint64_t ones = 0x0001000100010001u;
	uint32_t bucket = tagger_bucket(feature);
	uint64_t unlike = marks_of(bucket) ^ tagger_mark(feature) * ones;
	uint64_t none = (unlike - ones) & ~unlike & ones << 15;
	const int8_t *w;

	if (none == 0)
		return;
	w = tagger_weights[bucket * TAGGER_WAYS +
	                   (uint32_t)__builtin_ctzll(none) / 16];
	for (int tag = 0; tag < TAGS; tag++)
		score[tag] += w[tag];
}

/* What the own features of word i add, looked up or worked out. */
static void
add_own(struct tagger *t, const struct words *w, struct slice text, size_t i,
        int32_t *score)
{
	uint32_t features[TAGGER_FEATURES];
	uint64_t key = tagger_own_key(w, text, i);
	struct tagger_own *own = &t->own[key >> 24 & (TAGGER_OWN - 1)];
	size_t n;

	if (key != 0 && own->key == key) {
		for (int tag = 0; tag < TAGS; tag++)
			score[tag] = own->score[tag];
		return;
	}
	n = tagger_own_features(w, text, i, features);
	for (size_t k = 0; k < n; k++)
		add_row(score, features[k]);
	if (key == 0)
		return;
	own->key = key;
	for (int tag = 0; tag < TAGS; tag++)
		own->score[tag] = (int16_t)score[tag];
}

static void
score_word(struct tagger *t, const struct words *w, struct slice text, size_t i,
           int32_t *score)
{
	uint32_t features[TAGGER_FEATURES];
	size_t n;

	memset(score, 0, TAGS * sizeof(*score));
	add_own(t, w, text, i, score);
	n = tagger_near_features(w, text, i, features);
	for (size_t k = 0; k < n; k++)
		add_row(score, features[k]);
}

/* The best way into each tag from those of the word before; NULL: no name. */
static void
move_in(int32_t *to, const int32_t *from)
{
	for (int y = 0; y < TAGS; y++) {
		int32_t best = tagger_moves[0][y];

		if (from != NULL)
			best += from[0];
		for (int x = 1; x < TAGS && from != NULL; x++)
			if (from[x] + tagger_moves[x][y] > best)
				best = from[x] + tagger_moves[x][y];
		to[y] = best;
	}
}

/* The best way out of each tag to those of the word behind; NULL: no name. */
static void
move_out(int32_t *from, const int32_t *to)
{
	for (int x = 0; x < TAGS; x++) {
		int32_t best = tagger_moves[x][0];

		if (to != NULL)
			best += to[0];
		for (int y = 1; y < TAGS && to != NULL; y++)
			if (to[y] + tagger_moves[x][y] > best)
				best = to[y] + tagger_moves[x][y];
		from[x] = best;
	}
}

/* The best sequence with each tag at a word against the best with none. */
static void
judge(struct tagged *v, const int32_t *sums)
{
	v->tag = TAG_PERSON;
	for (unsigned char y = TAG_ORG; y < TAGS; y++)
		if (sums[y] > sums[v->tag])
			v->tag = y;
	v->sure = sums[v->tag] - sums[TAG_NONE];
	v->person = sums[TAG_PERSON] - sums[TAG_NONE];
}

void
tagger_judge(struct tagger *t, const struct words *w, struct slice text,
             size_t from, size_t end)
{
	size_t n = end - from;
	int32_t in[TAGS], sums[TAGS];

	t->score = mem_grow(t->score, &t->score_cap, n, sizeof(*t->score));
	t->ahead = mem_grow(t->ahead, &t->ahead_cap, n, sizeof(*t->ahead));
	for (size_t k = n; k-- > 0;) {
		score_word(t, w, text, from + k, t->score[k]);
		for (int y = 0; y < TAGS && k + 1 < n; y++)
			sums[y] = t->score[k + 1][y] + t->ahead[k + 1][y];
		move_out(t->ahead[k], k + 1 < n ? sums : NULL);
	}
	for (size_t k = 0; k < n; k++) {
		move_in(in, k > 0 ? sums : NULL);
		for (int y = 0; y < TAGS; y++) {
			sums[y] = in[y] + t->score[k][y];
			in[y] = sums[y] + t->ahead[k][y];
		}
		judge(&t->v[from + k], in);
	}
}

/*
 * Words in a row that are tagged together. A word adds at most 127 for each of
 * its features and its move, so that no sum comes near the bounds of int32_t.
 */
enum { TOGETHER = 16384 };

size_t
tagger_row(const struct words *w, size_t i)
{
	size_t end = i;

	while (end < w->n && end - i < TOGETHER && tagger_may(&w->v[end]))
		end++;
	return end;
}

void
tagger_begin(struct tagger *t, const struct words *w)
{
	if (t->own == NULL)
		t->own = mem_zalloc(TAGGER_OWN, sizeof(*t->own));
	t->v = mem_grow(t->v, &t->cap, w->n + 1, sizeof(*t->v));
	for (size_t i = 0; i < w->n; i++)
		t->v[i] =
		    (struct tagged){ TAGGER_NEVER, TAGGER_NEVER, TAG_PERSON };
}

void
tagger_free(struct tagger *t)
{
	free(t->own);
	free(t->v);
	free(t->score);
	free(t->ahead);
	*t = (struct tagger)TAGGER_INIT;
}
