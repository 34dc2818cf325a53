#include "io/archivethemes.h"

#include <stdlib.h>

#include "base/mem.h"
#include "io/parents.h"
#include "io/tally.h"
#include "math/archive.h"
#include "math/carry.h"
#include "math/gist.h"
#include "math/label.h"
#include "math/teller.h"
#include "math/vec.h"

/* Texts of a theme that its label is made from. */
enum { LABELLED = 150 };

/* What notes are given themes with. */
struct work {
	const struct eventthemes_options *options;
	struct teller teller;
	struct tally tally;
	struct parents parents;
	struct score *scores; /* of one note */
	struct buf packed;    /* the themes of all notes: see pack */
};

/* What is found is a known theme from this cosine on. */
static const double alike = 0.6;

/* Texts of the sample that no known theme fits. */
struct rest {
	struct slice *texts;
	uint64_t *hashes;
	uint64_t *count; /* notes that say each */
	size_t n;
	struct archive fit;
	uint32_t *order; /* themes of fit by size */
};

/* Part the sample: what fits a known theme teaches that, the rest is left. */
static void
part(struct rest *r, const struct sample *s,
     const struct eventthemes_options *o, struct known *known)
{
	size_t *theme = mem_alloc((s->n + 1) * sizeof(*theme));
	struct score *scores = mem_alloc((o->max_labels + 1) * sizeof(*scores));
	struct stem *stems = stem_new(o->language);
	struct terms terms = TERMS_INIT;
	struct teller t;

	teller_init(&t, known, o->language, o->max_labels, 1, 0);
	for (size_t i = 0; i < s->n; i++) {
		bool fits = teller_ask(&t, s->texts[i].text, scores) > 0;

		theme[i] = fits ? scores[0].theme : KNOWN_NONE;
	}
	teller_free(&t);
	for (size_t i = 0; i < s->n; i++) {
		if (theme[i] != KNOWN_NONE) {
			known_learn(known, theme[i], s->texts[i].hash,
			            s->texts[i].text, stems, &terms, false);
			continue;
		}
		r->texts[r->n] = s->texts[i].text;
		r->count[r->n] = s->texts[i].count;
		r->hashes[r->n++] = s->texts[i].hash;
	}
	terms_free(&terms);
	stem_free(stems);
	free(scores);
	free(theme);
}

static void
order(struct rest *r)
{
	const struct mixture *m = &r->fit.model;

	r->order = mem_alloc((m->k + 1) * sizeof(*r->order));
	for (uint32_t i = 0; i < m->k; i++) {
		size_t at = i;

		for (; at > 0 && m->texts[r->order[at - 1]] < m->texts[i]; at--)
			r->order[at] = r->order[at - 1];
		r->order[at] = i;
	}
}

/* Label each theme by some of its texts. */
static struct label *
label(const struct rest *r, const char *language, struct pool *pool)
{
	size_t k = r->fit.model.k, n = 0;
	size_t *taken = mem_zalloc(k + 1, sizeof(*taken));
	struct slice *texts = mem_alloc((r->n + 1) * sizeof(*texts));
	uint32_t *theme = mem_alloc((r->n + 1) * sizeof(*theme));
	struct label *labels = mem_zalloc(k + 1, sizeof(*labels));
	struct stem *stems = stem_new(language);

	for (size_t i = 0; i < r->n; i++) {
		uint32_t z = r->fit.theme[i];

		if (z == MIXTURE_NONE || taken[z]++ >= LABELLED)
			continue;
		texts[n] = r->texts[i];
		theme[n++] = z;
	}
	label_themes(stems, texts, n, theme, k, pool, labels);
	stem_free(stems);
	free(theme);
	free(texts);
	free(taken);
	return labels;
}

/* Which themes have a text that was not seen before: others are no news. */
static bool *
find_news(const struct rest *r, const struct known *known)
{
	bool *news = mem_zalloc(r->fit.model.k + 1, sizeof(*news));

	for (size_t i = 0; i < r->n; i++)
		if (r->fit.theme[i] != MIXTURE_NONE &&
		    known_find(known, r->hashes[i]) == KNOWN_NONE)
			news[r->fit.theme[i]] = true;
	return news;
}

/* Make what was found known, but for themes that have no name. */
static void
add_found(struct rest *r, const char *language, struct known *known)
{
	const struct mixture *m = &r->fit.model;
	struct label *labels = label(r, language, &known->pool);
	size_t *number = mem_alloc((m->k + 1) * sizeof(*number));
	bool *news = find_news(r, known);

	order(r);
	for (size_t i = 0; i < m->k; i++) {
		uint32_t z = r->order[i];

		number[z] = KNOWN_NONE;
		if (labels[z].n == 0 || !news[z])
			continue;
		number[z] = known_add(known);
		known_label(known, number[z], labels[z].name, labels[z].terms,
		            labels[z].n);
		known->themes[number[z]].texts = m->texts[z];
		for (uint32_t c = 0; c < m->columns; c++)
			if (m->held[c * m->k + z] > 0)
				known_count(
				    known, number[z],
				    vocabulary_text(&r->fit.vocabulary, c),
				    m->held[c * m->k + z]);
	}
	for (size_t i = 0; i < r->n; i++) {
		uint32_t z = r->fit.theme[i];
		bool none = z == MIXTURE_NONE || number[z] == KNOWN_NONE;

		known_see(known, none ? KNOWN_UNTHEMED : number[z],
		          r->hashes[i]);
	}
	free(news);
	free(number);
	free(labels);
}

