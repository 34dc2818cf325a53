#include "io/hierarchyfile.h"
#include "io/csvin.h"

static int
read_rows(struct hierarchy *h, struct rows *rows, const char *path)
{
	struct row row;
	int got;

	while ((got = rows_next(rows, &row)) == 1) {
		if (row.bad != NULL)
			return diag_at(STATUS_FAULT, path, row.line, "%s",
			               row.bad);
		if (row.n < 3)
			return diag_at(STATUS_FAULT, path, row.line,
			               "a row is: field, value, more general "
			               "value, ...");
		for (size_t i = 2; i < row.n && slice_trim(row.f[i]).len > 0;
		     i++) {
			hierarchy_add(h, slice_trim(row.f[0]), row.f[i - 1],
			              row.f[i]);
			if (i - 1 > h->levels)
				h->levels = i - 1;
		}
	}
	return got;
}

int
hierarchyfile_read(struct hierarchy *h, const char *path)
{
	static const struct limits limits = LIMITS;
	struct source src;
	struct csvin csv;
	size_t first = 0;
	char delim;
	int got = -1;

	if (source_open(&src, path, path, NULL, limits.line) == 0) {
		delim = csvin_sniff(source_head(&src), &first);
		csvin_open(&csv, &src, delim == 0 ? ',' : delim, &limits);
		got = read_rows(h, &csv.rows, path);
		csvin_close(&csv);
	}
	source_close(&src);
	return got;
}
