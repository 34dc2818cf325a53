#include "io/rosterrow.h"

#include <stdlib.h>

#include "io/rosterrow_parts.h"

void
rosterrow_open(struct rosterrow *r, const struct lexicon *l)
{
	*r = (struct rosterrow){ .pool = POOL_INIT, .names = POOL_INIT };
	namecell_open(&r->cell, l);
}

void
rosterrow_begin(struct rosterrow *r, struct roster *roster,
                const struct roster_columns *columns, const struct row *header)
{
	size_t n = header->n;

	pool_free(&r->pool);
	r->pool = (struct pool)POOL_INIT;
	r->roster = roster;
	r->columns = columns;
	r->header = pool_alloc(&r->pool, (n + 1) * sizeof(*r->header));
	r->filled = pool_alloc(&r->pool, (n + 1) * sizeof(*r->filled));
	r->full = pool_alloc(&r->pool, (n + 1) * sizeof(*r->full));
	for (size_t i = 0; i < n; i++) {
		r->header[i] = pool_slice(&r->pool, slice_trim(header->f[i]));
		r->filled[i] = r->full[i] = 0;
	}
}

static bool
has_letter(struct slice cell)
{
	for (size_t i = 0; i < cell.len; i++)
		if ((cell.p[i] | 32) >= 'a' && (cell.p[i] | 32) <= 'z')
			return true;
	return false;
}

/*
 * Whether a row without a name is somebody's: it has an address, a role or an
 * organisation, or more than one cell of words; a total or a heading has not.
 */
static bool
is_somebodys(struct rosterrow *r, const struct row *row)
{
	size_t words = 0;

	for (size_t i = 0; i < row->n; i++) {
		struct slice cell = slice_trim(row->f[i]);
		int field = r->columns->v[i].field;

		if (!has_letter(cell) || namecell_is_nobody(&r->cell, cell))
			continue;
		if (field == ROSTER_EMAIL || field == ROSTER_ROLE ||
		    field == ROSTER_HANDLE || field == ROSTER_ORG)
			return true;
		words++;
	}
	return words > 1;
}

static bool
is_name_field(int field)
{
	return field == ROSTER_FIRST || field == ROSTER_LAST ||
	       field == ROSTER_NAME;
}

/* Whether a row says again what the columns are called. */
static bool
is_header(const struct rosterrow *r, const struct row *row)
{
	for (size_t i = 0; i < row->n; i++)
		if (!slice_eq(slice_trim(row->f[i]), r->header[i]))
			return false;
	return true;
}

/* Look at the cells by themselves: whether a heading stands where names do. */
static bool
look_at_cells(struct rosterrow *r, const struct row *row)
{
	buf_reset(&r->beside);
	for (size_t i = 0; i < row->n; i++) {
		struct slice cell = slice_trim(row->f[i]);
		int field = r->columns->v[i].field;

		if (cell.len == 0)
			continue;
		if (is_name_field(field)) {
			if (roster_columns_is_heading(cell))
				return false;
			continue;
		}
		if (field == ROSTER_ORG || field == ROSTER_ROLE ||
		    field == ROSTER_PLACE || field == ROSTER_GROUP) {
			buf_slice(&r->beside, cell);
			buf_addc(&r->beside, ' ');
		}
		if (field == ROSTER_COLUMN_NONE || field == ROSTER_TABLE ||
		    field == ROSTER_GROUP || field == ROSTER_EVENT) {
			r->filled[i]++;
			r->full[i] += namecell_is_full(&r->cell, cell, false);
		}
	}
	return true;
}

/* What a row says of those in a seat; of what is not a person's own, those who
 * take part have the row's. */
