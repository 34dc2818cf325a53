#include "io/archivethemes.h"

#include <stdlib.h>

#include "base/mem.h"
#include "math/archive.h"
#include "math/assign.h"
#include "math/label.h"
#include "math/theming.h"

/* Texts of a theme that its label is made from. */
enum { LABELLED = 150 };

struct work {
	const struct eventthemes_options *options;
	const struct sample *sample;
	struct archive fit;
	struct assign *assign;
	struct assign_score *scores; /* of one note */
	struct theme_score *marks;   /* the same, by their place in themes */
	struct buf found;            /* the themes of all notes: see pack */
	size_t notes;
	size_t *size; /* notes of each theme of the model */
	struct label *labels;
	uint32_t *order;  /* themes of the model by size */
	uint32_t *number; /* the place of each in order, or THEME_NONE */
};

static void
fit(struct work *w)
{
	const struct sample *s = w->sample;
	struct slice *texts = mem_alloc((s->n + 1) * sizeof(*texts));
	const struct archive_options o = {
		.themes = w->options->themes,
		.granularity = w->options->granularity,
		.language = w->options->language,
	};

	for (size_t i = 0; i < s->n; i++)
		texts[i] = s->texts[i].text;
	archive_fit(&w->fit, texts, s->n, &o);
	free(texts);
	w->assign = assign_new(&w->fit.model);
}

/* The themes of a text of the sample or a note, into w->scores. */
static size_t
assign(struct work *w, struct slice text)
{
	const uint32_t *columns;
	size_t n = vocabulary_read(&w->fit.vocabulary, text, &columns);

	return assign_text(w->assign, columns, n, w->options->max_labels,
	                   w->scores);
}

/* Keep how many themes a note has, then each and its score. */
static void
pack(struct work *w, size_t n)
{
	buf_add(&w->found, &n, 1);
	buf_add(&w->found, w->scores, n * sizeof(*w->scores));
}

static void
assign_all(struct work *w, struct intake *notes)
{
	struct record *rec;

	intake_begin(notes);
	while ((rec = intake_next(notes)) != NULL) {
		size_t n = assign(w, record_str(rec, F_TEXT));

		w->notes++;
		pack(w, n);
		for (size_t i = 0; i < n; i++)
			w->size[w->scores[i].theme] += i == 0;
	}
}

/* Label each theme by some of its texts in the sample. */
static void
label(struct work *w, struct pool *pool)
{
	const struct sample *s = w->sample;
	size_t k = w->fit.model.k, n = 0;
	size_t *taken = mem_zalloc(k + 1, sizeof(*taken));
	struct slice *texts = mem_alloc((s->n + 1) * sizeof(*texts));
	uint32_t *theme = mem_alloc((s->n + 1) * sizeof(*theme));
	struct stem *stems = stem_new(w->options->language);

	for (size_t i = 0; i < s->n; i++) {
		uint32_t z = w->fit.theme[i];

		if (z == MIXTURE_NONE || taken[z]++ >= LABELLED)
			continue;
		texts[n] = s->texts[i].text;
		theme[n++] = z;
	}
	w->labels = mem_zalloc(k + 1, sizeof(*w->labels));
	label_themes(stems, texts, n, theme, k, pool, w->labels);
	stem_free(stems);
	free(theme);
	free(texts);
	free(taken);
}

/* Put themes in order of size; one without notes or name is none. */
static size_t
order(struct work *w)
{
	size_t k = w->fit.model.k, n = 0;

	w->order = mem_alloc((k + 1) * sizeof(*w->order));
	w->number = mem_alloc((k + 1) * sizeof(*w->number));
	for (uint32_t i = 0; i < k; i++) {
		size_t at = n;

		w->number[i] = THEME_NONE;
		if (w->labels[i].n == 0 || w->size[i] == 0)
			continue;
		for (; at > 0 && w->size[w->order[at - 1]] < w->size[i]; at--)
			w->order[at] = w->order[at - 1];
		w->order[at] = i;
		n++;
	}
	for (uint32_t i = 0; i < n; i++)
		w->number[w->order[i]] = i;
	return n;
}

