#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/mem.h"
#include "io/batch.h"
#include "io/heading.h"

enum { MAX_DEPTH = 16 };

static int add_path(struct batch *b, const char *path, const char *root,
                    int depth);

/* Report what is wrong with the path that comes next. Return -1. */
static int
fault(const struct batch *b, const char *path, const char *what)
{
	if (b->options->quiet_names)
		return diag(STATUS_FAULT, "input %zu: %s", b->n + 1, what);
	return diag_at(STATUS_FAULT, path, 0, "%s", what);
}

static struct slice
last_part(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slice_of(slash != NULL ? slash + 1 : path);
}

/* The folder that path is in, to be released with free. */
static char *
folder_of(const char *path)
{
	struct slice base = last_part(path);
	size_t len = (size_t)(base.p - path);

	if (len == 0)
		return mem_strdup(".");
	return mem_dup(path, len == 1 ? 1 : len - 1);
}

/* The kinds of files that are read from a folder; the rest is left alone. */
static bool
is_readable_kind(const char *name)
{
	static const char *const kinds[] = { ".csv",  ".tsv",      ".txt",
		                             ".md",   ".markdown", ".xlsx",
		                             ".docx", ".vtt",      ".srt",
		                             ".jsonl" };
	const char *dot = strrchr(name, '.');

	if (*name == '.' || dot == NULL || strncmp(name, "README", 6) == 0)
		return false;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (strcasecmp(dot, kinds[i]) == 0)
			return true;
	return false;
}

static int
add_found(struct batch *b, const char *folder, const struct dirent *found,
          const char *root, int depth)
{
	struct buf path = BUF_INIT;
	struct stat st;
	int rc = 0;

	buf_addf(&path, "%s/%s", folder, found->d_name);
	if (found->d_name[0] != '.' && stat(path.data, &st) == 0 &&
	    (S_ISDIR(st.st_mode) || is_readable_kind(found->d_name)))
		rc = add_path(b, path.data, root, depth + 1);
	else if (b->options->verbose && found->d_name[0] != '.')
		diag_note("%s: left alone", path.data);
	buf_free(&path);
	return rc;
}

static int
add_folder(struct batch *b, const char *path, const char *root, int depth)
{
	struct dirent **found;
	int n, rc = 0;

	if (depth == MAX_DEPTH)
		return fault(b, path, "folders nest too deep");
	n = scandir(path, &found, NULL, alphasort);
	if (n < 0)
		return fault(b, path, strerror(errno));
	for (int i = 0; i < n; i++) {
		if (rc == 0)
			rc = add_found(b, path, found[i], root, depth);
		free(found[i]);
	}
	free(found);
	return rc;
}

