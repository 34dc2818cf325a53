#include "io/themefile.h"

#include <jansson.h>
#include <stdlib.h>

#include "base/mem.h"
#include "io/lines.h"
#include "io/record.h"
#include "text/naming.h"

/* A line may hold the hashes of very many notes. */
enum { MAX_LINE = 256 * 1024 * 1024 };

/* A theme that a text has beside its own. */
struct pending {
	size_t theme;
	uint64_t hash;
};

struct reader {
	struct known *known;
	struct lines lines;
	struct map ids;   /* of this file */
	size_t *theme;    /* of each id: its number in known */
	size_t *line;     /* where each id is */
	struct slice *to; /* merge_into of each, or empty */
	size_t cap_theme, cap_line, cap_to;
	struct pending *also; /* applied when all texts are known */
	size_t nalso, cap_also;
	bool again;  /* known has these themes from another file */
	bool headed; /* the first line was read */
};

static int
fault(const struct reader *r, const char *what)
{
	return diag_at(STATUS_FAULT, r->lines.file, r->lines.line, "%s", what);
}

/* The same of a member. */
static int
fault_of(const struct reader *r, const char *name, const char *what)
{
	return diag_at(STATUS_FAULT, r->lines.file, r->lines.line, "\"%s\" %s",
	               name, what);
}

/* A text member into out, if there is one. */
static int
take_text(struct reader *r, const json_t *j, const char *name,
          struct slice *out)
{
	const json_t *v = json_object_get(j, name);
	const char *wrong;
	struct slice text;

	if (v == NULL)
		return 0;
	if (!json_is_string(v))
		return fault_of(r, name, "is no text in quotation marks");
	text = slice_trim(
	    (struct slice){ json_string_value(v), json_string_length(v) });
	if ((wrong = naming_fault(text)) != NULL)
		return fault_of(r, name, wrong);
	*out = pool_slice(&r->known->pool, text);
	return 0;
}

static int
take_number(struct reader *r, const json_t *j, const char *name, size_t *out)
{
	const json_t *v = json_object_get(j, name);

	if (v == NULL)
		return 0;
	if (!json_is_integer(v) || json_integer_value(v) < 0 ||
	    json_integer_value(v) > UINT32_MAX)
		return fault_of(r, name, "is no whole number");
	*out = (size_t)json_integer_value(v);
	return 0;
}

static int
take_terms(struct reader *r, const json_t *j, struct known_theme *t)
{
	const json_t *v = json_object_get(j, "terms"), *term;
	size_t i;

	if (v == NULL)
		return 0;
	if (!json_is_array(v))
		return fault(r, "\"terms\" is no list");
	t->terms = pool_alloc(&r->known->pool,
	                      (json_array_size(v) + 1) * sizeof(*t->terms));
	json_array_foreach(v, i, term)
	{
		struct slice text;

		if (!json_is_string(term))
			return fault(r, "\"terms\" has something that is no "
			                "text in quotation marks");
		text = slice_trim((struct slice){ json_string_value(term),
		                                  json_string_length(term) });
		if (naming_fault(text) != NULL)
			return fault(r, "\"terms\" has one that is empty, "
			                "very long, or holds a line end or "
			                "another control character");
		t->terms[t->nterms++] = pool_slice(&r->known->pool, text);
	}
	return 0;
}

static int
take_stems(struct reader *r, json_t *j, size_t theme)
{
	json_t *v = json_object_get(j, "stems"), *n;
	const char *stem;

	if (v != NULL && !json_is_object(v))
		return fault(r, "\"stems\" is no object of stems and numbers");
	json_object_foreach(v, stem, n)
	{
		if (!json_is_integer(n) || json_integer_value(n) < 1 ||
		    json_integer_value(n) > 1000000000)
			return fault(r, "\"stems\" has a number that is none "
			                "from 1 to 1000000000");
		known_count(r->known, theme, slice_of(stem),
		            (uint32_t)json_integer_value(n));
	}
	return 0;
}

static void
take_also(struct reader *r, size_t theme, uint64_t hash)
{
	r->also =
	    mem_grow(r->also, &r->cap_also, r->nalso + 1, sizeof(*r->also));
	r->also[r->nalso++] = (struct pending){ theme, hash };
}

