/*
 * Any bytes as CSV: rows come whole, in order, within the limits, and hold
 * what libcsv makes of the whole text at once.
 */
#include "import_fuzz.h"
#include "io/csvin.h"

static void
add_field(void *p, size_t len, void *data)
{
	buf_addc(data, 'f');
	buf_add(data, p, len);
}

static void
add_row(int end, void *data)
{
	(void)end;
	buf_addc(data, '\n');
}

/* What libcsv alone says; false if it refuses the text. */
static bool
plain_libcsv(struct slice text, char delim, struct buf *out)
{
	struct csv_parser p;
	bool good;

	csv_init(&p, CSV_STRICT | CSV_STRICT_FINI);
	csv_set_delim(&p, (unsigned char)delim);
	good = csv_parse(&p, text.p, text.len, add_field, add_row, out) ==
	           text.len &&
	       csv_fini(&p, add_field, add_row, out) == 0;
	csv_free(&p);
	return good;
}

/* The rows that csvin gives, within limits; the same text if none is bad. */
static void
compare(struct slice text, char delim, const struct limits *limits,
        const struct buf *want)
{
	struct buf got = BUF_INIT;
	struct source src;
	struct csvin csv;
	struct row row;
	size_t line = 0;
	bool bad = false;

	source_memory(&src, "fuzz", text);
	csvin_open(&csv, &src, delim, limits);
	rows_peek(&csv.rows, 3);
	while (rows_next(&csv.rows, &row) == 1) {
		if (row.line < line || (!row.bad && row.n > limits->columns))
			abort();
		line = row.line;
		bad |= row.bad != NULL;
		for (size_t i = 0; !row.bad && i < row.n; i++) {
			if (row.f[i].len > limits->field)
				abort();
			add_field((void *)row.f[i].p, row.f[i].len, &got);
		}
		add_row(0, &got);
	}
	if (want != NULL && !bad && !slice_eq(buf_view(&got), buf_view(want)))
		abort();
	csvin_close(&csv);
	source_close(&src);
	buf_free(&got);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	static const struct limits narrow = { 64, 256, 8 };
	static const struct limits wide = { 1 << 20, 1 << 20, 1 << 10 };
	struct slice text = { (const char *)data, len };
	struct buf want = BUF_INIT;
	size_t first;
	char delim = csvin_sniff(text, &first);

	if (first > len)
		abort();
	delim = delim != 0 ? delim : ',';
	compare(text, delim, &narrow, NULL);
	if (delim != '"' && plain_libcsv(text, delim, &want))
		compare(text, delim, &wide, &want);
	buf_free(&want);
	return 0;
}
