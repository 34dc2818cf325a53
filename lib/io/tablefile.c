#include "io/tablefile.h"
#include "base/buf.h"
#include "io/csvin.h"
#include "io/format.h"
#include "io/sheet.h"

static const struct limits limits = LIMITS;

enum { MOST_SHEETS = 256, MOST_TITLES = 10 };

/* Who reads: of all sheets, or of the first. */
struct reader {
	int (*one)(void *data, struct rows *rows, const char *path);
	int (*each)(void *data, struct rows *rows, const char *path,
	            size_t sheet);
	void *data;
};

static int
call(const struct reader *r, struct rows *rows, const char *path, size_t sheet)
{
	return r->one != NULL ? r->one(r->data, rows, path) :
	                        r->each(r->data, rows, path, sheet);
}

/* Read a sheet; *sheets is how many there are. */
static int
read_sheet(struct source *src, const struct reader *r, size_t number,
           size_t *sheets)
{
	struct sheet_rows sheet;
	struct buf path = BUF_INIT;
	int got = sheet_rows(src, NULL, number, &limits, &sheet);

	*sheets = sheet.sheets;
	buf_adds(&path, src->name);
	if (sheet.sheets > 1)
		buf_addf(&path, ", sheet %zu", number);
	if (got == 0)
		got = call(r, &sheet.all.rows, path.data, number);
	memrows_close(&sheet.all);
	buf_free(&path);
	return got;
}

static int
read_sheets(struct source *src, const struct reader *r)
{
	size_t sheets = 1;
	int got = 0;

	for (size_t i = 1; got == 0 && i <= sheets; i++) {
		got = read_sheet(src, r, i, &sheets);
		if (got == 0 && sheets > MOST_SHEETS)
			return diag_at(STATUS_FAULT, src->name, 0,
			               "has more than %d sheets", MOST_SHEETS);
		if (r->one == NULL || got != 0)
			continue;
		if (sheets > 1)
			diag_note("%s: only the first of its %zu sheets is "
			          "read: save each that counts as a file of "
			          "its own",
			          src->name, sheets);
		break;
	}
	return got;
}

/* What stands between the cells; above the table may be lines of titles. */
static char
delimiter_of(struct source *src)
{
	struct slice head = source_head(src);
	const char *end;
	char delim = 0;
	size_t first;

	for (int i = 0; i < MOST_TITLES && delim == 0; i++) {
		delim = csvin_sniff(head, &first);
		end = memchr(head.p, '\n', head.len);
		if (end == NULL)
			break;
		head.len -= (size_t)(end + 1 - head.p);
		head.p = end + 1;
		if (i == 0 && delim != 0)
			return csvin_delimiter(src);
	}
	return delim != 0 ? delim : csvin_delimiter(src);
}

static int
read_csv(struct source *src, const struct reader *r)
{
	const char *why = format_refusal(source_head(src));
	struct csvin csv;
	int got;

	if (why != NULL)
		return diag_at(STATUS_FAULT, src->name, 0, "%s", why);
	csvin_open(&csv, src, delimiter_of(src), &limits);
	got = call(r, &csv.rows, src->name, 0);
	csvin_close(&csv);
	return got;
}

static int
read_file(const char *path, const struct reader *r)
{
	struct source src;
	int got = -1;

	if (source_open(&src, path, path, NULL, limits.line) == 0)
		got = sheet_is(source_head(&src)) ? read_sheets(&src, r) :
		                                    read_csv(&src, r);
	source_close(&src);
	return got;
}

int
tablefile_read(const char *path,
               int (*read)(void *data, struct rows *rows, const char *path),
               void *data)
{
	return read_file(path, &(struct reader){ read, NULL, data });
}

int
tablefile_sheets(const char *path,
                 int (*read)(void *data, struct rows *rows, const char *path,
                             size_t sheet),
                 void *data)
{
	return read_file(path, &(struct reader){ NULL, read, data });
}
