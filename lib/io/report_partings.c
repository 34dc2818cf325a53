/* How participants divide, and which of them no note speaks for. */
#include <stdlib.h>

#include "base/mem.h"
#include "io/harvest_parts.h"
#include "io/report_parts.h"
#include "text/wording.h"

static const struct noun people = { "person", "people" };

static struct count *
push_count(struct report *r, struct template_list *l, struct slice label,
           size_t n)
{
	struct count *c = report_push(r, l, sizeof(*c));
	struct buf b = BUF_INIT;

	c->label = label;
	c->n = n;
	if (n < r->k)
		buf_addf(&b, "fewer than %zu", r->k);
	else
		wording_count(&b, n, people);
	c->number = report_words(r, &b);
	return c;
}

/* The breakdowns of all events, added up. */
static struct breakdown *
add_up(const struct harvest *h, size_t *n)
{
	struct breakdown *sum = NULL;

	*n = 0;
	for (size_t e = 0; e < h->nevents; e++)
		for (size_t i = 0; i < h->events[e].nby; i++) {
			const struct breakdown *b = &h->events[e].by[i];
			size_t at = 0;

			while (at < *n && !slice_eq(sum[at].name, b->name))
				at++;
			if (at == *n) {
				sum = mem_resize(sum, ++*n, sizeof(*sum));
				sum[at] = (struct breakdown){ .name = b->name };
			}
			for (size_t k = 0; k < b->parts.n; k++)
				harvest_tally(&sum[at].parts,
				              b->parts.v[k].label,
				              b->parts.v[k].n);
		}
	return sum;
}

/* What a breakdown does not show: how many cells, and of how many people. */
static bool
gives_away(const struct report *r, const struct breakdown *b, size_t total)
{
	size_t hidden = 0, shown = 0;

	for (size_t i = 0; i < b->parts.n; i++) {
		hidden += b->parts.v[i].n < r->k;
		shown += b->parts.v[i].n >= r->k ? b->parts.v[i].n : 0;
	}
	return hidden > 0 && total > shown &&
	       (hidden == 1 || total - shown < r->k);
}

/*
 * Cells of fewer than k are not shown, nor a total from which one of them
 * could be reckoned.
 */
static void
add_partings(struct report *r, size_t total)
{
	const struct harvest *h = r->h;
	size_t n;
	struct breakdown *sum = add_up(h, &n);
	bool open = true;
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < n; i++) {
		struct parting *p = report_push(r, &r->partings, sizeof(*p));
		bool groups = slice_is(sum[i].name, "groups");

		p->name = groups ? SLICE("stakeholder group") : sum[i].name;
		for (size_t k = 0; k < sum[i].parts.n; k++) {
			const struct tally *t = &sum[i].parts.v[k];

			push_count(r, &p->parts, t->label, t->n);
		}
		if (groups)
			r->groups = p->parts;
		open = open && !gives_away(r, &sum[i], total);
		free(sum[i].parts.v);
	}
	free(sum);
	if (total >= r->k && total > 0 && open) {
		wording_count(&b, total, people);
		r->people = report_words(r, &b);
	}
}

/* Groups that took part, and of which no note speaks. */
static void
add_absent(struct report *r)
{
	const struct harvest *h = r->h;

	if (h->groups.n == 0)
		return;
	for (size_t i = 0; i < r->groups.n; i++) {
		const struct count *c = r->groups.items[i];

		if (c->n >= r->k && map_find(&h->groups, c->label) == MAP_NONE)
			push_count(r, &r->absent, c->label, c->n);
	}
}

/*
 * Those of groups that are not told apart: where the total is told anybody can
 * reckon them, and the table would seem to forget them.
 */
static void
add_others(struct report *r, size_t total)
{
	size_t shown = 0;

	for (size_t i = 0; i < r->groups.n; i++) {
		const struct count *c = r->groups.items[i];

		/* What is not told of one could be reckoned from the others. */
		if (c->n < r->k)
			return;
		shown += c->n;
	}
	if (r->people.len == 0 || r->groups.n == 0 || total < shown + r->k ||
	    total == shown)
		return;
	for (size_t i = 0; i < r->partings.n; i++) {
		struct parting *p = r->partings.items[i];

		if (p->parts.items != r->groups.items)
			continue;
		push_count(r, &p->parts, SLICE("Others, not told apart"),
		           total - shown);
		r->groups = p->parts;
		return;
	}
}

void
report_partings(struct report *r)
{
	size_t total = 0;

	for (size_t i = 0; i < r->h->nevents; i++)
		total += r->h->events[i].people;
	add_partings(r, total);
	add_absent(r);
	add_others(r, total);
}
