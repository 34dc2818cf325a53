#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "io/codethemes_parts.h"
#include "math/label.h"

/* Note that code, at place j of its list, is a note's. */
static void
count(struct work *w, uint32_t note, size_t j, float *top)
{
	size_t at = w->canon.of[note] * most(w) + j;
	uint32_t code = w->list[at];

	w->size[code]++;
	if (w->number[code] == THEME_NONE || w->score[at] > top[code]) {
		top[code] = w->score[at];
		w->medoid[code] = note;
		w->number[code] = 0;
	}
}

/* Find which codes notes have, how many, and which note fits each best. */
static void
count_notes(struct work *w)
{
	size_t k = w->book->n;
	float *top = mem_alloc((k + 1) * sizeof(*top));
	uint32_t n = 0;

	w->size = mem_zalloc(k + 1, sizeof(*w->size));
	w->medoid = mem_zalloc(k + 1, sizeof(*w->medoid));
	w->number = mem_alloc((k + 1) * sizeof(*w->number));
	memset(w->number, 0xff, (k + 1) * sizeof(*w->number));
	for (size_t i = 0; i < w->canon.n; i++) {
		uint32_t note = w->canon.order[i];

		for (size_t j = 0; j < w->listed[w->canon.of[note]]; j++)
			count(w, note, j, top);
	}
	for (size_t i = 0; i < k; i++)
		if (w->number[i] != THEME_NONE)
			w->number[i] = n++;
	free(top);
}

/* The terms that notes of each code have and others have not. */
static struct label *
find_terms(const struct work *w, size_t k, struct pool *pool)
{
	struct label *labels = mem_zalloc(k + 1, sizeof(*labels));
	uint32_t *theme = mem_alloc((w->canon.n + 1) * sizeof(*theme));
	struct slice *texts = mem_alloc((w->canon.n + 1) * sizeof(*texts));
	struct stem *stems = stem_new(w->options->found.language);

	for (size_t i = 0; i < w->canon.n; i++) {
		uint32_t note = w->canon.order[i], text = w->canon.of[note];

		texts[i] = w->notes->texts[note];
		theme[i] = w->listed[text] > 0 ?
		               w->number[w->list[text * most(w)]] :
		               LABEL_NONE;
	}
	label_themes(stems, texts, w->canon.n, theme, k, pool, labels);
	stem_free(stems);
	free(texts);
	free(theme);
	return labels;
}

/* The nearest code above that notes have, as a theme; or THEME_NONE. */
static uint32_t
parent_theme(const struct work *w, size_t code)
{
	size_t up = w->book->v[code].parent;

	while (up != CODE_NONE && w->number[up] == THEME_NONE)
		up = w->book->v[up].parent;
	return up == CODE_NONE ? THEME_NONE : w->number[up];
}

static struct slice
code_id(struct pool *pool, size_t code)
{
	char id[32];

	snprintf(id, sizeof(id), "c%zu", code + 1);
	return pool_slice(pool, slice_of(id));
}

static void
fill_codes(const struct work *w, struct themes *t)
{
	struct label *labels = find_terms(w, t->k, &t->pool);

	for (size_t i = 0; i < w->book->n; i++) {
		const struct code *code = &w->book->v[i];
		struct theme *to = &t->theme[w->number[i]];
		struct label *l = &labels[w->number[i]];

		if (w->number[i] == THEME_NONE)
			continue;
		*to = (struct theme){
			.id = code_id(&t->pool, i),
			.label = pool_slice(&t->pool, code->name),
			.terms = pool_alloc(&t->pool, sizeof(l->terms)),
			.nterms = l->n,
			.notes = w->size[i],
			.medoid =
			    pool_slice(&t->pool, w->notes->ids[w->medoid[i]]),
			.code = pool_slice(&t->pool, code->guid),
		};
		memcpy(to->terms, l->terms, sizeof(l->terms));
	}
	for (size_t i = 0; i < w->book->n; i++) {
		uint32_t up = parent_theme(w, i);

		if (w->number[i] != THEME_NONE && up != THEME_NONE)
			t->theme[w->number[i]].parent = t->theme[up].id;
	}
	free(labels);
}

/* Take over a theme that was found beside the codes. */
static void
fill_found(const struct work *w, const struct theme *from, struct theme *to,
           struct pool *pool)
{
	size_t next = 0;

	*to = *from;
	to->id = pool_slice(pool, from->id);
	to->medoid = pool_slice(pool, from->medoid);
	to->parent = pool_slice(pool, from->parent);
	to->terms = pool_alloc(pool, (from->nterms + 1) * sizeof(*to->terms));
	for (size_t i = 0; i < from->nterms; i++)
		to->terms[i] = pool_slice(pool, from->terms[i]);
	to->label = pool_slice(pool, from->label);
	while (codethemes_is_name(w->book, to->label) && next < from->nterms)
		to->label = to->terms[next++];
	to->is_new = true;
}

static void
fill_themes(const struct work *w, struct themes *t)
{
	size_t used = 0;

	for (size_t i = 0; i < w->book->n; i++)
		used += w->number[i] != THEME_NONE;
	t->theme = mem_zalloc(used + w->found.k + 1, sizeof(*t->theme));
	t->k = used;
	fill_codes(w, t);
	for (size_t i = 0; i < w->found.k; i++)
		fill_found(w, &w->found.theme[i], &t->theme[used + i],
		           &t->pool);
	t->k += w->found.k;
}

/* The themes of a note that has codes, best first. */
static size_t
fill_note(const struct work *w, size_t note, struct score *to)
{
	size_t text = w->canon.of[note], n = w->listed[text];

	for (size_t i = 0; i < n; i++) {
		size_t at = text * most(w) + i;

		to[i] = (struct score){
			w->number[w->list[at]],
			w->ruled[at] ? 1 : w->score[at],
		};
	}
	return n;
}

static void
fill_scores(const struct work *w, struct themes *t)
{
	size_t n = w->notes->n, codes = t->k - w->found.k, rest = 0;
	size_t room = n * most(w) + 1;

	if (w->found.start != NULL)
		room += w->found.start[w->rest.n];
	t->start = mem_zalloc(n + 1, sizeof(*t->start));
	t->scores = mem_alloc(room * sizeof(*t->scores));
	for (size_t i = 0; i < n; i++) {
		size_t at = t->start[i];

		if (w->listed[w->canon.of[i]] > 0) {
			t->start[i + 1] = at + fill_note(w, i, t->scores + at);
			continue;
		}
		for (size_t j = 0;
		     w->found.start != NULL &&
		     j < w->found.start[rest + 1] - w->found.start[rest];
		     j++) {
			struct score s =
			    w->found.scores[w->found.start[rest] + j];

			s.theme += (uint32_t)codes;
			t->scores[at++] = s;
		}
		t->unthemed += at == t->start[i];
		t->start[i + 1] = at;
		rest++;
	}
}

void
codethemes_fill(struct work *w, struct themes *t)
{
	count_notes(w);
	fill_themes(w, t);
	fill_scores(w, t);
}
