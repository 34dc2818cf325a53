/* io/record: whatever is changed, what is written is a record again. */
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "io/record.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static void
change(struct record *r, unsigned how)
{
	struct buf text = BUF_INIT;

	buf_slice(&text, record_str(r, F_TEXT));
	if (how & 1)
		record_set_str(r, F_TEXT, buf_view(&text));
	if (how & 2)
		record_set_json(r, F_THEMES, SLICE("[{\"id\":\"t1\"}]"));
	if (how & 4)
		record_set_json(r, F_ID, SLICE("\"n1\""));
	buf_free(&text);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct buf line = BUF_INIT;
	struct record r;
	struct out o = { .fd = -1, .block = BUF_INIT };

	if (len == 0)
		return 0;
	buf_add(&line, data + 1, len - 1);
	record_init(&r, 32);
	r.file = "fuzz";
	if (record_parse(&r, buf_view(&line)) == 0) {
		struct scan s = SCAN_INIT;
		struct slice got;

		change(&r, data[0]);
		record_put(&r, &o);
		got = buf_view(&o.block);
		got.len--;
		if (scan_object(&s, got) < 0)
			abort();
		scan_free(&s);
	}
	record_free(&r);
	buf_free(&o.block);
	buf_free(&line);
	return 0;
}
