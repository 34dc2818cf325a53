#include "io/eventthemes.h"

#include <stdlib.h>

#include "base/mem.h"
#include "math/label.h"
#include "math/mention.h"
#include "text/canon.h"

/*
 * Another theme is a note's too if it fits as well as its own, and well; or if
 * the note names it and it fits nearly as well. On notes with several labels
 * three of four such are right.
 */
static const float second_least = 0.35f, named_least = 0.2f, named_share = 0.7f;

/*
 * Where the number of themes is found, vectors count that much less: words
 * tell small themes apart.
 */
static const float found_share = 0.28f / 0.3f;

/* What is being worked out. */
struct work {
	const struct notes *notes;
	const struct eventthemes_options *options;
	struct canon canon;
	struct slice *texts;  /* all, in canonical order */
	uint32_t *theme;      /* of each of them, numbered as theming does */
	struct theming found; /* of the distinct texts */
	struct label *labels;
	size_t *size;     /* of each theme: notes that list it */
	uint32_t *order;  /* themes by size */
	uint32_t *number; /* the place of each theme in order, or THEME_NONE */
	size_t k;         /* themes that stay */
};

/* The vectors of the distinct texts, to be freed; NULL if there are none. */
static float *
distinct_vectors(const struct work *w)
{
	const struct vectors *v = w->options->vectors;
	const struct canon *c = &w->canon;
	float *d;

	if (v == NULL || v->dims == 0)
		return NULL;
	d = mem_alloc((c->distinct * v->dims + 1) * sizeof(*d));
	for (size_t i = 0; i < c->distinct; i++)
		memcpy(d + i * v->dims, v->v + c->first[i] * v->dims,
		       v->dims * sizeof(*d));
	return d;
}

/* The table where each distinct text was said; to be freed. */
static uint32_t *
distinct_tables(const struct work *w)
{
	const struct canon *c = &w->canon;
	const uint32_t *tables = w->notes->tables;
	uint32_t *d;

	if (tables == NULL)
		return NULL;
	d = mem_alloc((c->distinct + 1) * sizeof(*d));
	for (size_t i = 0; i < c->distinct; i++)
		d[i] = tables[c->first[i]];
	for (size_t i = 0; i < c->n; i++)
		if (d[c->of[i]] != tables[i])
			d[c->of[i]] = NOTES_NONE;
	return d;
}

/*
 * How many tables say each distinct text: 1, or more than 1. Notes that name
 * none are taken to be of different ones. To be freed.
 */
static uint32_t *
distinct_voices(const struct work *w, const uint32_t *table)
{
	const struct canon *c = &w->canon;
	uint32_t *d = mem_zalloc(c->distinct + 1, sizeof(*d));

	for (size_t i = 0; i < c->n; i++) {
		uint32_t text = c->of[i];
		bool again = table == NULL || table[text] == NOTES_NONE;

		if (d[text] == 0 || again)
			d[text]++;
	}
	return d;
}

/* The distinct texts; to be freed. */
static struct slice *
distinct_texts(const struct work *w)
{
	const struct canon *c = &w->canon;
	struct slice *d = mem_alloc((c->n + 1) * sizeof(*d));

	for (size_t i = 0; i < c->distinct; i++)
		d[i] = w->notes->texts[c->first[i]];
	return d;
}

/* How they are compared: by vectors, which are to be freed, or by none. */
static struct theming_options
how(const struct work *w, float *vectors)
{
	struct theming_options o = {
		.themes = w->options->themes,
		.granularity = w->options->granularity,
		.language = w->options->language,
		.vectors = vectors,
	};

	if (vectors != NULL) {
		o.dims = w->options->vectors->dims;
		o.share = w->options->vectors->share;
		if (o.themes == 0)
			o.share *= found_share;
	}
	return o;
}

static void
find(struct work *w)
{
	const struct canon *c = &w->canon;
	struct slice *distinct = distinct_texts(w);
	float *vectors = distinct_vectors(w);
	struct theming_options o = how(w, vectors);
	uint32_t *tables, *voices;

	o.tables = tables = distinct_tables(w);
	o.voices = voices = distinct_voices(w, tables);
	theming_find(&w->found, distinct, c->distinct, &o);
	free(voices);
	free(tables);
	free(vectors);
	free(distinct);
	for (size_t i = 0; i < c->n; i++) {
		w->texts[i] = w->notes->texts[c->order[i]];
		w->theme[i] = w->found.theme[c->of[c->order[i]]];
	}
}

static void
label(struct work *w, struct themes *t)
{
	struct stem *stems = stem_new(w->options->language);

	w->labels = mem_zalloc(w->found.k + 1, sizeof(*w->labels));
	label_themes(stems, w->texts, w->canon.n, w->theme, w->found.k,
	             &t->pool, w->labels);
	stem_free(stems);
}

/* Whether a theme is a note's beside its own. */
static bool
is_second(float score, float own, bool named)
{
	return (score >= second_least && score >= own) ||
	       (named && score >= named_least && score >= named_share * own);
}

/* The themes of a note, as theming numbers them; one without a name is none. */
static size_t
score_note(const struct work *w, size_t note, const struct mention *named,
           struct score *list)
{
	size_t text = w->canon.of[note], n = 0, k = w->found.k;
	const float *score = w->found.score + text * k;
	uint32_t own = w->found.theme[text];

