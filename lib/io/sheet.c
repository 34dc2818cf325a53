#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "io/format.h"
#include "io/sheet_parts.h"
#include "text/date.h"

bool
sheet_is(struct slice head)
{
	return slice_starts(head, SLICE("PK\3\4")) &&
	       memmem(head.p, head.len, "xl/", 3) != NULL;
}

bool
sheet_is_date_format(const char *code)
{
	bool quoted = false;

	for (; *code != '\0'; code++) {
		if (*code == '"')
			quoted = !quoted;
		else if (quoted)
			continue;
		else if (*code == '\\' && code[1] != '\0')
			code++;
		else if (*code == '[' && strchr("hms", code[1]) == NULL)
			code +=
			    strcspn(code, "]") - (strchr(code, ']') == NULL);
		else if (strchr("ymdhs", tolower((unsigned char)*code)) != NULL)
			return true;
		else if (strncmp(code, "General", 7) == 0)
			code += 6;
	}
	return false;
}

bool
sheet_date(double days, bool since1904, struct buf *out)
{
	long whole, seconds;
	double since = floor(days);

	if (!(days >= 0 && days < 2958466))
		return false;
	seconds = lround((days - since) * 86400);
	whole = (long)since + seconds / 86400;
	seconds %= 86400;
	if (whole > 0 || since1904) {
		/* Excel has a 29th of February 1900 */
		long shift = since1904 ? 24107 : whole < 60 ? 25568 : 25569;

		date_put(out, (int)(whole - shift));
		if (seconds == 0)
			return true;
		buf_addc(out, 'T');
	}
	buf_addf(out, "%02ld:%02ld:%02ld", seconds / 3600, seconds / 60 % 60,
	         seconds % 60);
	return true;
}

static void
begin_cell(struct book *b, const char **attrs)
{
	const char *ref = xml_attr(attrs, "r"), *type = xml_attr(attrs, "t");
	const char *style = xml_attr(attrs, "s");
	size_t row;

	if (ref == NULL || !book_place(ref, &row, &b->column))
		b->column++;
	b->type = 'n';
	if (type != NULL)
		b->type = strcmp(type, "str") == 0       ? 't' :
		          strcmp(type, "inlineStr") == 0 ? 'i' :
		                                           *type;
	b->style = style != NULL ? strtoul(style, NULL, 10) : 0;
	buf_reset(&b->text);
}

static void
on_begin(void *data, const char *name, const char **attrs)
{
	struct book *b = data;
	const char *ref;

	if (strcmp(name, "row") == 0) {
		ref = xml_attr(attrs, "r");
		b->row = ref != NULL ? strtoul(ref, NULL, 10) : b->row + 1;
		b->column = SIZE_MAX;
		memrows_row(b->rows, b->row);
	} else if (strcmp(name, "c") == 0) {
		begin_cell(b, attrs);
	} else if (strcmp(name, "v") == 0 || strcmp(name, "t") == 0) {
		b->in_text = !b->in_phonetic;
	} else if (strcmp(name, "rPh") == 0) {
		b->in_phonetic = true;
	} else if (strcmp(name, "mergeCell") == 0) {
		struct merge m = { 0 };
		size_t row, column;

		ref = xml_attr(attrs, "ref");
		if (ref == NULL || !book_place(ref, &m.row, &m.column) ||
		    strchr(ref, ':') == NULL ||
		    !book_place(strchr(ref, ':') + 1, &row, &column) ||
		    row < m.row || column < m.column)
			return;
		m.rows = row - m.row + 1;
		m.columns = column - m.column + 1;
		b->merges = mem_grow(b->merges, &b->merges_cap, b->nmerges + 1,
		                     sizeof(*b->merges));
		b->merges[b->nmerges++] = m;
	}
}

static void
on_text(void *data, const char *text, int len)
{
	struct book *b = data;

	if (b->in_text)
		buf_add(&b->text, text, (size_t)len);
}

/* "3.0" is shown as 3. */
static struct slice
plain_number(struct slice text)
{
	size_t len = text.len;

	while (len > 1 && text.p[len - 1] == '0')
		len--;
	if (len > 1 && text.p[len - 1] == '.')
		text.len = len - 1;
	return text;
}

