#include <string.h>

#include "base/mem.h"
#include "io/ledger_parts.h"

void
ledger_keep_themes(struct ledger *l, struct entry *e, const uint32_t *v,
                   size_t n)
{
	e->nthemes = (uint8_t)n;
	if (n == 1) {
		e->theme = v[0];
		return;
	}
	e->theme = (uint32_t)l->nthemes_of;
	if (n == 0)
		return;
	l->themes_of = mem_grow(l->themes_of, &l->themes_of_cap,
	                        l->nthemes_of + n, sizeof(*v));
	memcpy(l->themes_of + l->nthemes_of, v, n * sizeof(*v));
	l->nthemes_of += n;
}

/* First those with weights, two bytes each; then the others in four. */
void
ledger_keep_words(struct ledger *l, struct entry *e, const uint32_t *v,
                  size_t n)
{
	uint32_t known = 2 * (uint32_t)stance_known();
	uint16_t *to;
	size_t i = 0;

	l->words = mem_grow(l->words, &l->words_cap, l->nwords + 2 * n + 1,
	                    sizeof(*l->words));
	to = l->words + l->nwords;
	for (; i < n && v[i] < known; i++)
		to[i] = (uint16_t)v[i];
	e->words = (uint32_t)l->nwords;
	e->weighed = (uint8_t)i;
	e->others = (uint8_t)(n - i);
	memcpy(to + i, v + i, (n - i) * sizeof(*v));
	l->nwords += i + 2 * (n - i);
}

size_t
ledger_words(const struct ledger *l, const struct entry *e,
             uint32_t v[STANCE_WORDS])
{
	const uint16_t *from = ledger_weighed(l, e);

	for (size_t i = 0; i < e->weighed; i++)
		v[i] = from[i];
	memcpy(v + e->weighed, from + e->weighed, e->others * sizeof(*v));
	return (size_t)e->weighed + e->others;
}