static struct rosterrow_seat
seat_of(struct rosterrow *r, const struct row *row, size_t who)
{
	struct rosterrow_seat s = { .r = r, .seat = &r->columns->seats[who] };

	for (size_t i = 0; i < row->n; i++) {
		const struct roster_column *c = &r->columns->v[i];
		bool shared =
		    c->field == ROSTER_TABLE || c->field == ROSTER_GROUP ||
		    c->field == ROSTER_EVENT || c->field == ROSTER_PLACE;

		if (c->field != ROSTER_COLUMN_NONE && s.v[c->field].len == 0 &&
		    (c->who == who || (shared && !s.seat->absent)))
			s.v[c->field] = slice_trim(row->f[i]);
	}
	return s;
}

/*
 * Another column of the row's own person: another first name has the same
 * surname, and the name is this one if the first column has none.
 */
static void
join_first(struct rosterrow_seat *s, const struct rosterrow_seat *first)
{
	const struct slice first_name = s->v[ROSTER_FIRST],
			   last = s->v[ROSTER_LAST], name = s->v[ROSTER_NAME];

	if (first->added == 0 && !first->said && rosterrow_has_name(s)) {
		*s = *first;
		s->v[ROSTER_FIRST] = first_name;
		s->v[ROSTER_LAST] = last;
		s->v[ROSTER_NAME] = name;
	} else if (s->seat->absent && name.len == 0 && last.len == 0) {
		s->v[ROSTER_LAST] = first->v[ROSTER_LAST];
	}
}

const char *
rosterrow_take(struct rosterrow *r, const struct row *row)
{
	const char *why = NULL;
	struct rosterrow_seat first = { .said = false };

	if (is_header(r, row))
		return NULL;
	if (!look_at_cells(r, row))
		return "a heading stands among the names: a list has one row "
		       "of headings and below it each person on a row";
	pool_free(&r->names);
	r->names = (struct pool)POOL_INIT;
	for (size_t who = 0; why == NULL && who < r->columns->people; who++) {
		struct rosterrow_seat s = seat_of(r, row, who);

		if (who > 0 && s.seat->owner == 0 && s.seat->number == 0)
			join_first(&s, &first);
		if (who == 0 || rosterrow_has_name(&s))
			why = rosterrow_add_seat(&s);
		if (who == 0 || s.seat == first.seat)
			first = s;
	}
	if (why == NULL && first.added == 0 && !first.said &&
	    is_somebodys(r, row))
		why = "names nobody: fill in the name, or take the row out";
	return why;
}

size_t
rosterrow_unread(const struct rosterrow *r)
{
	for (size_t i = 0; i < r->columns->n; i++)
		if (r->full[i] > 0 && 2 * r->full[i] >= r->filled[i])
			return i + 1;
	return 0;
}

bool
rosterrow_holds_names(struct rosterrow *r, const struct row *row)
{
	for (size_t i = 0; i < row->n; i++)
		if (namecell_is_full(&r->cell, row->f[i], true))
			return true;
	return false;
}

/* An at sign between two letters or digits. */
static bool
is_mail(struct slice cell)
{
	const char *at = memchr(cell.p, '@', cell.len);

	return at != NULL && at > cell.p && at + 1 < cell.p + cell.len &&
	       at[-1] > ' ' && at[1] > ' ' &&
	       memchr(cell.p, ' ', cell.len) == NULL;
}

bool
rosterrow_holds_people(struct rosterrow *r, const struct row *row)
{
	bool people = rosterrow_holds_names(r, row);

	for (size_t i = 0; i < row->n && !people; i++) {
		struct slice a = row->f[i];
		struct slice b =
		    i > 0 ? row->f[i - 1] : (struct slice){ "", 0 };

		people = a.len > 0 &&
		         (is_mail(a) ||
		          (b.len > 0 &&
		           (namecell_is_full(&r->cell, rosterrow_both(r, a, b),
		                             true) ||
		            namecell_is_full(&r->cell, rosterrow_both(r, b, a),
		                             true))));
	}
	pool_free(&r->names);
	r->names = (struct pool)POOL_INIT;
	return people;
}

void
rosterrow_close(struct rosterrow *r)
{
	namecell_close(&r->cell);
	pool_free(&r->pool);
	pool_free(&r->names);
	buf_free(&r->text);
	buf_free(&r->beside);
}
