#include "math/voices.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/mem.h"
#include "text/stop.h"
#include "text/terms.h"
#include "text/wordclass.h"

enum { LEAST = 3 };

#define MIXED (UINT32_MAX - 1)

/* How likely chance may be. */
static const double chance = 0.05;

/* What is known of a stem. */
struct voice {
	uint32_t texts;
	uint32_t table, cluster; /* of all of them, or MIXED */
	uint32_t word;           /* one that has the stem */
	size_t row;              /* the last one that has it */
};

struct work {
	struct stem *stems;
	struct terms terms;
	struct voice *of; /* stems */
	size_t n, cap;
	uint32_t *stem; /* of all rows, each stem of a row once */
	size_t *start;
	size_t cap_stem;
	size_t *said; /* texts of each table */
	size_t tables, texts, cap_said;
};

static void
meet(uint32_t *of, uint32_t value, bool first)
{
	if (first)
		*of = value;
	else if (*of != value)
		*of = MIXED;
}

/* Count the stems of row i, each once. */
static void
count_row(struct work *w, size_t i, uint32_t table, uint32_t cluster)
{
	size_t at = w->start[i];

	for (size_t j = 0; j < w->terms.n; j++) {
		uint32_t stem = w->terms.stem[j];
		struct voice *v;

		w->of = mem_grow(w->of, &w->cap, stem + 1, sizeof(*w->of));
		while (w->n <= stem)
			w->of[w->n++] = (struct voice){ .row = SIZE_MAX };
		v = &w->of[stem];
		if (v->row == i)
			continue;
		v->row = i;
		w->stem =
		    mem_grow(w->stem, &w->cap_stem, at + 1, sizeof(*w->stem));
		w->stem[at++] = stem;
		v->word = w->terms.word[j];
		meet(&v->table, table, v->texts == 0);
		meet(&v->cluster, cluster, v->texts == 0);
		v->texts++;
	}
	w->start[i + 1] = at;
}

static void
count_table(struct work *w, uint32_t table)
{
	if (table == VOICES_NONE)
		return;
	w->said = mem_grow(w->said, &w->cap_said, table + 1, sizeof(*w->said));
	while (w->tables <= table)
		w->said[w->tables++] = 0;
	w->said[table]++;
	w->texts++;
}

/* Whether all that is said of a stem would hardly be of one table by chance. */
static bool
is_one_table(const struct work *w, const struct voice *v)
{
	double share, p = 1;

	if (v->texts < LEAST || v->table >= MIXED || v->cluster >= MIXED)
		return false;
	share = (double)w->said[v->table] / (double)w->texts;
	for (size_t i = 1; i < v->texts && p > chance; i++)
		p *= share;
	return p <= chance;
}

static bool
is_noun(const struct work *w, const struct voice *v)
{
	struct slice word = stem_word_text(w->stems, v->word);

	return word.len >= 3 && stop_word(word) == 0 &&
	       word_class(word) == WORD_NOUN;
}

static bool
has_stem(const struct work *w, size_t i, uint32_t stem)
{
	for (size_t s = w->start[i]; s < w->start[i + 1]; s++)
		if (w->stem[s] == stem)
			return true;
	return false;
}

/* Give the rows of a cluster that hold a stem to another, if not all. */
static size_t
part(const struct work *w, uint32_t stem, size_t n, uint32_t *cluster, size_t k)
{
	uint32_t from = w->of[stem].cluster;
	size_t size = 0, group = 0;

	for (size_t i = 0; i < n; i++) {
		size += cluster[i] == from;
		group += cluster[i] == from && has_stem(w, i, stem);
	}
	if (group < LEAST || group * 3 >= size * 2)
		return k;
	for (size_t i = 0; i < n; i++)
		if (cluster[i] == from && has_stem(w, i, stem))
			cluster[i] = (uint32_t)k;
	return k + 1;
}

/* Two stems by how many texts hold them; see list. */
static int
by_texts(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;

	return (*x < *y) - (*x > *y);
}

/* The stems of one table, the commonest first; to be freed. */
static uint64_t *
list(const struct work *w, size_t *n)
{
	uint64_t *l = mem_alloc((w->n + 1) * sizeof(*l));

	*n = 0;
	for (uint32_t s = 0; s < w->n; s++)
		if (is_one_table(w, &w->of[s]) && is_noun(w, &w->of[s]))
			l[(*n)++] = (uint64_t)w->of[s].texts << 32 | ~s;
	mem_sort(l, *n, sizeof(*l), by_texts);
	return l;
}

size_t
voices_part(const struct voices *v, const uint32_t *rows, size_t n,
            uint32_t *cluster, size_t k)
{
	struct work w = { .stems = stem_new(v->language), .terms = TERMS_INIT };
	uint64_t *stems;
	size_t m;

	w.start = mem_zalloc(n + 2, sizeof(*w.start));
	for (size_t i = 0; i < n; i++) {
		terms_read(&w.terms, w.stems, v->texts[rows[i]]);
		count_row(&w, i, v->table[rows[i]], cluster[i]);
		count_table(&w, v->table[rows[i]]);
	}
	stems = list(&w, &m);
	for (size_t i = 0; i < m; i++)
		k = part(&w, ~(uint32_t)stems[i], n, cluster, k);
	free(stems);
	free(w.said);
	free(w.start);
	free(w.stem);
	free(w.of);
	terms_free(&w.terms);
	stem_free(w.stems);
	return k;
}
