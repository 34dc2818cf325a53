/* Any bytes as a transcript or chat, of the kind the first byte says. */
#include "import_fuzz.h"
#include "io/transcript.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	static int (*const readers[])(struct source *, struct sink *) = {
		zoom_read, subtitle_read, otter_read, qualcoder_read,
		qualcoder_read_codes
	};

	if (len > 0)
		import_fuzz(data + 1, len - 1, readers[data[0] % 5]);
	return 0;
}
