#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "io/csvin.h"

_Static_assert(CSV_MAJOR == 3 && CSV_MINOR == 0,
               "what is done here inside libcsv is right for 3.0");

/* The state of libcsv inside a field; 0 is the state between rows. */
enum { FIELD_BEGUN = 2, RUN = 24 };

struct span {
	size_t at, len;
};

struct csv_row {
	size_t first, n; /* of fields */
	size_t line;
	size_t why, why_len; /* complaint in said; none if why_len is 0 */
};

static void
complain(struct csvin *c, const char *why)
{
	if (c->why.len == 0)
		buf_adds(&c->why, why);
}

/* libcsv's callback for a field. */
static void
take_field(void *p, size_t len, void *data)
{
	struct csvin *c = data;

	if (c->nfields - c->row_first >= c->limits->columns)
		complain(c, "more columns than --max-cols allows");
	if (len > c->limits->field)
		complain(c, "a field is larger than --max-field allows");
	if (c->why.len > 0 && c->nfields > c->row_first)
		return;
	if (c->nfields == c->fields_cap)
		c->fields = mem_grow(c->fields, &c->fields_cap, c->nfields + 1,
		                     sizeof(*c->fields));
	c->fields[c->nfields++] = (struct span){ c->text.len, len };
	if (c->why.len == 0)
		buf_add(&c->text, p, len);
	else
		c->fields[c->nfields - 1].len = 0;
}

/* libcsv's callback for the end of a row. */
static void
take_row(int end, void *data)
{
	struct csvin *c = data;
	struct csv_row *row;

	(void)end;
	if (c->nready == c->ready_cap)
		c->ready = mem_grow(c->ready, &c->ready_cap, c->nready + 1,
		                    sizeof(*c->ready));
	row = &c->ready[c->nready++];
	*row = (struct csv_row){ c->row_first, c->nfields - c->row_first,
		                 c->row_line, c->said.len, c->why.len };
	if (c->why.len > 0) {
		buf_add(&c->said, c->why.data, c->why.len + 1);
		buf_reset(&c->why);
	}
	c->row_first = c->nfields;
	c->row_line = c->src->line;
	c->row_bytes = 0;
}

static void
start(struct csvin *c, char delim)
{
	csv_init(&c->parser, CSV_STRICT | CSV_STRICT_FINI);
	csv_set_delim(&c->parser, (unsigned char)delim);
	csv_set_realloc_func(&c->parser, realloc);
	csv_set_blk_size(&c->parser, 4096);
}

/* A row that libcsv refused ends here; the next line begins another. */
static void
give_up_row(struct csvin *c)
{
	unsigned char delim = csv_get_delim(&c->parser);

	if (csv_error(&c->parser) == CSV_ENOMEM)
		diag_die(STATUS_FAULT, "out of memory");
	complain(c, c->parser.quoted ?
	                "text after a closing quote: double a quote that "
	                "belongs to the text" :
	                "a quote in a field that has none around it: put "
	                "the field in quotes and double the quote");
	csv_free(&c->parser);
	start(c, (char)delim);
	take_row(0, c);
}

/*
 * How much of s, which goes on with the field being read, is text of that
 * field whatever libcsv thinks of it: all up to the next quote inside quotes;
 * else, where neither delimiter nor quote is left, up to the end of the line.
 */
static size_t
run_length(const struct csvin *c, struct slice s)
{
	const char *end;

	if (c->parser.pstate != FIELD_BEGUN)
		return 0;
	end = memchr(s.p, '"', s.len);
	if (c->parser.quoted)
		return end != NULL ? (size_t)(end - s.p) : s.len;
	if (end != NULL ||
	    memchr(s.p, csv_get_delim((struct csv_parser *)&c->parser),
	           s.len) != NULL)
		return 0;
	while (s.len > 0 && strchr("\r\n \t", s.p[s.len - 1]) != NULL)
		s.len--;
	return memchr(s.p, '\r', s.len) == NULL ? s.len : 0;
}

/*
 * libcsv looks at every byte in turn, and appends nearly all of them to the
 * field it holds. Append a long run there ourselves, and let it go on behind.
 * Return how long the run is, or 0.
 */
static size_t
lend_run(struct csvin *c, struct slice s)
{
	struct csv_parser *p = &c->parser;
	size_t len = run_length(c, s);

	if (len < RUN)
		return 0;
	if (p->entry_size < p->entry_pos + len)
		p->entry_buf = mem_grow(p->entry_buf, &p->entry_size,
		                        p->entry_pos + len, 1);
	memcpy(p->entry_buf + p->entry_pos, s.p, len);
	p->entry_pos += len;
	p->spaces = 0;
	return len;
}

/* How much of s to have libcsv look at before there may be a run again. */
static size_t
step_length(const struct csvin *c, struct slice s)
{
	const char *quote = memchr(s.p, '"', s.len);
	const char *last;

	if (quote != NULL)
		return (size_t)(quote - s.p) + 1;
	last =
	    memrchr(s.p, csv_get_delim((struct csv_parser *)&c->parser), s.len);
	if (last == NULL || s.p + s.len - last < 2 * RUN)
		return s.len;
	return (size_t)(last - s.p) + 2;
}

