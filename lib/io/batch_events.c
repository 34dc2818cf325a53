#include <limits.h>
#include <stdlib.h>

#include "base/mem.h"
#include "io/batch_parts.h"

struct slice
batch_last_part(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slice_of(slash != NULL ? slash + 1 : path);
}

/* The folder that path is in, to be released with free. */
static char *
folder_of(const char *path)
{
	struct slice base = batch_last_part(path);
	size_t len = (size_t)(base.p - path);

	if (len == 0)
		return mem_strdup(".");
	return mem_dup(path, len == 1 ? 1 : len - 1);
}

/* The name of a folder, also of "." and "..". */
static struct slice
name_of_folder(const char *folder, char resolved[PATH_MAX])
{
	const char *path = realpath(folder, resolved);

	return batch_last_part(path != NULL ? path : folder);
}

static int
add_fields(struct event *e, json_t *fields, const char *folder)
{
	if (fields == NULL)
		return 0;
	if (e->known && !json_equal(e->fields, fields))
		return diag_at(STATUS_FAULT, folder, 0,
		               "its event.json differs from another of the "
		               "same event");
	e->known = true;
	json_object_update(e->fields, fields);
	return 0;
}

static struct event *
event_named(struct batch *b, struct slice name)
{
	size_t at = map_add(&b->names, name);

	if (at == b->nevents) {
		b->events = mem_resize(b->events, at + 1, sizeof(*b->events));
		b->events[b->nevents++] = event_new(name);
	}
	return b->events[at];
}

/* The folder above one, to be released with free. */
static char *
above_of(const char *folder)
{
	struct buf up = BUF_INIT;
	struct slice last = batch_last_part(folder);

	if (slice_is(last, ".") || slice_is(last, "..")) {
		buf_addf(&up, "%s/..", folder);
		return up.data;
	}
	return folder_of(folder);
}

/*
 * The event.json nearest to folder, if there is one: looked for in it, and
 * above it up to root, or in the one above if root is NULL. where is set to the
 * folder that holds it, to be released with free.
 */
static int
nearest(const char *folder, const char *root, json_t **fields, char **where)
{
	char *at = mem_strdup(folder);
	bool above = false;
	int rc;

	while ((rc = event_load(at, fields)) == 0 && *fields == NULL &&
	       (root == NULL ? !above : strlen(at) > strlen(root))) {
		char *up = above_of(at);

		above = true;
		free(at);
		at = up;
	}
	*where = at;
	return rc;
}

/* An event.json given itself says what it says of its event. */
int
batch_add_event(struct batch *b, const char *path)
{
	json_t *fields = event_read(path), *said;
	struct event *event;
	char resolved[PATH_MAX], *folder = folder_of(path);
	int rc = -1;

	if (fields != NULL) {
		struct slice name = name_of_folder(folder, resolved);

		said = json_object_get(fields, "event");
		if (said != NULL)
			name = slice_of(json_string_value(said));
		if (b->options->event != NULL)
			name = slice_of(b->options->event);
		event = event_named(b, name); /* before its name is let go */
		json_object_del(fields, "event");
		rc = add_fields(event, fields, path);
	}
	json_decref(fields);
	free(folder);
	return rc;
}

/* Find the event of an input: by -e, by event.json, by its folder's name. */
int
batch_find_event(struct batch *b, struct input *in, const char *root)
{
	const char *given = b->options->event;
	char resolved[PATH_MAX], *folder, *where = NULL;
	json_t *fields = NULL, *said;
	struct slice name;
	int rc = -1;

	if (strcmp(in->path, "-") == 0) {
		if (given == NULL)
			opt_misuse("standard input needs an event: -e EVENT");
		in->event = event_named(b, slice_of(given));
		return 0;
	}
	folder = folder_of(in->path);
	if (nearest(folder, root, &fields, &where) == 0) {
		said = json_object_get(fields, "event");
		if (given != NULL)
			name = slice_of(given);
		else if (said != NULL)
			name = slice_of(json_string_value(said));
		else
			name = name_of_folder(fields != NULL ? where : folder,
			                      resolved);
		in->event = event_named(b, name);
		json_object_del(fields, "event");
		rc = add_fields(in->event, fields, where);
	}
	json_decref(fields);
	free(where);
	free(folder);
	return rc;
}
