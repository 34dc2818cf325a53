/* Any bytes as notes typed in Markdown or plain text. */
#include "io/markdown.h"
#include "import_fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	import_fuzz(data, len, markdown_read);
	import_fuzz(data, len, markdown_read_plain);
	return 0;
}
