/* Any bytes as a registration list: nothing but people or a complaint. */
#include <stdlib.h>

#include "io/csvin.h"
#include "text/roster.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

/* Rows as CSV has them, each cell in the field of its column. */
static void
read_people(struct roster *r, struct slice text)
{
	static const struct limits limits = LIMITS;
	struct source src;
	struct csvin csv;
	struct row row;

	source_memory(&src, "fuzz", text);
	csvin_open(&csv, &src, ',', &limits);
	while (rows_next(&csv.rows, &row) == 1) {
		struct slice v[ROSTER_FIELDS] = { { NULL, 0 } };

		if (row.bad != NULL)
			continue;
		for (size_t i = 0; i < row.n && i < ROSTER_FIELDS; i++)
			v[i] = row.f[i];
		roster_add(r, v);
	}
	csvin_close(&csv);
	source_close(&src);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct roster *r = roster_new();

	read_people(r, (struct slice){ (const char *)data, len });
	roster_ready(r, 5);
	roster_free(r);
	return 0;
}
