/* Organisations whose names hold digits. */
#include "text/names.h"

void
names_find_numbered(struct names *n)
{
	const struct numbered *all = &n->roster->numbered;
	struct slice found;
	size_t at = 0;

	if (n->words.digits == 0 || all->n == 0)
		return;
	while (numbered_next(all, n->text, &at, &found)) {
		size_t start = (size_t)(found.p - n->text.p);
		struct span span = { .start = (uint32_t)start,
			             .end = (uint32_t)(start + found.len),
			             .who = lexicon_hash(found) | 1,
			             .rule = "roster organisation",
			             .kind = SPAN_ORG };

		spans_add(n->spans, span);
		for (size_t i = 0; i < n->words.n; i++)
			if (n->words.v[i].start >= span.start &&
			    n->words.v[i].end <= span.end)
				n->taken[i] = TAKEN_THING;
	}
}
