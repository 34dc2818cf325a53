#include <ctype.h>
#include <stdlib.h>

#include "base/mem.h"
#include "io/polis_parts.h"
#include "io/tablein.h"

double
polis_number(struct slice text)
{
	double x = 0;

	if (text.len == 0 || text.len > 15)
		return -1;
	for (size_t i = 0; i < text.len; i++) {
		if (!isdigit((unsigned char)text.p[i]))
			return -1;
		x = x * 10 + (text.p[i] - '0');
	}
	return x;
}

double
polis_time(struct slice text)
{
	double t = polis_number(text);

	/* seconds have 10 digits until 2286, milliseconds 12 since 1973 */
	return t >= 0 && text.len <= 10 ? t * 1000 : t;
}

static size_t
voter_number(struct polis *p, struct slice name)
{
	size_t before = p->voters.n, at = map_add(&p->voters, name);

	p->groups = mem_grow(p->groups, &p->groups_cap, p->voters.n,
	                     sizeof(*p->groups));
	if (at == before)
		p->groups[at] = (struct slice){ NULL, 0 };
	return at;
}

/* 1, 0 or -1 as we have it; 2 if it is none. */
static int
vote_value(const struct polis *p, struct slice text)
{
	int sign = p->sink->options->vote_sign == 0 ? 1 : -1;

	if (slice_is(text, "1"))
		return sign;
	if (slice_is(text, "-1"))
		return -sign;
	return slice_is(text, "0") ? 0 : 2;
}

static struct ballot_paper
paper(struct polis *p, struct slice voter, struct slice ref, int value,
      double time)
{
	struct ballot_paper v = { .value = value, .time = time };

	polis_statement(p, ref);
	v.statement = map_find(&p->refs, ref);
	v.voter = voter_number(p, voter);
	return v;
}

/* Keep v, unless a later vote of that voter is there. False if one goes. */
static bool
keep(struct map *cast, struct ballot_paper **papers, size_t *cap,
     const struct ballot_paper *v)
{
	uint64_t key[2] = { v->voter, v->statement };
	size_t before = cast->n;
	size_t at =
	    map_add(cast, (struct slice){ (const char *)key, sizeof(key) });

	*papers = mem_grow(*papers, cap, cast->n, sizeof(**papers));
	if (at < before && v->time < (*papers)[at].time)
		return false;
	(*papers)[at] = *v;
	return at == before;
}

/* A row of votes.csv. Return 0, or -1 after a fault that ends the reading. */
static int
take_vote(struct polis *p, const struct row *row, const size_t col[4])
{
	int value = vote_value(p, row->f[col[2]]);
	struct ballot_paper v;

	if (value == 2)
		return sink_refuse(p->sink, row->line,
		                   "the vote is not 1, 0 or -1");
	v = paper(p, row->f[col[1]], row->f[col[0]], value,
	          col[3] != SIZE_MAX ? polis_time(row->f[col[3]]) : -1);
	v.line = row->line;
	if (!keep(&p->cast, &p->papers, &p->papers_cap, &v))
		sink_aside(p->sink);
	return 0;
}

int
polis_read_votes(struct polis *p, struct rows *rows)
{
	static const char *const names[] = { "comment id", "voter id", "vote",
		                             NULL };
	struct columns c = { 0 };
	struct row row;
	int rc = polis_header(p, rows, &c, names);
	const size_t col[4] = { columns_named(&c, "comment id"),
		                columns_named(&c, "voter id"),
		                columns_named(&c, "vote"),
		                columns_named(&c, "timestamp") };

	p->has_votes = true;
	p->votes_name = p->sink->name;
	while (rc == 1 && (rc = rows_next(rows, &row)) == 1) {
		rc = tablein_check(&row, c.n, p->sink);
		if (rc == 1)
			rc = take_vote(p, &row, col);
		rc = rc < 0 ? -1 : 1;
	}
	columns_free(&c);
	return rc;
}

/* A column whose name is a number is the statement of that id. */
static bool
is_ref(struct slice name)
{
	for (size_t i = 0; i < name.len; i++)
		if (!isdigit((unsigned char)name.p[i]))
			return false;
	return name.len > 0;
}

/* A cell of a voter's row: a vote of its own if there is no votes.csv. */
static int
take_cell(struct polis *p, struct slice voter, struct slice ref,
          struct slice cell, size_t line)
{
	struct ballot_paper v;
	int value = vote_value(p, cell);

	if (!p->has_votes || value == 2)
		p->sink->now.read++;
	if (value == 2)
		return sink_refuse(p->sink, line, "a vote is not 1, 0 or -1");
	v = paper(p, voter, ref, value, -1);
	v.line = line;
	if (p->has_votes)
		keep(&p->matrix, &p->cells, &p->cells_cap, &v);
	else if (keep(&p->matrix, &p->cells, &p->cells_cap, &v))
		p->counted++;
	else
		sink_aside(p->sink);
	return 0;
}

/* A group by the letter that Polis shows it by: 0 is A. */
static struct slice
group_name(struct polis *p, struct slice id)
{
	static const char letters[] = "ABCDEFGHIJ";

	if (id.len == 1 && isdigit((unsigned char)id.p[0]))
		return (struct slice){ letters + (id.p[0] - '0'), 1 };
	return pool_slice(&p->pool, id);
}

static int
take_voter(struct polis *p, const struct row *row, const struct columns *c)
{
	size_t group = columns_named(c, "group id");
	struct slice name = row->f[columns_named(c, "participant")];
	size_t voter = voter_number(p, name);
	int rc = 0;

	sink_aside(p->sink);
	if (group != SIZE_MAX)
		p->groups[voter] = group_name(p, row->f[group]);
	for (size_t i = 0; i < c->n && rc == 0; i++)
		if (is_ref(c->v[i].name) && row->f[i].len > 0)
			rc = take_cell(p, name, c->v[i].name, row->f[i],
			               row->line);
	return rc;
}

int
polis_read_matrix(struct polis *p, struct rows *rows)
{
	static const char *const names[] = { "participant", NULL };
	struct columns c = { 0 };
	struct row row;
	int rc = polis_header(p, rows, &c, names);

	p->has_matrix = true;
	if (!p->has_votes)
		p->votes_name = p->sink->name;
	while (rc == 1 && (rc = rows_next(rows, &row)) == 1) {
		rc = tablein_check(&row, c.n, p->sink);
		if (rc == 1)
			rc = take_voter(p, &row, &c);
		rc = rc < 0 ? -1 : 1;
	}
	columns_free(&c);
	return rc;
}
