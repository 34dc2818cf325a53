#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/mem.h"
#include "io/votes_parts.h"

static void
number_statements(struct inquiry *w, struct numbers *n)
{
	size_t notes = w->l->notes.n, events = w->events.n, at = 0;

	n->statement = mem_alloc((notes + 1) * sizeof(*n->statement));
	n->note = mem_alloc((notes + 1) * sizeof(*n->note));
	n->first_statement = mem_zalloc(events + 2, sizeof(size_t));
	memset(n->statement, 0xff, notes * sizeof(*n->statement));
	for (size_t i = 0; i < notes; i++)
		if (w->l->entries[i].flags & ENTRY_VOTED)
			n->first_statement
			    [w->events.rank[w->l->entries[i].event] + 2]++;
	for (size_t e = 0; e < events; e++)
		n->first_statement[e + 1] += n->first_statement[e];
	for (size_t i = 0; i < notes; i++) {
		const struct entry *e = &w->l->entries[w->by_id[i]];

		if (!(e->flags & ENTRY_VOTED))
			continue;
		at = n->first_statement[w->events.rank[e->event] + 1]++;
		n->statement[w->by_id[i]] = (uint32_t)at;
		n->note[at] = w->by_id[i];
		n->nstatements++;
	}
}

static void
number_voters(struct inquiry *w, struct numbers *n)
{
	struct order names = order_make(&w->l->voters);
	size_t events = w->events.n;

	n->voter = mem_alloc((names.n + 1) * sizeof(*n->voter));
	n->who = mem_alloc((names.n + 1) * sizeof(*n->who));
	n->first_voter = mem_zalloc(events + 2, sizeof(size_t));
	for (size_t i = 0; i < names.n; i++)
		n->first_voter
		    [w->events.rank[ledger_event_of(&w->l->voters, i)] + 2]++;
	for (size_t e = 0; e < events; e++)
		n->first_voter[e + 1] += n->first_voter[e];
	for (size_t i = 0; i < names.n; i++) {
		uint32_t v = names.nth[i];
		size_t at = n->first_voter[w->events.rank[ledger_event_of(
					       &w->l->voters, v)] +
		                           1]++;

		n->voter[v] = (uint32_t)at;
		n->who[at] = v;
	}
	order_free(&names);
}

void
numbers_make(struct numbers *n, struct inquiry *w)
{
	number_statements(w, n);
	number_voters(w, n);
}

void
numbers_free(struct numbers *n)
{
	free(n->statement);
	free(n->voter);
	free(n->note);
	free(n->who);
	free(n->first_statement);
	free(n->first_voter);
}

void
votes_ballot(struct inquiry *w, const struct numbers *n, struct ballot *b)
{
	struct ledger *l = w->l;

	for (size_t i = 0; i < l->ncasts; i++) {
		struct cast *c = &l->casts[i];

		c->voter = n->voter[c->voter];
		c->what = n->statement[c->what / 4] * 4 + c->what % 4;
	}
	ballot_make(b, l->casts, l->ncasts, l->voters.n, n->nstatements);
	free(l->casts);
	l->casts = NULL;
	l->ncasts = l->casts_cap = 0;
	if (b->contradicted > 0)
		diag_note("%zu votes differ from others of the same voter at "
		          "the same time: counted as a pass",
		          b->contradicted);
}

void
talk_cut(struct talk *t, const struct ballot *all, const struct numbers *n,
         size_t e)
{
	size_t first = n->first_voter[e];
	size_t base = n->first_statement[e];

	t->ballot = (struct ballot){
		.nvoters = n->first_voter[e + 1] - first,
		.nstatements = n->first_statement[e + 1] - base,
		.row = all->row + first,
		.statement = all->statement,
		.value = all->value,
	};
	for (size_t i = all->row[first]; i < all->row[n->first_voter[e + 1]];
	     i++)
		all->statement[i] -= (uint32_t)base;
	t->note = n->note + base;
	t->who = n->who + first;
}
