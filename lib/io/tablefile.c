#include "io/tablefile.h"
#include "io/csvin.h"
#include "io/format.h"
#include "io/sheet.h"

static const struct limits limits = LIMITS;

static int
read_sheet(struct source *src,
           int (*read)(void *data, struct rows *rows, const char *path),
           void *data)
{
	struct sheet_rows sheet;
	int got = sheet_rows(src, NULL, &limits, &sheet);

	if (got == 0 && sheet.sheets > 1)
		diag_note("%s: only the first of its %zu sheets is read: save "
		          "each that counts as a file of its own",
		          src->name, sheet.sheets);
	if (got == 0)
		got = read(data, &sheet.all.rows, src->name);
	memrows_close(&sheet.all);
	return got;
}

static int
read_csv(struct source *src,
         int (*read)(void *data, struct rows *rows, const char *path),
         void *data)
{
	const char *why = format_refusal(source_head(src));
	struct csvin csv;
	int got;

	if (why != NULL)
		return diag_at(STATUS_FAULT, src->name, 0, "%s", why);
	csvin_open(&csv, src, csvin_delimiter(src), &limits);
	got = read(data, &csv.rows, src->name);
	csvin_close(&csv);
	return got;
}

int
tablefile_read(const char *path,
               int (*read)(void *data, struct rows *rows, const char *path),
               void *data)
{
	struct source src;
	int got = -1;

	if (source_open(&src, path, path, NULL, limits.line) == 0)
		got = sheet_is(source_head(&src)) ?
		          read_sheet(&src, read, data) :
		          read_csv(&src, read, data);
	source_close(&src);
	return got;
}
