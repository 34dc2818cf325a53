#include <stdlib.h>

#include "base/mem.h"
#include "io/codethemes_parts.h"
#include "math/coding.h"
#include "math/meaning.h"
#include "math/tongue.h"
#include "text/clause.h"

/* A code is a note's too if it fits nearly as well as the best. */
static const float second_share = 0.85f;

/* What a name, description or keyword weighs against an example, which is 1:
 * as much if there is no example, little if there is. */
static const float instead = 0.99f, beside = 0.25f;

enum { MOST_CLAUSES = 64 /* of a note */ };

static void
add_text(struct texts *t, struct slice text, size_t code, float weight)
{
	t->v = mem_grow(t->v, &t->cap, t->n + 1, sizeof(*t->v));
	t->code = mem_grow(t->code, &t->cap_code, t->n + 1, sizeof(*t->code));
	t->weight =
	    mem_grow(t->weight, &t->cap_weight, t->n + 1, sizeof(*t->weight));
	t->v[t->n] = text;
	t->code[t->n] = (uint32_t)code;
	t->weight[t->n++] = weight;
}

/* What a code is known by. */
static void
add_code(struct texts *t, const struct code *c, size_t i)
{
	float weight = c->examples.n > 0 ? beside : instead;

	if (!c->codable)
		return;
	for (size_t j = 0; j < c->examples.n; j++)
		add_text(t, c->examples.v[j].text, i, 1);
	add_text(t, c->name, i, weight);
	if (c->description.len > 0)
		add_text(t, c->description, i, weight);
	for (size_t j = 0; j < c->keywords.n; j++)
		add_text(t, c->keywords.v[j].text, i,
		         weight / (float)c->keywords.n);
}

void
codethemes_examples(struct texts *t, const struct codebook *book)
{
	for (size_t i = 0; i < book->n; i++)
		add_code(t, &book->v[i], i);
}

void
codethemes_units(struct texts *t, struct slice note)
{
	struct slice rest = note, clause;
	size_t whole = t->n;

	add_text(t, note, 0, 1);
	while (clause_next(&rest, &clause) && t->n - whole <= MOST_CLAUSES)
		add_text(t, clause, 0, 0);
	if (t->n == whole + 2)
		t->n--;
}

void
codethemes_free_texts(struct texts *t)
{
	free(t->v);
	free(t->code);
	free(t->weight);
}

static void
add_texts(struct work *w)
{
	codethemes_examples(&w->texts, w->book);
	w->examples = w->texts.n;
	w->unit = mem_alloc((w->canon.distinct + 1) * sizeof(*w->unit));
	for (size_t i = 0; i < w->canon.distinct; i++) {
		w->unit[i] = w->texts.n;
		codethemes_units(&w->texts, w->notes->texts[w->canon.first[i]]);
	}
	w->unit[w->canon.distinct] = w->texts.n;
}

/*
 * Find notes that are examples themselves, in the same words: theirs is the
 * code that has them.
 */
static void
find_same(struct work *w)
{
	size_t n = w->canon.distinct, all = w->examples + n;
	struct slice *texts = mem_alloc((all + 1) * sizeof(*texts));
	size_t *code = mem_alloc((all + 1) * sizeof(*code));
	struct canon c;

	w->same = mem_alloc((n + 1) * sizeof(*w->same));
	for (size_t i = 0; i < all; i++) {
		texts[i] =
		    w->texts.v[i < w->examples ? i : w->unit[i - w->examples]];
		code[i] = CODE_NONE;
	}
	canon_init(&c, texts, texts, all);
	for (size_t i = w->examples; i-- > 0;)
		if (w->texts.weight[i] == 1)
			code[c.of[i]] = w->texts.code[i];
	for (size_t i = 0; i < n; i++)
		w->same[i] = code[c.of[w->examples + i]];
	canon_free(&c);
	free(code);
	free(texts);
}

/*
 * What the texts mean, if notes were encoded: vectors that people bring are
 * of notes alone, and there is nothing to compare them with.
 */
static void
find_vectors(struct work *w)
{
	const struct vectors *v = w->options->found.vectors;
	bool *english;

	if (v == NULL || v->dims != MEANING_DIMS ||
	    strcmp(v->from, "encoder") != 0)
		return;
	w->vectors = mem_alloc(w->texts.n * v->dims * sizeof(*w->vectors));
	english = mem_alloc(w->texts.n);
	for (size_t i = 0; i < w->texts.n; i++)
		english[i] = tongue_english(w->texts.v[i], true);
	for (size_t i = 0; i < w->canon.distinct; i++)
		english[w->unit[i]] = false;
	meaning_find(w->texts.v, english, w->texts.n, w->vectors);
	for (size_t i = 0; i < w->canon.distinct; i++)
		memcpy(w->vectors + w->unit[i] * v->dims,
		       v->v + w->canon.first[i] * v->dims,
		       v->dims * sizeof(*v->v));
	free(english);
	coding_centre(w->vectors, w->texts.n, v->dims);
}

