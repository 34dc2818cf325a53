/* Any bytes as any format of text: what it is taken for, and its reader. */
#include "import_fuzz.h"
#include "io/format.h"

static int
read_any(struct source *src, struct sink *sink)
{
	const struct format *f = format_detect(src, "-", sink->options);

	if (f == NULL || f->part != POLIS_NONE)
		return 0;
	return format_read(f, src, sink);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	import_fuzz(data, len, read_any);
	return 0;
}
