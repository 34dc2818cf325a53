#include <string.h>
#include <strings.h>

#include "io/csvin.h"
#include "io/docx.h"
#include "io/format.h"
#include "io/markdown.h"
#include "io/sheet.h"

/* Files that people give and that hold no text: what to do about them. */
static const struct {
	struct slice magic;
	const char *what;
} others[] = {
	{ { "PK\3\4", 4 },
	  "is a zip, but not .xlsx or .docx: unpack it, or export it as CSV "
	  "UTF-8" },
	{ { "\x1f\x8b", 2 }, "is compressed with gzip: unpack it first" },
	{ { "%PDF", 4 }, "is a PDF: copy its text into a text file" },
	{ { "\xd0\xcf\x11\xe0", 4 },
	  "is an old .xls or .doc: save it as .xlsx or .docx" },
	{ { "{\\rtf", 5 }, "is rich text: save it as .docx or plain text" },
};

static bool
is_html(struct slice head)
{
	static const char *const tags[] = { "<!doctype html", "<html", "<table",
		                            "<head", "<body" };

	head = slice_trim(head);
	for (size_t i = 0; i < sizeof(tags) / sizeof(*tags); i++)
		if (head.len >= strlen(tags[i]) &&
		    strncasecmp(head.p, tags[i], strlen(tags[i])) == 0)
			return true;
	return false;
}

const char *
format_refusal(struct slice head)
{
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (slice_starts(head, others[i].magic))
			return others[i].what;
	if (is_html(head))
		return "is a web page: export it as CSV UTF-8";
	return NULL;
}

/* Look at head as a table: its delimiter, first row and whether it is even. */
static void
probe_table(struct probe *p, struct csvin *csv, struct source *head,
            const struct import_options *o)
{
	size_t first;
	const struct row *row;

	p->delim = csvin_sniff(p->head, &first);
	if (o->delim != NULL)
		p->delim = strcmp(o->delim, "tab") == 0 ? '\t' : o->delim[0];
	source_memory(head, p->path, slice_from(p->head, first));
	csvin_open(csv, head, p->delim != 0 ? p->delim : ',', &o->limits);
	row = rows_peek(&csv->rows, 0);
	p->broken = row != NULL && row->bad != NULL;
	if (row == NULL || p->broken)
		return;
	columns_init(&p->cols, row);
	p->steady = true;
	for (size_t i = 1; i < 20 && rows_peek(&csv->rows, i) != NULL; i++)
		p->steady &= rows_peek(&csv->rows, i)->n == p->cols.n;
	p->second = rows_peek(&csv->rows, 1);
}

static const struct format *
first_match(const struct probe *p, bool bars)
{
	const struct format *table = bars ? NULL : format_of_table(p);

	for (const struct format *f = formats; f->name != NULL; f++)
		if (f == table || (f->read != NULL && f->is(p)))
			return f;
	return NULL;
}

const struct format *
format_detect(struct source *src, const char *path,
              const struct import_options *o)
{
	struct probe p = { .head = source_head(src), .path = path };
	const char *why = format_refusal(p.head);
	const struct format *f;
	struct source head;
	struct csvin csv;

	if (o->format != NULL)
		return format_named(o->format);
	if (sheet_is(p.head) || docx_is(p.head))
		return format_named(sheet_is(p.head) ? "xlsx" : "docx");
	if (why != NULL) {
		if (!src->quiet)
			diag_at(STATUS_FAULT, src->name, 0, "%s", why);
		return NULL;
	}
	probe_table(&p, &csv, &head, o);
	f = first_match(&p, p.delim == '|' && o->delim == NULL &&
	                        markdown_has_table(p.head));
	columns_free(&p.cols);
	csvin_close(&csv);
	source_close(&head);
	return f;
}

const struct format *
format_of_table(const struct probe *p)
{
	for (const struct format *f = formats; f->name != NULL; f++) {
		bool all = f->signature != NULL;

		if (f->rows == NULL && f->part == POLIS_NONE)
			continue;
		for (size_t i = 0; all && f->signature[i] != NULL; i++)
			all = columns_named(&p->cols, f->signature[i]) !=
			      SIZE_MAX;
		if (all || (f->signature == NULL && f->is(p)))
			return f;
	}
	return NULL;
}

static char
delimiter(struct source *src, const struct import_options *o)
{
	char delim = csvin_delimiter(src);

	if (o->delim != NULL)
		delim = strcmp(o->delim, "tab") == 0 ? '\t' : o->delim[0];
	return delim;
}

int
format_read(const struct format *f, struct source *src, struct sink *sink)
{
	const struct import_options *o = sink->options;
	struct csvin csv;
	int rc;

	if (f->rows == NULL)
		return f->read(src, sink);
	csvin_open(&csv, src, delimiter(src, o), &o->limits);
	rc = f->rows(&csv.rows, sink, f);
	csvin_close(&csv);
	return rc;
}

const struct format *
format_named(const char *name)
{
	for (const struct format *f = formats; f->name != NULL; f++)
		if (strcmp(f->name, name) == 0)
			return f;
	return NULL;
}

void
format_say(const struct format *f, struct sink *sink)
{
	struct buf b = BUF_INIT;

	if (!sink->options->explain)
		return;
	buf_addf(&b, "%s: %s: %s\n", sink->name, f->name, f->what);
	out_slice(sink->out, buf_view(&b));
	buf_free(&b);
}

void
format_list(struct out *out)
{
	struct buf b = BUF_INIT;

	for (const struct format *f = formats; f->name != NULL; f++)
		buf_addf(&b, "%-20s %s\n", f->name, f->what);
	out_slice(out, buf_view(&b));
	buf_free(&b);
}
