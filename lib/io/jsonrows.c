#include <jansson.h>
#include <stdlib.h>

#include "base/map.h"
#include "io/jsonrows.h"

static const char *
column_of(const struct jsonrows_name *names, const char *key)
{
	for (; names->key != NULL; names++)
		if (strcmp(names->key, key) == 0)
			return names->column;
	return key;
}

/* A cell: strings as they are, nothing for null, else JSON. */
static void
put_cell(struct memrows *m, size_t column, const json_t *v)
{
	char *json;

	if (json_is_null(v))
		return;
	if (json_is_string(v)) {
		memrows_cell(m, column,
		             (struct slice){ json_string_value(v),
		                             json_string_length(v) });
		return;
	}
	json = json_dumps(v, JSON_ENCODE_ANY | JSON_COMPACT |
	                         JSON_REAL_PRECISION(15));
	if (json != NULL)
		memrows_cell(m, column, slice_of(json));
	free(json);
}

static void
put_header(const json_t *array, const struct jsonrows_name *names,
           struct map *columns, struct memrows *m)
{
	const char *key;
	json_t *v;

	for (size_t i = 0; i < json_array_size(array); i++) {
		json_t *object = json_array_get(array, i);

		json_object_foreach(object, key, v)
		{
			map_add(columns, slice_of(column_of(names, key)));
		}
	}
	memrows_row(m, 1);
	for (size_t i = 0; i < columns->n; i++)
		memrows_cell(m, i, map_key(columns, i));
}

static void
put_object(json_t *object, const struct jsonrows_name *names,
           const struct map *columns, struct memrows *m)
{
	const char *key;
	json_t *v;

	json_object_foreach(object, key, v)
	{
		put_cell(m, map_find(columns, slice_of(column_of(names, key))),
		         v);
	}
}

static int
put_rows(const json_t *array, const struct jsonrows_name *names,
         const char *file, struct memrows *m)
{
	struct map columns = MAP_INIT;
	int rc = 0;

	put_header(array, names, &columns, m);
	for (size_t i = 0; i < json_array_size(array) && rc == 0; i++) {
		json_t *object = json_array_get(array, i);

		memrows_row(m, i + 1);
		if (json_is_object(object))
			put_object(object, names, &columns, m);
		else
			rc = diag_at(STATUS_FAULT, file, 0,
			             "number %zu of the array is not an object",
			             i + 1);
	}
	memrows_even(m, columns.n);
	map_free(&columns);
	return rc;
}

int
jsonrows_load(struct source *src, const struct jsonrows_name *names,
              struct memrows *m)
{
	json_error_t error;
	struct slice text;
	json_t *array;
	int rc;

	if (source_whole(src, &text) < 0)
		return -1;
	array = json_loadb(text.p, text.len, JSON_REJECT_DUPLICATES, &error);
	if (array == NULL)
		return diag_at(STATUS_FAULT, src->name,
		               error.line > 0 ? (size_t)error.line : 0,
		               "not JSON");
	if (json_is_array(array))
		rc = put_rows(array, names, src->name, m);
	else
		rc = diag_at(STATUS_FAULT, src->name, 0, "not a JSON array");
	json_decref(array);
	return rc;
}
