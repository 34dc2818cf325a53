/*
 * What the fuzz targets of dlg-import's readers share: an input in memory, and
 * a stream that goes nowhere.
 */
#ifndef DLG_IMPORT_FUZZ_H
#define DLG_IMPORT_FUZZ_H

#include "fuzz.h"
#include "io/sink.h"
#include "io/source.h"

struct import_fuzz {
	struct import_options options;
	struct out out;
	struct sink sink;
	struct event *event;
};

static inline void
import_fuzz_open(struct import_fuzz *f)
{
	*f = (struct import_fuzz){
		.options = { .keep_going = true,
		             .limits = { 1 << 16, 1 << 18, 64 } },
	};
	out_open(&f->out, "/dev/null", 0600);
	sink_init(&f->sink, &f->out, &f->options);
	f->event = event_new(SLICE("e"));
	f->sink.about = f->event;
	sink_begin(&f->sink, "fuzz", SLICE("e"), SLICE("fuzz"), SLICE("fuzz"));
}

/* Everything that was read must be accounted for. */
static inline void
import_fuzz_close(struct import_fuzz *f, int rc)
{
	f->sink.failed |= rc < 0;
	if (sink_end(&f->sink, "fuzz") < 0)
		abort();
	sink_free(&f->sink);
	event_free(f->event);
	out_close(&f->out);
}

/* Have read make notes of data. */
static inline void
import_fuzz(const uint8_t *data, size_t len,
            int (*read)(struct source *src, struct sink *sink))
{
	struct import_fuzz f;
	struct source src;
	int rc;

	import_fuzz_open(&f);
	source_memory(&src, "fuzz", (struct slice){ (const char *)data, len });
	rc = read(&src, &f.sink);
	source_close(&src);
	import_fuzz_close(&f, rc);
}

#endif