/* How many notes have a vector. */
static size_t
count_compared(const struct rest *r)
{
	size_t n = 0;

	for (size_t i = 0; i < r->n && r->fit.vectors != NULL; i++) {
		const float *v = r->fit.vectors + i * GIST_DIMS;

		n += vec_dot(v, v, GIST_DIMS) > 0 ? r->count[i] : 0;
	}
	return n;
}

size_t
archivethemes_fit(struct intake *notes,
                  const struct eventthemes_options *options,
                  struct known *known)
{
	const struct sample *s = &notes->sample;
	const struct archive_options o = {
		.themes = known_wanted(known, known->n, options->themes),
		.granularity = options->granularity,
		.meaning = !options->words_only,
		.language = options->language,
	};
	struct rest r = { .n = 0 };
	size_t old = known->n, compared = 0;

	sample_cut(&notes->sample);
	r.texts = mem_alloc((s->n + 1) * sizeof(*r.texts));
	r.hashes = mem_alloc((s->n + 1) * sizeof(*r.hashes));
	r.count = mem_alloc((s->n + 1) * sizeof(*r.count));
	part(&r, s, options, known);
	if (r.n > 0) {
		archive_fit(&r.fit, r.texts, r.n, &o);
		compared = count_compared(&r);
		add_found(&r, options->language, known);
		archive_free(&r.fit);
	}
	carry_over(known, old, alike, options->language);
	free(r.order);
	free(r.count);
	free(r.hashes);
	free(r.texts);
	return compared;
}

static void
work_init(struct work *w, const struct eventthemes_options *options,
          const struct known *known)
{
	*w = (struct work){ .options = options };
	w->scores = mem_zalloc(options->max_labels + 1, sizeof(*w->scores));
	teller_init(&w->teller, known, options->language, options->max_labels,
	            1, 0);
	tally_init(&w->tally, known);
	parents_init(&w->parents, known, options->language);
}

static void
work_free(struct work *w)
{
	parents_free(&w->parents);
	tally_free(&w->tally);
	teller_free(&w->teller);
	buf_free(&w->packed);
	free(w->scores);
}

/* Keep how many themes a note has, then each and its score. */
static void
pack(struct work *w, size_t n)
{
	unsigned char few = (unsigned char)n;

	buf_add(&w->packed, &few, 1);
	buf_add(&w->packed, w->scores, n * sizeof(*w->scores));
}

static size_t
unpack(struct work *w, size_t *at)
{
	const char *p = w->packed.data + *at;
	size_t n = (unsigned char)*p;

	memcpy(w->scores, p + 1, n * sizeof(*w->scores));
	*at += 1 + n * sizeof(*w->scores);
	return n;
}

static size_t
ask(struct work *w, struct record *note)
{
	size_t n = teller_ask(&w->teller, record_str(note, F_TEXT), w->scores);

	tally_note(&w->tally, w->scores, n, record_str(note, F_ID));
	parents_count(&w->parents, w->scores, n);
	return n;
}

static int
put_notes(struct work *w, struct intake *notes, const struct themes *t,
          struct out *out)
{
	struct record *rec;
	size_t at = 0;

	intake_begin(notes);
	while ((rec = intake_next(notes)) != NULL) {
		size_t n = unpack(w, &at);

		tally_mark(&w->tally, t, w->scores, n, rec);
		record_put(rec, out);
	}
	return intake_end(notes);
}

int
archivethemes_put(struct intake *notes,
                  const struct eventthemes_options *options, size_t compared,
                  struct known *known, bool fit_only, struct out *out)
{
	struct themes t = THEMES_INIT;
	struct record *rec;
	struct work w;
	int status;

	work_init(&w, options, known);
	intake_begin(notes);
	while ((rec = intake_next(notes)) != NULL)
		pack(&w, ask(&w, rec));
	status = intake_end(notes);
	if (status == 0) {
		tally_themes(&w.tally, false, &t);
		parents_add(&w.parents, w.tally.number, &t);
		t.vectors = compared > 0 ? "static" : "none";
		t.without_vectors = notes->n - compared;
		themes_put(&t, out);
		if (!fit_only)
			status = put_notes(&w, notes, &t, out);
		tally_keep(&w.tally, known);
	}
	themes_free(&t);
	work_free(&w);
	return status;
}

void
archivethemes_stream(struct jsonl *in,
                     const struct eventthemes_options *options,
                     struct known *known, struct out *out)
{
	struct themes t = THEMES_INIT;
	struct record *rec;
	struct work w;

	work_init(&w, options, known);
	tally_themes(&w.tally, true, &t);
	while ((rec = jsonl_next(in)) != NULL) {
		if (rec->type == TYPE_NOTE && notes_check(rec) == 0)
			tally_mark(&w.tally, &t, w.scores, ask(&w, rec), rec);
		if (!themes_are_ours(rec))
			record_put(rec, out);
	}
	themes_free(&t);
	t = (struct themes)THEMES_INIT;
	tally_themes(&w.tally, false, &t);
	parents_add(&w.parents, w.tally.number, &t);
	themes_put(&t, out);
	tally_keep(&w.tally, known);
	themes_free(&t);
	work_free(&w);
}
