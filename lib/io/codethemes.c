#include "io/codethemes.h"

#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

#include "base/mem.h"
#include "math/coding.h"
#include "math/label.h"
#include "math/meaning.h"
#include "math/theming.h"
#include "text/canon.h"
#include "text/clause.h"

/* A code is a note's too if it fits nearly as well as the best. */
static const float second_share = 0.85f;

/* What a name, description or keyword weighs against an example, which is 1:
 * as much if there is no example, little if there is. */
static const float instead = 0.99f, beside = 0.25f;

enum { MOST_CLAUSES = 64 /* of a note */ };

/* Texts of which coding learns, then those that it is to score. */
struct texts {
	struct slice *v;
	uint32_t *code; /* of an example */
	float *weight;
	size_t n, cap, cap_code, cap_weight;
};

struct work {
	const struct notes *notes;
	const struct codebook *book;
	struct rules *rules;
	const struct codethemes_options *options;
	struct canon canon;
	struct texts texts;
	size_t examples;
	size_t *unit;      /* of each distinct text: its first unit */
	uint32_t *list;    /* most codes of each distinct text */
	uint8_t *listed;   /* how many there are */
	float *score;      /* of each in list */
	bool *ruled;       /* whether a rule says so */
	size_t *size;      /* notes whose first code it is, of each code */
	uint32_t *medoid;  /* note that fits each code best */
	uint32_t *number;  /* of each code: its theme, or THEME_NONE */
	struct notes rest; /* notes that no code fits; borrowed texts */
	uint32_t *of_rest; /* their numbers */
	struct vectors rest_vectors;
	float *vectors; /* of the texts, or NULL */
	struct themes found;
};

static size_t
most(const struct work *w)
{
	size_t n = w->options->found.max_labels;

	n = n < w->book->n ? n : w->book->n;
	return n < UINT8_MAX ? n : UINT8_MAX;
}

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
add_code(struct work *w, size_t i)
{
	const struct code *c = &w->book->v[i];
	float weight = c->examples.n > 0 ? beside : instead;

	if (!c->codable)
		return;
	for (size_t j = 0; j < c->examples.n; j++)
		add_text(&w->texts, c->examples.v[j].text, i, 1);
	add_text(&w->texts, c->name, i, weight);
	if (c->description.len > 0)
		add_text(&w->texts, c->description, i, weight);
	for (size_t j = 0; j < c->keywords.n; j++)
		add_text(&w->texts, c->keywords.v[j].text, i,
		         weight / (float)c->keywords.n);
}

/* A note as a whole, then its clauses if it has several. */
static void
add_units(struct texts *t, struct slice note)
{
	struct slice rest = note, clause;
	size_t whole = t->n;

	add_text(t, note, 0, 1);
	while (clause_next(&rest, &clause) && t->n - whole <= MOST_CLAUSES)
		add_text(t, clause, 0, 0);
	if (t->n == whole + 2)
		t->n--;
}