/* The text of the sample that is most like each theme. */
static uint32_t *
find_medoids(struct work *w)
{
	size_t k = w->fit.model.k;
	uint32_t *medoid = mem_zalloc(k + 1, sizeof(*medoid));
	float *top = mem_zalloc(k + 1, sizeof(*top));

	for (uint32_t i = 0; i < w->sample->n; i++) {
		uint32_t z;

		if (assign(w, w->sample->texts[i].text) == 0)
			continue;
		z = w->scores[0].theme;
		if (w->scores[0].score > top[z]) {
			top[z] = w->scores[0].score;
			medoid[z] = i;
		}
	}
	free(top);
	return medoid;
}

static void
fill_themes(struct work *w, struct themes *t)
{
	uint32_t *medoid = find_medoids(w);
	char id[32];

	t->k = order(w);
	t->unthemed = w->notes;
	t->theme = mem_zalloc(t->k + 1, sizeof(*t->theme));
	for (size_t i = 0; i < t->k; i++) {
		uint32_t from = w->order[i];
		struct label *l = &w->labels[from];
		size_t bytes = l->n * sizeof(*l->terms);

		snprintf(id, sizeof(id), "t%zu", i + 1);
		t->theme[i] = (struct theme){
			.id = pool_slice(&t->pool, slice_of(id)),
			.label = l->terms[0],
			.terms = pool_alloc(&t->pool, bytes),
			.nterms = l->n,
			.notes = w->size[from],
			.medoid = w->sample->texts[medoid[from]].id,
		};
		memcpy(t->theme[i].terms, l->terms, bytes);
		t->unthemed -= w->size[from];
	}
	free(medoid);
}

/* What pack kept, by the numbers that themes have now. */
static size_t
unpack(struct work *w, size_t *at)
{
	const char *p = w->found.data + *at;
	size_t n = (unsigned char)*p, kept = 0;

	memcpy(w->scores, p + 1, n * sizeof(*w->scores));
	*at += 1 + n * sizeof(*w->scores);
	for (size_t i = 0; i < n; i++) {
		uint32_t number = w->number[w->scores[i].theme];

		if (number == THEME_NONE && i == 0)
			return 0;
		if (number != THEME_NONE)
			w->marks[kept++] =
			    (struct theme_score){ number, w->scores[i].score };
	}
	return kept;
}

static void
put_notes(struct work *w, struct intake *notes, const struct themes *t,
          struct out *out)
{
	struct record *rec;
	size_t at = 0;

	intake_begin(notes);
	while ((rec = intake_next(notes)) != NULL) {
		size_t n = unpack(w, &at);

		themes_mark(t, rec, w->marks, n);
		record_put(rec, out);
	}
}

static void
work_free(struct work *w)
{
	free(w->order);
	free(w->number);
	free(w->labels);
	free(w->size);
	free(w->scores);
	free(w->marks);
	buf_free(&w->found);
	assign_free(w->assign);
	archive_free(&w->fit);
}

int
archivethemes_put(struct intake *notes,
                  const struct eventthemes_options *options, struct out *out)
{
	struct work w = { .options = options, .sample = &notes->sample };
	struct themes t = THEMES_INIT;
	size_t most = options->max_labels;
	int status;

	sample_cut(&notes->sample);
	fit(&w);
	w.scores = mem_zalloc(most + 1, sizeof(*w.scores));
	w.marks = mem_zalloc(most + 1, sizeof(*w.marks));
	w.size = mem_zalloc(w.fit.model.k + 1, sizeof(*w.size));
	assign_all(&w, notes);
	status = intake_end(notes);
	if (status == 0) {
		label(&w, &t.pool);
		fill_themes(&w, &t);
		themes_put(&t, out);
		put_notes(&w, notes, &t, out);
		status = intake_end(notes);
	}
	themes_free(&t);
	work_free(&w);
	return status;
}
