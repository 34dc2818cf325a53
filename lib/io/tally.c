#include "io/tally.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

void
tally_init(struct tally *t, const struct known *known)
{
	size_t n = known->n + 1;

	*t = (struct tally){ .known = known };
	t->notes = mem_zalloc(n, sizeof(*t->notes));
	t->top = mem_zalloc(n, sizeof(*t->top));
	t->medoid = mem_zalloc(n, sizeof(*t->medoid));
	t->number = mem_zalloc(n, sizeof(*t->number));
}

/* The medoid is the note that fits best; of several the first by id. */
static void
choose_medoid(struct tally *t, uint32_t theme, float score, struct slice id)
{
	struct buf *medoid = &t->medoid[theme];

	if (medoid->len > 0 &&
	    (score < t->top[theme] ||
	     (score <= t->top[theme] && slice_cmp(id, buf_view(medoid)) >= 0)))
		return;
	t->top[theme] = score;
	buf_reset(medoid);
	buf_slice(medoid, id);
}

void
tally_note(struct tally *t, const struct score *scores, size_t n,
           struct slice id)
{
	t->unthemed += n == 0;
	for (size_t i = 0; i < n; i++) {
		t->notes[scores[i].theme]++;
		choose_medoid(t, scores[i].theme,
		              scores[i].score - (i > 0 ? 2 : 0), id);
	}
}

/* The themes that count, by their notes, into order. Return how many. */
static size_t
order(struct tally *t, bool all, size_t *list)
{
	size_t n = 0;

	for (size_t i = 0; i < t->known->n; i++) {
		const struct known_theme *k = &t->known->themes[i];
		size_t at = n;

		t->number[i] = MIXTURE_NONE;
		if (k->into != KNOWN_NONE || (t->notes[i] == 0 && !all))
			continue;
		for (; at > 0 && t->notes[list[at - 1]] < t->notes[i]; at--)
			list[at] = list[at - 1];
		list[at] = i;
		n++;
	}
	return n;
}

/* Say of a theme which others were joined to it. */
static void
add_merged(const struct known *known, size_t theme, struct slice *ids,
           struct theme *to, struct pool *pool)
{
	to->nmerged = known_merged(known, theme, ids);
	to->merged = pool_alloc(pool, (to->nmerged + 1) * sizeof(*to->merged));
	memcpy(to->merged, ids, to->nmerged * sizeof(*ids));
}

void
tally_themes(struct tally *t, bool all, struct themes *out)
{
	size_t *list = mem_alloc((t->known->n + 1) * sizeof(*list));
	struct slice *ids = mem_alloc((t->known->n + 1) * sizeof(*ids));

	out->k = order(t, all, list);
	out->theme = mem_zalloc(out->k + 1, sizeof(*out->theme));
	out->unthemed = t->unthemed;
	for (size_t i = 0; i < out->k; i++) {
		const struct known_theme *k = &t->known->themes[list[i]];

		t->number[list[i]] = (uint32_t)i;
		out->theme[i] = (struct theme){
			.id = k->id,
			.label = k->label,
			.terms = k->terms,
			.nterms = k->nterms,
			.notes = t->notes[list[i]],
			.medoid = buf_view(&t->medoid[list[i]]),
		};
		add_merged(t->known, list[i], ids, &out->theme[i], &out->pool);
	}
	free(ids);
	free(list);
}

void
tally_mark(const struct tally *t, const struct themes *themes,
           const struct score *scores, size_t n, struct record *note)
{
	struct score *marks = mem_alloc((n + 1) * sizeof(*marks));
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		uint32_t number = t->number[scores[i].theme];

		if (number != MIXTURE_NONE)
			marks[kept++] =
			    (struct score){ number, scores[i].score };
	}
	themes_mark(themes, note, marks, kept);
	free(marks);
}

void
tally_keep(const struct tally *t, struct known *known)
{
	for (size_t i = 0; i < known->n; i++) {
		size_t before = known->summed ? known->themes[i].notes : 0;

		known->themes[i].notes = before + t->notes[i];
	}
}

void
tally_free(struct tally *t)
{
	for (size_t i = 0; t->medoid != NULL && i < t->known->n; i++)
		buf_free(&t->medoid[i]);
	free(t->notes);
	free(t->top);
	free(t->medoid);
	free(t->number);
}
