#include <stdlib.h>

#include "base/mem.h"
#include "text/tagger.h"

/* Add what a feature says, if it has a row. */
static void
add_row(int32_t *score, uint32_t feature)
{
	uint32_t bucket = tagger_bucket(feature), mark = tagger_mark(feature);
	const unsigned char(*m)[2] = tagger_marks[bucket];

	for (uint32_t k = 0; k < TAGGER_WAYS; k++) {
		const int8_t *w;

		if ((uint32_t)(m[k][0] | m[k][1] << 8) != mark)
			continue;
		w = tagger_weights[bucket * TAGGER_WAYS + k];
		for (int tag = 0; tag < TAGS; tag++)
			score[tag] += w[tag];
		return;
	}
}

static void
score_word(const struct words *w, struct slice text, size_t i, int32_t *score)
{
	uint32_t features[TAGGER_FEATURES];
	size_t n = tagger_features(w, text, i, features);

	memset(score, 0, TAGS * sizeof(*score));
	for (size_t k = 0; k < n; k++)
		add_row(score, features[k]);
}

/* The best way into each tag, and out of each, from before and to after. */
static void
move_in(int32_t *to, const int32_t *from)
{
	for (int y = 0; y < TAGS; y++) {
		int32_t best = INT32_MIN;

		for (int x = 0; x < TAGS; x++)
			if (from[x] + tagger_moves[x][y] > best)
				best = from[x] + tagger_moves[x][y];
		to[y] = best;
	}
}

static void
move_out(int32_t *from, const int32_t *to)
{
	for (int x = 0; x < TAGS; x++) {
		int32_t best = INT32_MIN;

		for (int y = 0; y < TAGS; y++)
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

/* Words from..end-1 may be tagged, those beside them may not. */
static void
run(struct tagger *t, const struct words *w, struct slice text, size_t from,
    size_t end)
{
	static const int32_t none[TAGS] = { 0, TAGGER_NEVER, TAGGER_NEVER,
		                            TAGGER_NEVER, TAGGER_NEVER };
	size_t n = end - from;
	int32_t in[TAGS], sums[TAGS];

	t->score = mem_grow(t->score, &t->score_cap, n, sizeof(*t->score));
	t->ahead = mem_grow(t->ahead, &t->ahead_cap, n, sizeof(*t->ahead));
	for (size_t k = 0; k < n; k++)
		score_word(w, text, from + k, t->score[k]);
	for (size_t k = n; k-- > 0;) {
		memcpy(sums, none, sizeof(sums));
		for (int y = 0; y < TAGS && k + 1 < n; y++)
			sums[y] = t->score[k + 1][y] + t->ahead[k + 1][y];
		move_out(t->ahead[k], sums);
	}
	memcpy(sums, none, sizeof(sums));
	for (size_t k = 0; k < n; k++) {
		move_in(in, sums);
		for (int y = 0; y < TAGS; y++) {
			sums[y] = in[y] + t->score[k][y];
			in[y] = sums[y] + t->ahead[k][y];
		}
		judge(&t->v[from + k], in);
	}
}

void
tagger_run(struct tagger *t, const struct words *w, struct slice text)
{
	t->v = mem_grow(t->v, &t->cap, w->n + 1, sizeof(*t->v));
	for (size_t i = 0, j; i < w->n; i = j) {
		for (j = i; j < w->n && tagger_may(&w->v[j]);)
			j++;
		if (j > i)
			run(t, w, text, i, j);
		else
			t->v[j++] = (struct tagged){ TAGGER_NEVER, TAGGER_NEVER,
				                     TAG_PERSON };
	}
}

void
tagger_free(struct tagger *t)
{
	free(t->v);
	free(t->score);
	free(t->ahead);
	*t = (struct tagger)TAGGER_INIT;
}
