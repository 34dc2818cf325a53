#include "math/teller.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/sample.h"

void
teller_init(struct teller *t, const struct known *known, const char *language,
            size_t most)
{
	struct mixture model;

	*t = (struct teller){ .known = known, .most = most };
	known_model(known, language, &t->vocabulary, &model, &t->theme);
	t->assign = assign_new(&model);
	t->component = mem_alloc((known->n + 1) * sizeof(*t->component));
	memset(t->component, 0xff, (known->n + 1) * sizeof(*t->component));
	for (uint32_t c = 0; c < model.k; c++)
		t->component[t->theme[c]] = c;
	mixture_free(&model);
}

size_t
teller_ask(struct teller *t, struct slice text, struct score *out)
{
	size_t before = known_find(t->known, sample_hash(text, &t->scratch));
	uint32_t own = MIXTURE_NONE;
	const uint32_t *columns;
	size_t n;

	if (before == KNOWN_UNTHEMED)
		return 0;
	if (before != KNOWN_NONE)
		own = t->component[before];
	n = vocabulary_read(&t->vocabulary, text, &columns);
	n = assign_text(t->assign, columns, n, own, t->most, out);
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
	buf_free(&t->scratch);
}