	if (own == THEME_NONE || w->labels[own].n == 0)
		return 0;
	score_add(list, &n, w->options->max_labels, own, score[own]);
	for (uint32_t i = 0; i < k; i++)
		if (i != own && w->labels[i].n > 0 &&
		    is_second(score[i], score[own], mention_of(named, i)))
			score_add(list, &n, w->options->max_labels, i,
			          score[i] < score[own] ? score[i] :
			                                  score[own]);
	return n;
}

static void
score_notes(struct work *w, struct themes *t)
{
	size_t n = w->notes->n, most = w->options->max_labels;
	struct mention *named =
	    mention_new(w->labels, w->found.k, w->options->language);

	w->size = mem_zalloc(w->found.k + 1, sizeof(*w->size));
	t->start = mem_alloc((n + 1) * sizeof(*t->start));
	t->scores = mem_alloc((n * most + 1) * sizeof(*t->scores));
	t->start[0] = 0;
	for (size_t i = 0; i < n; i++) {
		size_t from = t->start[i];
		size_t found;

		mention_read(named, w->notes->texts[i]);
		found = score_note(w, i, named, t->scores + from);

		t->start[i + 1] = from + found;
		t->unthemed += found == 0;
		for (size_t j = from; j < from + found; j++)
			w->size[t->scores[j].theme]++;
	}
	mention_free(named);
}

/* Put themes in order of size; one without a name is none. */
static void
order(struct work *w, struct themes *t)
{
	size_t k = w->found.k;

	w->order = mem_alloc((k + 1) * sizeof(*w->order));
	w->number = mem_alloc((k + 1) * sizeof(*w->number));
	for (uint32_t i = 0; i < k; i++) {
		size_t at = w->k;

		w->number[i] = THEME_NONE;
		if (w->labels[i].n == 0)
			continue;
		while (at > 0 && w->size[w->order[at - 1]] < w->size[i]) {
			w->order[at] = w->order[at - 1];
			at--;
		}
		w->order[at] = i;
		w->k++;
	}
	for (uint32_t i = 0; i < w->k; i++)
		w->number[w->order[i]] = i;
	for (size_t i = 0; i < t->start[w->notes->n]; i++)
		t->scores[i].theme = w->number[t->scores[i].theme];
}

static void
fill_themes(const struct work *w, struct themes *t)
{
	char id[32];

	t->k = w->k;
	t->theme = mem_zalloc(w->k + 1, sizeof(*t->theme));
	for (size_t i = 0; i < w->k; i++) {
		uint32_t from = w->order[i];
		struct label *l = &w->labels[from];
		uint32_t medoid = w->canon.first[w->found.medoid[from]];
		size_t bytes = l->n * sizeof(*l->terms);

		snprintf(id, sizeof(id), "t%zu", i + 1);
		t->theme[i] = (struct theme){
			.id = pool_slice(&t->pool, slice_of(id)),
			.label = l->name,
			.terms = pool_alloc(&t->pool, bytes),
			.nterms = l->n,
			.notes = w->size[from],
			.medoid = pool_slice(&t->pool, w->notes->ids[medoid]),
		};
		memcpy(t->theme[i].terms, l->terms, bytes);
	}
}

void
eventthemes_find(struct themes *t, const struct notes *notes,
                 const struct eventthemes_options *options)
{
	struct work w = { .notes = notes, .options = options };

	*t = (struct themes)THEMES_INIT;
	if (options->vectors != NULL) {
		t->vectors = options->vectors->from;
		t->without_vectors = options->vectors->without;
	}
	canon_init(&w.canon, notes->texts, notes->ids, notes->n);
	w.texts = mem_alloc((notes->n + 1) * sizeof(*w.texts));
	w.theme = mem_alloc((notes->n + 1) * sizeof(*w.theme));
	find(&w);
	label(&w, t);
	score_notes(&w, t);
	order(&w, t);
	fill_themes(&w, t);
	free(w.order);
	free(w.number);
	free(w.labels);
	free(w.size);
	free(w.texts);
	free(w.theme);
	theming_free(&w.found);
	canon_free(&w.canon);
}

void
eventthemes_medoids(const struct notes *notes,
                    const struct eventthemes_options *options,
                    const uint32_t *theme, size_t k, uint32_t *medoid)
{
	struct work w = { .notes = notes, .options = options };
	const struct canon *c = &w.canon;
	struct theming_options o;
	struct slice *distinct;
	float *vectors;
	uint32_t *of;

	canon_init(&w.canon, notes->texts, notes->ids, notes->n);
	distinct = distinct_texts(&w);
	vectors = distinct_vectors(&w);
	o = how(&w, vectors);
	of = mem_alloc((c->distinct + 1) * sizeof(*of));
	for (size_t i = 0; i < c->distinct; i++)
		of[i] = theme[c->first[i]];
	theming_medoids(distinct, c->distinct, &o, of, k, medoid);
	for (size_t i = 0; i < k; i++)
		if (medoid[i] != THEME_NONE)
			medoid[i] = c->first[medoid[i]];
	free(of);
	free(vectors);
	free(distinct);
	canon_free(&w.canon);
}
