#include "math/mention.h"

#include <stdlib.h>

#include "base/mem.h"
#include "text/terms.h"

/* A part of a name, as stems. */
struct part {
	uint32_t *stem;
	size_t n;
};

struct mention {
	struct stem *stems;
	struct terms terms;
	struct part *parts; /* LABEL_TERMS of each theme */
	size_t *seen;       /* the last text that holds each stem */
	size_t cap, n, text;
};

/* Whether a term is part of a name. */
static bool
is_part(struct slice name, struct slice term)
{
	return term.len > 0 &&
	       memmem(name.p, name.len, term.p, term.len) != NULL;
}

static void
take(struct mention *m, struct part *part, struct slice term)
{
	terms_read(&m->terms, m->stems, term);
	part->n = m->terms.n;
	part->stem = mem_dup(m->terms.stem, part->n * sizeof(*part->stem) + 1);
}

struct mention *
mention_new(const struct label *labels, size_t k, const char *language)
{
	struct mention *m = mem_zalloc(1, sizeof(*m));

	m->stems = stem_new(language);
	m->terms = (struct terms)TERMS_INIT;
	m->parts = mem_zalloc(k * LABEL_TERMS + 1, sizeof(*m->parts));
	m->n = k;
	for (size_t i = 0; i < k; i++)
		for (size_t j = 0; j < labels[i].n; j++)
			if (is_part(labels[i].name, labels[i].terms[j]))
				take(m, &m->parts[i * LABEL_TERMS + j],
				     labels[i].terms[j]);
	return m;
}

void
mention_read(struct mention *m, struct slice text)
{
	size_t old = m->cap, stems;

	terms_read(&m->terms, m->stems, text);
	stems = stem_count(m->stems);
	m->seen = mem_grow(m->seen, &m->cap, stems + 1, sizeof(*m->seen));
	for (; old < m->cap; old++)
		m->seen[old] = 0;
	m->text++;
	for (size_t i = 0; i < m->terms.n; i++)
		m->seen[m->terms.stem[i]] = m->text;
}

bool
mention_of(const struct mention *m, size_t theme)
{
	const struct part *parts = m->parts + theme * LABEL_TERMS;

	for (size_t i = 0; i < LABEL_TERMS; i++) {
		size_t had = 0;

		while (had < parts[i].n &&
		       m->seen[parts[i].stem[had]] == m->text)
			had++;
		if (had > 0 && had == parts[i].n)
			return true;
	}
	return false;
}

void
mention_free(struct mention *m)
{
	for (size_t i = 0; i < m->n * LABEL_TERMS; i++)
		free(m->parts[i].stem);
	free(m->parts);
	free(m->seen);
	terms_free(&m->terms);
	stem_free(m->stems);
	free(m);
}
