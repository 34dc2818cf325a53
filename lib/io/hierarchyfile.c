#include "io/hierarchyfile.h"
#include "base/diag.h"
#include "io/record.h"
#include "io/tablefile.h"

/* Add what a row says; NULL, or what is wrong with it. */
static const char *
add_row(struct hierarchy *h, const struct row *row)
{
	struct slice field = slice_trim(row->f[0]);
	enum field f = record_field(field);

	if (row->n < 3)
		return "a row is: field, value, more general value, ...";
	if (f != F_TABLE && f != F_GROUP && f != F_ROLE && f != F_ORG &&
	    f != F_PLACE && f != F_ROUND && f != F_QUESTION && f != F_LANG)
		return "the first cell is no field: write role, org, place, "
		       "group, table, round, question or lang";
	for (size_t i = 2; i < row->n && slice_trim(row->f[i]).len > 0; i++) {
		if (!hierarchy_add(h, field, row->f[i - 1], row->f[i]))
			return "a value becomes one more general value only, and never "
			       "itself again";
		if (i - 1 > h->levels)
			h->levels = i - 1;
	}
	return NULL;
}

static int
read_rows(void *hierarchy, struct rows *rows, const char *path)
{
	struct hierarchy *h = hierarchy;
	struct row row;
	int got;

	while ((got = rows_next(rows, &row)) == 1) {
		const char *bad = row.bad != NULL ? row.bad : add_row(h, &row);

		if (bad != NULL)
			return diag_at(STATUS_FAULT, path, row.line, "%s", bad);
	}
	return got;
}

int
hierarchyfile_read(struct hierarchy *h, const char *path)
{
	return tablefile_read(path, read_rows, h);
}
