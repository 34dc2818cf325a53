#include "io/parents.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/kin.h"
#include "text/sample.h"

/* What groups are named by. */
struct naming {
	struct vocabulary v;
	struct mixture m;
	size_t *theme;   /* the known theme of each component */
	uint32_t *group; /* of each component */
	double *central; /* how well each stands for its group */
};

/* Whether a theme or another group is called that. */
static bool
is_taken(const struct parents *p, size_t groups, struct slice name)
{
	for (size_t i = 0; i < p->known->n; i++)
		if (slice_eq(p->known->themes[i].label, name))
			return true;
	for (size_t i = 0; i < groups; i++)
		if (slice_eq(p->label[i], name))
			return true;
	return false;
}

/* The term of its themes that names a group best; empty if none does. */
static struct slice
best_term(const struct parents *p, struct naming *n, uint32_t which)
{
	struct slice best = { 0 };
	double top = 0;

	for (size_t c = 0; c < n->m.k; c++) {
		const struct known_theme *t = &p->known->themes[n->theme[c]];

		if (n->group[c] != which)
			continue;
		for (size_t i = 0; i < t->nterms; i++) {
			const uint32_t *columns;
			size_t len =
			    vocabulary_read(&n->v, t->terms[i], &columns);
			double worth =
			    kin_worth(&n->m, n->group, which, columns, len);

			if (worth > top && !is_taken(p, which, t->terms[i])) {
				top = worth;
				best = t->terms[i];
			}
		}
	}
	return best;
}

/* The best term of a theme. */
static struct slice
term_of(const struct known_theme *t)
{
	return t->nterms > 0 ? t->terms[0] : t->label;
}

/* Terms of the two themes that stand for a group best. */
static void
join_central(const struct parents *p, const struct naming *n, uint32_t which,
             struct buf *name)
{
	size_t first = SIZE_MAX, second = SIZE_MAX;

	for (size_t c = 0; c < n->m.k; c++) {
		if (n->group[c] != which)
			continue;
		if (first == SIZE_MAX || n->central[c] > n->central[first]) {
			second = first;
			first = c;
		} else if (second == SIZE_MAX ||
		           n->central[c] > n->central[second])
			second = c;
	}
	buf_slice(name, term_of(&p->known->themes[n->theme[first]]));
	buf_adds(name, ", ");
	buf_slice(name, term_of(&p->known->themes[n->theme[second]]));
}

static void
name_groups(struct parents *p, struct naming *n)
{
	struct buf name = BUF_INIT;

	p->label = mem_zalloc(p->n + 1, sizeof(*p->label));
	for (uint32_t i = 0; i < p->n; i++) {
		struct slice term = best_term(p, n, i);

		buf_reset(&name);
		if (term.len > 0)
			buf_slice(&name, term);
		else
			join_central(p, n, i, &name);
		p->label[i] = pool_slice(&p->pool, buf_view(&name));
	}
	buf_free(&name);
}

void
parents_init(struct parents *p, const struct known *known, const char *language)
{
	struct naming n;

	*p = (struct parents){ .known = known, .pool = POOL_INIT };
	p->group = mem_alloc((known->n + 1) * sizeof(*p->group));
	memset(p->group, 0xff, (known->n + 1) * sizeof(*p->group));
	known_model(known, language, &n.v, &n.m, &n.theme);
	n.group = mem_alloc((n.m.k + 1) * sizeof(*n.group));
	n.central = mem_alloc((n.m.k + 1) * sizeof(*n.central));
	if (n.m.k >= PARENTS_FROM) {
		p->n = kin_find(&n.m, &n.v, n.group, n.central);
		for (size_t c = 0; c < n.m.k; c++)
			p->group[n.theme[c]] = n.group[c];
		name_groups(p, &n);
	}
	p->notes = mem_zalloc(p->n + 1, sizeof(*p->notes));
	p->last = mem_zalloc(p->n + 1, sizeof(*p->last));
	free(n.central);
	free(n.group);
	free(n.theme);
	mixture_free(&n.m);
	vocabulary_free(&n.v);
}

void
parents_count(struct parents *p, const struct score *scores, size_t n)
{
	p->seen++;
	for (size_t i = 0; i < n; i++) {
		uint32_t g = p->group[scores[i].theme];

		if (g == KIN_NONE || p->last[g] == p->seen)
			continue;
		p->last[g] = p->seen;
		p->notes[g]++;
	}
}

