#include <stdlib.h>

#include "base/mem.h"
#include "io/rows.h"

static void
keep(struct rows *r, const struct row *row)
{
	struct row *to;

	r->ahead =
	    mem_grow(r->ahead, &r->ahead_cap, r->nahead + 1, sizeof(*r->ahead));
	to = &r->ahead[r->nahead++];
	*to = *row;
	to->f = pool_alloc(&r->pool, (row->n + 1) * sizeof(*to->f));
	for (size_t i = 0; i < row->n; i++)
		to->f[i] = pool_slice(&r->pool, row->f[i]);
	if (row->bad != NULL)
		to->bad = pool_slice(&r->pool, slice_of(row->bad)).p;
}

const struct row *
rows_peek(struct rows *r, size_t i)
{
	struct row row;

	while (r->at + i >= r->nahead) {
		if (r->nahead > 0 && r->end <= 0)
			return NULL;
		r->end = r->read(r, &row);
		if (r->end <= 0)
			return NULL;
		keep(r, &row);
	}
	return &r->ahead[r->at + i];
}

int
rows_next(struct rows *r, struct row *row)
{
	if (r->at < r->nahead) {
		*row = r->ahead[r->at++];
		return 1;
	}
	if (r->nahead > 0 && r->end <= 0)
		return r->end;
	if (r->nahead > 0) {
		r->nahead = r->at = 0;
		rows_free(r);
	}
	return r->read(r, row);
}

void
rows_free(struct rows *r)
{
	free(r->ahead);
	pool_free(&r->pool);
	r->ahead = NULL;
	r->pool = (struct pool)POOL_INIT;
	r->nahead = r->ahead_cap = r->at = 0;
}