/* The hashes of texts: of a theme's own, or of others that have it also. */
static int
take_seen(struct reader *r, const json_t *j, const char *name, bool own,
          size_t theme)
{
	const json_t *v = json_object_get(j, name), *hash;
	size_t i;

	if (v != NULL && !json_is_array(v))
		return fault_of(r, name, "is no list");
	json_array_foreach(v, i, hash)
	{
		const char *s = json_string_value(hash);
		char *end = NULL;
		unsigned long long n = s != NULL ? strtoull(s, &end, 16) : 0;

		if (s == NULL || strlen(s) != 12 || *end != '\0' ||
		    strspn(s, "0123456789abcdef") != 12)
			return fault_of(r, name,
			                "has something that is no hash of 12 "
			                "digits");
		if (own)
			known_see(r->known, theme, n);
		else
			take_also(r, theme, n);
	}
	return 0;
}

static int
take_head(struct reader *r, const json_t *j)
{
	const json_t *version = json_object_get(j, "version");
	const json_t *next = json_object_get(j, "next");

	if (!json_is_integer(version) || json_integer_value(version) < 1)
		return fault(r, "\"version\" is no number: is this a theme "
		                "file, made by dlg-theme --save?");
	if (json_integer_value(version) > THEMEFILE_VERSION)
		return fault(r, "made by a newer dlg-theme: install that one");
	if (next != NULL &&
	    (!json_is_integer(next) || json_integer_value(next) < 1))
		return fault(r, "\"next\" is no number above 0");
	if ((size_t)json_integer_value(next) > r->known->next)
		r->known->next = (size_t)json_integer_value(next);
	r->headed = true;
	return take_seen(r, j, "unthemed", true, KNOWN_UNTHEMED);
}

static int
take_locked(struct reader *r, const json_t *j, struct known_theme *t)
{
	const json_t *v = json_object_get(j, "locked");

	if (v != NULL && !json_is_boolean(v))
		return fault(r, "\"locked\" is neither true nor false");
	t->locked = json_is_true(v);
	return 0;
}

/* What the ids "t1", "t2", ... of themes leave for new ones. */
static void
keep_id(struct known *k, struct slice id)
{
	size_t n;

	if (id.len < 2 || id.len > 10 || id.p[0] != 't' ||
	    strspn(id.p + 1, "0123456789") != id.len - 1)
		return;
	n = strtoul(id.p + 1, NULL, 10) + 1;
	if (n > k->next)
		k->next = n;
}

/* Remember the id of the theme just read; no two are alike. */
static int
number(struct reader *r, struct slice id, struct slice to, size_t theme)
{
	size_t before = r->ids.n, n = map_add(&r->ids, id);

	if (n < before)
		return diag_at(STATUS_FAULT, r->lines.file, r->lines.line,
		               "the same id as in line %zu: each theme has "
		               "its own",
		               r->line[n]);
	r->theme = mem_grow(r->theme, &r->cap_theme, n + 1, sizeof(*r->theme));
	r->line = mem_grow(r->line, &r->cap_line, n + 1, sizeof(*r->line));
	r->to = mem_grow(r->to, &r->cap_to, n + 1, sizeof(*r->to));
	r->theme[n] = theme;
	r->line[n] = r->lines.line;
	r->to[n] = to;
	return 0;
}

static int
take_theme(struct reader *r, json_t *j)
{
	size_t n = known_add(r->known);
	struct known_theme t = { .into = KNOWN_NONE };
	struct slice to = { NULL, 0 };

	if (take_text(r, j, "id", &t.id) < 0 ||
	    take_text(r, j, "label", &t.label) < 0 ||
	    take_text(r, j, "merge_into", &to) < 0 ||
	    take_text(r, j, "split_from", &t.split_from) < 0 ||
	    take_terms(r, j, &t) < 0 || take_locked(r, j, &t) < 0 ||
	    take_number(r, j, "notes", &t.notes) < 0 ||
	    take_number(r, j, "texts", &t.texts) < 0)
		return -1;
	if (t.id.len == 0)
		return fault(r, "the theme has no \"id\"");
	if (t.label.len == 0)
		return fault(r, "the theme has no \"label\"");
	r->known->themes[n] = t;
	keep_id(r->known, t.id);
	if (number(r, t.id, to, n) < 0 || take_stems(r, j, n) < 0)
		return -1;
	r->known->themes[n].told = json_object_get(j, "also") != NULL;
	if (take_seen(r, j, "also", false, n) < 0)
		return -1;
	return take_seen(r, j, "seen", true, n);
}

