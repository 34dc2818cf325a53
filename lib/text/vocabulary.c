#include "text/vocabulary.h"

#include <stdlib.h>

#include "base/mem.h"

void
vocabulary_init(struct vocabulary *v, const char *language)
{
	*v = (struct vocabulary){ .terms = TERMS_INIT };
	v->stems = stem_new(language);
}

uint32_t
vocabulary_add(struct vocabulary *v, uint32_t stem)
{
	if (stem >= v->known) {
		v->column = mem_grow(v->column, &v->cap, (size_t)stem + 1,
		                     sizeof(*v->column));
		while (v->known <= stem)
			v->column[v->known++] = STEM_NONE;
	}
	if (v->column[stem] != STEM_NONE)
		return v->column[stem];
	v->stem = mem_grow(v->stem, &v->cap_stem, v->n + 1, sizeof(*v->stem));
	v->stem[v->n] = stem;
	return v->column[stem] = (uint32_t)v->n++;
}

struct slice
vocabulary_text(const struct vocabulary *v, uint32_t column)
{
	return stem_text(v->stems, v->stem[column]);
}

static int
by_number(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

size_t
vocabulary_read(struct vocabulary *v, struct slice text,
                const uint32_t **columns)
{
	uint32_t *list;
	size_t n = 0, m = 0;

	terms_find(&v->terms, v->stems, text);
	list = v->terms.stem;
	*columns = list;
	for (size_t i = 0; i < v->terms.n; i++)
		if (list[i] < v->known && v->column[list[i]] != STEM_NONE)
			list[n++] = v->column[list[i]];
	v->others = v->terms.n - n;
	mem_sort(list, n, sizeof(*list), by_number);
	for (size_t i = 0; i < n; i++)
		if (m == 0 || list[i] != list[m - 1])
			list[m++] = list[i];
	return m;
}

void
vocabulary_free(struct vocabulary *v)
{
	stem_free(v->stems);
	free(v->column);
	free(v->stem);
	terms_free(&v->terms);
	*v = (struct vocabulary){ .terms = TERMS_INIT };
}
