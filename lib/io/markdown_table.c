/* Tables between the notes: "| Table | Note |", or those of Word. */
#include <stdlib.h>

#include "io/format.h"
#include "io/heading.h"
#include "io/markdown_parts.h"
#include "text/caption.h"

/* Whether the first row names columns that a reader of tables knows. */
static const struct format *
known(struct memrows *t, const struct sink *sink)
{
	struct probe p = { .path = "" };
	const struct format *f;
	bool text = sink->options->choices.n > 0;

	columns_init(&p.cols, &t->v[0]);
	f = format_of_table(&p);
	for (size_t i = 0; i < p.cols.n; i++)
		text |= columns_alias(p.cols.v[i].fold) == F_TEXT;
	columns_free(&p.cols);
	if (f == NULL || f->rows == NULL || (f->signature == NULL && !text))
		return NULL;
	return f;
}

/* Read the rows; what stands above the table holds for each of them. */
static int
read_rows(struct markdown *m, struct memrows *t, const struct format *f)
{
	struct slice before[F_KNOWN];
	struct sink *sink = m->sink;
	struct note scope = { .line = 0 };
	int rc;

	memcpy(before, sink->defaults, sizeof(before));
	markdown_scope(m, &scope);
	for (size_t i = 0; i < F_KNOWN; i++)
		if (scope.f[i].len > 0)
			sink_default(sink, (enum field)i, scope.f[i]);
	sink->prefixes = true;
	rc = f->rows(&t->rows, sink, f);
	sink->prefixes = false;
	memcpy(sink->defaults, before, sizeof(before));
	return rc;
}

/* What the name of a column says of its cells. */
struct says {
	enum field field;    /* that each cell is, for its row; else F_KNOWN */
	struct slice mark;   /* of the notes in it */
	struct slice asking; /* the question that they answer */
};

static struct says
column_says(struct slice name)
{
	struct says s = { .field = F_KNOWN };
	struct buf fold = BUF_INIT;
	int alias;

	caption_fold(name, &fold);
	alias = columns_alias(buf_view(&fold));
	buf_free(&fold);
	s.mark = sink_mark(name);
	if (alias == F_TABLE || alias == F_ROUND || alias == F_QUESTION ||
	    alias == F_GROUP || alias == F_DATE || alias == F_SPEAKER ||
	    alias == F_ORG || alias == F_ROLE || alias == F_PLACE)
		s.field = (enum field)alias;
	else if (s.mark.len == 0)
		s.asking = name;
	return s;
}

/* Whether a cell may be a heading: a question, or up to three words. */
static bool
may_head(struct slice cell)
{
	size_t words = 1;

	if (cell.len == 0 || strchr(".!,;", cell.p[cell.len - 1]) != NULL)
		return false;
	if (cell.p[cell.len - 1] == '?')
		return true;
	for (size_t i = 0; i < cell.len; i++)
		words += cell.p[i] == ' ' || cell.p[i] == '\n';
	return words <= 3 && !(cell.p[0] >= 'a' && cell.p[0] <= 'z');
}

static size_t
count_heads(const struct row *row)
{
	size_t n = 0;

	for (size_t i = 0; i < row->n; i++)
		n += may_head(row->f[i]);
	return n;
}

/* Whether a first row without a rule below it is a header all the same. */
static bool
is_header(const struct memrows *t)
{
	const struct row *row = &t->v[0];
	size_t others = 0, heads = 0;

	for (size_t i = 0; i < row->n; i++) {
		struct says s = column_says(row->f[i]);

		if (s.field != F_KNOWN || s.mark.len > 0)
			return true;
	}
	for (size_t i = 1; i < t->n; i++) {
		others += t->v[i].n;
		heads += count_heads(&t->v[i]);
	}
	return row->n > 1 && count_heads(row) == row->n && heads < others;
}

