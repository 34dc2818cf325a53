/*
 * The least a tool can do: read a stream, change one field, add another,
 * write it. Measured by make bench against jq -c .
 */
#include "io/jsonl.h"

int
main(int argc, char **argv)
{
	struct jsonl_options options = { 0 };
	const struct opt opts[] = { JSONL_OPTIONS(&options), { 0 } };
	struct buf text = BUF_INIT;
	struct record *rec;
	struct jsonl in;
	struct out out;

	argv = opt_parse(argc, argv, opts, "[file ...]");
	out_open(&out, NULL, 0);
	jsonl_open(&in, argv, &options);
	while ((rec = jsonl_next(&in)) != NULL) {
		buf_reset(&text);
		buf_slice(&text, record_str(rec, F_TEXT));
		record_set_str(rec, F_TEXT, buf_view(&text));
		record_set_json(rec, F_THEMES, SLICE("[{\"id\":\"t1\"}]"));
		record_put(rec, &out);
	}
	jsonl_finish(&in, &out);
	buf_free(&text);
	return out_close(&out);
}
