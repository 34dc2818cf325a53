#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

#include "io/csvin.h"
#include "io/polis_parts.h"
#include "io/tablein.h"

enum { CELLS = 16 };

static const char *const comment_columns[] = { "comment id",   "author id",
	                                       "agrees",       "disagrees",
	                                       "comment body", NULL };

/* Where the columns of comments.csv are. */
struct layout {
	struct columns c;
	size_t ref, body, author, agrees, disagrees, passes, moderated;
};

static struct slice
copy(struct polis *p, struct slice s)
{
	return s.len > 0 ? pool_slice(&p->pool, s) : s;
}

static void
find_columns(struct layout *l)
{
	l->ref = columns_named(&l->c, "comment id");
	l->body = columns_named(&l->c, "comment body");
	l->author = columns_named(&l->c, "author id");
	l->agrees = columns_named(&l->c, "agrees");
	l->disagrees = columns_named(&l->c, "disagrees");
	l->passes = columns_named(&l->c, "passes");
	l->moderated = columns_named(&l->c, "moderated");
}

/* A statement whose body another file gave already is set aside. */
static bool
is_new(struct polis *p, struct statement *s, size_t line)
{
	if (s->line > 0)
		sink_aside(p->sink);
	else
		s->line = line;
	p->has_statements = true;
	return s->line == line;
}

/* Columns that say nothing of a statement, or nothing that others do not. */
static bool
is_idle(struct slice name)
{
	static const char *const idle[] = {
		"datetime", "tweet_id",        "quote_src_url",  "count",
		"velocity", "conversation_id", "weight_x_32767",
	};

	for (size_t i = 0; i < sizeof(idle) / sizeof(*idle); i++)
		if (slice_is(name, idle[i]))
			return true;
	return false;
}

/* Append the cells from first on that skip does not name to attrs. */
static void
add_attrs(struct polis *p, struct statement *s, const struct columns *c,
          const struct row *row, size_t first, const size_t skip[6])
{
	struct buf attrs = BUF_INIT;

	buf_slice(&attrs, s->attrs);
	for (size_t i = first; i < c->n; i++) {
		struct slice name = c->v[i].name;
		bool known = false;

		for (size_t k = 0; skip != NULL && k < 6; k++)
			known |= skip[k] == i;
		if (known || row->f[i].len == 0 || is_idle(name))
			continue;
		if (slice_starts(name, SLICE("is-")))
			name = slice_from(name, 3);
		tablein_attr(&attrs, name, row->f[i]);
	}
	s->attrs = copy(p, buf_view(&attrs));
	buf_free(&attrs);
}

static void
take_comment(struct polis *p, const struct layout *l, const struct row *row)
{
	const size_t known[6] = { l->ref,    l->body,      l->author,
		                  l->agrees, l->disagrees, l->passes };
	struct statement *s = polis_statement(p, row->f[l->ref]);

	if (slice_trim(row->f[l->body]).len == 0) {
		sink_empty(p->sink);
		return;
	}
	if (!is_new(p, s, row->line))
		return;
	s->body = copy(p, row->f[l->body]);
	s->author = copy(p, row->f[l->author]);
	s->agrees = copy(p, row->f[l->agrees]);
	s->disagrees = copy(p, row->f[l->disagrees]);
	if (l->passes != SIZE_MAX)
		s->passes = copy(p, row->f[l->passes]);
	s->rejected =
	    l->moderated != SIZE_MAX && slice_is(row->f[l->moderated], "-1");
	add_attrs(p, s, &l->c, row, 0, known);
}

/* The line of the first row of text that is not well made, or 0. */
static size_t
unsound(struct slice text, const struct limits *limits)
{
	struct source src;
	struct csvin csv;
	struct row row;
	size_t columns = 0, line = 0;

	source_memory(&src, "", text);
	csvin_open(&csv, &src, ',', limits);
	while (line == 0 && rows_next(&csv.rows, &row) == 1) {
		columns = columns != 0 ? columns : row.n;
		if (row.bad != NULL || row.n != columns)
			line = row.line;
	}
	if (line == 0 && csv.parser.pstate != 0)
		line = csv.open_line;
	csvin_close(&csv);
	source_close(&src);
	return line;
}

int
polis_comment_rows(struct polis *p, struct rows *rows)
{
	struct layout l = { 0 };
	struct row row;
	int rc = polis_header(p, rows, &l.c, comment_columns);

	find_columns(&l);
	while (rc == 1 && (rc = rows_next(rows, &row)) == 1) {
		rc = tablein_check(&row, l.c.n, p->sink);
		if (rc == 1)
			take_comment(p, &l, &row);
		rc = rc < 0 ? -1 : 1;
	}
	columns_free(&l.c);
	return rc;
}

static int
read_sound(struct polis *p, struct source *src)
{
	struct csvin csv;
	int rc;

	csvin_open(&csv, src, ',', &p->sink->options->limits);
	rc = polis_comment_rows(p, &csv.rows);
	csvin_close(&csv);
	return rc;
}

/* Cut line at its first n - 1 commas; false if it has too few. */
static bool
cut(struct slice line, size_t n, struct slice cells[CELLS])
{
	for (size_t i = 0; i + 1 < n; i++) {
		const char *comma = memchr(line.p, ',', line.len);

		if (comma == NULL)
			return false;
		cells[i] = (struct slice){ line.p, (size_t)(comma - line.p) };
		line.len -= cells[i].len + 1;
		line.p = comma + 1;
	}
	cells[n - 1] = line;
	return true;
}

