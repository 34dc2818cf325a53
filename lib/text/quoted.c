#include "text/quoted.h"

/* A run of words from the i-th on. */
static uint64_t
run_at(const struct words *w, size_t i)
{
	uint64_t hash = LEX_SEED;

	for (size_t k = i; k < i + QUOTED_WORDS; k++)
		hash = lexicon_step(hash, w->v[k].hash);
	return lexicon_seal(hash, QUOTED_WORDS);
}

void
quoted_add(struct quoted *q, const struct words *w)
{
	for (size_t i = 0; i + QUOTED_WORDS <= w->n; i++)
		hashes_add(&q->runs, run_at(w, i));
}

bool
quoted_in(const struct quoted *q, const struct words *w)
{
	for (size_t i = 0; q->runs.n > 0 && i + QUOTED_WORDS <= w->n; i++)
		if (hashes_find(&q->runs, run_at(w, i)) != MAP_NONE)
			return true;
	return false;
}

void
quoted_free(struct quoted *q)
{
	hashes_free(&q->runs);
}
