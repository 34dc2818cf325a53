#include "io/jsonl.h"

/* Deeper than MOST_DEPTH Jansson does not read, and the stack might not do. */
enum { MAX_LINE = 4 * 1024 * 1024, MAX_DEPTH = 32, MOST_DEPTH = 2048 };

void
jsonl_open(struct jsonl *in, char **files, const struct jsonl_options *options)
{
	*in = (struct jsonl){ .options = *options };
	if (in->options.max_line == 0)
		in->options.max_line = MAX_LINE;
	if (in->options.max_depth == 0)
		in->options.max_depth = MAX_DEPTH;
	if (in->options.max_depth > MOST_DEPTH)
		in->options.max_depth = MOST_DEPTH;
	lines_open(&in->lines, files, in->options.max_line);
	in->lines.seal = in->options.seal;
	record_init(&in->rec, in->options.max_depth);
}

void
jsonl_fail(struct jsonl *in)
{
	in->failed = true;
}

static int
fail(struct jsonl *in)
{
	jsonl_fail(in);
	return -1;
}

static bool
is_blank(struct slice line)
{
	return line.len == 0 || (line.p[0] != '{' && slice_trim(line).len == 0);
}

/* Whether line is all that a writer who died left of a record: left out. */
static bool
is_cut(struct jsonl *in, struct slice line)
{
	if (!in->options.partial || !in->lines.unended ||
	    scan_object(&in->rec.scan, line) >= 0)
		return false;
	in->partial = true;
	if (!in->options.again)
		diag_note("%s:%zu: the last line is cut off: left out",
		          in->lines.file, in->lines.line);
	return true;
}

/* The next line that is not blank, parsed: 1, 0 at the end, -1 on a fault. */
static int
next_record(struct jsonl *in)
{
	struct slice line;
	int got;

	do
		got = lines_next(&in->lines, &line);
	while (got > 0 && (is_blank(line) || is_cut(in, line)));
	if (got <= 0)
		return got == 0 ? 0 : fail(in);
	in->rec.file = in->lines.file;
	in->rec.line = in->lines.line;
	return record_parse(&in->rec, line) < 0 ? fail(in) : 1;
}

/* Check an end record against what was seen. */
static int
take_end(struct jsonl *in)
{
	const struct record *r = &in->rec;
	struct slice partial = record_raw(r, F_PARTIAL);

	if (partial.p != NULL && partial.p[0] == 't')
		in->partial = true;
	if (record_num(r, F_RECORDS, -1) != (double)in->seen) {
		if (!in->options.partial) {
			record_fault(r, STATUS_FAULT,
			             "the end record does not count %zu "
			             "records: something is missing; run the "
			             "tool that wrote this again, or pass "
			             "--partial",
			             in->seen);
			return fail(in);
		}
		in->partial = true;
	}
	in->seen = 0;
	in->ends++;
	return 0;
}

static int
check_schema(struct jsonl *in)
{
	if (record_num(&in->rec, F_SCHEMA, 0) <= RECORD_SCHEMA)
		return 0;
	record_fault(&in->rec, STATUS_FAULT,
	             "made by a newer dlg (record format later than %d): "
	             "install that one",
	             RECORD_SCHEMA);
	return fail(in);
}

/* All has been read: the last thing must have been an end record. */
static void
check_end(struct jsonl *in)
{
	in->at_end = true;
	if (in->ends > 0 && in->seen == 0)
		return;
	in->partial = true;
	if (in->options.partial)
		return;
	diag_at(STATUS_FAULT, in->lines.file, in->lines.line,
	        "no end record: upstream stopped early; run it again, or pass "
	        "--partial");
	fail(in);
}

struct record *
jsonl_next(struct jsonl *in)
{
	while (!in->failed && !in->at_end) {
		int got = next_record(in);

		if (got < 0)
			return NULL;
		if (got == 0) {
			check_end(in);
			return NULL;
		}
		if (in->rec.type == TYPE_EVENT && check_schema(in) < 0)
			return NULL;
		if (in->rec.type != TYPE_END) {
			in->seen++;
			return &in->rec;
		}
		if (take_end(in) < 0)
			return NULL;
	}
	return NULL;
}

int
jsonl_close(struct jsonl *in)
{
	lines_close(&in->lines);
	record_free(&in->rec);
	return in->failed ? -1 : 0;
}

int
jsonl_finish(struct jsonl *in, struct out *o)
{
	int status = jsonl_close(in);

	if (status == 0 && diag_status() < STATUS_FAULT)
		record_put_end(o, in->partial);
	return status;
}
