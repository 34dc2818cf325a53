#include "io/carrythemes.h"

#include <stdlib.h>

#include "base/mem.h"
#include "io/tally.h"
#include "math/carry.h"
#include "math/teller.h"
#include "text/sample.h"

/*
 * A text must fit a known theme so much better than all of them, or it is
 * searched for new ones: an everyday word that a theme happened to have is
 * worth less, a word of its topic more.
 */
static const double least = 3;

/*
 * And be so much like it: of two themes that share one everyday word with a
 * text one is always likelier. What is put to a theme in vain hides what is
 * new; what is not is found again beside its like, and joined as a whole.
 */
static const double fit = 0.3;

/* What is found there is a known theme from this cosine on; few texts have few
 * words in common. */
static const double alike = 0.3;

struct work {
	const struct notes *notes;
	const struct eventthemes_options *options;
	struct known *known;
	size_t old;           /* themes known before */
	size_t most;          /* themes of a note */
	struct score *scores; /* notes * most */
	size_t *n;            /* themes of each note */

	struct notes rest; /* that no known theme fits; borrowed texts */
	uint32_t *of_rest; /* their numbers */
	struct vectors vectors;
	struct themes found; /* in the rest */
	size_t *number;      /* of each of these in known, or KNOWN_NONE */
};

/* Give notes the themes that are known. */
static void
ask(struct work *w)
{
	struct teller t;

	teller_init(&t, w->known, w->options->language, w->most, least, fit);
	for (size_t i = 0; i < w->notes->n; i++)
		w->n[i] =
		    teller_ask(&t, w->notes->texts[i], w->scores + i * w->most);
	teller_free(&t);
}

static void
gather(struct work *w)
{
	const struct notes *from = w->notes;
	const struct vectors *v = w->options->vectors;

	w->of_rest = mem_alloc((from->n + 1) * sizeof(*w->of_rest));
	w->rest.texts = mem_alloc((from->n + 1) * sizeof(*w->rest.texts));
	w->rest.ids = mem_alloc((from->n + 1) * sizeof(*w->rest.ids));
	w->rest.tables = mem_alloc((from->n + 1) * sizeof(*w->rest.tables));
	for (size_t i = 0; i < from->n; i++) {
		if (w->n[i] > 0)
			continue;
		w->of_rest[w->rest.n] = (uint32_t)i;
		w->rest.texts[w->rest.n] = from->texts[i];
		w->rest.tables[w->rest.n] = from->tables[i];
		w->rest.ids[w->rest.n++] = from->ids[i];
	}
	if (v == NULL)
		return;
	w->vectors = *v;
	w->vectors.v = mem_alloc((w->rest.n * v->dims + 1) * sizeof(*v->v));
	for (size_t i = 0; i < w->rest.n && v->dims > 0; i++)
		memcpy(w->vectors.v + i * v->dims,
		       v->v + w->of_rest[i] * v->dims, v->dims * sizeof(*v->v));
}

/*
 * Make themes known that were found in the rest, but for those that have only
 * notes that were unthemed before: they are so still.
 */
static void
add_found(struct work *w)
{
	const struct themes *f = &w->found;
	size_t *number = mem_alloc((f->k + 1) * sizeof(*number));
	struct buf scratch = BUF_INIT;

	w->number = number;
	for (size_t i = 0; i < f->k; i++)
		number[i] = KNOWN_NONE;
	for (size_t r = 0; r < w->rest.n; r++) {
		uint64_t hash = sample_hash(w->rest.texts[r], &scratch);

		/* NOLINTNEXTLINE: found of these notes */
		if (f->start[r + 1] > f->start[r] &&
		    known_find(w->known, hash) == KNOWN_NONE)
			number[f->scores[f->start[r]].theme] = 0;
	}
	for (size_t i = 0; i < f->k; i++) {
		if (number[i] == KNOWN_NONE)
			continue;
		number[i] = known_add(w->known);
		known_label(w->known, number[i], f->theme[i].label,
		            f->theme[i].terms, f->theme[i].nterms);
	}
	buf_free(&scratch);
}

/* Find themes in the rest. */
static void
find(struct work *w)
{
	struct eventthemes_options o = *w->options;
	const struct themes *f = &w->found;

	gather(w);
	o.themes = known_wanted(w->known, w->old, w->options->themes);
	if (o.vectors != NULL)
		o.vectors = &w->vectors;
	eventthemes_find(&w->found, &w->rest, &o);
	add_found(w);
	for (size_t r = 0; r < w->rest.n; r++) {
		size_t i = w->of_rest[r];

		for (size_t s = f->start[r]; s < f->start[r + 1]; s++) {
			size_t theme = w->number[f->scores[s].theme];

			if (theme == KNOWN_NONE && s == f->start[r])
				break;
			if (theme != KNOWN_NONE)
				w->scores[i * w->most + w->n[i]++] =
				    (struct score){ (uint32_t)theme,
					            f->scores[s].score };
		}
	}
}

/* A note in the order in which notes are learned: by what they say. */
struct turn {
	uint64_t hash;
	struct slice text;
	size_t note;
};

