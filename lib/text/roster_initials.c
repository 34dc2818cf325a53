/* Letters that stand for names: JS, SO'N, "Helen B". */
#include "text/roster_parts.h"

/* The first letters of parts, behind those that letters holds already. */
static size_t
first_letters(const struct name *name, size_t end, char *letters, size_t n)
{
	for (size_t i = 0; i < end && n < 2 * PARTS; i++)
		letters[n++] = name->v[i].folded.p[0];
	return n;
}

static void
mark_initials(struct maker *m, const char *letters, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (letters[i] < 'a' || letters[i] > 'z')
			return;
	if (n >= 2)
		roster_mark_word(m, lexicon_hash((struct slice){ letters, n }),
		                 R_INITIALS);
}

/* SO'N, JMcD: two letters of the last name; and "Siobhan O'N". */
static void
add_second(struct maker *m, const struct name *first, const struct part *last,
           const struct variants *a)
{
	char letters[4] = { first->v[0].folded.p[0], last->folded.p[0] };
	size_t n = 2;

	if (last->second == 0)
		return;
	if (last->folded.p[0] == 'm' && last->folded.p[1] == 'c')
		letters[n++] = 'c';
	letters[n++] = last->second;
	mark_initials(m, letters, n);
	for (size_t i = 0; i < a->n; i++)
		roster_add_pair(
		    m->r, a->v[i],
		    lexicon_hash((struct slice){ letters + 1, n - 1 }),
		    m->person);
}

void
roster_initials(struct maker *m, const struct name *first,
                const struct name *last, const struct variants *a)
{
	char letters[2 * PARTS];
	size_t n;

	for (size_t i = 1; i <= first->n; i++)
		for (size_t j = 1; j <= last->n; j++) {
			n = first_letters(first, i, letters, 0);
			n = first_letters(last, j, letters, n);
			mark_initials(m, letters, n);
		}
	letters[0] = first->v[0].folded.p[0];
	letters[1] = last->v[last->n - 1].folded.p[0];
	mark_initials(m, letters, 2);
	add_second(m, first, &last->v[last->n - 1], a);
	/* "Helen B", "Alex vdH" */
	for (size_t j = 1; j <= last->n; j++) {
		n = first_letters(last, j, letters, 0);
		for (size_t i = 0; i < a->n; i++)
			roster_add_pair(
			    m->r, a->v[i],
			    lexicon_hash((struct slice){ letters, n }),
			    m->person);
	}
	for (size_t i = 0; i < a->n; i++) {
		struct slice two = last->v[last->n - 1].folded;

		roster_add_pair(m->r, a->v[i], roster_initial(two.p[0]),
		                m->person);
		/* "Gareth Pr", "GPr" where there is another GP */
		if (two.len > 2 && (two.len = 2))
			roster_add_pair(m->r, a->v[i], lexicon_hash(two),
			                m->person);
	}
}

/*
 * Of a surname whose first name the list cuts down to a letter, or lacks, any
 * first name that fits is a part.
 */
void
roster_untold_first(struct maker *m, const struct name *first,
                    const struct name *last)
{
	const struct part *f = &first->v[0];

	if (first->n == 1 && last->n == 0)
		roster_add_pair(m->r, roster_untold(0), f->hash, m->person);
	if (first->n == 0 || last->n == 0)
		return;
	for (size_t i = 0; f->folded.len == 1 && i < last->n; i++)
		roster_add_pair(m->r, roster_untold(*f->folded.p),
		                last->v[i].hash, m->person);
	if (first->n == 1 && last->n == 1 && last->v[0].folded.len == 1)
		roster_add_pair(m->r, roster_untold(*last->v[0].folded.p),
		                f->hash, m->person);
}
