/*
 * What the fuzz targets share that read records and write some: the lines of
 * the input that are records, one after another.
 */
#ifndef DLG_STREAM_FUZZ_H
#define DLG_STREAM_FUZZ_H

#include "fuzz.h"
#include "io/record.h"

struct stream_fuzz {
	struct buf text;
	size_t at;
	struct record rec;
};

static inline void
stream_fuzz_open(struct stream_fuzz *f, const uint8_t *data, size_t len)
{
	*f = (struct stream_fuzz){ .text = BUF_INIT };
	buf_add(&f->text, data, len);
	buf_addc(&f->text, '\n');
	record_init(&f->rec, 32);
	f->rec.file = "fuzz";
}

/* The next line that is a record, or NULL at the end. */
static inline struct record *
stream_fuzz_next(struct stream_fuzz *f)
{
	while (f->at < f->text.len) {
		struct slice line = { f->text.data + f->at, 0 };
		const char *end = memchr(line.p, '\n', f->text.len - f->at);

		line.len = (size_t)(end - line.p);
		f->at += line.len + 1;
		if (slice_trim(line).len == 0 ||
		    record_parse(&f->rec, line) < 0)
			continue;
		if (f->rec.type != TYPE_END)
			return &f->rec;
	}
	return NULL;
}

static inline void
stream_fuzz_close(struct stream_fuzz *f)
{
	record_free(&f->rec);
	buf_free(&f->text);
}

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
