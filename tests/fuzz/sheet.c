/* Any bytes as an Excel file, or as the parts of one. */
#include "io/sheet.h"
#include "office_fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	static const char *const names[] = {
		"xl/workbook.xml",          "xl/_rels/workbook.xml.rels",
		"xl/sharedStrings.xml",     "xl/styles.xml",
		"xl/worksheets/sheet1.xml", NULL
	};

	office_fuzz(data, len, names, sheet_read);
	return 0;
}
