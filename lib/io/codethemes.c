#include <stdlib.h>
#include <strings.h>

#include "base/mem.h"
#include "io/codethemes_parts.h"
#include "io/manythemes.h"

/* The notes that have no code, as notes of their own. */
static void
gather_rest(struct work *w)
{
	size_t n = w->notes->n;

	w->of_rest = mem_alloc((n + 1) * sizeof(*w->of_rest));
	w->rest.texts = mem_alloc((n + 1) * sizeof(*w->rest.texts));
	w->rest.ids = mem_alloc((n + 1) * sizeof(*w->rest.ids));
	w->rest.tables = mem_alloc((n + 1) * sizeof(*w->rest.tables));
	for (size_t i = 0; i < n; i++) {
		if (w->listed[w->canon.of[i]] > 0)
			continue;
		w->of_rest[w->rest.n] = (uint32_t)i;
		w->rest.texts[w->rest.n] = w->notes->texts[i];
		w->rest.tables[w->rest.n] = w->notes->tables[i];
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
	if (w->rest.n > MANYTHEMES_FROM) {
		manythemes_find(&w->found, &w->rest, &o);
		return;
	}
	if (o.vectors != NULL) {
		gather_vectors(w, o.vectors);
		o.vectors = &w->rest_vectors;
	}
	eventthemes_find(&w->found, &w->rest, &o);
}

bool
codethemes_is_name(const struct codebook *book, struct slice label)
{
	for (size_t i = 0; i < book->n; i++)
		if (book->v[i].name.len == label.len &&
		    strncasecmp(book->v[i].name.p, label.p, label.len) == 0)
			return true;
	return false;
}

static void
work_free(struct work *w)
{
	themes_free(&w->found);
	vectors_free(&w->rest_vectors);
	free(w->vectors);
	free(w->rest.texts);
	free(w->rest.ids);
	free(w->rest.tables);
	free(w->of_rest);
	free(w->number);
	free(w->medoid);
	free(w->size);
	free(w->listed);
	free(w->ruled);
	free(w->score);
	free(w->list);
	free(w->unit);
	free(w->same);
	codethemes_free_texts(&w->texts);
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
	rc = codethemes_choose(&w);
	if (rc == 0) {
		find_rest(&w);
		codethemes_fill(&w, t);
	}
	work_free(&w);
	return rc;
}