/* Have libcsv parse a line. False if it breaks the rules. */
static bool
parse(struct csvin *c, struct slice s)
{
	while (s.len > 0) {
		size_t n = lend_run(c, s);

		if (n == 0) {
			n = step_length(c, s);
			if (csv_parse(&c->parser, s.p, n, take_field, take_row,
			              c) != n)
				return false;
		}
		s.p += n;
		s.len -= n;
	}
	return true;
}

static int
unclosed(struct csvin *c, const char *what)
{
	c->finished = true;
	if (c->src->quiet)
		return 0;
	return diag_at(STATUS_FAULT, c->src->name, c->open_line, "%s", what);
}

static int
finish(struct csvin *c)
{
	c->finished = true;
	if (csv_fini(&c->parser, take_field, take_row, c) < 0)
		return unclosed(c, "the quote opened here is never closed");
	return 0;
}

/* Read one more line. Return 1, 0 at the end, or -1. */
static int
feed(struct csvin *c)
{
	struct slice line;
	size_t before = c->nfields;
	int rc = source_line(c->src, &line);

	if (rc <= 0)
		return rc < 0 ? -1 : finish(c);
	if (c->parser.pstate == 0)
		c->row_line = c->open_line = c->src->line;
	if ((c->src->bad || c->src->nul) && c->why.len == 0)
		source_complaint(c->src, &c->why);
	c->row_bytes += line.len;
	if (!parse(c, line))
		give_up_row(c);
	if (c->parser.pstate != 0 && c->nfields > before)
		c->open_line = c->src->line;
	if (c->row_bytes > c->limits->line)
		return unclosed(c, "the quote opened here is not closed "
		                   "within the bytes --max-line allows");
	return 1;
}

static int
read_row(struct rows *r, struct row *out)
{
	struct csvin *c = (struct csvin *)r;
	struct csv_row *row;

	while (c->at == c->nready) {
		size_t keep = c->nfields - c->row_first;

		if (c->finished)
			return 0;
		if (c->at > 0 && keep == 0) {
			c->at = c->nready = c->nfields = c->row_first = 0;
			buf_reset(&c->text);
			buf_reset(&c->said);
		}
		if (feed(c) < 0)
			return -1;
	}
	row = &c->ready[c->at++];
	if (row->n > c->out_cap)
		c->out = mem_grow(c->out, &c->out_cap, row->n, sizeof(*c->out));
	for (size_t i = 0; i < row->n; i++) {
		const struct span *f = &c->fields[row->first + i];

		c->out[i] = (struct slice){ c->text.data + f->at, f->len };
	}
	*out = (struct row){ c->out, row->n, row->line,
		             row->why_len ? c->said.data + row->why : NULL };
	return 1;
}

void
csvin_open(struct csvin *c, struct source *src, char delim,
           const struct limits *limits)
{
	*c = (struct csvin){ .rows = { .read = read_row, .name = src->name },
		             .src = src,
		             .limits = limits };
	start(c, delim);
	buf_reserve(&c->text, 4096);
}

void
csvin_close(struct csvin *c)
{
	rows_free(&c->rows);
	csv_free(&c->parser);
	buf_free(&c->text);
	buf_free(&c->why);
	buf_free(&c->said);
	free(c->fields);
	free(c->ready);
	free(c->out);
}

enum { SNIFF_ROWS = 24 };

/*
 * Count the fields of each whole row of text if delim stood between them.
 * Return how many rows there are.
 */
static size_t
count_fields(struct slice text, char delim, size_t counts[SNIFF_ROWS])
{
	size_t rows = 0, n = 1, start_of_row = 0;
	bool quoted = false;

	for (size_t i = 0; i < text.len && rows < SNIFF_ROWS; i++) {
		char ch = text.p[i];

		if (ch == '"')
			quoted = !quoted;
		else if (quoted)
			continue;
		else if (ch == delim)
			n++;
		else if (ch == '\n' || ch == '\r') {
			if (i > start_of_row)
				counts[rows++] = n;
			start_of_row = i + 1;
			n = 1;
		}
	}
	if (rows == 0 && text.len > start_of_row)
		counts[rows++] = n;
	return rows;
}

char
csvin_sniff(struct slice head, size_t *first)
{
	static const char delims[] = { ',', ';', '\t', '|' };
	size_t best_agree = 0, best_n = 1;
	char best = 0;

	*first = 0;
	if (slice_starts(head, SLICE("sep=")) && head.len > 5 &&
	    (head.p[5] == '\n' || head.p[5] == '\r')) {
		*first =
		    head.p[5] == '\r' && head.len > 6 && head.p[6] == '\n' ? 7 :
									     6;
		return head.p[4];
	}
	for (size_t d = 0; d < sizeof(delims); d++) {
		size_t counts[SNIFF_ROWS], agree = 0;
		size_t n = count_fields(head, delims[d], counts);

		for (size_t i = 0; i < n; i++)
			agree += counts[i] == counts[0];
		if (n == 0 || counts[0] < 2)
			continue;
		/* per mille of the rows that have as many as the first */
		agree = agree * 1000 / n;
		if (agree > best_agree ||
		    (agree == best_agree && counts[0] > best_n)) {
			best = delims[d];
			best_agree = agree;
			best_n = counts[0];
		}
	}
	return best;
}

char
csvin_delimiter(struct source *src)
{
	size_t first;
	struct slice line;
	char delim = csvin_sniff(source_head(src), &first);

	if (first > 0)
		source_line(src, &line);
	return delim != 0 ? delim : ',';
}
