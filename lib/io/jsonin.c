#include <jansson.h>

#include "io/jsonin.h"
#include "io/jsonrows.h"
#include "io/ownin.h"
#include "io/tablein.h"

/* A value as the text of a cell: strings as they are, others as JSON. */
static struct slice
cell_of(const json_t *v, struct pool *pool)
{
	struct slice s = { "", 0 };
	char *json;

	if (json_is_string(v))
		return (struct slice){ json_string_value(v),
			               json_string_length(v) };
	if (json_is_null(v))
		return s;
	json = json_dumps(v, JSON_ENCODE_ANY | JSON_COMPACT |
	                         JSON_REAL_PRECISION(15));
	if (json == NULL)
		return s;
	s = pool_slice(pool, slice_of(json));
	free(json);
	return s;
}

/* One object as a table of one row. */
static int
put_object(struct sink *sink, json_t *object, size_t line)
{
	struct tablein_scratch scratch = TABLEIN_SCRATCH;
	size_t n = json_object_size(object), i = 0;
	struct pool pool = POOL_INIT;
	struct row header = { .n = n, .line = line }, row = header;
	struct columns c;
	const char *key;
	json_t *v;
	int rc;

	header.f = pool_alloc(&pool, (n + 1) * sizeof(*header.f));
	row.f = pool_alloc(&pool, (n + 1) * sizeof(*row.f));
	json_object_foreach(object, key, v)
	{
		header.f[i] = slice_of(key);
		row.f[i++] = cell_of(v, &pool);
	}
	columns_init(&c, &header);
	rc = tablein_match(&c, sink, NULL);
	if (rc == 0 && columns_find(&c, F_TEXT) == SIZE_MAX &&
	    columns_find(&c, COL_ANSWER) == SIZE_MAX)
		rc = sink_refuse(sink, line,
		                 "no member is known to hold the text: say "
		                 "-m text=MEMBER");
	else if (rc == 0)
		tablein_put(sink, &c, &row, &scratch);
	columns_free(&c);
	buf_free(&scratch.attrs);
	buf_free(&scratch.votes);
	pool_free(&pool);
	return rc;
}

static bool
is_own(const char *type)
{
	static const char *const types[] = { "event", "note",  "vote",
		                             "audit", "theme", "finding",
		                             "end" };

	for (size_t i = 0; type != NULL && i < sizeof(types) / sizeof(*types);
	     i++)
		if (strcmp(types[i], type) == 0)
			return true;
	return false;
}

static int
put_line(struct sink *sink, struct ownin *own, struct slice line, size_t number,
         bool cut)
{
	json_error_t error;
	json_t *v =
	    json_loadb(line.p, line.len, JSON_REJECT_DUPLICATES, &error);
	const char *type = json_string_value(json_object_get(v, "type"));
	int rc;

	if (v == NULL && cut) {
		diag_note("%s:%zu: the last line is cut off: left out",
		          sink->name, number);
		sink->partial = true;
		sink_aside(sink);
		rc = 0;
	} else if (v == NULL)
		rc = sink_refuse(sink, number, "not JSON");
	else if (!json_is_object(v))
		rc = sink_refuse(sink, number, "not a JSON object");
	else if (is_own(type))
		rc = ownin_take(own, line, number);
	else
		rc = put_object(sink, v, number);
	json_decref(v);
	return rc;
}

int
jsonin_read(struct source *src, struct sink *sink)
{
	struct ownin own;
	struct slice line;
	int rc;

	ownin_open(&own, sink);
	src->partial = sink->options->partial;
	while ((rc = source_text(src, &line)) == 1) {
		line = slice_trim(line);
		if (line.len == 0)
			continue;
		sink_take(sink);
		if ((rc = put_line(sink, &own, line, src->line,
		                   source_cut(src))) < 0)
			break;
	}
	if (ownin_close(&own) < 0)
		rc = -1;
	return rc;
}

int
jsonin_read_array(struct source *src, struct sink *sink)
{
	static const struct jsonrows_name names[] = { { NULL, NULL } };
	struct memrows m;
	int rc;

	memrows_open(&m, src->name, &sink->options->limits);
	rc = jsonrows_load(src, names, &m);
	if (rc == 0)
		rc = tablein_read(&m.rows, sink, NULL);
	memrows_close(&m);
	return rc;
}