/* The cells of a row are notes, but for those that say something of them. */
static void
put_row(struct markdown *m, const struct row *header, const struct row *row)
{
	struct note about = { .line = row->line };

	markdown_scope(m, &about);
	for (size_t i = 0; i < row->n && i < header->n; i++) {
		struct says s = column_says(header->f[i]);

		if (s.field != F_KNOWN && row->f[i].len > 0)
			about.f[s.field] = row->f[i];
	}
	for (size_t i = 0; i < row->n; i++) {
		struct says s = column_says(
		    i < header->n ? header->f[i] : (struct slice){ "", 0 });
		struct note n = about;
		struct slice text = row->f[i];

		if (s.field != F_KNOWN || text.len == 0)
			continue;
		if (s.mark.len > 0)
			n.f[F_MARK] = s.mark;
		if (s.asking.len > 0)
			n.f[F_QUESTION] = s.asking;
		heading_prefix(&n, &text);
		n.f[F_TEXT] = text;
		sink_take(m->sink);
		sink_note(m->sink, &n);
	}
}

static void
put_cells(struct markdown *m, const struct memrows *t)
{
	for (size_t i = 0; i < t->n; i++)
		for (size_t k = 0; k < t->v[i].n; k++)
			markdown_item(m, t->v[i].f[k], t->v[i].line, true);
}

int
markdown_table(struct markdown *m, struct memrows *t, bool header)
{
	const struct format *f = NULL;

	markdown_close_block(m);
	if (t->n > 1) {
		memrows_even(t, t->v[0].n);
		f = known(t, m->sink);
	}
	if (f != NULL)
		return read_rows(m, t, f);
	if (t->n > 1 && (header || is_header(t)))
		for (size_t i = 1; i < t->n; i++)
			put_row(m, &t->v[0], &t->v[i]);
	else
		put_cells(m, t);
	return 0;
}

/* The cells of a line, between bars that no backslash stands before. */
static void
add_row(struct memrows *t, struct slice line, size_t number)
{
	struct buf cell = BUF_INIT;
	size_t column = 0, i = line.p[0] == '|';

	if (line.p[line.len - 1] == '|' && line.len > 1 &&
	    line.p[line.len - 2] != '\\')
		line.len--;
	memrows_row(t, number);
	for (; i <= line.len; i++) {
		if (i == line.len || line.p[i] == '|') {
			memrows_cell(t, column++, slice_trim(buf_view(&cell)));
			buf_reset(&cell);
			continue;
		}
		if (line.p[i] == '\\' && i + 1 < line.len &&
		    line.p[i + 1] == '|')
			i++;
		buf_addc(&cell, line.p[i]);
	}
	buf_free(&cell);
}

bool
markdown_is_table_rule(struct slice line)
{
	size_t dashes = 0, bars = 0;

	for (size_t i = 0; i < line.len; i++) {
		if (strchr("|-: ", line.p[i]) == NULL)
			return false;
		dashes += line.p[i] == '-';
		bars += line.p[i] == '|';
	}
	return dashes > 0 && bars > 0;
}

bool
markdown_row(struct markdown *m, struct slice line, size_t number)
{
	struct memrows *t = &m->table;
	bool bar = line.len > 1 && line.p[0] == '|';

	if (m->rows == 0 && m->block.len > 0 && !m->item &&
	    markdown_is_table_rule(line) &&
	    memchr(m->block.data, '|', m->block.len) != NULL &&
	    m->block_line + 1 == number) {
		memrows_open(t, m->sink->name, &m->sink->options->limits);
		add_row(t, slice_trim(buf_view(&m->block)), m->block_line);
		buf_reset(&m->block);
		m->rows = 1;
	} else if (m->rows == 0 && bar) {
		markdown_close_block(m);
		memrows_open(t, m->sink->name, &m->sink->options->limits);
	} else if (!bar && (!m->ruled || line.len == 0 ||
	                    memchr(line.p, '|', line.len) == NULL)) {
		return false;
	}
	m->rows++;
	if (m->rows == 2 && markdown_is_table_rule(line))
		m->ruled = true;
	else
		add_row(t, line, number);
	return true;
}

int
markdown_close_table(struct markdown *m)
{
	int rc;

	if (m->rows == 0)
		return 0;
	m->rows = 0;
	rc = markdown_table(m, &m->table, m->ruled);
	m->ruled = false;
	memrows_close(&m->table);
	return rc;
}