/* The name of a folder, also of "." and "..". */
static struct slice
name_of_folder(const char *folder, char resolved[PATH_MAX])
{
	const char *path = realpath(folder, resolved);

	return last_part(path != NULL ? path : folder);
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
	struct slice last = last_part(folder);

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
static int
add_event(struct batch *b, const char *path)
{
	json_t *fields = event_read(path), *said;
	char resolved[PATH_MAX], *folder = folder_of(path);
	int rc = -1;

	if (fields != NULL) {
		struct slice name = name_of_folder(folder, resolved);

		said = json_object_get(fields, "event");
		if (said != NULL)
			name = slice_of(json_string_value(said));
		if (b->options->event != NULL)
			name = slice_of(b->options->event);
		json_object_del(fields, "event");
		rc = add_fields(event_named(b, name), fields, path);
	}
	json_decref(fields);
	free(folder);
	return rc;
}

/* Find the event of an input: by -e, by event.json, by its folder's name. */
static int
find_event(struct batch *b, struct input *in, const char *root)
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

static int
add_file(struct batch *b, const char *path, const char *root,
         const struct stat *st)
{
	struct buf label = BUF_INIT;
	struct input *in;

	b->inputs = mem_grow(b->inputs, &b->cap, b->n + 1, sizeof(*b->inputs));
	in = &b->inputs[b->n++];
	*in = (struct input){ .path = mem_strdup(path) };
	if (b->options->quiet_names)
		buf_addf(&label, "input %zu", b->n);
	else
		buf_adds(&label,
		         strcmp(path, "-") == 0 ? "standard input" : path);
	in->label = label.data;
	in->base = in->key = last_part(in->path);
	in->regular = st != NULL && S_ISREG(st->st_mode);
	if (in->regular) {
		in->dev = st->st_dev;
		in->ino = st->st_ino;
	}
	if (find_event(b, in, root) < 0)
		return -1;
	in->event->inputs++;
	return 0;
}

static int
add_path(struct batch *b, const char *path, const char *root, int depth)
{
	struct stat st;
	size_t n;

	if (strcmp(path, "-") == 0)
		return add_file(b, path, NULL, NULL);
	if (stat(path, &st) < 0)
		return fault(b, path, strerror(errno));
	if (slice_is(last_part(path), "event.json"))
		return add_event(b, path);
	if (!S_ISDIR(st.st_mode))
		return add_file(b, path, root, &st);
	n = b->n;
	if (add_folder(b, path, root != NULL ? root : path, depth) < 0)
		return -1;
	if (b->n == n && depth == 0)
		return fault(b, path, "holds no file that is read");
	return 0;
}

/* Nobody wants the notes of a file twice. */
static int
refuse_twice(const struct batch *b)
{
	struct map seen = MAP_INIT;
	int rc = 0;

	for (size_t i = 0; i < b->n && rc == 0; i++) {
		const struct input *in = &b->inputs[i];
		uint64_t id[2] = { in->dev, in->ino };
		size_t before = seen.n;

		if (!in->regular)
			continue;
		if (map_add(&seen, (struct slice){ (const char *)id,
		                                   sizeof(id) }) < before)
			rc = diag_at(STATUS_FAULT, in->label, 0,
			             "is given twice");
	}
	map_free(&seen);
	return rc;
}

/* Make key one part of the path longer; false if that is all of it. */
static bool
lengthen(struct input *in)
{
	const char *p = in->key.p;

	if (p <= in->path + 1)
		return false;
	for (p -= 1; p > in->path && p[-1] != '/';)
		p--;
	in->key.len += (size_t)(in->key.p - p);
	in->key.p = p;
	return true;
}

/* Give each input the shortest end of its path that no other has. */
static void
tell_apart(struct batch *b)
{
	size_t *first = mem_alloc((b->n + 1) * sizeof(*first));
	bool again = true;

	while (again) {
		struct map keys = MAP_INIT;
		bool *shared = mem_zalloc(b->n + 1, sizeof(*shared));

		again = false;
		for (size_t i = 0; i < b->n; i++) {
			size_t before = keys.n;
			size_t at = map_add(&keys, b->inputs[i].key);

			if (at == before)
				first[at] = i;
			else
				shared[i] = shared[first[at]] = true;
		}
		for (size_t i = 0; i < b->n; i++)
			if (shared[i] && lengthen(&b->inputs[i]))
				again = true;
		free(shared);
		map_free(&keys);
	}
	free(first);
}

int
batch_open(struct batch *b, char **args, const struct import_options *options)
{
	char *standard_input[] = { (char[]){ "-" }, NULL };

	*b = (struct batch){ .options = options };
	if (*args == NULL)
		args = standard_input;
	for (; *args != NULL; args++)
		if (add_path(b, *args, NULL, 0) < 0)
			return -1;
	if (refuse_twice(b) < 0)
		return -1;
	tell_apart(b);
	return 0;
}

/* What the command line says of all events. */
static void
say_options(struct batch *b)
{
	static const struct {
		enum field field;
		const char *key;
	} said[] = { { F_TITLE, "title" },
		     { F_DATE, "date" },
		     { F_RULE, "rule" } };

	for (size_t e = 0; e < b->nevents; e++)
		for (size_t i = 0; i < sizeof(said) / sizeof(*said); i++) {
			const char *text = b->options->fields[said[i].field];

			if (text == NULL)
				continue;
			json_object_del(b->events[e]->fields, said[i].key);
			event_say(b->events[e], said[i].key, slice_of(text));
		}
}

static void
begin(const struct batch *b, const struct input *in, struct sink *sink)
{
	struct slice table = heading_table_of_file(in->base);
	const char *question = b->options->fields[F_QUESTION];

	sink->about = in->event;
	sink_begin(sink, in->label, slice_of(in->event->name), in->base,
	           in->key);
	if (question != NULL)
		sink_default(sink, F_QUESTION, slice_of(question));
	if (table.len > 0)
		sink_default(sink, F_TABLE, table);
}

/* One file of a Polis export, alone. */
static int
read_part(const struct format *f, struct source *src, struct sink *sink)
{
	struct polis *p = polis_new(sink);
	int rc = polis_add(p, f->part, src);

	if (rc == 0)
		rc = polis_finish(p);
	polis_free(p);
	return rc;
}

static int
read_input(struct batch *b, struct input *in, struct sink *sink)
{
	const struct import_options *o = b->options;
	struct source src;
	int rc =
	    source_open(&src, in->path, in->label, o->encoding, o->limits.line);

	if (rc == 0 && in->format == NULL)
		in->format = format_detect(&src, in->path, o);
	if (rc < 0 || in->format == NULL) {
		source_close(&src);
		return -1;
	}
	begin(b, in, sink);
	sink->shown = 0;
	format_say(in->format, sink);
	rc = in->format->part != POLIS_NONE ?
	         read_part(in->format, &src, sink) :
	         format_read(in->format, &src, sink);
	sink->failed |= rc < 0;
	if (sink_end(sink, in->format->name) < 0)
		rc = -1;
	source_close(&src);
	return rc;
}

/* Look, in silence, at what the files are that can be opened twice. */
static void
look(struct batch *b)
{
	for (size_t i = 0; i < b->n; i++) {
		struct input *in = &b->inputs[i];
		struct source src;

		if (!in->regular)
			continue;
		if (source_peek(&src, in->path, in->label,
		                b->options->encoding) == 0)
			in->format = format_detect(&src, in->path, b->options);
		source_close(&src);
	}
}

/* Whether two inputs are parts of one Polis export. */
static bool
belong(const struct input *a, const struct input *b)
{
	size_t len = (size_t)(a->base.p - a->path);

	return b->format != NULL && b->format->part != POLIS_NONE &&
	       a->event == b->event && len == (size_t)(b->base.p - b->path) &&
	       memcmp(a->path, b->path, len) == 0;
}

/* What tells a conversation from the others of its event, if there are any. */
static struct slice
conversation(const struct batch *b, const struct input *in)
{
	size_t len = (size_t)(in->base.p - in->path);

	for (size_t i = 0; i < b->n; i++) {
		const struct input *other = &b->inputs[i];

		if (other->format != NULL &&
		    other->format->part != POLIS_NONE &&
		    other->event == in->event && !belong(in, other))
			return (struct slice){ in->path, len };
	}
	return SLICE("polis");
}

static int
add_part(struct batch *b, struct input *in, struct sink *sink, struct polis *p)
{
	struct source src;
	int rc = source_open(&src, in->path, in->label, b->options->encoding,
	                     b->options->limits.line);

	in->done = true;
	sink->name = in->label;
	if (in->format->part == POLIS_COMMENTS ||
	    in->format->part == POLIS_GROUPS)
		sink_file(sink, in->base);
	format_say(in->format, sink);
	if (rc == 0)
		rc = polis_add(p, in->format->part, &src);
	source_close(&src);
	return rc;
}

/* Read all parts of the Polis export that in is one of. */
static int
read_polis(struct batch *b, struct input *in, struct sink *sink)
{
	struct polis *p = polis_new(sink);
	int rc = 0;

	begin(b, in, sink);
	sink_begin(sink, in->label, slice_of(in->event->name), in->base,
	           conversation(b, in));
	for (int part = POLIS_NONE + 1; part < POLIS_PARTS; part++)
		for (size_t i = 0; i < b->n && rc == 0; i++)
			if (belong(in, &b->inputs[i]) && !b->inputs[i].done &&
			    (int)b->inputs[i].format->part == part)
				rc = add_part(b, &b->inputs[i], sink, p);
	sink->name = in->label;
	if (rc == 0)
		rc = polis_finish(p);
	polis_free(p);
	sink->failed |= rc < 0;
	return sink_end(sink, "polis") < 0 ? -1 : rc;
}

int
batch_read(struct batch *b, struct sink *sink)
{
	int rc = 0;

	say_options(b);
	look(b);
	for (size_t i = 0; i < b->n && rc == 0; i++) {
		struct input *in = &b->inputs[i];

		if (in->done)
			continue;
		if (in->format != NULL && in->format->part != POLIS_NONE)
			rc = read_polis(b, in, sink);
		else
			rc = read_input(b, in, sink);
	}
	for (size_t i = 0; i < b->nevents && rc == 0; i++)
		if (b->events[i]->known && !b->options->explain)
			event_put(b->events[i], sink->out);
	return rc;
}

void
batch_close(struct batch *b)
{
	for (size_t i = 0; i < b->n; i++) {
		free(b->inputs[i].path);
		free(b->inputs[i].label);
	}
	for (size_t i = 0; i < b->nevents; i++)
		event_free(b->events[i]);
	free(b->events);
	free(b->inputs);
	map_free(&b->names);
}
