/* Who stands in a cell of names, by commas, dashes and what parts people. */
#include <stdlib.h>

#include "base/mem.h"
#include "text/namecell_parts.h"

/* A person of a cell: commas and what stood in brackets are looked at. */
struct reading {
	struct namecell *c;
	bool comma[NAMECELL_PEOPLE]; /* of each: the surname stands first */
	size_t tokens[NAMECELL_PEOPLE];
	char before[NAMECELL_PEOPLE]; /* what parts it from the one before */
};

static int
add_person(struct reading *r, bool comma, size_t tokens, char before)
{
	struct namecell *c = r->c;

	if (c->n == NAMECELL_PEOPLE || tokens > NAME_TOKENS)
		return -1;
	r->comma[c->n] = comma;
	r->tokens[c->n] = tokens;
	r->before[c->n] = before;
	c->v[c->n++] =
	    (struct namecell_name){ pool_slice(&c->pool, buf_view(&c->text)),
		                    { NULL, 0 } };
	return 0;
}

static int
add_piece(struct reading *r, const struct piece *p, char before)
{
	buf_reset(&r->c->text);
	piece_put(&r->c->text, p);
	return add_person(r, false, p->n, before);
}

/* Tokens that a whole name must have before letters count as an honour. */
static size_t
least_of(const struct namecell *c)
{
	return c->part == NAMECELL_FIRST || c->part == NAMECELL_LAST ? 1 : 2;
}

bool
piece_is_nobody(const struct namecell *c, const struct piece *p)
{
	const uint32_t none =
	    CELL_NOBODY | CELL_REMARK | CELL_PRONOUN | CELL_TITLE;

	if (p->n == 2 && p->v[0].what & CELL_TITLE && p->v[1].surname)
		return false;
	if (least_of(c) == 1)
		return p->n == 0 || (p->n == 1 && p->v[0].what & CELL_NOBODY &&
		                     !p->v[0].surname && !p->v[0].known);
	return piece_is_all(p, none);
}

/* Whether a cell of a column that may hold other things names a person. */
static bool
is_person(const struct namecell *c, const struct piece *p)
{
	if (c->part != NAMECELL_PERHAPS)
		return true;
	for (size_t i = 0; i < p->n; i++)
		if (p->v[i].org)
			return false;
	return p->v[0].known || !p->v[0].plain;
}

/* "her dog", "two kids": words in small letters that are nobody's name. */
static bool
is_small_talk(const struct piece *p)
{
	for (size_t i = 0; i < p->n; i++)
		if (!p->v[i].small || !p->v[i].plain)
			return false;
	return true;
}

/* Pieces between commas: "Smith, Jane, PhD"; those that are no name are not
 * kept. */
static size_t
between_commas(struct namecell *c, struct slice text, struct piece *v,
               size_t most)
{
	size_t n = 0;

	while (text.len > 0 && n < most) {
		size_t len = 0;
		struct piece p;
		bool nobody;

		while (len < text.len && text.p[len] != ',')
			len++;
		p = piece_of(c, (struct slice){ text.p, len });
		len += len < text.len;
		text.p += len, text.len -= len;
		nobody =
		    piece_is_nobody(c, &p) || (c->n > 0 && is_small_talk(&p));
		piece_strip(&p, n == 0 ? least_of(c) : 0);
		if (n == 0 ? nobody : p.n == 0)
			continue;
		if (n > 0 && !p.v[0].known && (n > 1 || v[0].n > 1 || nobody) &&
		    piece_is_remark(c, &p))
			continue;
		v[n++] = p;
	}
	return n;
}

/* What stands between dashes and bars: one person, or several by commas. */
static int
read_segment(struct reading *r, const struct piece *v, size_t n, char before)
{
	struct namecell *c = r->c;
	size_t i = 0;
	int rc = 0;

	if (!is_person(c, v))
		return 0;
	if (n == 2 || (n > 2 && v[0].n == 1)) {
		buf_reset(&c->text);
		piece_put(&c->text, &v[0]);
		buf_adds(&c->text, ", ");
		piece_put(&c->text, &v[1]);
		rc = add_person(r, true, v[0].n + v[1].n, before);
		i = 2;
	}
	for (; rc == 0 && i < n; i++)
		rc = add_piece(r, &v[i], i == 0 ? before : ';');
	return rc;
}

