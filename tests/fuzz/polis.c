/*
 * Any bytes as the files of a Polis export: each up to a byte 0x1e, its first
 * byte saying which it is.
 */
#include "io/polis.h"
#include "import_fuzz.h"

static int
add(struct polis *p, const uint8_t *data, size_t len)
{
	struct source src;
	int rc;

	if (len == 0)
		return 0;
	source_memory(&src, "fuzz",
	              (struct slice){ (const char *)data + 1, len - 1 });
	rc = polis_add(
	    p, (enum polis_part)(POLIS_NONE + 1 + data[0] % (POLIS_PARTS - 1)),
	    &src);
	source_close(&src);
	return rc;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct import_fuzz f;
	struct polis *p;
	size_t at = 0;
	int rc = 0;

	import_fuzz_open(&f);
	p = polis_new(&f.sink);
	for (size_t i = 0; i <= len && rc == 0; i++) {
		if (i < len && data[i] != 0x1e)
			continue;
		rc = add(p, data + at, i - at);
		at = i + 1;
	}
	if (rc == 0)
		rc = polis_finish(p);
	polis_free(p);
	import_fuzz_close(&f, rc);
	return 0;
}
