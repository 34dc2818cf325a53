/*
 * A zip file made of the parts of a fuzz input, which are its bytes up to each
 * 0x1e; so the fuzzer changes what is in the file, not only its wrapping.
 */
#ifndef DLG_OFFICE_FUZZ_H
#define DLG_OFFICE_FUZZ_H

#include <zip.h>

#include "import_fuzz.h"

static inline void
office_add(zip_t *zip, const char *name, const void *p, size_t len)
{
	zip_source_t *part = zip_source_buffer(zip, p, len, 0);

	if (part == NULL || zip_file_add(zip, name, part, 0) < 0)
		abort();
}

/* The bytes of the zip file, appended to out. */
static inline void
office_zip(const uint8_t *data, size_t len, const char *const *names,
           struct buf *out)
{
	zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, NULL);
	zip_t *zip = zip_open_from_source(source, ZIP_TRUNCATE, NULL);
	size_t at = 0;
	zip_int64_t got;
	char block[4096];

	zip_source_keep(source);
	for (size_t i = 0; i <= len && *names != NULL; i++) {
		if (i < len && data[i] != 0x1e)
			continue;
		office_add(zip, *names++, data + at, i - at);
		at = i + 1;
	}
	if (zip_close(zip) < 0 || zip_source_open(source) < 0)
		abort();
	while ((got = zip_source_read(source, block, sizeof(block))) > 0)
		buf_add(out, block, (size_t)got);
	zip_source_close(source);
	zip_source_free(source);
}

static inline void
office_fuzz(const uint8_t *data, size_t len, const char *const *names,
            int (*read)(struct source *src, struct sink *sink))
{
	struct buf zip = BUF_INIT;

	if (len > 1 && data[0] == 'P' && data[1] == 'K') {
		import_fuzz(data, len, read);
		return;
	}
	office_zip(data, len, names, &zip);
	import_fuzz((const uint8_t *)zip.data, zip.len, read);
	buf_free(&zip);
}

#endif