/* An id that no theme has. */
static struct slice
new_id(struct themes *t, size_t *last)
{
	char id[32];
	bool taken;

	do {
		snprintf(id, sizeof(id), "g%zu", ++*last);
		taken = false;
		for (size_t i = 0; i < t->k; i++)
			taken |= slice_is(t->theme[i].id, id);
	} while (taken);
	return pool_slice(&t->pool, slice_of(id));
}

/* Groups by their notes, of as many the first; only those of two themes. */
static size_t
order(const struct parents *p, const uint32_t *number, size_t *list)
{
	size_t *themes = mem_zalloc(p->n + 1, sizeof(*themes)), n = 0;

	for (size_t i = 0; i < p->known->n; i++)
		if (p->group[i] != KIN_NONE && number[i] != MIXTURE_NONE)
			themes[p->group[i]]++;
	for (size_t g = 0; g < p->n; g++) {
		size_t at = n;

		if (themes[g] < 2)
			continue;
		for (; at > 0 && p->notes[list[at - 1]] < p->notes[g]; at--)
			list[at] = list[at - 1];
		list[at] = g;
		n++;
	}
	free(themes);
	return n;
}

/* Write a parent into its record, and its id into its themes. */
static void
fill(const struct parents *p, size_t group, const uint32_t *number,
     struct themes *t, struct theme *to)
{
	uint32_t largest = MIXTURE_NONE;

	for (size_t i = 0; i < p->known->n; i++) {
		uint32_t n = number[i];

		if (p->group[i] != group || n == MIXTURE_NONE)
			continue;
		t->theme[n].parent = to->id;
		to->children++;
		if (largest == MIXTURE_NONE || n < largest)
			largest = n; /* they are in the order of their notes */
	}
	to->notes = p->notes[group];
	to->label = pool_slice(&t->pool, p->label[group]);
	to->medoid = t->theme[largest].medoid;
	to->terms = pool_alloc(&t->pool, sizeof(*to->terms));
	to->terms[0] = to->label;
	to->nterms = 1;
}

void
parents_add(const struct parents *p, const uint32_t *number, struct themes *t)
{
	size_t *list = mem_alloc((p->n + 1) * sizeof(*list)), last = 0;

	t->parents = t->k < PARENTS_FROM ? 0 : order(p, number, list);
	t->theme =
	    mem_resize(t->theme, t->k + t->parents + 1, sizeof(*t->theme));
	for (size_t i = 0; i < t->parents; i++) {
		struct theme *to = &t->theme[t->k + i];

		*to = (struct theme){ .id = new_id(t, &last) };
		fill(p, list[i], number, t, to);
	}
	free(list);
}

/* The themes of t as if they were known from the notes that have them. */
static void
know(struct known *known, const struct notes *notes, const char *language,
     const struct themes *t)
{
	struct stem *stems = stem_new(language);
	struct terms terms = TERMS_INIT;
	struct buf scratch = BUF_INIT;

	for (size_t i = 0; i < t->k; i++)
		known_label(known, known_add(known), t->theme[i].label,
		            t->theme[i].terms, t->theme[i].nterms);
	for (size_t i = 0; i < notes->n; i++) {
		struct slice text = notes->texts[i];

		if (t->start[i + 1] > t->start[i])
			known_learn(known, t->scores[t->start[i]].theme,
			            sample_hash(text, &scratch), text, stems,
			            &terms, true);
	}
	buf_free(&scratch);
	terms_free(&terms);
	stem_free(stems);
}

void
parents_of_notes(const struct notes *notes, const char *language,
                 struct themes *t)
{
	struct known known = KNOWN_INIT;
	struct parents p;
	uint32_t *number;

	if (t->k < PARENTS_FROM)
		return;
	know(&known, notes, language, t);
	parents_init(&p, &known, language);
	for (size_t i = 0; i < notes->n; i++)
		parents_count(&p, t->scores + t->start[i],
		              t->start[i + 1] - t->start[i]);
	number = mem_alloc((t->k + 1) * sizeof(*number));
	for (uint32_t i = 0; i < t->k; i++)
		number[i] = i;
	parents_add(&p, number, t);
	free(number);
	parents_free(&p);
	known_free(&known);
}

void
parents_free(struct parents *p)
{
	free(p->group);
	free(p->notes);
	free(p->last);
	free(p->label);
	pool_free(&p->pool);
}
