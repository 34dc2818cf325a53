#include "io/rosterrow.h"

#include <stdlib.h>

#include "base/mem.h"

/* Names of one cell, copied. */
struct names {
	struct namecell_name v[NAMECELL_PEOPLE];
	size_t n;
};

/* Whom a row lists in one seat, and what is said of them. */
struct seat {
	struct rosterrow *r;
	struct slice v[ROSTER_FIELDS]; /* as given */
	const struct roster_seat *seat;
	size_t added;
	bool said; /* something stands where the name should */
};

#define APART \
	"a cell of names that cannot be told apart: put each person on a row"

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

/* Read a cell of names; false if they cannot be told apart. */
static bool
read_names(struct rosterrow *r, struct slice cell, enum namecell_part part,
           struct names *out)
{
	out->n = 0;
	if (cell.len == 0)
		return true;
	if (namecell_read(&r->cell, cell, buf_view(&r->beside), part) != 0)
		return false;
	for (; out->n < r->cell.n; out->n++) {
		const struct namecell_name *from = &r->cell.v[out->n];

		out->v[out->n] =
		    (struct namecell_name){ pool_slice(&r->names, from->name),
			                    pool_slice(&r->names, from->nick) };
	}
	return true;
}

/* Two texts with a space between, if both are there. */
static struct slice
both(struct rosterrow *r, struct slice a, struct slice b)
{
	if (a.len == 0 || b.len == 0)
		return a.len == 0 ? b : a;
	buf_reset(&r->text);
	buf_slice(&r->text, a);
	buf_addc(&r->text, ' ');
	buf_slice(&r->text, b);
	return pool_slice(&r->names, buf_view(&r->text));
}

/* Add a person; what is only one's own goes to the first of several. */
static void
add(struct seat *s, struct slice first, struct slice last, struct slice name,
    struct slice nick)
{
	static const int own[] = { ROSTER_MIDDLE, ROSTER_NICK, ROSTER_HANDLE,
		                   ROSTER_EMAIL };
	struct slice v[ROSTER_FIELDS];

	memcpy(v, s->v, sizeof(v));
	for (size_t i = 0; s->added > 0 && i < sizeof(own) / sizeof(*own); i++)
		v[own[i]].len = 0;
	v[ROSTER_FIRST] = first;
	v[ROSTER_LAST] = last;
	v[ROSTER_NAME] = name;
	v[ROSTER_NICK] = both(s->r, v[ROSTER_NICK], nick);
	if (s->seat->absent)
		roster_add_absent(s->r->roster, v);
	else
		roster_add(s->r->roster, v);
	s->added++;
}

/* People whose first names and surnames stand in columns of their own. */
static const char *
add_parts(struct seat *s)
{
	const struct slice none = { NULL, 0 };
	struct names first, last, whole;
	size_t n;

	if (!read_names(s->r, s->v[ROSTER_FIRST], NAMECELL_FIRST, &first) ||
	    !read_names(s->r, s->v[ROSTER_LAST], NAMECELL_LAST, &last) ||
	    !read_names(s->r, s->v[ROSTER_NAME], NAMECELL_WHOLE, &whole))
		return APART;
	n = first.n > last.n ? first.n : last.n;
	for (size_t i = 0; i < n; i++) {
		struct namecell_name a = { none, none }, b = a;
		size_t had = s->added;

		if (first.n > 0)
			a = first.v[i < first.n ? i : first.n - 1];
		if (last.n > 0)
			b = last.v[i < last.n ? i : last.n - 1];
		add(s, a.name, b.name,
		    had == 0 && whole.n > 0 ? whole.v[0].name : none,
		    both(s->r, a.nick, b.nick));
	}
	for (size_t i = n > 0; i < whole.n; i++)
		add(s, none, none, whole.v[i].name, whole.v[i].nick);
	return NULL;
}

/* People whose whole names stand in one column. */
static const char *
add_wholes(struct seat *s)
{
	const struct slice none = { NULL, 0 };
	struct slice cell = s->v[ROSTER_NAME];
	struct names names;

	if (cell.len == 0)
		cell = s->v[ROSTER_FIRST];
	else
		s->v[ROSTER_NICK] =
		    both(s->r, s->v[ROSTER_NICK], s->v[ROSTER_FIRST]);
	if (!read_names(s->r, cell,
	                s->seat->perhaps ? NAMECELL_PERHAPS : NAMECELL_WHOLE,
	                &names))
		return APART;
	for (size_t i = 0; i < names.n; i++)
		add(s, none, none, names.v[i].name, names.v[i].nick);
	return NULL;
}

/* Whether first name and surname are there, and neither says "TBC". */
static bool
has_parts(struct seat *s)
{
	struct slice name = both(s->r, s->v[ROSTER_FIRST], s->v[ROSTER_LAST]);

	return s->v[ROSTER_LAST].len > 0 &&
	       !namecell_is_nobody(&s->r->cell, name);
}

static const char *
add_seat(struct seat *s)
{
	const char *why;

	s->said = s->v[ROSTER_FIRST].len > 0 || s->v[ROSTER_LAST].len > 0 ||
	          s->v[ROSTER_NAME].len > 0;
	why = has_parts(s) ? add_parts(s) : add_wholes(s);
	if (why == NULL && s->added == 0 && !s->seat->absent) {
		struct slice mail =
		    namecell_mail(&s->r->cell, s->v[ROSTER_EMAIL]);
		struct slice none = { NULL, 0 };

		if (mail.len > 0)
			add(s, none, none, mail, none);
	}
	return why;
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
static struct seat
seat_of(struct rosterrow *r, const struct row *row, size_t who)
{
	struct seat s = { .r = r, .seat = &r->columns->seats[who] };

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

const char *
rosterrow_take(struct rosterrow *r, const struct row *row)
{
	const char *why = NULL;
	struct seat first = { .said = false };

	if (is_header(r, row))
		return NULL;
	if (!look_at_cells(r, row))
		return "a heading stands among the names: a list has one row "
		       "of headings and below it each person on a row";
	pool_free(&r->names);
	r->names = (struct pool)POOL_INIT;
	for (size_t who = 0; why == NULL && who < r->columns->people; who++) {
		struct seat s = seat_of(r, row, who);

		/* Another first name is the same person's. */
		if (who > 0 && s.seat->owner == 0 && s.seat->absent &&
		    s.v[ROSTER_NAME].len == 0 && s.v[ROSTER_LAST].len == 0)
			s.v[ROSTER_LAST] = first.v[ROSTER_LAST];
		if (s.v[ROSTER_FIRST].len > 0 || s.v[ROSTER_NAME].len > 0 ||
		    s.v[ROSTER_LAST].len > 0 || who == 0)
			why = add_seat(&s);
		if (who == 0)
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
		           (namecell_is_full(&r->cell, both(r, a, b), true) ||
		            namecell_is_full(&r->cell, both(r, b, a), true))));
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