/* Let clauses raise the scores of a text; its best code so far stays first. */
void
codethemes_heed(float *score, const float *clause, size_t k, float *top)
{
	for (size_t i = 0; i < k; i++) {
		if (clause[i] > score[i])
			score[i] = clause[i];
		if (clause[i] > *top)
			*top = clause[i];
	}
}

size_t
codethemes_best(const float *score, size_t k)
{
	size_t best = 0;

	for (size_t i = 1; i < k; i++)
		if (score[i] > score[best])
			best = i;
	return best;
}

void
codethemes_first(float *score, size_t k, size_t best, float top)
{
	for (size_t i = 0; i < k; i++)
		if (i != best && score[i] == top)
			score[i] = top * 0.9999f;
	score[best] = top;
}

/*
 * The score of a text with each code: of the whole, or of its best clause;
 * but what the whole text fits best stays first.
 */
static void
score_text(const struct work *w, const struct coding *c, size_t text,
           float *score, float *scratch)
{
	size_t k = w->book->n, best;
	float top;

	coding_score(c, w->unit[text], score);
	best = codethemes_best(score, k);
	top = score[best];
	for (size_t u = w->unit[text] + 1; u < w->unit[text + 1]; u++) {
		coding_score(c, u, scratch);
		codethemes_heed(score, scratch, k, &top);
	}
	codethemes_first(score, k, best, top);
}

int
codethemes_match(const struct codebook *book, struct rules *rules,
                 struct slice text, uint32_t *hits, float *score)
{
	uint32_t bad;

	memset(hits, 0, book->n * sizeof(*hits));
	if (rules_match(rules, text, hits, &bad) < 0)
		return diag_at(STATUS_FAULT, book->file, book->v[bad].line,
		               "a pattern of this code takes too long on a "
		               "note: make it simpler");
	for (size_t i = 0; i < book->n; i++)
		if (!book->v[i].codable) {
			score[i] = -1;
			hits[i] = 0;
		}
	return 0;
}

size_t
codethemes_pick(const uint32_t *hits, const float *score, size_t k, float fit,
                size_t most, uint32_t *list)
{
	return coding_choose(hits, score, k, fit, second_share, most, list);
}

/* Choose the codes of a distinct text. Return 0, or -1. */
static int
choose(struct work *w, const struct coding *c, size_t text, uint32_t *hits,
       float *score, float *scratch)
{
	size_t k = w->book->n, at = text * most(w);

	score_text(w, c, text, score, scratch);
	if (codethemes_match(w->book, w->rules, w->texts.v[w->unit[text]], hits,
	                     score) < 0)
		return -1;
	if (w->same[text] != CODE_NONE)
		hits[w->same[text]] += BEYOND_RULES;
	w->listed[text] = (uint8_t)codethemes_pick(
	    hits, score, k, coding_fit(c), most(w), w->list + at);
	for (size_t i = 0; i < w->listed[text]; i++) {
		uint32_t code = w->list[at + i];

		w->score[at + i] = score[code];
		w->ruled[at + i] = hits[code] > 0;
	}
	return 0;
}

static int
choose_all(struct work *w)
{
	size_t k = w->book->n, n = w->canon.distinct;
	struct coding_input in = {
		.texts = w->texts.v,
		.examples = w->examples,
		.n = w->texts.n,
		.code = w->texts.code,
		.weight = w->texts.weight,
		.k = k,
		.vectors = w->vectors,
		.dims = w->vectors ? MEANING_DIMS : 0,
		.fit = (float)w->options->fit,
		.language = w->options->found.language,
	};
	struct coding *c = coding_new(&in);
	uint32_t *hits = mem_alloc((k + 1) * sizeof(*hits));
	float *score = mem_alloc((k + 1) * sizeof(*score));
	float *scratch = mem_alloc((k + 1) * sizeof(*scratch));
	int rc = 0;

	w->list = mem_alloc((n * most(w) + 1) * sizeof(*w->list));
	w->score = mem_alloc((n * most(w) + 1) * sizeof(*w->score));
	w->ruled = mem_alloc(n * most(w) + 1);
	w->listed = mem_zalloc(n + 1, sizeof(*w->listed));
	for (size_t i = 0; i < n && rc == 0; i++)
		rc = choose(w, c, i, hits, score, scratch);
	free(scratch);
	free(score);
	free(hits);
	coding_free(c);
	return rc;
}

int
codethemes_choose(struct work *w)
{
	add_texts(w);
	find_same(w);
	find_vectors(w);
	return choose_all(w);
}
