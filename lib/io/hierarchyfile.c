#include "io/hierarchyfile.h"
#include "base/diag.h"
#include "io/tablefile.h"

static int
read_rows(void *hierarchy, struct rows *rows, const char *path)
{
	struct hierarchy *h = hierarchy;
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
	return tablefile_read(path, read_rows, h);
}
