#include "math/teller.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/sample.h"

void
teller_init(struct teller *t, const struct known *known, const char *language,
            size_t most, double least, double fit)
{
	struct mixture model;

	*t = (struct teller){ .known = known, .most = most, .fit = fit };
	known_model(known, language, &t->vocabulary, &model, &t->theme);
	t->assign = assign_new(&model, least);
	t->component = mem_alloc((known->n + 1) * sizeof(*t->component));
	memset(t->component, 0xff, (known->n + 1) * sizeof(*t->component));
	t->list = mem_alloc((known->n + 1) * sizeof(*t->list));
	for (uint32_t c = 0; c < model.k; c++)
		t->component[t->theme[c]] = c;
	mixture_free(&model);
}

/* Add to the list a theme that is not in it. */
static size_t
add_theme(struct teller *t, size_t n, size_t theme)
{
	uint32_t c = t->component[known_end(t->known, theme)];

	for (size_t i = 0; i < n; i++)
		if (t->list[i] == c)
			return n;
	if (c == MIXTURE_NONE)
		return n;
	t->list[n] = c;
	return n + 1;
}

/* The themes that a text had before, its own first. */
static size_t
remember(struct teller *t, uint64_t hash, size_t own)
{
	const struct known *k = t->known;
	size_t n = add_theme(t, 0, own);

	for (size_t i = known_others(k, hash); i != KNOWN_NONE && n > 0;
	     i = k->also[i].next)
		n = add_theme(t, n, k->also[i].theme);
	return n;
}

size_t
teller_ask(struct teller *t, struct slice text, struct score *out)
{
	uint64_t hash = sample_hash(text, &t->scratch);
	size_t before = known_find(t->known, hash), had = 0;
	uint32_t own = MIXTURE_NONE;
	const uint32_t *columns;
	size_t n;

	if (before == KNOWN_UNTHEMED)
		return 0;
	if (before != KNOWN_NONE)
		own = t->component[before];
	n = vocabulary_read(&t->vocabulary, text, &columns);
	if (own != MIXTURE_NONE && t->known->themes[before].told)
		had = remember(t, hash, before);
	if (had > 0)
		n = assign_known(t->assign, columns, n, t->list, had, t->most,
		                 out);
	else
		n = assign_text(t->assign, columns, n,
		                t->fit > 0 ? t->vocabulary.others : 0, own,
		                t->most, out);
	if (own == MIXTURE_NONE && n > 0 && (double)out[0].score < t->fit)
		n = 0;
	for (size_t i = 0; i < n; i++)
		out[i].theme = (uint32_t)t->theme[out[i].theme];
	return n;
}

void
teller_free(struct teller *t)
{
	vocabulary_free(&t->vocabulary);
	assign_free(t->assign);
	free(t->theme);
	free(t->component);
	free(t->list);
	buf_free(&t->scratch);
}
