/* Which groups hold which side of a theme. */
#include <stdlib.h>

#include "io/harvest_parts.h"
#include "io/report_parts.h"
#include "text/escape.h"
#include "text/wording.h"

/* "council 1 for, 2 against": the sides that a group's notes are on. */
static void
say_group(struct buf *b, const struct finding *f, struct slice group)
{
	bool first = true;

	escape_markdown(b, group, 80);
	for (size_t i = 0; i < f->npositions; i++) {
		const struct tallies *t = &f->positions[i].groups;

		for (size_t k = 0; k < t->n; k++) {
			if (!slice_eq(t->v[k].label, group))
				continue;
			buf_adds(b, first ? " " : ", ");
			wording_count(b, t->v[k].n, (struct noun){ "", "" });
			escape_markdown(b, f->positions[i].side, 40);
			first = false;
		}
	}
}

/* "Notes by group: council 1 for, 2 against; patients 1 for." */
void
report_say_sides(struct report *r, struct story *s)
{
	const struct finding *f = s->finding;
	struct tallies groups = { NULL, 0, 0 };
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < f->npositions; i++)
		for (size_t k = 0; k < f->positions[i].groups.n; k++)
			harvest_tally(&groups,
			              f->positions[i].groups.v[k].label,
			              f->positions[i].groups.v[k].n);
	harvest_sort_tallies(&groups);
	for (size_t i = 0; i < groups.n; i++) {
		buf_adds(&b, i == 0 ? "Notes by group: " : "; ");
		say_group(&b, f, groups.v[i].label);
	}
	if (groups.n > 0)
		buf_addc(&b, '.');
	free(groups.v);
	s->sides = report_words(r, &b);
}
