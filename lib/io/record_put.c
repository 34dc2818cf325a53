#include "base/mem.h"
#include "base/version.h"
#include "io/record.h"
#include "io/record_parts.h"

/* What happens to a member when the record is written. */
struct edit {
	bool replace;
	size_t at, len; /* the new value, in record.values */
};

/* The edits of all members, none of which changes anything at first. */
static struct edit *
edits(struct record *r)
{
	if (!r->changed) {
		r->edits =
		    mem_grow(r->edits, &r->edits_cap, r->n, sizeof(*r->edits));
		memset(r->edits, 0, r->n * sizeof(*r->edits));
		r->changed = true;
	}
	return r->edits;
}

/* Begin a new value for f; *to is where it goes. Return the edit, or NULL. */
static struct edit *
begin_value(struct record *r, enum field f, struct buf **to)
{
	struct edit *e = NULL;

	if (r->at[f] >= 0) {
		e = edits(r) + r->at[f];
		e->replace = true;
		e->at = r->values.len;
		*to = &r->values;
		return e;
	}
	*to = &r->added;
	buf_addc(*to, ',');
	buf_addc(*to, '"');
	buf_adds(*to, record_field_name(f));
	buf_add(*to, "\":", 2);
	return NULL;
}

void
record_set_str(struct record *r, enum field f, struct slice text)
{
	struct buf *to;
	struct edit *e = begin_value(r, f, &to);

	scan_quote(to, text);
	if (e != NULL)
		e->len = to->len - e->at;
}

void
record_set_json(struct record *r, enum field f, struct slice json)
{
	struct buf *to;
	struct edit *e = begin_value(r, f, &to);

	buf_slice(to, json);
	if (e != NULL)
		e->len = json.len;
}

/* Put bytes at p; return what follows them. */
static char *
put(char *p, const char *from, size_t len)
{
	memcpy(p, from, len);
	return p + len;
}

/* Put the i-th member as it is to be written. */
static char *
put_member(const struct record *r, size_t i, char *p)
{
	const struct member *m = &r->members[i];
	const struct edit *e = &r->edits[i];
	const char *from = m->key.p - 1;

	if (!e->replace)
		return put(p, from, (size_t)(m->val.p + m->val.len - from));
	p = put(p, from, (size_t)(m->val.p - from));
	return put(p, r->values.data + e->at, e->len);
}

/* Put all members, and those that are new; there is one, the type. */
static char *
put_changed(struct record *r, char *p)
{
	struct slice added = buf_view(&r->added);

	edits(r);
	*p++ = '{';
	for (size_t i = 0; i < r->n; i++) {
		if (i > 0)
			*p++ = ',';
		p = put_member(r, i, p);
	}
	if (added.len > 0)
		p = put(p, added.p, added.len);
	*p++ = '}';
	return p;
}

void
record_put(struct record *r, struct out *o)
{
	size_t room = r->raw.len + r->values.len + r->added.len + 3;
	char *from = out_reserve(o, room), *p = from;

	if (r->changed || r->added.len > 0)
		p = put_changed(r, p);
	else
		p = put(p, r->raw.p, r->raw.len);
	*p++ = '\n';
	out_commit(o, (size_t)(p - from));
	o->records++;
}

static int
to_out(const char *data, size_t len, void *o)
{
	out_put(o, data, len);
	return 0;
}

void
record_put_json(struct out *o, const json_t *object)
{
	json_dump_callback(object, to_out, o,
	                   JSON_COMPACT | JSON_REAL_PRECISION(15));
	out_put(o, "\n", 1);
	o->records++;
}

void
record_put_raw(struct out *o, struct slice line)
{
	out_slice(o, line);
	out_put(o, "\n", 1);
	o->records++;
}

void
record_put_end(struct out *o, bool partial)
{
	struct buf b = BUF_INIT;

	buf_addf(&b, "{\"type\":\"end\",\"records\":%zu,\"tool\":\"%s\"",
	         o->records, diag_name());
	buf_addf(&b, ",\"version\":\"" DLG_VERSION "\"%s}",
	         partial ? ",\"partial\":true" : "");
	record_put_raw(o, buf_view(&b));
	buf_free(&b);
	o->records = 0;
}
