/* Those a row lists in one seat, as people of the roster. */
#include "io/rosterrow_parts.h"

/* Names of one cell, copied. */
struct names {
	struct namecell_name v[NAMECELL_PEOPLE];
	size_t n;
};

#define APART \
	"a cell of names that cannot be told apart: put each person on a row"

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

struct slice
rosterrow_both(struct rosterrow *r, struct slice a, struct slice b)
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
add(struct rosterrow_seat *s, struct slice first, struct slice last,
    struct slice name, struct slice nick)
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
	v[ROSTER_NICK] = rosterrow_both(s->r, v[ROSTER_NICK], nick);
	if (s->seat->absent)
		roster_add_absent(s->r->roster, v);
	else
		roster_add(s->r->roster, v);
	s->added++;
}

/* People whose first names and surnames stand in columns of their own. */
static const char *
add_parts(struct rosterrow_seat *s)
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
		    rosterrow_both(s->r, a.nick, b.nick));
	}
	for (size_t i = n > 0; i < whole.n; i++)
		add(s, none, none, whole.v[i].name, whole.v[i].nick);
	return NULL;
}

/* People whose whole names stand in one column. */
static const char *
add_wholes(struct rosterrow_seat *s)
{
	const struct slice none = { NULL, 0 };
	struct slice cell = s->v[ROSTER_NAME];
	struct names names;

	if (cell.len == 0)
		cell = s->v[ROSTER_FIRST];
	else
		s->v[ROSTER_NICK] =
		    rosterrow_both(s->r, s->v[ROSTER_NICK], s->v[ROSTER_FIRST]);
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
has_parts(struct rosterrow_seat *s)
{
	struct slice name =
	    rosterrow_both(s->r, s->v[ROSTER_FIRST], s->v[ROSTER_LAST]);

	return s->v[ROSTER_LAST].len > 0 &&
	       !namecell_is_nobody(&s->r->cell, name);
}

bool
rosterrow_has_name(const struct rosterrow_seat *s)
{
	return s->v[ROSTER_FIRST].len > 0 || s->v[ROSTER_LAST].len > 0 ||
	       s->v[ROSTER_NAME].len > 0;
}

const char *
rosterrow_add_seat(struct rosterrow_seat *s)
{
	const char *why;

	s->said = rosterrow_has_name(s);
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
