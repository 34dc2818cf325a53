/* Any bytes as a Word file, or as the parts of one. */
#include "io/docx.h"
#include "office_fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	static const char *const names[] = { "word/styles.xml",
		                             "word/document.xml",
		                             "word/footnotes.xml", NULL };

	office_fuzz(data, len, names, docx_read);
	return 0;
}
