#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/mem.h"
#include "io/eventfile.h"

enum { MOST_PEOPLE = 1000000000 }; /* so that sums of groups fit */

struct event *
event_new(struct slice name)
{
	struct event *e = mem_zalloc(1, sizeof(*e));

	e->name = mem_dup(name.p, name.len);
	e->fields = json_object();
	return e;
}

static int
check_texts(const json_t *fields, const char *path)
{
	static const char *const texts[] = { "event", "title", "date",
		                             "convenor", "rule" };
	const char *rule;

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		const json_t *v = json_object_get(fields, texts[i]);

		if (v != NULL && !json_is_string(v))
			return diag_at(STATUS_FAULT, path, 0,
			               "%s is not a string", texts[i]);
	}
	rule = json_string_value(json_object_get(fields, "rule"));
	if (rule != NULL && record_word(slice_of(rule), record_rules) < 0)
		return diag_at(STATUS_FAULT, path, 0,
		               "rule is not one of chatham-house, attributed, "
		               "none");
	return 0;
}

/* "participants" may be a number, the groups, or the object of dlg(7). */
static int
mend_participants(json_t *fields, const char *path)
{
	json_t *p = json_object_get(fields, "participants"), *groups, *v;
	const char *key;
	json_int_t total = 0;

	if (p == NULL)
		return 0;
	if (json_is_integer(p))
		return json_object_set_new(fields, "participants",
		                           json_pack("{s:O}", "total", p));
	if (!json_is_object(p))
		return diag_at(STATUS_FAULT, path, 0,
		               "participants is neither a number nor an object "
		               "of groups and their numbers");
	groups = json_object_get(p, "groups");
	if (groups == NULL && json_object_get(p, "total") == NULL)
		groups = p;
	json_object_foreach(groups, key, v)
	{
		if (!json_is_integer(v) || json_integer_value(v) < 0 ||
		    json_integer_value(v) > MOST_PEOPLE)
			return diag_at(STATUS_FAULT, path, 0,
			               "the number of a group's participants "
			               "is not a whole number of people");
		total += json_integer_value(v);
	}
	if (groups == NULL || json_object_get(p, "total") != NULL)
		return 0;
	return json_object_set_new(
	    fields, "participants",
	    json_pack("{s:I, s:O}", "total", total, "groups", groups));
}

json_t *
event_read(const char *path)
{
	json_error_t error;
	json_t *fields = json_load_file(path, JSON_REJECT_DUPLICATES, &error);
	json_t *id = json_object_get(fields, "id");

	if (fields == NULL) {
		diag_at(STATUS_FAULT, path,
		        error.line > 0 ? (size_t)error.line : 0, "not JSON");
		return NULL;
	}
	if (json_is_string(id) && json_object_get(fields, "event") == NULL)
		json_object_set(fields, "event", id);
	json_object_del(fields, "id");
	json_object_del(fields, "type");
	json_object_del(fields, "schema");
	if (!json_is_object(fields))
		diag_at(STATUS_FAULT, path, 0, "not a JSON object");
	else if (check_texts(fields, path) == 0 &&
	         mend_participants(fields, path) == 0)
		return fields;
	json_decref(fields);
	return NULL;
}

int
event_load(const char *dir, json_t **fields)
{
	struct buf path = BUF_INIT;
	int rc = 0;

	*fields = NULL;
	buf_addf(&path, "%s/event.json", dir);
	if (access(path.data, F_OK) == 0) {
		*fields = event_read(path.data);
		rc = *fields != NULL ? 0 : -1;
	}
	buf_free(&path);
	return rc;
}

void
event_say(struct event *e, const char *key, struct slice text)
{
	e->known = true;
	if (text.len > 0 && json_object_get(e->fields, key) == NULL)
		json_object_set_new(e->fields, key,
		                    json_stringn(text.p, text.len));
}

void
event_count(struct event *e, double total)
{
	e->known = true;
	if (total > 0 && json_object_get(e->fields, "participants") == NULL)
		json_object_set_new(
		    e->fields, "participants",
		    json_pack("{s:I}", "total", (json_int_t)total));
}

void
event_put(struct event *e, struct out *out)
{
	static const char *const order[] = { "title", "date", "convenor",
		                             "rule", "participants" };
	json_t *record, *v;
	const char *key;

	if (e->put)
		return;
	e->put = true;
	record = json_pack("{s:s, s:s}", "type", "event", "event", e->name);
	for (size_t i = 0; i < sizeof(order) / sizeof(*order); i++)
		if ((v = json_object_get(e->fields, order[i])) != NULL)
			json_object_set(record, order[i], v);
	json_object_foreach(e->fields, key,
	                    v) if (json_object_get(record, key) == NULL)
	    json_object_set(record, key, v);
	json_object_set_new(record, "schema", json_integer(RECORD_SCHEMA));
	record_put_json(out, record);
	json_decref(record);
}

void
event_free(struct event *e)
{
	if (e == NULL)
		return;
	free(e->name);
	json_decref(e->fields);
	free(e);
}
