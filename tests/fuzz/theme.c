/*
 * io/eventthemes, io/manythemes and io/parents: the notes of any stream, and
 * themes that are records.
 */
#include "io/eventthemes.h"
#include "io/intake.h"
#include "io/manythemes.h"
#include "io/parents.h"
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
	else if (how % 4 == 3)
		vectors_sum_up(&vectors, notes);
	options.vectors = &vectors;
	options.themes = how % 8 < 4 ? 0 : 2;
	if (how & 64)
		manythemes_find(&themes, notes, &options);
	else
		eventthemes_find(&themes, notes, &options);
	parents_of_notes(notes, options.language, &themes);
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
	struct jsonl_options options = { .partial = true };
	char *none[] = { NULL };
	struct record *rec;
	struct stream_fuzz in;
	int rc = 0;

	if (len == 0)
		return 0;
	stream_fuzz_open(&in, data + 1, len - 1);
	intake_init(&notes, none, &options, 1000);
	while (rc == 0 && (rec = stream_fuzz_next(&in)) != NULL)
		if (rec->type == TYPE_NOTE)
			rc = intake_add(&notes, rec);
	if (rc == 0)
		find(&notes.few, data[0]);
	stream_fuzz_close(&in);
	intake_free(&notes);
	return 0;
}
