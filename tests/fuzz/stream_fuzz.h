/* What the fuzz targets share that read a stream of records and write one. */
#ifndef DLG_STREAM_FUZZ_H
#define DLG_STREAM_FUZZ_H

#include "fuzz.h"
#include "io/jsonl.h"

/* A fault in the stream ends its reading; what came before is used. */
static const struct jsonl_options stream_fuzz_options = { .partial = true };

/* Whatever was read, what is written are records. */
static inline void
stream_fuzz_check(struct out *o)
{
	struct slice rest = buf_view(&o->block);

	while (rest.len > 0) {
		const char *end = memchr(rest.p, '\n', rest.len);
		struct slice line = rest;
		struct scan s = SCAN_INIT;

		if (end == NULL)
			abort();
		line.len = (size_t)(end - rest.p);
		if (scan_object(&s, line) < 0)
			abort();
		scan_free(&s);
		rest.p += line.len + 1;
		rest.len -= line.len + 1;
	}
}

#endif
