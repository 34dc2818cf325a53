#include <stdlib.h>

#include "base/mem.h"
#include "io/codethemes_parts.h"

enum {
	EXAMPLES = 50,     /* of a theme */
	EXAMPLE_MAX = 2000 /* bytes: longer notes are no examples */
};

/* A note of a theme, how well it fits, and what tells it from others. */
struct sample {
	float score;
	struct slice text, id;
};

static int
by_score(const void *a, const void *b)
{
	const struct sample *x = a, *y = b;
	int order;

	if (x->score != y->score)
		return x->score < y->score ? 1 : -1;
	order = slice_cmp(x->text, y->text);
	return order != 0 ? order : slice_cmp(x->id, y->id);
}

/* The notes whose first theme is number i, best first. Return how many. */
static size_t
sample(const struct themes *t, size_t i, const struct notes *notes,
       struct sample *list)
{
	size_t n = 0;

	for (size_t note = 0; note < notes->n; note++) {
		const struct score *first = &t->scores[t->start[note]];

		if (t->start[note + 1] == t->start[note] || first->theme != i ||
		    notes->texts[note].len > EXAMPLE_MAX)
			continue;
		list[n++] = (struct sample){ first->score, notes->texts[note],
			                     notes->ids[note] };
	}
	mem_sort(list, n, sizeof(*list), by_score);
	return n;
}

/* Notes of a theme are the examples of its code, each text once. */
static void
keep_notes(struct codebook *book, struct code *code, const struct sample *list,
           size_t n)
{
	for (size_t i = 0; i < n && code->examples.n < EXAMPLES; i++)
		if (i == 0 || !slice_eq(list[i].text, list[i - 1].text))
			codebook_text(book, &code->examples, list[i].text);
}

/* Whether a term can be a keyword: it has no sign that is not part of words. */
static bool
is_keyword(struct slice term)
{
	for (size_t i = 0; i < term.len; i++)
		if (memchr("&+.", term.p[i], 3) != NULL)
			return false;
	return true;
}

static void
keep_terms(struct codebook *book, struct code *code, const struct theme *theme)
{
	for (size_t i = 0; i < theme->nterms; i++)
		if (is_keyword(theme->terms[i]))
			codebook_text(book, &code->keywords, theme->terms[i]);
}

/* A code named like a theme, or nearly if the book has that name. */
static struct code *
add_code(struct codebook *book, const struct theme *theme)
{
	struct buf name = BUF_INIT;
	struct code *code;

	buf_slice(&name, theme->label);
	if (codethemes_is_name(book, theme->label))
		buf_adds(&name, " (new)");
	code = codebook_add(book, CODE_NONE, buf_view(&name));
	buf_free(&name);
	return code;
}

int
codethemes_keep(const struct themes *t, const struct notes *notes,
                struct codebook *book)
{
	struct sample *list = mem_alloc((notes->n + 1) * sizeof(*list));

	book->line = 0;
	for (size_t i = 0; i < t->k; i++) {
		struct code *code;

		if (t->theme[i].code.len > 0)
			continue;
		code = add_code(book, &t->theme[i]);
		keep_terms(book, code, &t->theme[i]);
		keep_notes(book, code, list, sample(t, i, notes, list));
	}
	free(list);
	return codebook_finish(book);
}