/* What a cell shows, from what it holds. */
static struct slice
value(struct book *b, struct buf *date)
{
	struct slice text = buf_view(&b->text);
	size_t n;
	double x;
	char *end;

	if (b->type == 's' && text.len > 0) {
		n = strtoul(text.p, NULL, 10);
		return n < b->nstrings ? b->strings[n] :
		                         (struct slice){ "", 0 };
	}
	if (b->type == 'b' && text.len > 0)
		return *text.p == '1' ? SLICE("TRUE") : SLICE("FALSE");
	if (b->type != 'n') {
		book_unescape(&b->text);
		return buf_view(&b->text);
	}
	if (b->style >= b->ndates || !b->dates[b->style])
		return plain_number(text);
	x = text.len > 0 ? strtod(text.p, &end) : -1;
	if (text.len > 0 && *end == '\0' && sheet_date(x, b->since1904, date))
		return buf_view(date);
	return text;
}

static void
on_end(void *data, const char *name)
{
	struct book *b = data;
	struct buf date = BUF_INIT;
	struct slice text;

	if (strcmp(name, "v") == 0 || strcmp(name, "t") == 0)
		b->in_text = false;
	else if (strcmp(name, "rPh") == 0)
		b->in_phonetic = false;
	if (strcmp(name, "c") != 0 || b->rows->n == 0)
		return;
	text = value(b, &date);
	if (text.len > 0)
		memrows_cell(b->rows, b->column, text);
	buf_free(&date);
}

static size_t
filled(const struct row *row)
{
	size_t n = 0;

	for (size_t i = 0; i < row->n; i++)
		n += row->f[i].len > 0;
	return n;
}

/*
 * Find the header: the first row of two cells or more, or of one if no row has
 * more; a header with merged cells goes on in the row below. Return how many
 * rows stand above.
 */
static size_t
find_header(struct book *b)
{
	struct memrows *m = b->rows;
	size_t most = 0, width = 0, aside = 0;
	bool wide;

	for (size_t i = 0; i < m->n; i++)
		most = filled(&m->v[i]) > most ? filled(&m->v[i]) : most;
	while (m->at < m->n &&
	       filled(&m->v[m->at]) < (most > 1 ? 2 : (size_t)1)) {
		aside += filled(&m->v[m->at]) > 0;
		m->at++;
	}
	if (m->at == m->n)
		return aside;
	wide = book_is_wide(b, &m->v[m->at]) && m->at + 1 < m->n;
	for (size_t i = m->at; i <= m->at + wide; i++)
		for (size_t k = width; k < m->v[i].n; k++)
			if (m->v[i].f[k].len > 0)
				width = k + 1;
	memrows_even(m, width);
	if (wide) {
		book_join_header(b, &m->v[m->at], &m->v[m->at + 1]);
		m->at++;
	}
	book_fill(b, m->at + 1);
	return aside;
}

/* Which of the formats of tables the sheet is, and read it so. */
static int
read_rows(struct memrows *m, struct sink *sink)
{
	struct probe p = { .path = "" };
	const struct row *header = rows_peek(&m->rows, 0);
	const struct format *f;

	if (header == NULL)
		return 0;
	columns_init(&p.cols, header);
	p.second = rows_peek(&m->rows, 1);
	p.steady = true;
	f = format_of_table(&p);
	columns_free(&p.cols);
	if (f == NULL || f->rows == NULL)
		f = format_named("csv");
	format_say(f, sink);
	return f->rows(&m->rows, sink, f);
}

int
sheet_rows(struct source *src, const char *sheet, size_t number,
           const struct limits *limits, struct sheet_rows *out)
{
	static const struct xml cells = { on_begin, on_end, on_text };
	struct book b;
	int rc = book_open(&b, src, sheet, number);

	*out = (struct sheet_rows){ .sheets = b.sheets };
	memrows_open(&out->all, src->name, limits);
	b.rows = &out->all;
	if (rc == 0)
		rc = zipin_xml(&b.zip, b.path.data, &cells, &b);
	if (rc == 1)
		rc = diag_at(STATUS_FAULT, src->name, 0,
		             "is no Excel file: its sheet is missing");
	if (rc == 0)
		out->aside = find_header(&b);
	book_close(&b);
	return rc;
}

int
sheet_read(struct source *src, struct sink *sink)
{
	const struct import_options *o = sink->options;
	struct sheet_rows rows;
	int rc = sheet_rows(src, o->sheet, 1, &o->limits, &rows);

	if (rc == 0 && rows.sheets > 1 && o->sheet == NULL)
		diag_note("%s: the first of %zu sheets is read: name another "
		          "with --sheet",
		          src->name, rows.sheets);
	if (rc == 0) {
		sink->now.read += rows.aside;
		sink->now.aside += rows.aside;
		rc = read_rows(&rows.all, sink);
	}
	memrows_close(&rows.all);
	return rc;
}
