#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "io/record.h"
#include "io/record_parts.h"

static const char *const types[] = {
	[TYPE_EVENT] = "event", [TYPE_NOTE] = "note",
	[TYPE_VOTE] = "vote",   [TYPE_AUDIT] = "audit",
	[TYPE_THEME] = "theme", [TYPE_FINDING] = "finding",
	[TYPE_END] = "end",
};

void
record_init(struct record *r, size_t max_depth)
{
	*r = (struct record){
		.scan = SCAN_INIT,
		.scratch = BUF_INIT,
		.values = BUF_INIT,
		.added = BUF_INIT,
	};
	r->scan.max_depth = max_depth;
	record_fill_slots(r->slots);
}

void
record_free(struct record *r)
{
	scan_free(&r->scan);
	buf_free(&r->scratch);
	buf_free(&r->values);
	buf_free(&r->added);
	free(r->edits);
}

int
record_fault(const struct record *r, enum status status, const char *fmt, ...)
{
	char text[512];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	return diag_at(status, r->file, r->line, "%s", text);
}

/* Which field the i-th member is; the scan keeps it while lines are alike. */
static enum field
field_at(struct record *r, size_t i)
{
	struct scan *s = &r->scan;
	struct slice key = r->members[i].key;
	enum field f;

	if (i < s->same && s->seen[i].mark > 0)
		return s->seen[i].mark - 1u;
	if (s->escaped_keys)
		key = scan_text(key, &r->scratch);
	f = record_lookup(r->slots, key);
	if (i < s->nseen)
		s->seen[i].mark = (uint8_t)(f + 1);
	return f;
}

/*
 * Find the members that we know. Return the first whose value is of the wrong
 * kind, or F_KNOWN.
 */
static enum field
find_fields(struct record *r)
{
	enum field wrong = F_KNOWN;

	memset(r->at, -1, sizeof(r->at));
	for (size_t i = 0; i < r->n; i++) {
		enum field f = field_at(r, i);

		if (f == F_KNOWN)
			continue;
		r->at[f] = (int)i;
		if (wrong == F_KNOWN && !record_is_kind(f, r->members[i].val))
			wrong = f;
	}
	return wrong;
}

static enum record_type
type_of(struct record *r)
{
	struct slice name = record_str(r, F_TYPE);

	/* Nearly all are notes. */
	if (name.p != NULL && slice_is(name, "note"))
		return TYPE_NOTE;
	for (enum record_type t = TYPE_OTHER + 1; t <= TYPE_END; t++)
		if (name.p != NULL && slice_is(name, types[t]))
			return t;
	return TYPE_OTHER;
}

int
record_parse(struct record *r, struct slice line)
{
	enum field wrong;

	r->raw = line;
	r->changed = false;
	buf_reset(&r->scratch);
	buf_reset(&r->values);
	buf_reset(&r->added);
	if (scan_object(&r->scan, line) < 0)
		return record_fault(r, STATUS_FAULT, "column %zu: %s",
		                    r->scan.error_at + 1, r->scan.error);
	r->members = r->scan.members;
	r->n = r->scan.n;
	wrong = find_fields(r);
	if (!record_has(r, F_TYPE))
		return record_fault(r, STATUS_FAULT,
		                    "no \"type\": not a "
		                    "record of dlg; try dlg-import -f jsonl");
	if (record_str(r, F_TYPE).p == NULL)
		return record_fault(r, STATUS_FAULT, "type is not a string");
	r->type = type_of(r);
	if (r->type == TYPE_OTHER || wrong == F_KNOWN)
		return 0;
	return record_fault(r, STATUS_FAULT, "%s is not %s",
	                    record_field_name(wrong), record_kind_name(wrong));
}

struct slice
record_raw(const struct record *r, enum field f)
{
	if (r->at[f] < 0)
		return (struct slice){ NULL, 0 };
	return r->members[r->at[f]].val;
}

struct slice
record_decoded(struct record *r, enum field f)
{
	struct member *m = &r->members[r->at[f]];

	if (m->text.p != NULL)
		return m->text;
	/* Room first: what was decoded before must stay where it is. */
	if (r->scratch.cap < r->raw.len)
		buf_reserve(&r->scratch, r->raw.len);
	m->text = scan_text((struct slice){ m->val.p + 1, m->val.len - 2 },
	                    &r->scratch);
	return m->text;
}

double
record_num(const struct record *r, enum field f, double fallback)
{
	struct slice raw = record_raw(r, f);

	/* A number ends at a comma or brace, so strtod stops there too. */
	return raw.p == NULL ? fallback : strtod(raw.p, NULL);
}

json_t *
record_json(const struct record *r, enum field f)
{
	struct slice raw = record_raw(r, f);

	if (raw.p == NULL)
		return NULL;
	return json_loadb(raw.p, raw.len,
	                  JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, NULL);
}

json_t *
record_load(const struct record *r)
{
	return json_loadb(r->raw.p, r->raw.len, JSON_REJECT_DUPLICATES, NULL);
}