static void
add_texts(struct work *w)
{
	for (size_t i = 0; i < w->book->n; i++)
		add_code(w, i);
	w->examples = w->texts.n;
	w->unit = mem_alloc((w->canon.distinct + 1) * sizeof(*w->unit));
	for (size_t i = 0; i < w->canon.distinct; i++) {
		w->unit[i] = w->texts.n;
		add_units(&w->texts, w->notes->texts[w->canon.first[i]]);
	}
	w->unit[w->canon.distinct] = w->texts.n;
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
		english[i] = meaning_english(w->texts.v[i], true);
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

/*
 * The score of a text with each code: of the whole, or of its best clause;
 * but what the whole text fits best stays first.
 */
static void
score_text(const struct work *w, const struct coding *c, size_t text,
           float *score, float *scratch)
{
	size_t k = w->book->n, best = 0;
	float top;

	coding_score(c, w->unit[text], score);
	for (size_t i = 1; i < k; i++)
		if (score[i] > score[best])
			best = i;
	top = score[best];
	for (size_t u = w->unit[text] + 1; u < w->unit[text + 1]; u++) {
		coding_score(c, u, scratch);
		for (size_t i = 0; i < k; i++) {
			if (scratch[i] > score[i])
				score[i] = scratch[i];
			if (scratch[i] > top)
				top = scratch[i];
		}
	}
	for (size_t i = 0; i < k; i++)
		if (i != best && score[i] == top)
			score[i] = top * 0.9999f;
	score[best] = top;
}

/* Choose the codes of a distinct text. Return 0, or -1. */
static int
choose(struct work *w, const struct coding *c, size_t text, uint32_t *hits,
       float *score, float *scratch)
{
	size_t k = w->book->n, at = text * most(w);
	uint32_t bad;

	memset(hits, 0, k * sizeof(*hits));
	if (rules_match(w->rules, w->texts.v[w->unit[text]], hits, &bad) < 0)
		return diag_at(STATUS_FAULT, w->book->file,
		               w->book->v[bad].line,
		               "a pattern of this code takes too long on a "
		               "note: make it simpler");
	score_text(w, c, text, score, scratch);
	for (size_t i = 0; i < k; i++)
		if (!w->book->v[i].codable) {
			score[i] = -1;
			hits[i] = 0;
		}
	w->listed[text] = (uint8_t)coding_choose(
	    hits, score, k, coding_fit(c), second_share, most(w), w->list + at);
	for (size_t i = 0; i < w->listed[text]; i++) {
		uint32_t code = w->list[at + i];

		w->score[at + i] = score[code];
		w->ruled[at + i] = hits[code] > 0;
	}
	return 0;
}

/* Choose the codes of all distinct texts. */
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

/* The notes that have no code, as notes of their own. */
static void
gather_rest(struct work *w)
{
	size_t n = w->notes->n;

	w->of_rest = mem_alloc((n + 1) * sizeof(*w->of_rest));
	w->rest.texts = mem_alloc((n + 1) * sizeof(*w->rest.texts));
	w->rest.ids = mem_alloc((n + 1) * sizeof(*w->rest.ids));
	for (size_t i = 0; i < n; i++) {
		if (w->listed[w->canon.of[i]] > 0)
			continue;
		w->of_rest[w->rest.n] = (uint32_t)i;
		w->rest.texts[w->rest.n] = w->notes->texts[i];
		w->rest.ids[w->rest.n++] = w->notes->ids[i];
	}
}

static void
gather_vectors(struct work *w, const struct vectors *v)
{
	w->rest_vectors = *v;
	if (v->dims == 0)
		return;
	w->rest_vectors.v =
	    mem_alloc((w->rest.n * v->dims + 1) * sizeof(*v->v));
	for (size_t i = 0; i < w->rest.n; i++)
		memcpy(w->rest_vectors.v + i * v->dims,
		       v->v + w->of_rest[i] * v->dims, v->dims * sizeof(*v->v));
}

static void
find_rest(struct work *w)
{
	struct eventthemes_options o = w->options->found;

	gather_rest(w);
	if (w->options->codes_only)
		return;
	if (o.vectors != NULL) {
		gather_vectors(w, o.vectors);
		o.vectors = &w->rest_vectors;
	}
	eventthemes_find(&w->found, &w->rest, &o);
}

/* Note that code, at place j of its list, is a note's. */
static void
count(struct work *w, uint32_t note, size_t j, float *top)
{
	size_t at = w->canon.of[note] * most(w) + j;
	uint32_t code = w->list[at];

	w->size[code] += j == 0;
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

/* Whether a code has that name, but for case. */
static bool
is_name(const struct codebook *book, struct slice label)
{
	for (size_t i = 0; i < book->n; i++)
		if (book->v[i].name.len == label.len &&
		    strncasecmp(book->v[i].name.p, label.p, label.len) == 0)
			return true;
	return false;
}

/* Take over a theme that was found beside the codes. */
static void
fill_found(const struct work *w, const struct theme *from, struct theme *to,
           struct pool *pool)
{
	size_t label = 0;

	*to = *from;
	to->id = pool_slice(pool, from->id);
	to->medoid = pool_slice(pool, from->medoid);
	to->parent = pool_slice(pool, from->parent);
	to->terms = pool_alloc(pool, (from->nterms + 1) * sizeof(*to->terms));
	for (size_t i = 0; i < from->nterms; i++)
		to->terms[i] = pool_slice(pool, from->terms[i]);
	to->label = pool_slice(pool, from->label);
	while (is_name(w->book, to->label) && ++label < from->nterms)
		to->label = to->terms[label];
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
fill_note(const struct work *w, size_t note, struct theme_score *to)
{
	size_t text = w->canon.of[note], n = w->listed[text];

	for (size_t i = 0; i < n; i++) {
		size_t at = text * most(w) + i;

		to[i] = (struct theme_score){
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
			struct theme_score s =
			    w->found.scores[w->found.start[rest] + j];

			s.theme += (uint32_t)codes;
			t->scores[at++] = s;
		}
		t->unthemed += at == t->start[i];
		t->start[i + 1] = at;
		rest++;
	}
}

static void
work_free(struct work *w)
{
	themes_free(&w->found);
	vectors_free(&w->rest_vectors);
	free(w->vectors);
	free(w->rest.texts);
	free(w->rest.ids);
	free(w->of_rest);
	free(w->number);
	free(w->medoid);
	free(w->size);
	free(w->listed);
	free(w->ruled);
	free(w->score);
	free(w->list);
	free(w->unit);
	free(w->texts.v);
	free(w->texts.code);
	free(w->texts.weight);
	canon_free(&w->canon);
}

int
codethemes_find(struct themes *t, const struct notes *notes,
                const struct codebook *book, struct rules *rules,
                const struct codethemes_options *options)
{
	struct work w = { .notes = notes,
		          .book = book,
		          .rules = rules,
		          .options = options,
		          .rest_vectors = VECTORS_INIT,
		          .found = THEMES_INIT };
	int rc;

	*t = (struct themes)THEMES_INIT;
	canon_init(&w.canon, notes->texts, notes->ids, notes->n);
	if (options->found.vectors != NULL) {
		t->vectors = options->found.vectors->from;
		t->without_vectors = options->found.vectors->without;
	}
	add_texts(&w);
	find_vectors(&w);
	rc = choose_all(&w);
	if (rc == 0) {
		find_rest(&w);
		count_notes(&w);
		fill_themes(&w, t);
		fill_scores(&w, t);
	}
	work_free(&w);
	return rc;
}

int
codethemes_keep(const struct themes *t, struct codebook *book)
{
	book->line = 0;
	for (size_t i = 0; i < t->k; i++) {
		const struct theme *theme = &t->theme[i];
		struct buf name = BUF_INIT;
		struct code *code;

		if (theme->code.len > 0)
			continue;
		buf_slice(&name, theme->label);
		if (is_name(book, theme->label))
			buf_adds(&name, " (new)");
		code = codebook_add(book, CODE_NONE, buf_view(&name));
		buf_free(&name);
		for (size_t j = 0; j < theme->nterms; j++)
			codebook_text(book, &code->keywords, theme->terms[j]);
	}
	return codebook_finish(book);
}