/* More of the name behind a dash: "Barnaby Snodgrass - Pettigrew". */
static int
lengthen(struct reading *r, const struct piece *p)
{
	struct namecell *c = r->c;
	struct namecell_name *last = &c->v[c->n - 1];

	buf_reset(&c->text);
	buf_slice(&c->text, last->name);
	buf_addc(&c->text, ' ');
	piece_put(&c->text, p);
	last->name = pool_slice(&c->pool, buf_view(&c->text));
	r->tokens[c->n - 1] += p->n;
	return r->tokens[c->n - 1] > NAME_TOKENS ? -1 : 0;
}

/* One person's part of a cell, asides taken out. */
static int
read_person(struct reading *r, struct slice text, char before)
{
	enum { MOST = NAMECELL_PEOPLE + 2 }; /* so that too many are seen */
	struct namecell *c = r->c;
	struct piece *v = mem_alloc(MOST * sizeof(*v));
	size_t had = c->n;
	int rc = 0;

	while (rc == 0 && text.len > 0) {
		size_t len = 0, n;

		while (len < text.len && text.p[len] != '\t')
			len++;
		n = between_commas(c, (struct slice){ text.p, len }, v, MOST);
		len += len < text.len;
		text.p += len, text.len -= len;
		if (n == 0 || (c->n > had && piece_is_remark(c, v)))
			continue;
		rc = c->n == had || n > 1 || v[0].n > 1 ?
		         read_segment(r, v, n, c->n == had ? before : ';') :
		         lengthen(r, v);
	}
	free(v);
	return rc;
}

/* "Mehmet and Ayşe Yılmaz", "Smith, Jane & John": the surname is both's. */
static void
share_surname(struct reading *r, size_t i)
{
	struct namecell *c = r->c;
	struct slice other;
	size_t cut;

	if (r->before[i] != '\n' || r->comma[i] ||
	    (r->tokens[i] > 1 && r->tokens[i - 1] > 1))
		return;
	buf_reset(&c->text);
	if (r->comma[i - 1] && r->tokens[i] == 1) {
		other = c->v[i - 1].name;
		cut =
		    (size_t)((char *)memchr(other.p, ',', other.len) - other.p);
		buf_add(&c->text, other.p, cut + 2);
		buf_slice(&c->text, c->v[i].name);
		c->v[i].name = pool_slice(&c->pool, buf_view(&c->text));
	} else if (!r->comma[i - 1] && r->tokens[i - 1] == 1 &&
	           r->tokens[i] > 1) {
		other = c->v[i].name;
		cut =
		    (size_t)((char *)memchr(other.p, ' ', other.len) - other.p);
		buf_slice(&c->text, c->v[i - 1].name);
		buf_add(&c->text, other.p + cut, other.len - cut);
		c->v[i - 1].name = pool_slice(&c->pool, buf_view(&c->text));
	}
}

int
namecell_people(struct namecell *c)
{
	struct reading own_reading = { .c = c }, *r = &own_reading;
	struct slice text = buf_view(&c->laid);
	struct buf own = BUF_INIT;
	char before = ';';
	int rc = 0;

	while (rc == 0 && text.len > 0) {
		size_t len = namecell_next(text), had = c->n;

		buf_reset(&own);
		namecell_asides(c, (struct slice){ text.p, len }, &own);
		rc = read_person(r, buf_view(&own), before);
		if (c->n > had)
			namecell_join_asides(c, &c->v[had]);
		if (len < text.len)
			before = text.p[len++];
		text.p += len, text.len -= len;
	}
	for (size_t i = 1; rc == 0 && i < c->n; i++)
		share_surname(r, i);
	buf_free(&own);
	return rc;
}
