#include "io/manythemes.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "io/archivethemes.h"
#include "io/tally.h"
#include "math/teller.h"

/* Ask for the themes of each note, as known numbers them. */
static void
ask(const struct notes *notes, const struct eventthemes_options *options,
    struct known *known, struct tally *tally, struct themes *t)
{
	size_t at = 0, most = options->max_labels;
	struct teller teller;

	t->start = mem_zalloc(notes->n + 1, sizeof(*t->start));
	t->scores = mem_alloc((notes->n * most + 1) * sizeof(*t->scores));
	teller_init(&teller, known, options->language, most, 1, 0);
	for (size_t i = 0; i < notes->n; i++) {
		size_t n = teller_ask(&teller, notes->texts[i], t->scores + at);

		tally_note(tally, t->scores + at, n, notes->ids[i]);
		at += n;
		t->start[i + 1] = at;
	}
	teller_free(&teller);
}

/* Make what themes say their own; known and tally will go. */
static void
keep(struct themes *t)
{
	for (size_t i = 0; i < t->k; i++) {
		struct theme *theme = &t->theme[i];
		struct slice *terms =
		    pool_alloc(&t->pool, (theme->nterms + 1) * sizeof(*terms));

		for (size_t j = 0; j < theme->nterms; j++)
			terms[j] = pool_slice(&t->pool, theme->terms[j]);
		theme->terms = terms;
		theme->id = pool_slice(&t->pool, theme->id);
		theme->label = pool_slice(&t->pool, theme->label);
		theme->medoid = pool_slice(&t->pool, theme->medoid);
	}
}

void
manythemes_find(struct themes *t, const struct notes *notes,
                const struct eventthemes_options *options)
{
	struct intake all = { .n = notes->n };
	struct known known = KNOWN_INIT;
	struct tally tally;

	*t = (struct themes)THEMES_INIT;
	intake_of_notes(&all, notes);
	t->without_vectors =
	    notes->n - archivethemes_fit(&all, options, &known);
	t->vectors = t->without_vectors < notes->n ? "static" : "none";
	tally_init(&tally, &known);
	ask(notes, options, &known, &tally, t);
	tally_themes(&tally, false, t);
	for (size_t i = 0; i < t->start[notes->n]; i++)
		t->scores[i].theme = tally.number[t->scores[i].theme];
	keep(t);
	tally_free(&tally);
	known_free(&known);
	intake_free(&all);
}
