/* io/eventthemes: the notes of any stream, and themes that are records. */
#include "io/eventthemes.h"
#include "io/intake.h"
#include "stream_fuzz.h"

static void
find(const struct notes *notes, size_t how)
{
	struct eventthemes_options options = { .granularity = 1,
		                               .max_labels = 3,
		                               .language = "english" };
	struct vectors vectors = VECTORS_INIT;
	struct themes themes = THEMES_INIT;
	struct out o = { .fd = -1, .block = BUF_INIT };

	if (how % 4 == 1)
		vectors_encode(&vectors, notes);
	else if (how % 4 == 2)
		vectors_of_notes(&vectors, notes, 32);
	options.vectors = &vectors;
	options.themes = how % 8 < 4 ? 0 : 2;
	eventthemes_find(&themes, notes, &options);
	themes_put(&themes, &o);
	stream_fuzz_check(&o);
	buf_free(&o.block);
	themes_free(&themes);
	vectors_free(&vectors);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct intake notes;
	struct fuzz_file f;
	struct record *rec;
	struct jsonl in;
	int rc = 0;

	if (len == 0)
		return 0;
	fuzz_file_open(&f, data + 1, len - 1);
	intake_init(&notes, f.list, &stream_fuzz_options, 1000);
	jsonl_open(&in, f.list, &stream_fuzz_options);
	while (rc == 0 && (rec = jsonl_next(&in)) != NULL)
		if (rec->type == TYPE_NOTE)
			rc = intake_add(&notes, rec);
	if (rc == 0)
		find(&notes.few, data[0]);
	jsonl_close(&in);
	intake_free(&notes);
	fuzz_file_close(&f);
	return 0;
}