static int
take_line(struct reader *r, struct slice line)
{
	json_error_t error;
	json_t *j =
	    json_loadb(line.p, line.len, JSON_REJECT_DUPLICATES, &error);
	const char *type = json_string_value(json_object_get(j, "type"));
	int rc;

	if (j == NULL)
		return fault(r, "not a JSON object: cut off, or an error of "
		                "editing");
	if (!r->headed && (type == NULL || strcmp(type, "themes") != 0))
		rc = fault(r, "a theme file begins with a record of type "
		              "\"themes\": make one with dlg-theme --save");
	else if (!r->headed)
		rc = take_head(r, j);
	else if (type == NULL || strcmp(type, "theme") != 0)
		rc = fault(r, "not a record of type \"theme\"");
	else
		rc = take_theme(r, j);
	json_decref(j);
	return rc;
}

/* Do what "merge_into" says, which may say it of a theme that says it too. */
static int
join_all(struct reader *r)
{
	struct known *k = r->known;

	for (size_t i = 0; i < r->ids.n; i++) {
		size_t to, at = i, steps = 0;

		if (r->to[i].len == 0)
			continue;
		to = map_find(&r->ids, r->to[i]);
		if (to == MAP_NONE)
			return diag_at(STATUS_FAULT, r->lines.file, r->line[i],
			               "\"merge_into\" names no theme of this "
			               "file");
		while (r->to[at].len > 0 && steps++ <= r->ids.n) {
			at = map_find(&r->ids, r->to[at]);
			if (at == MAP_NONE)
				break;
		}
		if (steps > r->ids.n)
			return diag_at(STATUS_FAULT, r->lines.file, r->line[i],
			               "\"merge_into\" leads back to the theme "
			               "itself");
	}
	for (size_t i = 0; i < r->ids.n; i++) {
		size_t to = r->to[i].len > 0 ? map_find(&r->ids, r->to[i]) : 0;

		if (r->to[i].len > 0)
			known_join(k, r->theme[i], known_end(k, r->theme[to]));
	}
	return 0;
}

static int
read_file(struct reader *r)
{
	struct slice line;
	int got;

	while ((got = lines_next(&r->lines, &line)) > 0)
		if (slice_trim(line).len > 0 && take_line(r, line) < 0)
			return -1;
	if (got < 0)
		return -1;
	if (!r->headed)
		return diag_at(STATUS_FAULT, r->lines.file, 0,
		               "empty: make a theme file with dlg-theme "
		               "--save");
	for (size_t i = 0; i < r->nalso; i++)
		known_also(r->known, r->also[i].theme, r->also[i].hash);
	return join_all(r);
}

/* Add the notes of b to those of a, which has the same themes. */
static int
add_notes(struct known *a, const struct known *b, const char *path)
{
	if (!known_same(a, b))
		return diag_at(STATUS_FAULT, path, 0,
		               "not the same themes as in the file before: "
		               "only files that were saved with --assign-only "
		               "from one theme file add up");
	a->summed = true;
	for (size_t i = 0; i < a->n; i++)
		a->themes[i].notes += b->themes[i].notes;
	return 0;
}

int
themefile_load(struct known *k, const char *path)
{
	struct known fresh = KNOWN_INIT;
	char *name = mem_strdup(path), *files[] = { name, NULL };
	struct reader r = { .known = &fresh, .ids = MAP_INIT };
	int rc;

	lines_open(&r.lines, files, MAX_LINE);
	rc = read_file(&r);
	lines_close(&r.lines);
	if (rc == 0 && k->n > 0) {
		rc = add_notes(k, &fresh, path);
		known_free(&fresh);
	} else {
		known_free(k);
		*k = fresh;
	}
	map_free(&r.ids);
	free(r.theme);
	free(r.line);
	free(r.to);
	free(r.also);
	free(name);
	return rc;
}