/* Whether line begins a comment: a time, then the cells before the body. */
static bool
begins(struct slice line, const struct layout *l, struct slice cells[CELLS])
{
	if (!cut(line, l->c.n, cells) || polis_time(cells[0]) < 1e11)
		return false;
	for (size_t i = 0; i < cells[l->ref].len; i++)
		if (!isdigit((unsigned char)cells[l->ref].p[i]))
			return false;
	return cells[l->ref].len > 0;
}

/* A body that is in quotes all the same, without them. */
static void
unquote(struct buf *body)
{
	size_t to = 0;

	if (body->len < 2 || body->data[0] != '"' ||
	    body->data[body->len - 1] != '"')
		return;
	for (size_t i = 1; i + 1 < body->len; i++) {
		if (body->data[i] == '"' && body->data[i + 1] == '"' &&
		    i + 2 < body->len)
			i++;
		body->data[to++] = body->data[i];
	}
	buf_cut(body, to);
}

/* The comment that began with cells and goes on in body is whole. */
static void
end_comment(struct polis *p, const struct layout *l, struct slice cells[CELLS],
            struct buf *body, size_t line)
{
	struct row row = { .f = cells, .n = l->c.n, .line = line };

	if (line == 0)
		return;
	sink_take(p->sink);
	unquote(body);
	cells[l->body] = slice_trim(buf_view(body));
	take_comment(p, l, &row);
}

/* The first line, of which the body must be the last. Return 1, 0 or -1. */
static int
read_header(struct source *src, struct layout *l, size_t bad)
{
	struct slice line, names[CELLS];
	struct row header = { .f = names };
	int rc = source_text(src, &line);

	while (rc == 1 && header.n < CELLS && cut(line, header.n + 1, names))
		header.n++;
	columns_init(&l->c, &header);
	find_columns(l);
	if (columns_need(&l->c, comment_columns, src->name, 1) < 0)
		return -1;
	if (l->body + 1 != l->c.n)
		return diag_at(STATUS_FAULT, src->name, bad,
		               "a row is not well made, and cannot be "
		               "recovered: comment-body is not the last "
		               "column");
	return rc;
}

/*
 * The export of autumn 2024, whose bodies are not in quotes: a line that
 * begins with a time and an id begins a comment, any other goes on with it.
 */
static int
read_unquoted(struct polis *p, struct source *src, size_t bad)
{
	struct slice line, cells[CELLS] = { { 0 } }, next[CELLS];
	struct layout l = { 0 };
	struct buf body = BUF_INIT;
	struct pool pool = POOL_INIT;
	size_t first = 0, n = 0;
	int rc = read_header(src, &l, bad);

	while (rc == 1 && (rc = source_text(src, &line)) == 1) {
		line = pool_slice(&pool, line);
		if (begins(line, &l, next)) {
			end_comment(p, &l, cells, &body, first);
			memcpy(cells, next, sizeof(cells));
			buf_reset(&body);
			buf_slice(&body, next[l.body]);
			first = src->line;
			n++;
		} else if (first > 0) {
			buf_addc(&body, '\n');
			buf_slice(&body, line);
		}
	}
	if (rc == 0)
		end_comment(p, &l, cells, &body, first);
	if (rc == 0)
		diag_note("%s:%zu: a comment is not in quotes as it should be: "
		          "%zu comments recovered, each up to the line that "
		          "begins the next",
		          src->name, bad, n);
	columns_free(&l.c);
	buf_free(&body);
	pool_free(&pool);
	return rc;
}

int
polis_read_comments(struct polis *p, struct source *src)
{
	const struct limits *limits = &p->sink->options->limits;
	struct slice text;
	struct source again;
	size_t bad;
	int rc = source_whole(src, &text);

	if (rc < 0)
		return -1;
	bad = unsound(text, limits);
	source_memory(&again, src->name, text);
	again.quiet = false;
	rc = bad == 0 ? read_sound(p, &again) : read_unquoted(p, &again, bad);
	source_close(&again);
	return rc;
}

/* A cell by its column's name, or an empty one. */
static struct slice
cell(struct polis *p, const struct columns *c, const struct row *row,
     const char *name)
{
	size_t at = columns_named(c, name);

	if (at == SIZE_MAX)
		return (struct slice){ NULL, 0 };
	return copy(p, row->f[at]);
}

static void
take_group_row(struct polis *p, const struct columns *c, const struct row *row)
{
	struct statement *s = polis_statement(p, cell(p, c, row, "comment id"));

	if (s->group_line > 0) {
		sink_aside(p->sink);
		return;
	}
	s->group_line = row->line;
	s->body = cell(p, c, row, "comment");
	s->agrees = cell(p, c, row, "total agrees");
	s->disagrees = cell(p, c, row, "total disagrees");
	s->passes = cell(p, c, row, "total passes");
	add_attrs(p, s, c, row, columns_named(c, "total passes") + 1, NULL);
}

int
polis_read_groups(struct polis *p, struct rows *rows)
{
	struct columns c = { 0 };
	static const char *const names[] = { "comment id", "comment",
		                             "total votes", NULL };
	struct row row;
	int rc = polis_header(p, rows, &c, names);

	while (rc == 1 && (rc = rows_next(rows, &row)) == 1) {
		rc = tablein_check(&row, c.n, p->sink);
		if (rc == 1)
			take_group_row(p, &c, &row);
		rc = rc < 0 ? -1 : 1;
	}
	columns_free(&c);
	return rc;
}