static int
by_text(const void *a, const void *b)
{
	const struct turn *x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return slice_cmp(x->text, y->text);
}

/* Keep a note's themes beside its own. */
static void
learn_others(struct work *w, size_t note, uint64_t hash)
{
	const struct score *s = w->scores + note * w->most;

	for (size_t i = 1; i < w->n[note]; i++)
		known_also(w->known, s[i].theme, hash);
}

static void
learn(struct work *w)
{
	size_t n = w->notes->n;
	struct turn *turns = mem_alloc((n + 1) * sizeof(*turns));
	struct stem *stems = stem_new(w->options->language);
	struct terms terms = TERMS_INIT;
	struct buf scratch = BUF_INIT;

	for (size_t i = 0; i < n; i++) {
		struct slice text = w->notes->texts[i];

		turns[i] =
		    (struct turn){ sample_hash(text, &scratch), text, i };
	}
	mem_sort(turns, n, sizeof(*turns), by_text);
	for (size_t i = 0; i < n; i++) {
		size_t note = turns[i].note;

		if (w->n[note] > 0)
			known_learn(w->known, w->scores[note * w->most].theme,
			            turns[i].hash, turns[i].text, stems, &terms,
			            true);
		else
			known_see(w->known, KNOWN_UNTHEMED, turns[i].hash);
		learn_others(w, note, turns[i].hash);
	}
	for (size_t i = 0; i < w->known->n; i++)
		w->known->themes[i].told = true;
	buf_free(&scratch);
	terms_free(&terms);
	stem_free(stems);
	free(turns);
}

/* Themes may have been joined: follow that, and list none twice. */
static void
settle(struct work *w, size_t note)
{
	struct score *s = w->scores + note * w->most;
	size_t kept = 0;

	for (size_t i = 0; i < w->n[note]; i++) {
		uint32_t to = (uint32_t)known_end(w->known, s[i].theme);
		bool listed = false;

		for (size_t j = 0; j < kept; j++)
			listed |= s[j].theme == to;
		if (!listed)
			s[kept++] = (struct score){ to, s[i].score };
	}
	w->n[note] = kept;
}

/* The medoids of the themes, by all notes that have each first. */
static void
choose_medoids(const struct work *w, struct themes *t)
{
	size_t n = w->notes->n;
	uint32_t *first = mem_alloc((n + 1) * sizeof(*first));
	uint32_t *medoid = mem_alloc((t->k + 1) * sizeof(*medoid));

	for (size_t i = 0; i < n; i++)
		first[i] = t->start[i] < t->start[i + 1] ?
		               t->scores[t->start[i]].theme :
		               THEME_NONE;
	eventthemes_medoids(w->notes, w->options, first, t->k, medoid);
	for (size_t i = 0; i < t->k; i++)
		t->theme[i].medoid =
		    pool_slice(&t->pool, medoid[i] != THEME_NONE ?
		                             w->notes->ids[medoid[i]] :
		                             t->theme[i].medoid);
	free(medoid);
	free(first);
}

static void
fill(struct work *w, struct themes *t)
{
	size_t n = w->notes->n, at = 0;
	struct tally tally;

	tally_init(&tally, w->known);
	for (size_t i = 0; i < n; i++) {
		settle(w, i);
		tally_note(&tally, w->scores + i * w->most, w->n[i],
		           w->notes->ids[i]);
	}
	tally_themes(&tally, false, t);
	t->start = mem_alloc((n + 1) * sizeof(*t->start));
	t->scores = mem_alloc((n * w->most + 1) * sizeof(*t->scores));
	for (size_t i = 0; i < n; i++) {
		t->start[i] = at;
		for (size_t s = 0; s < w->n[i]; s++) {
			struct score *a = &w->scores[i * w->most + s];

			t->scores[at++] =
			    (struct score){ tally.number[a->theme], a->score };
		}
	}
	t->start[n] = at;
	choose_medoids(w, t);
	tally_keep(&tally, w->known);
	tally_free(&tally);
}

void
carrythemes_find(struct themes *t, const struct notes *notes,
                 const struct eventthemes_options *options, struct known *known)
{
	struct work w = { .notes = notes,
		          .options = options,
		          .known = known,
		          .old = known->n,
		          .most = options->max_labels,
		          .found = THEMES_INIT };

	*t = (struct themes)THEMES_INIT;
	w.scores = mem_zalloc(notes->n * w.most + 1, sizeof(*w.scores));
	w.n = mem_zalloc(notes->n + 1, sizeof(*w.n));
	ask(&w);
	find(&w);
	learn(&w);
	carry_over(known, w.old, alike, options->language);
	fill(&w, t);
	t->vectors = w.found.vectors;
	t->without_vectors = w.found.without_vectors;
	free(w.number);
	themes_free(&w.found);
	vectors_free(&w.vectors);
	free(w.of_rest);
	free(w.rest.texts);
	free(w.rest.ids);
	free(w.rest.tables);
	free(w.n);
	free(w.scores);
}
