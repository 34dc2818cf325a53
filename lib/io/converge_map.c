#include "io/converge_votes.h"

static void
put_cell(struct buf *b, const struct talk *t, const struct votemap_cell *c)
{
	jsonput_key(b, "x");
	jsonput_decimals(b, votemap_middle(&t->map, c->x), 3);
	jsonput_key(b, "y");
	jsonput_decimals(b, votemap_middle(&t->map, c->y), 3);
	if (c->group < t->ngroups)
		jsonput_text(b, "group", t->names[c->group]);
	jsonput_count(b, "voters", c->voters);
}

static void
put_pair(struct buf *b, const char *key, double first, double second)
{
	jsonput_key(b, key);
	buf_addc(b, '[');
	jsonput_decimals(b, first, 3);
	buf_addc(b, ',');
	jsonput_decimals(b, second, 3);
	buf_addc(b, ']');
}

void
talk_put_map(const struct inquiry *w, const struct talk *t, struct buf *b)
{
	const struct votemap *m = &t->map;
	double all = t->pca.total;

	if (m->n == 0)
		return;
	jsonput_key(b, "map");
	buf_addc(b, '{');
	put_pair(b, "x", -m->reach, m->reach);
	put_pair(b, "y", -m->reach, m->reach);
	jsonput_count(b, "side", m->side);
	jsonput_key(b, "cells");
	buf_addc(b, '[');
	for (size_t i = 0; i < m->n; i++) {
		buf_adds(b, i > 0 ? ",{" : "{");
		put_cell(b, t, &m->cells[i]);
		buf_addc(b, '}');
	}
	buf_addc(b, ']');
	jsonput_count(b, "least", w->l->k);
	if (m->left_out == 0 || m->left_out >= w->l->k)
		jsonput_count(b, "left_out", m->left_out);
	if (m->unplaced >= w->l->k)
		jsonput_count(b, "unplaced", m->unplaced);
	put_pair(b, "explained", t->pca.variance[0] / all,
	         t->pca.variance[1] / all);
	buf_addc(b, '}');
}
