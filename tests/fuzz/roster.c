/*
 * Any bytes as a registration list: nothing but people or a complaint. The same
 * list is read by what its columns are called, and with its cells as they are.
 */
#include <stdlib.h>

#include "io/csvin.h"
#include "io/rosterrow.h"
#include "text/roster.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static const struct limits limits = LIMITS;

/* Each cell in the field of its column. */
static void
read_raw(struct roster *r, struct rows *rows)
{
	struct row row;

	while (rows_next(rows, &row) == 1) {
		struct slice v[ROSTER_FIELDS] = { { NULL, 0 } };

		if (row.bad != NULL)
			continue;
		for (size_t i = 0; i < row.n && i < ROSTER_FIELDS; i++)
			v[i] = row.f[i];
		roster_add(r, v);
	}
}

/* By the first row, which says what the columns hold. */
static void
read_list(struct roster *r, struct rows *rows)
{
	struct roster_columns columns;
	struct rosterrow reader;
	struct row row;

	if (rows_next(rows, &row) != 1 || row.bad != NULL)
		return;
	rosterrow_open(&reader, &r->lexicon);
	roster_columns_match(&columns, &row);
	rosterrow_begin(&reader, r, &columns, &row);
	while (rows_next(rows, &row) == 1)
		if (row.bad == NULL && row.n <= columns.n)
			rosterrow_take(&reader, &row);
	rosterrow_unread(&reader);
	roster_columns_free(&columns);
	rosterrow_close(&reader);
}

static void
read_people(struct slice text, void (*read)(struct roster *, struct rows *))
{
	struct roster *r = roster_new();
	struct source src;
	struct csvin csv;

	source_memory(&src, "fuzz", text);
	csvin_open(&csv, &src, ',', &limits);
	read(r, &csv.rows);
	csvin_close(&csv);
	source_close(&src);
	roster_ready(r, 5);
	roster_free(r);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct slice text = { (const char *)data, len };

	read_people(text, read_raw);
	read_people(text, read_list);
	return 0;
}
