/* Themes under the groups of themes that they belong to. */
#include <stdlib.h>

#include "base/mem.h"
#include "io/report_parts.h"

/* The family of each theme, by the number of what groups it; of none, last. */
struct families {
	struct family **of; /* h->nthemes and one more, for those of none */
	bool *groups;       /* whether some theme shown has it as its parent */
};

static size_t
parent_of(const struct report *r, const struct story *s)
{
	return r->h->themes[s - r->stories].parent;
}

static struct family *
family_at(struct report *r, struct families *f, size_t at)
{
	struct family *new;

	if (f->of[at] != NULL)
		return f->of[at];
	new = pool_alloc(&r->pool, sizeof(*new));
	*new = (struct family){ .label = SLICE("") };
	if (at < r->h->nthemes) {
		new->label = report_capital(r, r->h->themes[at].label);
		report_append(r, &r->families, new);
	}
	return f->of[at] = new;
}

/* A theme that groups others stands among them, if it has notes itself. */
static void
take_in(struct report *r, struct families *f, struct story *s)
{
	size_t self = (size_t)(s - r->stories), at = parent_of(r, s);

	if (at == NONE)
		at = f->groups[self] ? self : r->h->nthemes;
	report_append(r, &family_at(r, f, at)->themes, s);
}

void
report_families(struct report *r)
{
	size_t n = r->h->nthemes;
	struct families f = { mem_zalloc(n + 1, sizeof(*f.of)),
		              mem_zalloc(n + 1, sizeof(*f.groups)) };

	for (size_t i = 0; i < r->themes.n; i++) {
		size_t parent = parent_of(r, r->themes.items[i]);

		if (parent != NONE)
			f.groups[parent] = true;
	}
	for (size_t i = 0; i < r->themes.n; i++)
		take_in(r, &f, r->themes.items[i]);
	if (r->families.n > 0 && f.of[n] != NULL)
		report_append(r, &r->families, f.of[n]);
	for (size_t i = 0; i < r->families.n; i++) {
		struct family *all = r->families.items[i];

		all->n = all->themes.n;
	}
	free(f.groups);
	free(f.of);
}
