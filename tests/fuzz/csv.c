/* Any bytes as CSV: rows come whole, in order, within the limits. */
#include "import_fuzz.h"
#include "io/csvin.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	static const struct limits limits = { 64, 256, 8 };
	struct slice text = { (const char *)data, len };
	struct source src;
	struct csvin csv;
	struct row row;
	size_t line = 0, first;
	char delim = csvin_sniff(text, &first);

	if (first > len)
		abort();
	source_memory(&src, "fuzz", text);
	csvin_open(&csv, &src, delim != 0 ? delim : ',', &limits);
	rows_peek(&csv.rows, 3);
	while (rows_next(&csv.rows, &row) == 1) {
		if (row.line < line || (row.bad == NULL && row.n > 8))
			abort();
		line = row.line;
		for (size_t i = 0; row.bad == NULL && i < row.n; i++)
			if (row.f[i].len > 64)
				abort();
	}
	csvin_close(&csv);
	source_close(&src);
	return 0;
}
