#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/mem.h"
#include "base/sandbox.h"
#include "io/batch_parts.h"

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

/* The kinds of files that are read from a folder; the rest is left alone. */
static bool
is_readable_kind(const char *name)
{
	static const char *const kinds[] = { ".csv",  ".tsv",      ".txt",
		                             ".md",   ".markdown", ".xlsx",
		                             ".docx", ".vtt",      ".srt",
		                             ".jsonl" };
	const char *dot = strrchr(name, '.');

	if (strcmp(name, "comments.json") == 0 ||
	    strcmp(name, "votes.json") == 0)
		return true;
	/* ~$notes.docx is there while somebody has notes.docx open. */
	if (*name == '.' || dot == NULL || strncmp(name, "README", 6) == 0 ||
	    strncmp(name, "~$", 2) == 0)
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
	else if (b->options->verbose && strcmp(found->d_name, ".") != 0 &&
	         strcmp(found->d_name, "..") != 0 &&
	         strcmp(found->d_name, "event.json") != 0)
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
	sandbox_allow(path, SANDBOX_READ);
	in->base = in->key = batch_last_part(in->path);
	in->regular = st != NULL && S_ISREG(st->st_mode);
	if (in->regular) {
		in->dev = st->st_dev;
		in->ino = st->st_ino;
		in->size = st->st_size;
	}
	if (batch_find_event(b, in, root) < 0)
		return -1;
	in->event->inputs++;
	return 0;
}

/* Whether a folder is met for the first time. */
static bool
is_new(struct map *folders, const struct stat *st)
{
	uint64_t id[2] = { st->st_dev, st->st_ino };
	size_t before = folders->n;

	return map_add(folders, (struct slice){ (const char *)id,
	                                        sizeof(id) }) == before;
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
	if (slice_is(batch_last_part(path), "event.json"))
		return batch_add_event(b, path);
	if (!S_ISDIR(st.st_mode))
		return add_file(b, path, root, &st);
	if (!is_new(&b->folders, &st) && depth > 0) {
		if (b->options->verbose)
			diag_note("%s: leads back: left alone", path);
		return 0;
	}
	n = b->n;
	if (add_folder(b, path, root != NULL ? root : path, depth) < 0)
		return -1;
	if (b->n == n && depth == 0)
		return fault(b, path, "holds no file that is read");
	return 0;
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
	if (batch_refuse_twice(b) < 0)
		return -1;
	batch_tell_copies(b);
	tell_apart(b);
	return 0;
}
